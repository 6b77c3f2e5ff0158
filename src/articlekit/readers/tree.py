"""Trees that a caller already holds, replayed as events; nothing in them is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articlekit.readers.events import Events


def kind_of_tree(source: object) -> Literal["lxml", "bs4"] | None:
    """Which library's tree an object is, told by where its type is defined: nothing is imported."""
    for base in type(source).__mro__:
        library = base.__module__.partition(".")[0]
        if library == "bs4":
            return "bs4" if hasattr(source, "contents") else None
        if library == "lxml":
            tree = hasattr(source, "getroot") or isinstance(getattr(source, "tag", None), str)
            return "lxml" if tree else None
    return None


def replay(tree: object, events: Events) -> None:
    """Call the events of a tree or of a part of one, in the order of its markup."""
    if kind_of_tree(tree) == "bs4":
        _replay_soup(tree, events)
    else:
        _replay_lxml(tree, events)


def _replay_lxml(tree: Any, events: Events) -> None:  # noqa: ANN401 - lxml has no types
    root = tree.getroot() if hasattr(tree, "getroot") else tree
    if root is None:
        return
    _replay_branch(root, events)
    # Text behind `</html>` makes lxml open a second root beside the first.
    if root.getparent() is None:
        for other in root.itersiblings():
            if isinstance(other.tag, str):
                _replay_branch(other, events)


def _replay_branch(root: Any, events: Events) -> None:  # noqa: ANN401 - lxml has no types
    from lxml import etree

    start, end, data, _ = events
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            if isinstance(node.tag, str):
                start(_local(node.tag), _attributes(node.attrib))
                if node.text:
                    data(node.text)
            continue
        if event == "end" and isinstance(node.tag, str):
            end(_local(node.tag))
        if node.tail and node is not root:
            data(node.tail)


def _local(name: str) -> str:
    """A name without its namespace, in lower case."""
    return name.rpartition("}")[2].lower()


def _attributes(found: Any) -> dict[str, str]:  # noqa: ANN401 - lxml has no types
    return {_local(name): value for name, value in found.items()} if found else {}


def _replay_soup(soup: Any, events: Events) -> None:  # noqa: ANN401 - imported only with its tree
    from bs4 import BeautifulSoup
    from bs4.element import PreformattedString, Tag

    start, end, data, _ = events
    stack: list[tuple[Any, Iterator[Any]]] = []

    def enter(tag: Any) -> None:  # noqa: ANN401 - as above
        if not isinstance(tag, BeautifulSoup):
            start(_local(tag.name), _soup_attributes(tag.attrs))
        stack.append((tag, iter(tag.contents)))

    enter(soup)
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if not isinstance(tag, BeautifulSoup):
                end(_local(tag.name))
        elif isinstance(child, Tag):
            enter(child)
        elif not isinstance(child, PreformattedString):
            data(str(child))


def _soup_attributes(found: Mapping[str, object]) -> dict[str, str]:
    return {
        name.lower(): " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
        for name, value in found.items()
        if value is not None
    }
