"""How a language cites: its words for article and part, how it joins and links them, compiled."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kzannotate.suggest.article_openings import expression
from kzannotate.suggest.article_reading import fold
from kzannotate.suggest.rules import SHARED, Rules

CODE = "legal_article"
_SUFFIX = r"bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|undecies|duodecies"
NUMBER = (
    r"(?:[lrd](?:\.\s?|\s)?(?=\d))?"  # French codes: L. 121-4
    r"(?:\d{1,4}(?:er|re|\.?°|-?(?:a|o)(?!\w)(?:\.(?=,|\s(?:const|del?\s|bis|y\s)))?|-?(?:и|я|ои|ую|ю|е|го|м)(?!\w))?"
    rf"(?:[-/.:]\d{{1,3}}(?!\d)(?:\.?°)?|[-.][a-zа-я](?![\w'.])|(?:\s?-\s?|\s)?(?:{_SUFFIX})(?!\w)|(?:[a-zа-я]|aa|bb|cc|dd|ee|ff|gg|hh|ii|jj|kk)(?![\w']))*"
    r"|[ivx]{1,7}(?:\.[a-z](?!\w))?(?!\w|-\w))(?!\d|/\d|\s?%)"
)
"""An article's number: `174`, `174-1`, `137c`, `416-bis`, `L. 121-4`, `1er`, `IV`."""
DESCRIPTION = r'(?:\s?(?:\([^()]{1,200}\)|"[^"]{1,200}"))'
"""What an article is about, in brackets or quotation marks after its number."""
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-ӿ]"
BESIDE = re.compile(
    rf"(,)?\s{{1,2}}((?!Mc|Mac|{_CAPITAL}{{2,9}}s\b){_CAPITAL}(?=[^\W\d_]{{0,4}}{_CAPITAL})[^\W\d_]{{1,7}})"
    rf"(?![\w-])(?!\s{{1,3}}{_CAPITAL})(\s?(?:[),.;:]|$))?"
)
"""In text as written: an abbreviation beside a number, where no capital follows.

Group 1 is a comma before it, group 2 the abbreviation, group 3 what ends the phrase there.
"""
_PLAIN = r"\d{1,4}(?:-\d{1,3})?"
POINTS = r"(?:\s?\(\s?(?:\d{1,2}[a-z]?|[a-zа-я]|[ivx]{1,5})\s?\)|\s[a-zа-я]\))+"
"""`(1)(a)`, after a number."""
VALUE = (
    rf"(?:(?:\d{{1,3}}(?:er|re|e|\.?°|[a-z]{{1,3}}(?!\w)|-?[а-я]{{1,3}}(?!\w))?(?:[-.]\d{{1,2}}(?!\d))?"
    rf"(?:(?:\s?-\s?|\s)?(?:{_SUFFIX}))?(?!\w)(?:\s(?:\"[a-zа-я]\"|[b-df-h](?![\w'.)])))?"
    rf"|[a-zа-я](?![\w']|\.\s?[\d\"(]|\.\w|\s{{1,3}}\d)|[ivx]{{1,5}}(?!\w)|\"[a-zа-я]\"|'[a-zа-я]')(?:{POINTS}|\))?|{POINTS})"
)
"""The number or letter of a part: `2`, `1er`, `a`, `(d)`, `"б"`."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The expressions of one language, for folded text; none has a group but where it is said."""

    language: str
    also: re.Pattern[str]
    """Between two members of a list: `, `, ` et `, `, ainsi que `; group 1: not a lone comma."""
    bare_and: re.Pattern[str]
    """The same without a word of grammar: not ` et de l'`, before another `article`."""
    upto: re.Pattern[str]
    """Between the ends of a range."""
    sign: re.Pattern[str]
    """Before a number, or nothing: `n° `, `№`."""
    back: re.Pattern[str]
    """Numbers that stand before their word for article: `174, 274-`."""
    linked: re.Pattern[str]
    """Between a part and its article, or nothing: ` de l'`, ` van `."""
    gap: re.Pattern[str]
    """Between an article and its law; up to three words may follow one that links."""
    more_points: re.Pattern[str]
    """Further points in a list; group 1: they alone."""
    numeral: re.Pattern[str]
    """A word that is an article's number: `article premier`."""
    numerals: dict[str, str]
    title: re.Pattern[str]
    """As `gap`, for a title of many words with capitals, in the text as written."""
    compound: re.Pattern[str]
    """A law as one word by its ending, `Politiewet 2012`; group 1 is the word."""
    link: re.Pattern[str]
    """The words that link an article to its law."""
    part: re.Pattern[str]
    """A part. Groups: an ordinal or a number before its word; or its word and what follows."""
    tail: re.Pattern[str]
    """The same after an article's number, with what separates them."""
    several: re.Pattern[str]
    """A word for part in the plural."""
    shaped: re.Pattern[str] | None
    """Parts without a word, before their article, in the text as written: `2° du A de l'`."""
    article: re.Pattern[str]
    """A word for article."""
    led: re.Pattern[str]
    """A word for article that may follow a part: also such as need a law beside them."""
    own: re.Pattern[str]
    """What follows where the article is one of no law: ` de la présente résolution`."""
    indefinite: re.Pattern[str]
    """What stands before a word for article that cites none: `an article `."""
    following: re.Pattern[str]
    """`ss.`, `et seq.` after a number: and those that follow."""
    said: re.Pattern[str]
    """May follow a number that ends a list: no noun."""
    ordinals: dict[re.Pattern[str], str]
    notably: re.Pattern[str]
    """Between a document and a paragraph of it: `, in particular `."""
    split: re.Pattern[str]
    """Between the values of a part."""
    goes_on: re.Pattern[str]
    """What may stand within the title of a law, between one word for law and another."""
    no_laws: frozenset[str]
    """Abbreviations of what isn't a law, as they are written."""
    no_points: frozenset[str]
    """Words of one letter that may follow a comma, and no points: `lettera d), è`."""
    own_laws: frozenset[str]
    """Small words for the rules of the body that speaks, where nothing else was named so."""
    paragraph: re.Pattern[str]
    """A part without an article, before the document it is of; group 1: its number."""
    law_first: bool
    """Whether a law that stands before its article belongs to the passage."""
    law_beside: bool
    """Whether an abbreviation of capitals right after a number is a law, whatever follows."""
    dotted: bool
    """Whether `9.1` is paragraph 1 of article 9."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's lists of words as expressions, each for one of its words."""

    also: str
    bare: str
    upto: str
    sign: str
    of: str
    article: str
    named: str
    part: str
    several: str
    after: str
    ordinal: str

    @property
    def joined(self) -> str:
        """What stands between two of a list."""
        return _listed(self.also) + r"|\s?;\s{0,3}"

    @property
    def until(self) -> str:
        """What stands between the ends of a range."""
        return rf"\s{{1,3}}(?:{self.upto})\s{{0,3}}|\s?-\s?"

    @property
    def link(self) -> str:
        """Words that link, or none."""
        return rf"(?:\s{{0,3}}(?:{self.of})\s{{0,3}}){{0,2}}"


