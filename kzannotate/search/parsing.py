"""The researcher's query, read by Whoosh's parser and compiled into a plan.

Words: all must occur in one passage. `OR`, `NOT`, `( )`, `"a phrase"`, `start*`, `*end`, `w?ld`,
`fuzzy~`, `fuzzy~2`.
Never fails: what can't be read as written is read differently, and a remark says so.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from whoosh import query as tree
from whoosh.analysis import Filter, RegexTokenizer
from whoosh.analysis.acore import Composable, Token
from whoosh.fields import TEXT, Schema
from whoosh.qparser import QueryParser, plugins, syntax

from kzannotate.model.query import (
    All,
    AnyOf,
    Fuzzy,
    Phrase,
    Plan,
    Prefix,
    Reading,
    Wildcard,
    Without,
    Word,
)
from kzannotate.model.text import normalise
from kzannotate.search.analysis import MARKS, WORD, fold, forms

LONGEST = 10_000
"""Code points of a query that are read."""
MOST_LETTERS = 2
"""Letters of a fuzzy word that may differ."""
_QUOTED = re.compile(r'"\s*([^\s"]+)\s*"')
_PATTERN = re.compile(rf"(?:[^\W_]|[*?{MARKS}])+")
_PIECES = re.compile(r"([*?])")
_STARS = re.compile(r"\*+")
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT)\b")


def read(query: str) -> Reading:
    """How the query is to be understood."""
    remarks: list[str] = []
    query = normalise(query)
    if len(query) > LONGEST:
        remarks.append(f"Only the first {LONGEST} characters were read.")
        query = query[:LONGEST]
    try:
        plan = _Compiler(remarks, _quoted(query)).plan(_parser().parse(query))
    except (IndexError, RecursionError):  # Whoosh gives up: NOT before NOT, too many brackets
        remarks.append("It was read as its words alone: a NOT or a bracket is out of place.")
        words = forms(_OPERATOR.sub(" ", query)).split()
        plan = _one_or(All, [Word((form,)) for form in dict.fromkeys(words)])
    if plan is None and query.strip() and not remarks:
        remarks.append("There is no word to search for.")
    return Reading(plan, tuple(dict.fromkeys(remarks)))


def _quoted(query: str) -> frozenset[str]:
    """The forms of single words between quotes, which Whoosh takes for words like others."""
    return frozenset(forms(match[1]) for match in _QUOTED.finditer(query))


@cache
def _parser() -> QueryParser:
    """Whoosh's parser with what we document, and nothing of fields, ranges or boosts."""
    return QueryParser(
        "forms",
        Schema(forms=TEXT(analyzer=analyser(), multitoken_query="phrase")),
        plugins=[
            plugins.WhitespacePlugin(),
            plugins.PhrasePlugin(),
            WildcardPlugin(),
            FuzzyPlugin(),
            plugins.OperatorsPlugin(AndNot=None, AndMaybe=None, Require=None),
            plugins.GroupPlugin(),
        ],
    )


class WildcardPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Takes what holds `*` or `?` as one word; Whoosh's own plugin cuts `a??b` in two."""

    expr = r"""(?<![^\s()"])(?P<text>[^\s()"*?]*[*?][^\s()"]*)"""
    nodetype = plugins.WildcardPlugin.WildcardNode


class FuzzyNode(syntax.TextNode):  # type: ignore[misc]  # Whoosh has no types
    """A word and how many of its letters may differ, as it was typed."""

    qclass = tree.FuzzyTerm


class FuzzyPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Takes `word~` and `word~2`; Whoosh's own plugin cuts words at apostrophes first."""

    expr = r"""(?<![^\s()"])(?P<text>[^\s()"*?~]+~\d?)(?=[\s()]|$)"""
    nodetype = FuzzyNode


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


class _Compiler:
    """Turns Whoosh's query tree into a plan, noting what it reads differently."""

    def __init__(self, remarks: list[str], quoted: frozenset[str]) -> None:
        """`quoted`: forms of single words that are meant as they are written."""
        self._remarks = remarks
        self._quoted = quoted

    def plan(self, node: tree.Query) -> Plan | None:
        """The plan of one node; None where nothing is left of it."""
        match node:
            case tree.And():
                return self._all(node.subqueries)
            case tree.Or():
                return _one_or(AnyOf, self._plans(node.subqueries))
            case tree.Not():
                return self._all([node])
            case _:
                return self._leaf(node)

    def _leaf(self, node: tree.Query) -> Plan | None:
        match node:
            case tree.Term():
                return self._word(node.text)
            case tree.Phrase():
                return Phrase(tuple(node.words)) if node.words else None
            case tree.Prefix():
                return self._wildcard(f"{node.text}*")
            case tree.Wildcard():
                return self._wildcard(node.text)
            case tree.FuzzyTerm():
                return self._fuzzy(node.text)
            case _:
                return None

    def _word(self, form: str) -> Plan | None:
        if form in self._quoted:
            return Phrase((form,))
        return Word((form,)) if form else None

    def _all(self, nodes: Sequence[tree.Query]) -> Plan | None:
        wanted = _one_or(All, self._plans([n for n in nodes if not isinstance(n, tree.Not)]))
        unwanted = _one_or(AnyOf, self._plans([n.query for n in nodes if isinstance(n, tree.Not)]))
        if wanted is None and unwanted is not None:
            self._remarks.append("NOT needs another word beside it to search for.")
        return Without(wanted, unwanted) if wanted and unwanted else wanted

    def _plans(self, nodes: Sequence[tree.Query]) -> list[Plan]:
        return [plan for plan in map(self.plan, nodes) if plan is not None]

    def _fuzzy(self, text: str) -> Plan | None:
        """The last word of `l'homme~` is the one whose letters may differ."""
        written, _, number = text.partition("~")
        letters = int(number or 1)
        if letters > MOST_LETTERS:
            self._remarks.append(f"{_short(text)}: at most {MOST_LETTERS} letters can differ.")
        *whole, last = forms(written).split() or [""]
        if not last:
            return None
        plan = Fuzzy(last, min(letters, MOST_LETTERS)) if letters else Word((last,))
        return _one_or(All, [*(Word((form,)) for form in whole), plan])

    def _wildcard(self, text: str) -> Plan | None:
        """The last word of `l'hom?e` is a pattern; any letters will do where it has none."""
        parts: list[Plan] = []
        for piece in _PATTERN.findall(text):
            pattern = "".join(one if one in "*?" else fold(one) for one in _PIECES.split(piece))
            pattern = _STARS.sub("*", pattern)
            if not pattern.strip("*?"):
                self._remarks.append(f"{_short(text)}: letters are needed beside * or ?.")
            elif "?" in pattern or "*" in pattern[:-1]:
                parts.append(Wildcard(pattern))
            else:
                parts.append(Prefix(pattern[:-1]) if pattern[-1] == "*" else Word((pattern,)))
        return _one_or(All, parts)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _one_or(kind: type[All] | type[AnyOf], plans: list[Plan]) -> Plan | None:
    """Nothing, the only plan itself, or all of them under `kind`."""
    if len(plans) < 2:
        return plans[0] if plans else None
    return kind(tuple(plans))
