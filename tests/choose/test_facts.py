"""Pictures and single facts."""

import pytest
from msgspec.structs import replace

from articlekit.article import Image
from articlekit.choose.facts import (
    choose_description,
    choose_language,
    choose_section,
    choose_site_name,
    choose_tags,
)
from articlekit.choose.image import choose_image, keys_of
from articlekit.metadata import Metadata, Stated, StatedImage

CDN = "https://cdn.example/"


def image(name: str, origin: str = "og:image", width: int | None = None) -> StatedImage:
    return StatedImage(CDN + name, origin, width)


@pytest.mark.parametrize(
    ("stated", "shown", "chosen"),
    [
        ([], [], None),
        ([image("wall.jpg")], [], "wall.jpg"),
        ([image("share.jpg"), image("wall.jpg", "jsonld")], [], "wall.jpg"),
        ([image("logo.png"), image("wall.jpg", "twitter:image")], [], "wall.jpg"),
        ([image("dot.png", width=16), image("wall.jpg", "twitter:image")], [], "wall.jpg"),
        ([image("logo.png")], ["wall.jpg"], "wall.jpg"),
        ([image("logo.png")], [], "logo.png"),
        ([], ["icon-share.svg", "wall.jpg"], "wall.jpg"),
        # One that also stands in the story goes first.
        (
            [image("card-12.jpg", "jsonld"), image("river-wall-1200x630.jpg")],
            ["river-wall-300x200.jpg"],
            "river-wall-1200x630.jpg",
        ),
        # "logo" inside another word is none.
        ([image("catalogue.jpg")], [], "catalogue.jpg"),
    ],
)
def test_lead_images(stated: list[StatedImage], shown: list[str], chosen: str | None) -> None:
    pictures = [Image(CDN + name) for name in shown]
    found = choose_image(Metadata(images=tuple(stated)), pictures)
    assert (found and found.url) == (chosen and CDN + chosen)


def test_the_picture_that_shares_the_most_of_an_address_is_meant() -> None:
    """Not the one that a set happens to give first: days are shared by many pictures."""
    stated = image("20240503/river-wall-at-dawn.jpg")
    shown = [
        Image(CDN + "20240503/mayor.jpg", "mayor"),
        Image(CDN + "9/river-wall-at-dawn.jpg", "wall"),
    ]
    found = choose_image(Metadata(images=(stated,)), shown)

    assert found is not None
    assert found.alt == "wall"


def test_keys_ignore_size_and_crop() -> None:
    assert keys_of(CDN + "a/river-wall-300x200.jpg?w=9") & keys_of(CDN + "b/river-wall.webp")
    assert keys_of(CDN + "img/12345678/crop.jpg") & keys_of(CDN + "12345678_large.jpg")
    assert not keys_of(CDN + "a.jpg") & keys_of(CDN + "b.jpg")
    assert keys_of(CDN + "photo.jpg") == frozenset()  # short names are those of many pictures
    assert keys_of(CDN + "harbour.jpg") == {"harbour"}


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("de-AT", "de"),
        ("en_GB", "en"),
        ("nb-NO", "no"),
        ("DE", "de"),
        ("deu", "de"),
        ("x", None),
        ("English", None),
        (None, None),
    ],
)
def test_languages(stated: str | None, code: str | None) -> None:
    assert choose_language(Metadata(language=stated)) == code


def test_a_cut_description_gives_way_to_the_whole_one() -> None:
    texts = ("The council voted for a …", "Another text", "The council voted for a wall.")
    metadata = Metadata(descriptions=tuple(Stated(text, "meta") for text in texts))
    assert choose_description(metadata) == "The council voted for a wall."
    assert choose_description(Metadata()) is None


def test_site_section_and_tags() -> None:
    metadata = Metadata(
        site_names=(Stated("Herald app", "meta"), Stated("The Herald", "og:site_name")),
        sections=(Stated("Home", "meta"), Stated("Town", "jsonld")),
        tags=("Flood", "flood", "Town", "wall"),
        publisher="Herald Ltd",
    )
    assert choose_site_name(metadata) == "The Herald"
    assert choose_section(metadata) == "Town"
    assert choose_tags(metadata, "Town") == ("Flood", "wall")
    assert choose_site_name(replace(metadata, site_names=metadata.site_names[:1])) == "Herald Ltd"
    assert choose_site_name(Metadata(), "herald.example") == "herald.example"
    assert choose_section(Metadata()) is None
    assert choose_section(metadata, "town") is None  # the name of the site
    assert choose_section(Metadata(sections=(Stated("t" * 80, "meta"),))) is None
    assert choose_section(Metadata(sections=(Stated("t" * 79, "meta"),))) == "t" * 79