def compiled(rules: Rules, language: str) -> Habits:
    """The habits of a language, and those that all share."""

    def one_of(name: str) -> str:
        return _any(map(fold, rules.words(language, CODE, name)))

    words, ordinals = _words(rules, language), _values(rules, language, "ordinals")
    numerals = {fold(word): value for word, value in _values(rules, language, "numerals").items()}
    part, more = _part(words), one_of("following_parts")
    later = _part(replace(words, part=f"{words.part}|{more}"))
    plain = rf"(?<![\w.,/-])(?:{_PLAIN}(?:{words.joined})){{0,8}}{_PLAIN}"
    return Habits(
        language=language,
        also=re.compile(_listed(words.also, "(")),
        bare_and=re.compile(_listed(words.bare)),
        upto=re.compile(rf"\s{{1,3}}(?:{words.upto})\s{{0,3}}"),
        sign=re.compile(rf"\s{{0,3}}(?:(?:{one_of('signs')})\s{{0,2}})?"),
        back=re.compile(rf"{plain}(?:-(?:и|ои|ю|ую|я|го|му))?(?=\s?(?:-\s?)?$)"),
        linked=re.compile(rf"\s{{0,3}},?{words.link}\s{{0,3}}"),
        gap=re.compile(_gap(words)),
        more_points=re.compile(rf"(?:{words.joined}|{words.until})({POINTS})(?!\w)"),
        numeral=re.compile(rf"(?:{_any(numerals)})(?!\w)"),
        numerals=numerals,
        title=re.compile(_title(words.of, _any(rules.words(language, CODE, "title_words")))),
        compound=re.compile(_compound(words.of, one_of("law_endings"))),
        link=re.compile(rf"\s{{0,3}},?\s{{0,3}}(?:(?:{words.of})\s{{0,3}}){{1,2}}"),
        part=re.compile(part),
        tail=re.compile(rf"\s{{0,3}},?\s{{0,3}}{words.link}{later}"),
        several=re.compile(words.several),
        shaped=_shaped(words.of, rules.words(language, CODE, "part_shapes")),
        article=re.compile(words.article),
        led=re.compile(f"{words.article}|{words.named}"),
        own=re.compile(
            rf"\s{{0,3}},?{words.link}\s{{0,3}}(?:(?:{one_of('possessives')})\s{{1,3}})?(?:{one_of('not_of')})"
        ),
        indefinite=re.compile(rf"(?<!\w)(?:{one_of('indefinite')})\s{{1,3}}$"),
        said=re.compile(_said(words)),
        following=re.compile(rf"\s{{0,3}},?\s?(?:{one_of('following')})"),
        ordinals={re.compile(_any([fold(word)])): value for word, value in ordinals.items()},
        notably=re.compile(rf"\s?[,(]\s{{0,3}}(?:(?:{one_of('notably')})\s{{1,3}})?"),
        split=re.compile(words.joined),
        goes_on=re.compile(_goes_on(rules.words(language, CODE, "head_links"))),
        no_points=frozenset(rules.words(language, CODE, "no_points")),
        own_laws=frozenset(rules.words(language, CODE, "own_laws")),
        paragraph=re.compile(_paragraph(words)),
        no_laws=frozenset(rules.words(language, CODE, "no_laws")),
        law_first=bool(rules.table(language, CODE).get("law_first", False)),
        law_beside=bool(rules.table(language, CODE).get("law_beside", False)),
        dotted=bool(rules.table(language, CODE).get("dotted", False)),
    )


