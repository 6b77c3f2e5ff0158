"""Raw text to blocks."""

import pytest

from articlekit.readers.text import read_text


def texts(source: str) -> list[str]:
    return [block.text for block in read_text(source).blocks]


@pytest.mark.parametrize(
    "newline", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"]
)
def test_every_newline_convention_breaks(newline: str) -> None:
    assert texts(f"One{newline}Two{newline}{newline}Three") == ["One", "Two", "Three"]


def test_a_blank_line_is_told_from_a_single_newline() -> None:
    blocks = read_text("One\nTwo\n \xa0\nThree\r\n\r\nFour\r\nFive").blocks

    assert [block.gap for block in blocks] == [True, False, True, True, False]


def test_offsets_point_into_the_string() -> None:
    source = "  One  two\t\n\n   Three "
    page = read_text(source)

    assert page.source is source
    assert [source[b.start : b.end] for b in page.blocks] == ["One  two", "Three"]
    assert [b.text for b in page.blocks] == ["One two", "Three"]


WIRE = """HARBOUR REOPENS AFTER STORM
    ROTTERDAM, March 3 - The harbour opened again on Tuesday after
the storm that had kept ships at sea for three days, its master
said in the morning.
    "We were lucky," the master told reporters who had waited on
the quay since dawn.
 Reuter
"""


def test_wire_copy_is_joined_at_indented_lines() -> None:
    page = read_text(WIRE)

    assert page.wrapped
    assert [block.text[:24] for block in page.blocks] == [
        "HARBOUR REOPENS AFTER ST",
        "ROTTERDAM, March 3 - The",
        '"We were lucky," the mas',
        "Reuter",
    ]


def test_rows_of_a_table_are_not_joined() -> None:
    table = WIRE.replace(
        " Reuter\n",
        "    Shr 13 cts vs loss one ct\n    Net 853,000 vs loss 22,000\n    Sales   41.1   20.3\n"
        "    Wheat   12.1   13.4\n Reuter\n",
    )

    assert [b.text for b in read_text(table).blocks][-5:-1] == [
        "Shr 13 cts vs loss one ct",
        "Net 853,000 vs loss 22,000",
        "Sales 41.1 20.3",
        "Wheat 12.1 13.4",
    ]


def test_a_wrapped_mail_is_joined_at_blank_lines() -> None:
    mail = (
        "Dear readers, this is the letter that we send to you each week on\n"
        "Friday, with what has been written about the river and the town\n"
        "since the last one reached you. It has three parts this time.\n\n"
        "The first part is about the wall. The council voted for it with\n"
        "nine against four, and the mayor said that work would start in\n"
        "spring if the ground was dry enough by then."
    )

    assert len(read_text(mail).blocks) == 2


def test_pasted_lines_of_uneven_length_stay_apart() -> None:
    pasted = (
        "Headline of the day\nJane Roe\nPhoto: Ann Lee\nA first paragraph that is longer.\nShare"
    )

    assert len(read_text(pasted).blocks) == 5


def test_quoted_mail_keeps_its_depth() -> None:
    blocks = read_text("Hello\n> First said\n>> Deeper said\nBye").blocks

    assert [(block.depth, block.text) for block in blocks] == [
        (0, "Hello"),
        (1, "> First said"),
        (2, ">> Deeper said"),
        (0, "Bye"),
    ]


@pytest.mark.parametrize("source", ["", " ", "\n\n\r\n", "\u2028"])
def test_no_text_is_a_warning(source: str) -> None:
    page = read_text(source)

    assert page.blocks == ()
    assert [warning.kind for warning in page.warnings] == ["empty"]


def test_too_many_lines_end_in_one_block() -> None:
    page = read_text("line\n" * 50, max_blocks=10)

    assert len(page.blocks) == 10
    assert page.blocks[-1].end == len("line\n" * 50) - 1
    assert [warning.kind for warning in page.warnings] == ["max_blocks"]
