"""Which part of a web page is the text: the article, without menus, lists of links and footers."""

import re
from collections.abc import Callable
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of
from loaders.readers.web.tagged import Numbered

_DROPPED = (
    "script,style,template,noscript,nav,aside,footer,button,select,textarea,svg,iframe,"
    "body > header,#header,.breadcrumb,.menu,.sidebar,#footer,.footer,[class^=footer],[id^=footer],"
    "del,[style*='mso-hide:all']"
)
_CANDIDATES = (
    "article,main,[role=main],#content,#main,#noidung,.content,.article,.post,.entry-content,"
    "[class*=noidung],[class*=noi-dung],[class*=detail],[class*=article-content],[id*=content]"
)
#: of the words on the page, an article holds at least this share
_SHARE = 0.5
#: a container with less text than this is empty, or holds a summary
_LEAST = 300
#: a page with a smaller share of its words in links is no page of a site
_LINKED = 0.1
#: a list of links has no larger share of words outside them: its title, days
_OWN = 0.5
#: what holds so many links and hardly a word beside them is no text, whatever it is called
_HOLDERS, _BETWEEN = "td,div,p,center", frozenset({"br", "img"})
_LINKS, _BARE = 3, 0.05
#: the article holds at least this share of what was found of it
_MOSTLY = 0.9
#: candidates looked at
_MOST = 80


class ContainerRow(Row):
    """Where a site keeps the text of a document, or what stands beside it (``pages.toml``)."""

    selector: str
    site: str


@cache
def containers() -> tuple[ContainerRow, ...]:
    """The containers of known sites."""
    return rows("pages", "container", ContainerRow)


class ImprintRow(Row):
    """What only a site says of itself (``pages.toml``)."""

    words: str
    examples: tuple[str, ...]
    misses: tuple[str, ...] = ()


@cache
def _imprints() -> re.Pattern[str]:
    return re.compile(any_of(row.words for row in rows("pages", "imprint", ImprintRow)))


def is_imprint(words: str) -> bool:
    """Whether a paragraph tells whose site a page is (thông tin trang, giấy phép)."""
    return _imprints().search(words) is not None


@cache
def asides() -> str:
    """The selector of what may be a list of links beside the text."""
    return ", ".join(row.selector for row in rows("pages", "aside", ContainerRow))


def article_of(tree: LexborHTMLParser, words: Numbered) -> LexborNode | None:
    """The part of the page that is its text, without its menus (bài viết)."""
    article = _article(tree, words)
    if article is not None and _own_words(article, words.weight) >= _LEAST:
        for node in reversed(article.css(_HOLDERS)):  # what lies in another goes before it
            if _is_menu(node, words.weight):
                node.decompose()
    return article


def _article(tree: LexborHTMLParser, words: Numbered) -> LexborNode | None:
    """The part of the page that is its text; the body when none stands out."""
    weight = words.weight
    for node in reversed(tree.css(_DROPPED)):  # what lies in another goes before it
        node.decompose()
    _drop_links(tree, weight)
    body = tree.body
    if body is None:
        return tree.root
    known = _known(tree, weight)
    if known is not None:
        return known
    best, least = body, weight(body.text())
    enough = _own_words(body, weight) * _SHARE
    for node in tree.css(_CANDIDATES)[:_MOST]:
        length = weight(node.text())
        if length < least and _own_words(node, weight) >= enough:
            best, least = node, length
    return best if best is not body else _found(body, words)


def _found(body: LexborNode, words: Numbered) -> LexborNode:
    """The part of the body that holds what trafilatura takes for the article.

    A page whose links are few is all text, such as a document that a word processor saved.
    """
    length = words.weight(body.text())
    if length - _own_words(body, words.weight) < _LINKED * length:
        return body
    from trafilatura import extract  # takes a moment to load; few pages need it

    article = extract(words.original, include_comments=False, favor_recall=True) or ""
    said = words.said_in(article)
    whole = said(body.text())
    if whole < _LEAST:
        return body
    node = body
    while (inner := _most(node, said)) and said(inner.text()) >= _MOSTLY * whole:
        node = inner
    return node


def _most(node: LexborNode, said: Callable[[str], int]) -> LexborNode | None:
    """The child that says most."""
    return max(node.iter(), key=lambda child: said(child.text()), default=None)


def _drop_links(tree: LexborHTMLParser, weight: Callable[[str], int]) -> None:
    """Leave out what is called related and holds little but links, and what holds links alone."""
    for node in reversed(tree.css(asides())):  # what lies in another goes before it
        if _own_words(node, weight) <= _OWN * weight(node.text()):
            node.decompose()
    if tree.body is None or _own_words(tree.body, weight) < _LEAST:
        return  # a page that is nothing but links says what they say
    for node in reversed(tree.css("ul,ol,dl,table")):
        if len(node.css("a[href]")) < _LINKS:
            continue
        if _own_words(node, weight) <= _BARE * weight(node.text()):
            node.decompose()


def _is_menu(node: LexborNode, weight: Callable[[str], int]) -> bool:
    """Whether an element is a row of links with signs between, as pages laid out in bare tables
    have for a menu; what lies in it is not looked at."""
    links = linked = own = 0
    for child in node.iter(include_text=True):
        if child.tag == "a":
            links, linked = links + 1, linked + weight(child.text())
        elif child.tag == "-text":
            own += weight(child.text_content or "")
        elif child.tag not in _BETWEEN:
            return False
    return links >= _LINKS and own <= _BARE * (own + linked)


def _known(tree: LexborHTMLParser, weight: Callable[[str], int]) -> LexborNode | None:
    """The container of the text on a page of a known site; None on other pages."""
    for row in containers():
        nodes = tree.css(row.selector)
        node = max(nodes, key=lambda node: weight(node.text()), default=None)
        if node is not None and weight(node.text()) >= _LEAST:
            return node
    return None


def _own_words(node: LexborNode, weight: Callable[[str], int]) -> int:
    """How much of a node's text stands outside links."""
    return weight(node.text()) - sum(weight(link.text()) for link in node.css("a"))