def _words(rules: Rules, language: str) -> _Words:
    def words(*names: str) -> list[str]:
        return [fold(word) for name in names for word in rules.words(language, CODE, name)]

    also = words("and")
    return _Words(
        also=_any(also),
        bare=_any(word for word in also if not _extends(word, also)),
        upto=_any(words("to")),
        sign=_any(words("signs")),
        of=_any(words("of")),
        article=_any(words("words", "plurals")),
        named=_any(set(words("named", "pointed")) - set(words("parts", "part_plurals"))),
        part=_any(words("parts", "part_plurals")),
        several=_any(words("part_plurals")),
        after=_any(words("parts_after")),
        ordinal=f"(?:{_any(map(fold, _values(rules, language, 'ordinals')))})",
    )


def _values(rules: Rules, language: str, name: str) -> dict[str, str]:
    """Words that stand for a number, those that all languages share with them."""
    shared, own = (rules.table(each, CODE).get(name, {}) for each in (SHARED, language))
    return {**shared, **own}


def _listed(also: str, group: str = "(?:") -> str:
    """Between two of a list: a comma, an `and`, or both; `(` makes the latter two a group."""
    return rf"{group}\s?,\s?(?:{also})\s{{0,3}}|\s{{1,3}}(?:{also})\s{{0,3}})|\s?,\s{{0,3}}"


