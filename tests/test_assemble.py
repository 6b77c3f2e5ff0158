"""Settled labels to nodes: the labels are given here, so that nothing learned has a say."""

import pytest

import articlekit
from articlekit.article import Article
from articlekit.assemble import assemble
from articlekit.model import (
    Author,
    Byline,
    Caption,
    Dateline,
    Node,
    Paragraph,
    PhotoCredit,
    Place,
    PullQuote,
    Quote,
    Standfirst,
)
from articlekit.parser import observe, open_draft
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from articlekit.settle import Verdict

LEAD = (
    "The council voted on Monday evening for a wall that will keep the river out of the lower town "
    "for the next fifty years."
)
SECOND = (
    "Work on the first part is to start in spring, and the mayor said that the money for it had "
    "been set aside two years ago."
)


def assembled(text: str, *labels: str, language: str = "en") -> Article:
    """The article of a text whose blocks have the given labels."""
    draft = open_draft(read_text(text), language)
    assert len(draft.blocks) == len(labels)
    verdicts = [Verdict(label, 1.0, ()) for label in labels]
    nodes, authors = assemble(draft, observe(draft), verdicts)
    return Article(draft.source, nodes, authors)


def kinds(article: Article) -> list[str]:
    return [type(node).__name__ for node in article.nodes]


def in_source(article: Article, node: Node) -> str:
    return article.source[node.span.start : node.span.end]


def test_a_dateline_is_split_from_the_first_paragraph() -> None:
    article = assembled(
        f"Council votes for new flood wall\n\nGHENT, May 3 (Reuters) - {LEAD}\n\n{SECOND}",
        "headline", "paragraph", "paragraph",
    )  # fmt: skip

    assert kinds(article) == ["Headline", "Dateline", "Paragraph", "Paragraph"]
    dateline = article.dateline
    assert dateline is not None
    assert dateline.text == "GHENT, May 3 (Reuters) -"
    assert dateline.places == (Place("GHENT"),)
    assert (dateline.date_text, dateline.sources) == ("May 3", ("Reuters",))
    assert article.paragraphs[0].text == LEAD
    assert [in_source(article, node) for node in article.nodes[1:3]] == [dateline.text, LEAD]
    assert article.text == f"{LEAD}\n\n{SECOND}"


def test_a_dateline_without_a_day_begins_the_text() -> None:
    article = assembled(f"VIENNA (AP) — {LEAD}\n\n{SECOND}", "paragraph", "paragraph")

    assert [node.text for node in article.paragraphs] == [LEAD, SECOND]
    assert article.text == f"VIENNA (AP) — {LEAD}\n\n{SECOND}"


def test_a_dateline_stands_before_its_paragraph_as_it_is_printed() -> None:
    story = "市議会は月曜日の夜、今後五十年にわたり川の水から下町を守る壁の建設を賛成多数で決めた。"
    article = assembled(f"【ソウル＝佐藤花子】{story}", "paragraph", language="ja")

    assert article.dateline is not None
    assert article.text == f"{article.dateline.text}{story}"


def test_the_dateline_of_a_standfirst_begins_no_paragraph() -> None:
    article = assembled(f"VIENNA (AP) — {LEAD}\n\n{SECOND}", "standfirst", "paragraph")

    assert article.dateline is not None
    assert article.text == SECOND


def test_spans_of_a_split_paragraph_pass_over_broken_lines() -> None:
    article = assembled(
        "  GHENT,  May 3\u00a0(Reuters) -\u00a0 The council voted on Monday  for a wall.",
        "paragraph",
    )

    dateline, paragraph = article.nodes
    assert dateline.text == "GHENT, May 3 (Reuters) -"
    assert in_source(article, dateline) == "GHENT,  May 3\u00a0(Reuters) -"
    assert in_source(article, paragraph) == "The council voted on Monday  for a wall."


def test_a_dateline_may_open_the_standfirst() -> None:
    article = assembled(
        f"Council votes for new flood wall\n\nGHENT (Reuters) - {LEAD}\n\n{SECOND}",
        "headline", "standfirst", "paragraph",
    )  # fmt: skip

    assert kinds(article) == ["Headline", "Dateline", "Standfirst", "Paragraph"]
    assert isinstance(article.nodes[2], Standfirst)
    assert article.nodes[2].text == LEAD


@pytest.mark.parametrize("label", ["standfirst", "paragraph"])
def test_a_dateline_alone_opens_nothing(label: str) -> None:
    article = assembled(f"GHENT, May 3 (Reuters) -\n\n{SECOND}", label, "paragraph")

    assert kinds(article)[0] == "Dateline"
    assert all(node.text for node in article.nodes)


