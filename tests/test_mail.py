"""Messages: which part is read, what the headers state, and what is no message."""

from __future__ import annotations

import gzip
import io
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, parse
from articlekit.model import Boilerplate, Headline, Paragraph

MAILS = Path(__file__).parent / "fixtures" / "mails"
STORY = """\
GHENT, May 3 (Reuters) - The council voted on Monday evening for a wall that will keep
the river out of the lower town for the next fifty years.

Most of the council spoke for the wall, but three members asked for a park that may be
flooded, as other towns on the river have built.
"""
PAGE = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))


def message(
    text: str | None = None, html: str | None = None, charset: str = "utf-8", **headers: str
) -> bytes:
    mail = EmailMessage(policy=SMTP)
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    if text is not None:
        mail.set_content(text, charset=charset)
    if html is not None and text is not None:
        mail.add_alternative(html, subtype="html", charset=charset)
    elif html is not None:
        mail.set_content(html, subtype="html", charset=charset)
    return mail.as_bytes()


def read(source: object) -> Article:
    return parse(source, format="mail")


def test_a_newsletter_is_its_markup() -> None:
    article = parse(MAILS / "newsletter.eml")

    assert article.title == "The lighthouse that went to the wrong island"
    assert article.headline.span.end > 0
    assert [author.name for author in article.authors] == ["Saoirse Penrose-Ito"]
    assert (article.published.origin, article.published.value.isoformat()) == (
        "mail",
        "2026-03-06T06:30:02+00:00",
    )
    assert article.site_name == "The Harbour Desk"
    assert article.url == "https://harbourdesk.example/2026/03/06"
    assert [heading.text for heading in article.subheadings] == ["Why it matters now"]
    assert len(article.paragraphs) == 3
    around = [node.text for node in article.boilerplate]
    assert any(text.startswith("Unsubscribe") for text in around)
    assert any(text.startswith("View this email") for text in around)
    assert any(text.startswith("You are receiving this") for text in around)
    assert article.images
    assert "program that shows HTML" not in article.source


def test_a_wire_mail_is_its_text() -> None:
    article = parse(MAILS / "wire.eml")

    assert article.title == "Rat stimmt für neue Mauer am Fluss"
    assert [author.name for author in article.authors] == ["Anna Beispiel"]
    assert article.dateline.sources == ("dpa",)
    assert len(article.paragraphs) == 3
    assert article.published.value.isoformat() == "2026-05-04T21:40:00+02:00"
    assert (article.site_name, article.language) == ("Nachrichtenbüro", "de")
    assert article.source.startswith("Rat stimmt für neue Mauer am Fluss\nVon Anna Beispiel, dpa\n")
    for node in article.nodes:
        span = article.source[node.span.start : node.span.end]
        assert "".join(span.split()) == "".join(node.text.split())


def test_a_forwarded_message_is_not_by_its_sender() -> None:
    article = parse(MAILS / "forwarded.eml")

    assert article.title == "Council votes for new flood wall"
    assert article.authors == ()
    assert article.published.raw == "Mon, 4 May 2026 at 22:10"
    headers = ("From:", "Subject:", "To:", "-----")
    printed = [node for node in article.nodes if node.text.startswith(headers)]
    assert len(printed) == 4
    assert all(isinstance(node, Boilerplate) for node in printed)
    assert article.dateline.places[0].name == "GHENT"
    assert "Notes that are no part" not in article.source


def test_the_suffix_tells_a_message_whatever_opens_it(tmp_path: Path) -> None:
    data = (MAILS / "wire.eml").read_bytes()
    article = parse(MAILS / "wire.eml")
    packed = tmp_path / "wire.EML.gz"
    packed.write_bytes(gzip.compress(data))
    named = io.BytesIO(data)
    named.name = "wire.eml"

    assert parse(packed) == parse(named) == read(data) == read(io.BytesIO(data)) == article


def test_what_is_not_called_a_message_is_none() -> None:
    data = (MAILS / "wire.eml").read_bytes()

    assert parse(data).source.startswith("From: ")
    assert parse(data.decode("latin-1")).source.startswith("From: ")
    assert parse(MAILS / "wire.eml", format="text").source.startswith("From: ")


def test_a_str_is_a_message_whose_characters_were_read() -> None:
    text = "Subject: Größe\nContent-Type: text/plain; charset=iso-8859-1\n\nDie Größe der Mauer."

    article = read(text)
    assert (article.title, article.source) == ("Größe", "Die Größe der Mauer.")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
def test_charsets(charset: str) -> None:
    article = read(message("Die Größe der Mauer – sie wächst.".replace("–", "-"), charset=charset))

    assert article.source.strip() == "Die Größe der Mauer - sie wächst."
    assert article.warnings == ()


@pytest.mark.parametrize("stated", ["us-ascii", "iso-8859-1", "x-unknown", "utf-8", ""])
def test_utf_8_under_a_wrong_name(stated: str) -> None:
    kind = f"Content-Type: text/plain; charset={stated}\n".encode()

    assert read(kind + b"\n" + "Größe – €".encode()).source == "Größe – €"
    assert read(b"Subject: " + "Größe".encode() + b"\n\nx").title == "Größe"


