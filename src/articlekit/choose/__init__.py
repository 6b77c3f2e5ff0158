"""Choosing: what is visible on a page reconciled with what the page says about itself.

Every module here holds pure functions over `metadata.Metadata` and plain values:

- `headings.find_headings`, `headline.choose_headline`
- `authors.choose_authors`
- `sightings.find_sightings`, `moment.is_sure`, `moment.choose_moments`
- `image.choose_image`
- `facts.choose_language`, `choose_site_name`, `choose_section`, `choose_tags`, `choose_description`
"""