def test_a_later_paragraph_has_no_dateline() -> None:
    article = assembled(f"{LEAD}\n\nGHENT (Reuters) - {SECOND}", "paragraph", "paragraph")

    assert kinds(article) == ["Paragraph", "Paragraph"]
    assert article.paragraphs[1].text == f"GHENT (Reuters) - {SECOND}"


def test_every_entry_of_a_roundup_has_its_dateline() -> None:
    cities = ("OSLO", "MADRID", "VIENNA")
    text = "\n\n".join(f"{city} (Reuters) - {LEAD}" for city in cities)
    article = assembled(text, "paragraph", "paragraph", "paragraph")

    assert kinds(article) == ["Dateline", "Paragraph"] * 3
    found = [node for node in article.nodes if isinstance(node, Dateline)]
    assert [place.name for node in found for place in node.places] == list(cities)
    assert article.dateline == found[0]
    assert [node.text for node in article.paragraphs] == [LEAD] * 3


def test_two_datelines_are_no_roundup() -> None:
    article = assembled(
        f"OSLO (Reuters) - {LEAD}\n\nMADRID (Reuters) - {SECOND}", "paragraph", "paragraph"
    )

    assert kinds(article) == ["Dateline", "Paragraph", "Paragraph"]


def test_a_caption_and_its_credit_are_split() -> None:
    text = "The crowd on the quay on Monday. Photo: Ann Lee/Reuters"
    article = assembled(text, "caption")

    caption, credit = article.nodes
    assert isinstance(caption, Caption)
    assert isinstance(credit, PhotoCredit)
    assert in_source(article, caption) == caption.text == "The crowd on the quay on Monday."
    assert in_source(article, credit) == credit.text == "Photo: Ann Lee/Reuters"
    assert (credit.photographers, credit.agencies) == (("Ann Lee",), ("Reuters",))
    [figure] = article.figures
    assert (figure.caption, figure.credit) == (caption, credit)


def test_a_caption_without_credit_and_a_credit_without_caption() -> None:
    article = assembled("The crowd on the quay on Monday.\n\nPhoto: Ann Lee", "caption", "credit")

    assert kinds(article) == ["Caption", "PhotoCredit"]
    assert article.photo_credits[0].photographers == ("Ann Lee",)


def test_an_unfinished_quotation_and_the_line_below_it() -> None:
    speaker_line = "Kremlin spokesman Dmitry Peskov told journalists."
    article = assembled(
        f"{LEAD}\n\n“We had no choice after the last winter,”\n\n"
        f"{speaker_line}\n\n{SECOND}",
        "paragraph", "quote", "attribution", "paragraph",
    )  # fmt: skip

    [quote] = article.pull_quotes
    assert isinstance(quote, PullQuote)
    assert (quote.speaker, quote.speaker_role) == ("Dmitry Peskov", "Kremlin spokesman")
    assert quote.unfinished
    assert not quote.repeated
    assert quote.attribution == article.nodes[2]
    assert in_source(article, article.nodes[2]) == speaker_line
    assert quote in article.body
    assert article.nodes[2] in article.body


def test_an_attribution_in_the_same_line() -> None:
    article = assembled(
        f"{LEAD}\n\n“We had no choice after the last winter.” — Ann Lee, mayor of Ghent",
        "paragraph", "pull_quote",
    )  # fmt: skip

    [quote] = article.pull_quotes
    assert quote.attribution is not None
    assert (quote.speaker, quote.speaker_role) == ("Ann Lee", "mayor of Ghent")
    assert in_source(article, quote.attribution) == "— Ann Lee, mayor of Ghent"


def test_a_paragraph_that_is_only_a_quotation_is_a_quote() -> None:
    """With nobody's name beside it, it belongs to the running text (conventions 5.1)."""
    text = "“We had no choice after the last winter.”"
    article = assembled(f"{LEAD}\n\n{text}\n\n{SECOND}", "paragraph", "paragraph", "paragraph")

    [quote] = article.quotes
    assert isinstance(quote, Quote)
    assert quote.text == text
    assert (quote.speaker, quote.attribution, quote.unfinished) == (None, None, False)
    assert quote in article.paragraphs


def test_a_repeated_display_quote_is_marked_and_left_out_of_the_text() -> None:
    said = "“We had no choice after the last winter, and nobody in the town doubts it.”"
    paragraph = f"{said[:-2]},” the mayor told a crowded meeting in the town hall on Monday."
    article = assembled(f"{LEAD}\n\n{said}\n\n{paragraph}", "paragraph", "pull_quote", "paragraph")

    [quote] = article.pull_quotes
    assert quote.repeated
    assert quote in article.nodes
    assert quote not in article.body
    assert article.text == f"{LEAD}\n\n{paragraph}"


def test_a_display_quote_of_its_own_stays_in_the_text() -> None:
    said = "“We had no choice after the last winter, and nobody in the town doubts it.”"
    article = assembled(f"{LEAD}\n\n{said}\n\n{SECOND}", "paragraph", "pull_quote", "paragraph")

    assert not article.pull_quotes[0].repeated
    assert article.text == f"{LEAD}\n\n{said}\n\n{SECOND}"