def test_japanese_that_looks_like_ascii() -> None:
    data = b"Content-Type: text/plain; charset=iso-2022-jp\n\n" + "川の壁".encode("iso-2022-jp")

    assert read(data).source == "川の壁"


def test_bytes_that_do_not_fit_are_told() -> None:
    article = read(b"Content-Type: text/plain; charset=utf-8\n\nGr\xf6\xdfe")

    assert article.source == "Gr��e"
    assert [(warning.kind, warning.amount) for warning in article.warnings] == [("decoding", 2)]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html><head><title>A wall</title><style>p {color: red}</style></head><body></body></html>",
        "<img src='https://e.example/a.png' alt='The whole newsletter as one picture'>",
        "<p>See the text.</p>",
    ],
)
def test_markup_that_says_nothing_is_passed_over(html: str) -> None:
    assert read(message(STORY, html)).source.startswith("GHENT")


def test_markup_goes_before_text_in_any_order() -> None:
    for parts in (("plain", STORY), ("html", PAGE)), (("html", PAGE), ("plain", STORY)):
        mail = EmailMessage()
        mail.make_alternative()
        for kind, text in parts:
            part = EmailMessage()
            part.set_content(text, subtype=kind)
            mail.attach(part)
        assert read(mail.as_bytes()).nodes[0].path is not None


def test_parts_behind_one_another_are_one_text() -> None:
    mail = EmailMessage()
    mail.make_mixed()
    for text in (STORY, "To leave this list, write <leave@list.example>.\n"):
        part = EmailMessage()
        part.set_content(text)
        mail.attach(part)
    article = read(mail.as_bytes())

    assert article.source.rstrip().endswith("To leave this list, write <leave@list.example>.")
    assert article.source.startswith("GHENT")


def test_text_behind_markup_is_kept_with_its_signs() -> None:
    mail = EmailMessage()
    mail.make_mixed()
    for kind, text in (("html", PAGE), ("plain", "Leave:\n<leave@list.example>\n")):
        part = EmailMessage()
        part.set_content(text, subtype=kind)
        mail.attach(part)

    assert "Leave:\n<leave@list.example>" in read(mail.as_bytes()).source


def test_a_message_that_only_carries_another_is_that_one() -> None:
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "A wall for the river", "Jane Roe <jane@herald.example>"
    inner.set_content(STORY)
    outer = EmailMessage()
    outer["Subject"], outer["From"] = "Look at this", "Tom Hale <tom@herald.example>"
    outer.make_mixed()
    outer.add_attachment(inner)

    article = read(outer.as_bytes())
    assert (article.title, article.authors[0].name) == ("A wall for the river", "Jane Roe")


@pytest.mark.parametrize(
    ("sender", "authors", "site"),
    [
        ("Jane Roe <jane@herald.example>", ["Jane Roe"], None),
        ("The Herald <news@herald.example>", [], "The Herald"),
        ("Jane Roe from The Herald <news@herald.example>", ["Jane Roe"], "The Herald"),
        ("Anna Beispiel von Der Bote <post@bote.example>", ["Anna Beispiel"], "Der Bote"),
        ('"Herald News Service" <news@herald.example>', [], "Herald News Service"),
        ("=?utf-8?B?SsO2cmcgQsOkcg==?= <j@bote.example>", ["Jörg Bär"], None),
        ("news@herald.example", [], None),
        ("", [], None),
        ("((((", [], None),
    ],
)
def test_a_sender_is_an_author_or_a_site(sender: str, authors: list[str], site: str | None) -> None:
    article = read(f"From: {sender}\nSubject: A wall\n\n{STORY}")

    assert [author.name for author in article.authors] == authors
    assert article.site_name == site


def test_a_byline_goes_before_the_sender() -> None:
    article = read(f"From: Tom Hale <tom@herald.example>\n\nA wall\n\nBy Jane Roe\n\n{STORY}")

    assert [author.name for author in article.authors] == ["Jane Roe"]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("A wall for the river", "A wall for the river"),
        ("Re: AW: Fwd: A wall", "A wall"),
        ("=?utf-8?q?Mauer_f=C3=BC?=\n =?utf-8?q?r_den_Fluss?=", "Mauer für den Fluss"),
        ("=?utf-8?q?Gr=C3?= =?utf-8?q?=B6=C3=9Fe?=", "Größe"),
        ("=?x-none?q?caf=E9?=", "café"),
        ("=?utf-8?b?broken", "=?utf-8?b?broken"),
        ("Re:", "Re:"),
        ("", None),
    ],
)
def test_subjects(subject: str, title: str | None) -> None:
    article = read(f"Subject: {subject}\n\n{STORY}".encode())

    assert article.stated_headline == title


def test_the_name_of_a_list_is_no_part_of_the_title() -> None:
    article = read(f"List-Id: <town.lists.example>\nSubject: [Town] A wall\n\n{STORY}")

    assert article.title == "A wall"
    assert read(f"Subject: [Update] A wall\n\n{STORY}").title == "[Update] A wall"


