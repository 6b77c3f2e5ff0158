"""Authors: byline and metadata, person by person."""

import pytest

from articlekit.choose.authors import choose_authors, is_same
from articlekit.metadata import Metadata, Stated, StatedAuthors
from articlekit.model import Author


def people(*names: str) -> tuple[Author, ...]:
    houses = ("AFP", "dpa", "The Herald", "Herald", "Newsdesk")
    return tuple(Author(name, "organisation" if name in houses else "person") for name in names)


def stated(**origins: tuple[str, ...]) -> Metadata:
    return Metadata(
        authors=tuple(
            StatedAuthors(people(*names), origin.replace("__", ":"))
            for origin, names in origins.items()
        ),
        site_names=(Stated("The Herald", "og:site_name"),),
    )


@pytest.mark.parametrize(
    ("visible", "metadata", "names"),
    [
        ((), stated(), []),
        (("Jane Roe",), stated(), ["Jane Roe"]),
        ((), stated(jsonld=("Jane Roe",)), ["Jane Roe"]),
        # People before publishers.
        ((), stated(jsonld=("The Herald",), meta=("Jane Roe",)), ["Jane Roe"]),
        ((), stated(jsonld=("The Herald", "Jane Roe")), ["Jane Roe"]),
        ((), stated(jsonld=("The Herald",)), ["The Herald"]),
        (("Jane Roe",), stated(jsonld=("The Herald",)), ["Jane Roe"]),
        # Agencies stay.
        (("Jane Roe", "dpa"), stated(meta=("Jane Roe",)), ["Jane Roe", "dpa"]),
        (("Newsdesk",), stated(jsonld=("The Herald",)), ["The Herald"]),
        (("AFP",), stated(jsonld=("Jane Roe",)), ["Jane Roe", "AFP"]),
        (("AFP",), stated(jsonld=("The Herald",)), ["AFP"]),
        # One person in two spellings; the better one stays.
        (("JANE ROE",), stated(jsonld=("Jane Roe",)), ["Jane Roe"]),
        (("J. Roe",), stated(jsonld=("Jane Roe",)), ["Jane Roe"]),
        (("Jose Nunez",), stated(jsonld=("José Núñez",)), ["José Núñez"]),
        (("Jane Roe",), stated(jsonld=("Roe Jane",)), ["Jane Roe"]),
        # What the byline leaves out is added, what the metadata leave out stays.
        (("Jane Roe",), stated(jsonld=("Jane Roe", "John Doe")), ["Jane Roe", "John Doe"]),
        (("Jane Roe", "John Doe"), stated(meta=("Jane Roe",)), ["Jane Roe", "John Doe"]),
        # A list in the metadata is whole: others on the page took pictures or wrote other stories.
        (("Jane Roe", "John Doe"), stated(jsonld=("Jane Roe",)), ["Jane Roe"]),
        # Strangers: the metadata know better who wrote it.
        (("Ann Lee",), stated(jsonld=("Jane Roe",)), ["Jane Roe"]),
        # Names of accounts come last, and those of sharing never.
        ((), stated(sailthru=("janeroe",), meta=("Jane Roe",)), ["Jane Roe"]),
        ((), stated(meta=("janeroe",)), ["janeroe"]),
        ((), stated(twitter__creator=("@herald",)), []),
    ],
)
def test_choices(visible: tuple[str, ...], metadata: Metadata, names: list[str]) -> None:
    chosen = choose_authors(people(*visible), metadata, "herald.example")
    assert [author.name for author in chosen] == names


def test_details_are_filled_in() -> None:
    metadata = Metadata(
        authors=(StatedAuthors((Author("Jane Roe", url="https://herald.example/jane"),), "jsonld"),)
    )
    (chosen,) = choose_authors((Author("JANE ROE", role="Reporter"),), metadata)
    assert chosen == Author("Jane Roe", role="Reporter", url="https://herald.example/jane")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jane Roe", "jane roe", True),
        ("Jane Roe", "Roe Jane", True),
        ("Jane Q. Roe", "Jane Roe", True),
        ("J. Roe", "Jane Roe", True),
        ("Jane Roe", "John Roe", False),
        ("Jane Roe", "Jane Doe", False),
        ("Roe", "Jane Roe", False),
    ],
)
def test_one_person(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert is_same(Author(one), Author(other)) is same
    assert is_same(Author(other), Author(one)) is same
