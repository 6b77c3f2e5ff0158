"""Subheadings that head nothing, and those that stay."""

from __future__ import annotations

import pytest

from articlekit.amend.subheadings import amend_subheadings
from articlekit.parser import explain, open_draft
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from articlekit.settle import Verdict

PROSE = (
    "The council voted on Monday for a wall that keeps the river out, and Marta Lindqvist, who"
    " runs the mill, said that she would pay her part of it before the summer."
)


def labels_of(*lines: tuple[str, str]) -> list[str]:
    """Labels after screening, for (text, label) lines whose runner-up is a caption."""
    page = read_text("\n\n".join(text for text, _ in lines))
    verdicts = [Verdict(label, 0.9, (), "caption") for _, label in lines]
    return [verdict.label for verdict in amend_subheadings(open_draft(page, "en"), verdicts)]


def screened(line: str, below: str = PROSE) -> str:
    """What a subheading between paragraphs becomes."""
    story = (("Wall for the river", "headline"), (PROSE, "paragraph"))
    return labels_of(*story, (line, "subheading"), (below, "paragraph"))[2]


@pytest.mark.parametrize(
    "line",
    [
        "What happens next?",
        "$10 Off Everything at the Mill",
        "3 million for a wall",
        "Marta Lindqvist",
        "So what now?",
    ],
)
def test_a_heading_over_prose_stays(line: str) -> None:
    assert screened(line) == "subheading"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("£60, Argos", "caption"),
        ("$380 at Harbour Outfitters (regular)", "caption"),
        ("Tell us more at desk@harbourherald.example", "caption"),
        ("Photo: Ann Lee/AFP", "credit"),
        ("— Marta Lindqvist", "attribution"),
        ("* * *", "other"),
    ],
)
def test_what_cannot_head_is_something_else(line: str, label: str) -> None:
    assert screened(line) == label


def test_a_name_from_the_story_heads_only_prose() -> None:
    assert screened("Marta Lindqvist", "Owner of the mill") == "caption"
    assert screened("Jonas Ekberg", "Owner of the mill") == "subheading"


def test_nothing_is_headed_behind_the_story() -> None:
    story = (("Wall for the river", "headline"), (PROSE, "paragraph"))
    behind = labels_of(*story, ("More of this", "subheading"), ("Share", "share"))
    hidden = labels_of(*story, ("What comes next", "subheading"), ("Subscribe", "paywall"))
    assert behind[2] == "other"
    assert hidden[2] == "subheading"


def test_a_line_set_again_and_again_heads_only_what_it_stands_over() -> None:
    labels = labels_of(
        ("Wall for the river", "headline"),
        *((PROSE, "paragraph"), ("Chapter", "subheading"), ("Advert", "ads")) * 3,
        (PROSE, "paragraph"),
        ("Chapter", "subheading"),
        (PROSE, "paragraph"),
    )
    assert [label for label in labels if label in ("subheading", "other")] == [
        *("other",) * 3,
        "subheading",
    ]


def test_verdicts_without_subheadings_are_the_same() -> None:
    draft = open_draft(read_text(PROSE), "en")
    verdicts = [Verdict("paragraph", 1.0, ())]
    assert amend_subheadings(draft, verdicts) == verdicts


def test_the_trace_names_what_won() -> None:
    source = f"Wall for the river\n\n{PROSE}\n\n£60, Argos\n\n{PROSE}\n"
    decisions = explain(source, language="en").decisions
    assert all(sum(candidate.won for candidate in one.candidates) == 1 for one in decisions)
    assert decisions[2].label != "subheading"


def unsure(line: str, confidence: float, tag: str = "", instead: str = "other") -> str:
    """What a subheading over prose becomes that is so sure; with a tag, on a page."""
    lines = [("Wall for the river", "headline"), (PROSE, "paragraph"), (line, "subheading")]
    lines.append((PROSE, "paragraph"))
    verdicts = [Verdict(label, 0.9, (), "caption") for _, label in lines]
    verdicts[2] = Verdict("subheading", confidence, (), instead)
    page = read_text("\n\n".join(text for text, _ in lines))
    if tag:
        tags = ("p", "p", tag, "p")
        marked = (f"<{tag}>{text}</{tag}>" for tag, (text, _) in zip(tags, lines, strict=True))
        page = read_html("".join(marked))
    return amend_subheadings(open_draft(page, "en"), verdicts)[2].label


@pytest.mark.parametrize("tag", ["", "p"])
def test_what_is_more_likely_no_heading_is_none(tag: str) -> None:
    assert unsure("A wall for the mill", 0.51, tag) == "subheading"
    assert unsure("A wall for the mill", 0.49, tag) == "other"


def test_what_is_set_as_a_heading_stays_one() -> None:
    assert unsure("A wall for the mill", 0.3, "h3") == "subheading"


def test_a_question_of_raw_text_heads_however_unsure() -> None:
    assert unsure("What happens next?", 0.3) == "subheading"
    assert unsure("What happens next?", 0.3, "p") == "other"


@pytest.mark.parametrize("label", ["headline", "caption"])
def test_an_unsure_heading_of_raw_text_is_nothing_that_only_looks_tell(label: str) -> None:
    assert unsure("A wall for the mill", 0.3, instead=label) == "subheading"
    assert unsure("A wall for the mill", 0.3, "p", label) == label


def test_an_unsure_heading_without_another_label_stays() -> None:
    page = read_text(f"Wall\n\n{PROSE}")
    verdicts = [Verdict("subheading", 0.2, ()), Verdict("paragraph", 0.9, ())]

    assert amend_subheadings(open_draft(page, "en"), verdicts)[0].label == "subheading"
