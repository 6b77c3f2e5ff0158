"""The article: one ordered tuple of nodes, and views of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from articlekit.figures import Figure as Figure
from articlekit.figures import Image as Image
from articlekit.figures import place_figures
from articlekit.folding import squeeze
from articlekit.model import (
    STORY,
    Attribution,
    Author,
    Boilerplate,
    Byline,
    Correction,
    Dateline,
    Headline,
    Kicker,
    Mark,
    Node,
    Paragraph,
    PhotoCredit,
    PullQuote,
    Quote,
    Span,
    Standfirst,
    Subheading,
    TimeLine,
    Timestamp,
    Warn,
)
from articlekit.sections import Section as Section
from articlekit.sections import sections_of, texts_of

if TYPE_CHECKING:
    from typing import Any

_N = TypeVar("_N", bound=Struct)


class Article(Struct, frozen=True):
    """A parsed article.

    `nodes` is a partition of `source`: every non-space character belongs to exactly one node.
    Everything else is a view of the nodes or a fact about the page.
    """

    source: str
    """The text that spans point into: the caller's own string for raw text, what a page shows, what
    an entry holds, the part of a message that was read."""
    nodes: tuple[Node, ...] = ()
    """Everything that stands in the source, in reading order."""
    authors: tuple[Author, ...] = ()
    """Everyone named as having made the article; a biography's role and employer filled in."""
    language: str | None = None
    """ISO 639-1, as stated by the caller or the page or as detected."""
    url: str | None = None
    """The address that the caller, the response or the entry of a feed gave."""
    canonical_url: str | None = None
    """The address that the page states as its own."""
    site_name: str | None = None
    """What the site calls itself."""
    section: str | None = None
    """The part of the site that the article belongs to: "Sport", "Opinion"."""
    tags: tuple[str, ...] = ()
    """What the page's metadata list as topics."""
    description: str | None = None
    """What the page's metadata says the article is about."""
    lead_image: Image | None = None
    """The picture that stands for the article, as the metadata name it."""
    stated_headline: str | None = None
    """What headings and metadata agree on as the headline, as it is spelt there."""
    stated_published: Timestamp | None = None
    """When it was published, weighed from metadata, page and address; `None` for raw text."""
    stated_modified: Timestamp | None = None
    """When it was last changed, weighed in the same way."""
    paywalled: bool = False
    """Whether the page says that the article is not free to read."""
    body_origin: Literal["jsonld", "state"] | None = None
    """Where the body stands when the page does not show it: in linked data or in the state of a
    program. The nodes that come from there have the `path` of that script."""
    warnings: tuple[Warn, ...] = ()
    """What could not be read or had to be cut."""
    marks: tuple[Mark, ...] = ()
    """Links and emphasis, sorted by where they start; text has no tags."""
    images: tuple[Image, ...] = ()
    """The pictures of the page that stand among the nodes, in order."""

    def _all(self, kind: type[_N]) -> tuple[_N, ...]:
        return tuple(node for node in self.nodes if isinstance(node, kind))

    def _first(self, kind: type[_N]) -> _N | None:
        return next((node for node in self.nodes if isinstance(node, kind)), None)

    @property
    def headline(self) -> Headline | None:
        """The headline; of several copies the surest, the first of equals.

        On a page of markup it is the copy that the metadata confirm, spelt as they part it from
        its kicker. One that only the metadata know has an empty span.
        """
        copies = self._all(Headline)
        if self.stated_headline is None:
            return max(copies, key=lambda node: node.confidence) if copies else None
        wanted = squeeze(self.stated_headline)
        for node in copies:
            if squeeze(node.text) == wanted:
                return replace(node, text=self.stated_headline)
        return Headline(text=self.stated_headline, span=Span(0, 0), confidence=0.5)

    @property
    def title(self) -> str | None:
        """The headline's text: an alias for users of other libraries."""
        return self.headline.text if self.headline else None

    @property
    def kicker(self) -> Kicker | None:
        """The topic line over the headline."""
        return self._first(Kicker)

    @property
    def standfirst(self) -> Standfirst | None:
        """The summary under the headline (its first block when it has several)."""
        return self._first(Standfirst)

    @property
    def byline(self) -> Byline | None:
        """The first line that names who wrote the article."""
        return self._first(Byline)

    @property
    def dateline(self) -> Dateline | None:
        """Where, when and for whom the story was filed (the first, in a roundup)."""
        return self._first(Dateline)

    @property
    def published(self) -> Timestamp | None:
        """When it was published, as far as it is stated."""
        printed = (node.published for node in self.nodes if isinstance(node, (TimeLine, Byline)))
        return self.stated_published or next(filter(None, printed), None)

    @property
    def modified(self) -> Timestamp | None:
        """When it was last changed, as far as it is stated."""
        printed = (node.modified for node in self.nodes if isinstance(node, (TimeLine, Byline)))
        return self.stated_modified or next(filter(None, printed), None)

    @property
    def reading_minutes(self) -> int | None:
        """The reading time as printed, in minutes."""
        stated = (node.reading_minutes for node in self._all(TimeLine))
        return next((minutes for minutes in stated if minutes is not None), None)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Pictures with their captions and credits; without a known picture, captions and credits.

        A picture takes what stands right after it, else right before it.
        """
        placed = place_figures(self.nodes, self.images, self.lead_image)
        return tuple(one.figure for one in placed)

    @property
    def photo_credits(self) -> tuple[PhotoCredit, ...]:
        """Every picture credit, in order; where none is printed, the one that a feed states."""
        stated = self.lead_image.credit if self.lead_image else None
        return self._all(PhotoCredit) or ((stated,) if stated else ())

    @property
    def body(self) -> tuple[Node, ...]:
        """The story: paragraphs, subheadings, lists, quotes, tables and embeds.

        A display quote belongs to it unless it only repeats what the story says elsewhere.
        """
        return tuple(
            node
            for node in self.nodes
            if isinstance(node, (*STORY, Attribution))
            or (isinstance(node, PullQuote) and not node.repeated)
        )

    @property
    def text(self) -> str:
        """The body's text, a blank line between nodes; its dateline opens it if it gives no day."""
        return "\n\n".join(texts_of(self.nodes, self.body, dated=False))

    @property
    def paragraphs(self) -> tuple[Paragraph | Quote, ...]:
        """The paragraphs and the quotations that stand as paragraphs."""
        return tuple(node for node in self.nodes if isinstance(node, (Paragraph, Quote)))

    @property
    def subheadings(self) -> tuple[Subheading, ...]:
        """The headings inside the story."""
        return self._all(Subheading)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every subheading with the body's nodes below it, up to the next one."""
        return sections_of(self.body)

    @property
    def questions(self) -> tuple[Section, ...]:
        """The sections whose subheading asks a question, and so the answers."""
        return tuple(
            section for section in self.sections if section.subheading.question == "direct"
        )

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotations that belong to the running story."""
        return self._all(Quote)

    @property
    def pull_quotes(self) -> tuple[PullQuote, ...]:
        """Quotations set for display."""
        return self._all(PullQuote)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Corrections and editor's notes."""
        return self._all(Correction)

    @property
    def boilerplate(self) -> tuple[Boilerplate, ...]:
        """Everything around the story, labelled by kind."""
        return self._all(Boilerplate)

    def to_dict(self) -> dict[str, Any]:
        """The article as plain dicts, lists and strings, as in its JSON."""
        from articlekit.exporters.json import to_dict

        return to_dict(self)

    def to_json(self, *, indent: int = 0) -> str:
        """The article as JSON; `Article.from_json` gives the equal article back."""
        from articlekit.exporters.json import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """Read an article back from its JSON, validated; `DataError` says what does not fit."""
        from articlekit.exporters.json import from_json

        return from_json(data)

    def to_markdown(self) -> str:
        """The article for readers, as Markdown: headline to body, without boilerplate."""
        from articlekit.exporters.markdown import to_markdown

        return to_markdown(self)

    def to_html(self, *, boilerplate: bool = False) -> str:
        """The article for readers, as clean HTML that is safe to show; see `exporters.html`."""
        from articlekit.exporters.html import to_html

        return to_html(self, boilerplate=boilerplate)

    def _repr_html_(self) -> str:
        """The article in small, for the output of a notebook cell; see `view.notebook`."""
        from articlekit.view.notebook import to_notebook

        return to_notebook(self)

    def to_text(self) -> str:
        """The article for readers, as plain text: headline, standfirst, byline and body."""
        from articlekit.exporters.text import to_text

        return to_text(self)

    def to_jsonld(self) -> dict[str, Any]:
        """The article as a `NewsArticle` of schema.org, a dict for `json.dumps`."""
        from articlekit.exporters.jsonld import to_jsonld

        return to_jsonld(self)

    def to_ninjs(self) -> dict[str, Any]:
        """The article as a news object of IPTC ninjs 3.1, a dict for `json.dumps`."""
        from articlekit.exporters.ninjs import to_ninjs

        return to_ninjs(self)

    def to_nitf(self) -> str:
        """The article as a document of IPTC NITF 3.6, in XML."""
        from articlekit.exporters.nitf import to_nitf

        return to_nitf(self)

    def to_tei(self, *, boilerplate: bool = False) -> str:
        """The article as a document of TEI P5, in XML; see `exporters.tei`."""
        from articlekit.exporters.tei import to_tei

        return to_tei(self, boilerplate=boilerplate)