def _part(words: _Words) -> str:
    listed = _listed(words.also)
    ordinals = rf"{words.ordinal}(?:(?:{listed}|{words.until}){words.ordinal})*"
    values = rf"{VALUE}(?:(?:{listed}|{words.until}){VALUE})*"
    before = (
        rf"\d{{1,3}}(?:-\d\))?\)?(?:(?:{listed})\d{{1,3}}(?:-\d\))?\)?)*|\"[a-zа-я]\""
        rf"|[a-zа-я]\)(?:(?:{listed})[a-zа-я]\))*"
    )
    return (
        rf"(?:(?:({ordinals})\s{{1,3}}|({before})(?:\s?-\s?|(?<=[)\"])\s))(?:{words.part}|{words.after})(?!\w)"
        rf"|({words.part})\s{{0,3}}(?:(?:{words.sign})\s{{1,3}})?({values}|{ordinals}))"
    )


def _paragraph(words: _Words) -> str:
    listed = _listed(words.also)
    values = rf"{VALUE}(?:(?:{listed}|{words.until}){VALUE})*"
    return rf"(?<!\w)(?:{words.part})\s{{0,3}}({values})(?:\s{{1,3}}(?:{words.of}))?\s{{0,3}}$"


def _gap(words: _Words) -> str:
    """A description, words that link, and up to three that don't: ` of the new `."""
    of = words.of
    free = rf"(?!(?:{of}|{words.also}|{words.article})(?!\w))[^\W\d_][\w'-]{{0,20}}\s{{1,3}}"
    return (
        rf"{DESCRIPTION}?\s{{0,3}}[,(]?\s{{0,3}}(?:(?:{of})\s{{0,3}}(?:(?:{of})\s{{0,3}})?"
        rf"(?:(?:19|20)\d\d\s{{1,3}})?(?:{free}){{0,3}}(?:(?:19|20)\d\d\s{{1,3}})?)?\"?"
    )


def _title(of: str, small: str) -> str:
    return (
        rf"(?:\s{{0,3}},?\s{{0,3}}(?i:{of})\s{{0,3}}|,\s{{1,3}})"
        r"(?:(?:\([^()]{3,40}\)|[^\W\d_a-zß-öø-ÿа-ӿ][\w'-]{0,20}),?\s{1,3}"
        rf"(?:(?:{small})\s{{1,3}}){{0,2}}){{1,8}}"
    )


def _goes_on(links: Sequence[str]) -> str:
    """Words with capitals and a remark in brackets, where titles end with their word for law."""
    word = r"(?!(?:Art|Sec|Rule)\w*\s)[^\W\d_a-zß-öø-ÿа-ӿ][\w'-]{1,20}"
    whole = rf"\s{{1,3}}(?:(?:\([^()]{{3,40}}\)|{_any(links)}|{word})\s{{1,3}}){{0,6}}"
    return whole if links else "(?!)"


def _shaped(of: str, shapes: Sequence[str]) -> re.Pattern[str] | None:
    shape = "|".join(shapes)
    linked = rf"(?:{shape})\s{{1,3}}(?:{of})\s{{0,3}}"
    return re.compile(rf"(?<![\w'-])(?:{linked}){{1,3}}$") if shape else None


def _compound(of: str, endings: str) -> str:
    words = r"(?:[^\W\d_][\w-]{2,25}\s{1,3}){0,2}"
    law = rf"([^\W\d_][^\W\d_-]{{1,25}}-?(?:{endings})(?:\s{{1,3}}(?:19|20)\d\d)?)(?!\w)"
    return rf"\s{{0,3}},?\s{{0,3}}(?:(?:{of})\s{{1,3}}{words})?{law}"


def _said(words: _Words) -> str:
    noun_less = rf"{words.also}|{words.upto}|{words.of}|{words.part}|{words.ordinal}"
    return rf"\s{{0,3}}(?:$|[^\w\s]|(?:{noun_less})(?!\w))"


def _extends(phrase: str, words: Iterable[str]) -> bool:
    """Whether another of the words begins this one: `et de l'` after `et`."""
    return any(phrase.startswith(f"{word} ") for word in words)


def _any(words: Iterable[str]) -> str:
    """An expression for one of these, which never matches where there are none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(expression, ordered)) or "(?!)"