def test_a_date_that_cannot_be_read_stays_as_it_is() -> None:
    article = read(f"Date: Never o'clock\n\n{STORY}")

    assert (article.published.raw, article.published.value) == ("Never o'clock", None)
    assert [warning.kind for warning in article.warnings] == ["date"]


def test_soft_line_breaks_are_undone() -> None:
    data = "Content-Type: text/plain; format=flowed\n\nThe council voted \nfor a wall.\n\n> It \n> is.\n"

    assert read(data).source == "The council voted for a wall.\n\n> It is."


def test_quoted_text_is_not_the_story() -> None:
    article = read(
        f"{STORY}\nOn Monday Tom Hale wrote:\n> Is there news of the wall?\n>> Not yet.\n"
    )

    assert "Is there news" not in " ".join(
        node.text for node in article.body if isinstance(node, Paragraph)
    )


def test_what_is_no_message_is_its_own_text() -> None:
    article = read(b"The council voted on Monday.")

    assert "The council voted on Monday." in article.source + str(article.title)
    assert read(b"").nodes == ()


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/mixed\n\nNo boundary.",
        b"Content-Type: multipart/mixed; boundary=b\n\nNo part.",
        b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!not base64",
        b"Content-Type: ;;;\n\nx",
        b"Content-Type: text/plain; charset*0=utf; charset*1*=''%E4\n\nx",
        b"Content-Disposition: \xff\xfe\n\nx",
        b"\0\0\0\n\n\0",
    ],
)
def test_a_damaged_message_is_an_article(data: bytes) -> None:
    article = read(data)

    assert Article.from_json(article.to_json()) == article


def test_parts_nested_for_mischief_are_text() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(200))
    article = read(deep + "Content-Type: text/plain\n\nThe council voted.")

    assert "The council voted." in article.source
    assert [warning.kind for warning in article.warnings] == ["mail"]


def test_many_parts_side_by_side_are_read() -> None:
    mail = EmailMessage()
    mail.make_mixed()
    for number in range(80):
        part = EmailMessage()
        part.set_content(f"Text {number}.")
        part.add_alternative(f"<p>Page {number}.", subtype="html")
        mail.attach(part)
    article = read(mail.as_bytes())

    assert "Page 79." in article.source
    assert article.warnings == ()


def test_explain_takes_messages_too() -> None:
    trace = articlekit.explain(MAILS / "wire.eml")

    assert trace.decisions[0].text == "Rat stimmt für neue Mauer am Fluss"
    assert trace.decisions[0].label == Headline.__struct_config__.tag


ENGLISH = """\
The council voted on Monday evening for a wall that will keep the river out of the lower town.

Most of the council spoke for the wall, but three members asked for a park in its place.
"""
GERMAN = """\
Der Rat hat am Montagabend für eine Mauer gestimmt, die den Fluss aus der Unterstadt halten soll.

Die meisten Mitglieder sprachen sich für die Mauer aus, drei wollten lieber einen Park.
"""
FRENCH = """\
Le conseil a voté lundi soir pour un mur qui tiendra la rivière hors de la ville basse.

La plupart des élus ont parlé pour le mur, mais trois d'entre eux voulaient un parc.
"""
SPANISH = """\
El consejo votó el lunes por la noche a favor de un muro que mantendrá el río fuera de la ciudad.

La mayoría habló a favor del muro, pero tres miembros querían un parque en su lugar.
"""


@pytest.mark.parametrize(
    ("story", "footer"),
    [
        (ENGLISH, "You received this email because you subscribed to The Herald."),
        (ENGLISH, "Unsubscribe: https://herald.example/u"),
        (ENGLISH, "Manage your preferences: https://herald.example/p"),
        (ENGLISH, "To unsubscribe from this list, visit https://herald.example/u"),
        (ENGLISH, "No longer want to receive these emails? Unsubscribe."),
        (ENGLISH, "Copyright (C) 2026 The Herald. All rights reserved."),
        (ENGLISH, "This message is confidential and intended for the addressee only."),
        (GERMAN, "Sie erhalten diese E-Mail, weil Sie den Newsletter abonniert haben."),
        (GERMAN, "Newsletter abbestellen: https://bote.example/u"),
        (FRENCH, "Vous recevez cet e-mail car vous êtes inscrit à notre newsletter."),
        (FRENCH, "Se désabonner : https://soir.example/u"),
        (SPANISH, "Recibe este correo porque se suscribió a nuestro boletín."),
        (SPANISH, "Darse de baja: https://dia.example/u"),
    ],
)
def test_what_stands_at_the_foot_is_boilerplate(story: str, footer: str) -> None:
    for form in ("plain", "html"):
        text = f"{story}\n{footer}\n"
        body = text if form == "plain" else "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        article = read(f"Subject: A wall\nContent-Type: text/{form}; charset=utf-8\n\n{body}")

        assert isinstance(article.nodes[-1], Boilerplate), form
        assert article.nodes[-1].text == footer, form
        assert story.startswith(article.paragraphs[0].text), form
