"""What an article becomes: JSON, Markdown, HTML, plain text, JSON-LD, ninjs, NITF, TEI."""
