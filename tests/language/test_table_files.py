"""The files of words, as our reader and as the standard library read them."""

import tomllib
from importlib import resources

import pytest

from articlekit.language.tables import parse_table, read_data, read_table

FILES = sorted(
    entry.name
    for entry in resources.files("articlekit.language").iterdir()
    if entry.name.endswith(".toml")
)


@pytest.mark.parametrize("name", FILES)
def test_reads_what_toml_says(name: str) -> None:
    text = read_data(name).decode()
    assert parse_table(text) == tomllib.loads(text)


def test_reads_comments_and_commas() -> None:
    text = (
        'a = "x" # "y"\nb = [\n  # one\n  "#1", "a, ]",\n\n  ["c\\u0041"],\n]\n[d.e]\n"f g" = [] \n'
    )
    assert parse_table(text) == tomllib.loads(text)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(OSError, match="xx"):
        read_table("xx.toml", dict)
