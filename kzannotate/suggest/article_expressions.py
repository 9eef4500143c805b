"""The expressions of a language's citations, made of its lists of words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kzannotate.suggest.article_openings import expression

_SUFFIX = r"bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|undecies|duodecies"
_OF_CODE = r"(?:[lrd](?:\.\s?|\s)?(?=\d))?"
"""A French code's letter before a number: `L. 121-4`."""
_ORDINAL = (
    r"(?:er|re|\.?°|-?(?:a|o)(?!\w)(?:\.(?=,|\s(?:const|del?\s|bis|y\s)))?"
    r"|-?(?:и|я|ои|ую|ю|е|го|м)(?!\w))?"
)
"""`1er`, `4°`, `2.ª`, `5-я`."""
_BELOW = r"[-/.:]\d{1,3}(?!\d)(?:\.?°)?"
"""`174-1`, `19.2`."""
_LETTERED = r"[-.](?:[a-zа-я]|[ivx]{2,4})(?![\w'.])"
"""`137.c`, `23-III`."""
_INSERTED = rf"(?:\s?-\s?|\s)?(?:{_SUFFIX})(?!\w)"
"""`16 bis`."""
_LETTER = r"(?:[a-zа-я]|aa|bb|cc|dd|ee|ff|gg|hh|ii|jj|kk)(?![\w'])"
"""`137c`, `9bb`."""
_ROMAN = r"[ivx]{1,7}(?:\.[a-z](?!\w))?(?!\w|-\w)"
"""`IV`."""
_NAMED_BY_LETTER = r"[abce-km-qs-z](?=\(\d)"
"""`N(3)`."""
NUMBER = (
    rf"{_OF_CODE}(?:\d{{1,4}}{_ORDINAL}(?:{_BELOW}|{_LETTERED}|{_INSERTED}|{_LETTER})*"
    rf"|{_ROMAN}|{_NAMED_BY_LETTER})(?!\d|/\d|\s?%)"
)
"""An article's number: `174`, `174-1`, `137c`, `23-III`, `L. 121-4`, `1er`, `IV`, `N(3)`."""
DESCRIPTION = r'(?:\s?(?:\([^()]{1,200}\)|"[^"]{1,200}"))'
"""What an article is about, in brackets or quotation marks after its number."""
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-ӿ]"
BESIDE = re.compile(
    rf"(,)?\s{{1,2}}((?!Mc|Mac|{_CAPITAL}{{2,9}}s\b){_CAPITAL}(?=[^\W\d_]{{0,4}}{_CAPITAL})[^\W\d_]{{1,7}})"
    rf"(?![\w-])(?!\s{{1,3}}{_CAPITAL})(\s?(?:[),.;:]|$)|\s{{1,3}}(?:and|or|et|ou|en|of|e|o|y|und|и|или)\s)?"
)
"""In text as written: an abbreviation beside a number, where no capital follows.

Group 1 is a comma before it, group 2 the abbreviation, group 3 what ends the phrase there.
"""
PLAIN = r"\d{1,4}(?:-\d{1,3})?"
"""A number alone, or with one behind a hyphen: `174-1`."""
POINTS = r"(?:\s?\(\s?(?:\d{1,2}[a-z]?|[a-zа-я]|[ivx]{1,5})\s?\)|\s[a-zа-я]\))+"
"""`(1)(a)`, after a number."""
VALUE = (
    rf"(?:(?:\d{{1,3}}(?:er|re|e|\.?°|[a-z]{{1,3}}(?!\w)|-?[а-я]{{1,3}}(?!\w))?(?:[-.]\d{{1,2}}(?!\d))?"
    rf"(?:(?:\s?-\s?|\s)?(?:{_SUFFIX}))?(?!\w)(?:\s(?:\"[a-zа-я]\"|[b-df-h](?![\w'.)])))?"
    rf"|[a-zа-я](?![\w']|\.\s?[\d\"(]|\.\w|\s{{1,3}}\d)|[ivx]{{1,5}}(?!\w)|\"[a-zа-я]\"|'[a-zа-я]')(?:{POINTS}|\))?|{POINTS})"
)
"""The number or letter of a part: `2`, `1er`, `a`, `(d)`, `"б"`."""


@dataclass(frozen=True, slots=True)
class Words:
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
        return listed(self.also) + r"|\s?;\s{0,3}"

    @property
    def until(self) -> str:
        """What stands between the ends of a range."""
        return rf"\s{{1,3}}(?:{self.upto})\s{{0,3}}|\s?-\s?"

    @property
    def link(self) -> str:
        """Words that link, or none."""
        return rf"(?:\s{{0,3}}(?:{self.of})\s{{0,3}}){{0,2}}"


def listed(also: str, group: str = "(?:") -> str:
    """Between two of a list: a comma, an `and`, or both; `(` makes the latter two a group."""
    return rf"{group}\s?,\s?(?:{also})\s{{0,3}}|\s{{1,3}}(?:{also})\s{{0,3}})|\s?,\s{{0,3}}"


