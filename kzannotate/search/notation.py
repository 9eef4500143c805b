"""How a query is written: Whoosh's parser with the notations that docs/search.md describes.

Each notation of ours is tagged before Whoosh cuts the rest into words, and gives a node of Whoosh's
tree that holds what was typed. `search.parsing` says what it means.
"""

import re
from collections.abc import Iterator
from functools import cache

from whoosh import query as tree
from whoosh.analysis import Filter, RegexTokenizer
from whoosh.analysis.acore import Composable, Token
from whoosh.fields import TEXT, Schema
from whoosh.qparser import QueryParser, plugins, syntax

from kzannotate.search.analysis import WORD, fold

FIELDS = ("lang", "doc", "code", "memo", "coder", "date", "page")
_QUOTES = '"“”„‟«»'
_BEFORE = rf"(?<![^\s(){_QUOTES}])"
_AFTER = r"(?=[\s()]|$)"
_IN_QUOTES = rf"[{_QUOTES}](?P<text>[^{_QUOTES}]*)[{_QUOTES}]"


NEAR = "\0"
"""Between what was quoted and the number behind `~`: no query has it."""


class Quoted(tree.Term):  # type: ignore[misc]  # Whoosh has no types
    """What stands between quotation marks, with `NEAR` and a number behind it or not."""


class ExactText(tree.Term):  # type: ignore[misc]  # Whoosh has no types
    """What stands behind `=`, with or without quotation marks."""


class Expression(tree.Term):  # type: ignore[misc]  # Whoosh has no types
    """What stands between two slashes."""


class FieldText(tree.Term):  # type: ignore[misc]  # Whoosh has no types
    """A field and its value: `page:3`."""


class _Node(syntax.TextNode):  # type: ignore[misc]  # Whoosh has no types
    """Hands on what was typed as it is; Whoosh's own nodes fold it."""

    def query(self, _parser: QueryParser) -> tree.Term:
        """What stands for it in the tree."""
        return self.qclass("forms", self.text)


class _QuotedNode(_Node):
    qclass = Quoted

    def __init__(self, text: str, near: str | None) -> None:
        super().__init__(text + (near or "").replace("~", NEAR))


class _ExactNode(_Node):
    qclass = ExactText

    def __init__(self, text: str | None, word: str | None) -> None:
        super().__init__(text or word or "")


class _ExpressionNode(_Node):
    qclass = Expression


class _FieldNode(_Node):
    qclass = FieldText

    def __init__(self, name: str, text: str | None, word: str | None) -> None:
        super().__init__(f"{name.lower()}:{text if word is None else word}")


class _FuzzyNode(syntax.TextNode):  # type: ignore[misc]  # Whoosh has no types
    qclass = tree.FuzzyTerm


class _QuotedPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    expr = rf"{_IN_QUOTES}(?P<near>~\d{{0,4}})?{_AFTER}"
    nodetype = _QuotedNode


class _ExactPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    expr = rf"{_BEFORE}=(?:{_IN_QUOTES}|(?P<word>[^\s(){_QUOTES}]+)){_AFTER}"
    nodetype = _ExactNode


class _ExpressionPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    expr = rf"{_BEFORE}/(?P<text>(?:[^/\\]|\\.)+)/{_AFTER}"
    nodetype = _ExpressionNode


class _FieldPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    expr = (
        rf"{_BEFORE}(?P<name>(?i:{'|'.join(FIELDS)})):"
        rf"(?:{_IN_QUOTES}|(?P<word>[^\s(){_QUOTES}]*)){_AFTER}"
    )
    nodetype = _FieldNode


class _WildcardPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Takes what holds `*` or `?` as one word; Whoosh's own plugin cuts `a??b` in two."""

    expr = rf"{_BEFORE}(?P<text>[^\s(){_QUOTES}*?]*[*?][^\s(){_QUOTES}]*)"
    nodetype = plugins.WildcardPlugin.WildcardNode


class _FuzzyPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Takes `word~` and `word~2`; Whoosh's own plugin cuts words at apostrophes first."""

    expr = rf"{_BEFORE}(?P<text>[^\s(){_QUOTES}*?~]+~\d?){_AFTER}"
    nodetype = _FuzzyNode


class FoldFilter(Filter):  # type: ignore[misc]  # Whoosh has no types
    """A step of Whoosh's analysis that folds each word."""

    def __call__(self, tokens: Iterator[Token]) -> Iterator[Token]:
        """Fold the text of the tokens as they pass."""
        for token in tokens:
            token.text = fold(token.text)
            yield token


def analyser() -> Composable:
    """`search.analysis` as Whoosh's parser wants it."""
    return RegexTokenizer(WORD) | FoldFilter()


@cache
def parser() -> QueryParser:
    """Whoosh's parser with what we document, and nothing of its fields, ranges or boosts."""
    ours = (_ExpressionPlugin, _ExactPlugin, _FieldPlugin, _QuotedPlugin)
    return QueryParser(
        "forms",
        Schema(forms=TEXT(analyzer=analyser(), multitoken_query="phrase")),
        plugins=[
            *(plugin() for plugin in ours),
            plugins.WhitespacePlugin(),
            _WildcardPlugin(),
            _FuzzyPlugin(),
            plugins.OperatorsPlugin(AndNot=None, AndMaybe=None, Require=None),
            plugins.GroupPlugin(),
        ],
    )


def unpaired(query: str) -> str:
    """The quotation marks and brackets of a query that have no partner, each once."""
    rest = query
    for plugin in (_ExpressionPlugin, _ExactPlugin, _FieldPlugin, _QuotedPlugin):
        rest = re.sub(plugin.expr, " ", rest)
    quotes = [mark for mark in dict.fromkeys(rest) if mark in _QUOTES]
    depth = 0
    lone = dict.fromkeys(quotes)
    for letter in rest:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            lone[")"] = None
            depth = 0
    if depth:
        lone["("] = None
    return " ".join(lone)