def test_the_biography_fills_in_the_author() -> None:
    article = assembled(
        f"By Jane Roe\n\n{LEAD}\n\nJane Roe is a political correspondent at The Herald. "
        "She covers the courts.",
        "byline", "paragraph", "author_bio",
    )  # fmt: skip

    assert article.authors == (
        Author("Jane Roe", role="political correspondent", organisation="The Herald"),
    )
    assert isinstance(article.byline, Byline)
    assert article.byline.authors == (Author("Jane Roe"),)
    assert [(node.kind, node.name) for node in article.boilerplate] == [("author_bio", "Jane Roe")]


def test_what_the_byline_says_stays() -> None:
    article = assembled(
        f"By Jane Roe, Europe editor\n\n{LEAD}\n\nJane Roe is a reporter at The Herald.",
        "byline", "paragraph", "author_bio",
    )  # fmt: skip

    [author] = article.authors
    assert (author.role, author.organisation) == ("Europe editor", "The Herald")


def test_a_biography_of_somebody_else_names_no_author() -> None:
    article = assembled(
        f"By Jane Roe\n\n{LEAD}\n\nTom Field is a reporter at The Herald.",
        "byline", "paragraph", "author_bio",
    )  # fmt: skip

    assert article.authors == (Author("Jane Roe"),)


def test_the_sign_off_names_who_helped() -> None:
    article = assembled(
        f"By Jane Roe\n\n{LEAD}\n\n(Reporting by Jane Roe; Editing by Tom Field)",
        "byline", "paragraph", "signoff",
    )  # fmt: skip

    assert [(author.name, author.contribution) for author in article.authors] == [
        ("Jane Roe", "text"),
        ("Tom Field", "editing"),
    ]


def test_the_reporters_of_a_dateline_are_authors() -> None:
    story = "市议会周一晚上投票决定修建一道防洪墙，在今后五十年里把河水挡在下城之外。"
    article = assembled(f"新华社北京5月3日电（记者张三 李四）{story}", "paragraph", language="zh")

    assert article.dateline is not None
    assert article.dateline.reporters == ("张三", "李四")
    assert [(author.name, author.contribution) for author in article.authors] == [
        ("张三", "text"),
        ("李四", "text"),
    ]


def test_who_stands_in_byline_and_dateline_is_one_author() -> None:
    article = assembled(
        "홍길동 기자\n\n(서울=연합뉴스) 홍길동 기자 = 정부는 3일 새 철도 계획을 발표했다.",
        "byline", "paragraph", language="ko",
    )  # fmt: skip

    assert article.dateline is not None
    assert article.dateline.reporters == ("홍길동",)
    assert [author.name for author in article.authors] == ["홍길동"]


def test_every_block_has_its_node_in_order() -> None:
    labels = ("kicker", "headline", "standfirst", "time_line", "table", "list_item", "share")
    text = "\n\n".join(f"{at}. Line of the page" for at in range(len(labels)))
    article = assembled(text, *labels)

    assert kinds(article) == [
        "Kicker", "Headline", "Standfirst", "TimeLine", "Table", "ListItem", "Boilerplate",
    ]  # fmt: skip
    assert "\n\n".join(in_source(article, node) for node in article.nodes) == text


def test_the_whole_way_on_a_pasted_page() -> None:
    article = articlekit.parse_text(
        f"""Council votes for new flood wall

By Jane Roe

GHENT, May 3 (Reuters) - {LEAD}

{SECOND}

“We had no choice after the last winter.”

— Tom Field, mayor of Ghent

The wall is to be eight metres high at the harbour and three metres high behind the old mills, \
according to the plan that was shown to the public in January.

About the author

Jane Roe is a political correspondent at The Herald. She covers the courts.
"""
    )

    assert article.headline is not None
    assert article.dateline is not None
    assert [author.role for author in article.authors] == ["political correspondent"]
    assert [quote.speaker for quote in article.pull_quotes] == ["Tom Field"]
    assert isinstance(article.body[0], Paragraph)


def test_a_line_of_a_page_that_reads_as_no_credit_is_none() -> None:
    """What was settled as a credit by its place alone; in a figure it stays one."""
    for markup, kind in (
        ("<div>Marketplace</div>", "Boilerplate"),
        ("<figure><div>Marketplace</div></figure>", "PhotoCredit"),
        ("<div>Photo: Ann Lee/Reuters</div>", "PhotoCredit"),
    ):
        draft = open_draft(read_html(markup), "en")
        nodes, _ = assemble(draft, (), [Verdict("credit", 1.0, ())])

        assert [type(node).__name__ for node in nodes] == [kind]