def part(words: Words) -> str:
    """A part. Groups: ordinals or numbers before its word; or its word and the values after it."""
    between = listed(words.also)
    ordinals = rf"{words.ordinal}(?:(?:{between}|{words.until}){words.ordinal})*"
    values = rf"{VALUE}(?:(?:{between}|{words.until}){VALUE})*"
    before = (
        rf"\d{{1,3}}(?:-\d\)|\s?\([a-zа-я]\)|\s[a-zа-я]\))?\)?(?:(?:{between})\d{{1,3}}(?:-\d\))?\)?)*|\"[a-zа-я]\""
        rf"|[a-zа-я]\)(?:(?:{between})[a-zа-я]\))*"
    )
    return (
        rf"(?:(?:({ordinals})\s{{1,3}}|({before})(?:\s?-\s?|(?<=[)\"])\s|\s(?={words.after})))(?:{words.part}|{words.after})(?!\w)"
        rf"|({words.part})\s{{0,3}}(?:(?:{words.sign})\s{{1,3}})?({values}|{ordinals}))"
    )


def back(words: Words) -> str:
    """Numbers in a list, up to a word for article that follows them."""
    plain = rf"(?<![\w.,/-])(?:{PLAIN}(?:{words.joined})){{0,8}}{PLAIN}"
    return rf"{plain}(?:-(?:и|ои|ю|ую|я|го|му))?(?=\s?(?:-\s?)?$)"


def paragraph(words: Words) -> str:
    """A part without an article, up to the document it is of; group 1: its values."""
    between = listed(words.also)
    values = rf"{VALUE}(?:(?:{between}|{words.until}){VALUE})*"
    return rf"(?<!\w)(?:{words.part})\s{{0,3}}({values})(?:\s{{1,3}}(?:{words.of}))?\s{{0,3}}$"


def gap(words: Words) -> str:
    """A description, words that link, and up to three that don't: ` of the new `."""
    of = words.of
    free = rf"(?!(?:{of}|{words.also}|{words.article})(?!\w))[^\W\d_][\w'-]{{0,20}}\s{{1,3}}"
    return (
        rf"{DESCRIPTION}?\s{{0,3}}[,(]?\s{{0,3}}(?:(?:{of})\s{{0,3}}(?:(?:{of})\s{{0,3}})?"
        rf"(?:(?:19|20)\d\d\s{{1,3}})?(?:{free}){{0,3}}(?:(?:19|20)\d\d\s{{1,3}})?)?\"?"
    )


def own(words: Words, possessives: str, not_of: str, no_texts: str) -> str:
    """Words that link, one that tells whose, and what has articles and is no law.

    Group 1: what has none of its own, a newspaper.
    """
    whose = rf"(?:(?:{possessives})\s{{1,3}})?"
    return rf"\s{{0,3}},?{words.link}\s{{0,3}}{whose}(?:({no_texts})|{not_of})"


def notably(words: str, law_first: bool) -> str:
    """A sign and a word; without a sign too where a document stands before its paragraph."""
    return rf"\s?[,(]\s{{0,3}}(?:(?:{words})\s{{1,3}})?" + (r"|\s{1,3}" if law_first else "")


def title(of: str, small: str) -> str:
    """Words that link, and words with capitals, small ones between them."""
    return (
        rf"(?:\s{{0,3}},?\s{{0,3}}(?i:{of})\s{{0,3}}|,\s{{1,3}})"
        r"(?:(?:\([^()]{3,40}\)|[^\W\d_a-zß-öø-ÿа-ӿ][\w'-]{0,20}),?\s{1,3}"
        rf"(?:(?:{small})\s{{1,3}}){{0,2}}){{1,8}}"
    )


def goes_on(links: Sequence[str]) -> str:
    """Words with capitals and a remark in brackets, where titles end with their word for law."""
    word = r"(?!(?:Art|Sec|Rule)\w*\s)[^\W\d_a-zß-öø-ÿа-ӿ][\w'-]{1,20}"
    whole = rf"\s{{1,3}}(?:(?:\([^()]{{3,40}}\)|{any_of(links)}|{word})\s{{1,3}}){{0,6}}"
    return whole if links else "(?!)"


def shaped(of: str, shapes: Sequence[str]) -> re.Pattern[str] | None:
    """Parts without a word that end where an article begins; None where a language has none."""
    shape = "|".join(shapes)
    linked = rf"(?:{shape})\s{{1,3}}(?:{of})\s{{0,3}}"
    return re.compile(rf"(?<![\w'-])(?:{linked}){{1,3}}$") if shape else None


def compound(of: str, endings: str) -> str:
    """Words that link, and a law as one word; group 1: that word."""
    words = r"(?:[^\W\d_][\w-]{2,25}\s{1,3}){0,2}"
    number = r"\s{1,3}(?:(?:19|20)\d\d|(?:nr\.|n°|no\.|№)\s?\d[\w/-]{0,12})"
    law = rf"((?:[^\W\d_]{{1,4}}-)?[^\W\d_][^\W\d_-]{{1,25}}-?(?:{endings})(?:{number})?)(?!\w)"
    return rf"\s{{0,3}},?\s{{0,3}}(?:(?:{of})\s{{1,3}}{words})?{law}"


def said(words: Words) -> str:
    """What may follow a number that ends a list: a sign or a small word."""
    noun_less = rf"{words.also}|{words.upto}|{words.of}|{words.part}|{words.ordinal}"
    return rf"\s{{0,3}}(?:$|[^\w\s]|(?:{noun_less})(?!\w))"


def extends(phrase: str, words: Iterable[str]) -> bool:
    """Whether another of the words begins this one: `et de l'` after `et`."""
    return any(phrase.startswith(f"{word} ") for word in words)


def any_of(words: Iterable[str]) -> str:
    """An expression for one of these, which never matches where there are none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(expression, ordered)) or "(?!)"
