"""How a language cites: its words for article and part, how it joins and links them, compiled."""

import re
from dataclasses import dataclass, replace

from kzannotate.suggest import article_expressions as expressions
from kzannotate.suggest.article_expressions import POINTS, any_of
from kzannotate.suggest.article_reading import fold
from kzannotate.suggest.rules import SHARED, Rules

CODE = "legal_article"


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
    """What follows where the article is one of no law: ` de la présente résolution`.

    Group 1: a newspaper or the like.
    """
    indefinite: re.Pattern[str]
    """What stands before a word for article that cites none: `an article `."""
    following: re.Pattern[str]
    """`ss.`, `et seq.` after a number: and those that follow."""
    said: re.Pattern[str]
    """May follow a number that ends a list: no noun."""
    ordinals: dict[str, str]
    """Words that number a part, in folded text: `premier`."""
    notably: re.Pattern[str]
    """Between a document and a paragraph of it: `, in particular `."""
    split: re.Pattern[str]
    """Between the values of a part."""
    standards: re.Pattern[str]
    """In the names of standards, whose rules are cited by number alone afterwards."""
    of_standards: re.Pattern[str]
    """Words for their rules, in the singular and in the plural."""
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


def compiled(rules: Rules, language: str) -> Habits:
    """The habits of a language, and those that all share."""

    def one_of(name: str) -> str:
        return any_of(map(fold, rules.words(language, CODE, name)))

    words, ordinals = _words(rules, language), _values(rules, language, "ordinals")
    numerals = {fold(word): value for word, value in _values(rules, language, "numerals").items()}
    table, titles = rules.table(language, CODE), rules.words(language, CODE, "title_words")
    later = expressions.part(replace(words, part=f"{words.part}|{one_of('following_parts')}"))
    return Habits(
        language=language,
        also=re.compile(expressions.listed(words.also, "(")),
        bare_and=re.compile(expressions.listed(words.bare)),
        upto=re.compile(rf"\s{{1,3}}(?:{words.upto})\s{{0,3}}"),
        sign=re.compile(rf"\s{{0,3}}(?:(?:{one_of('signs')})(?!\()\s{{0,2}})?"),
        back=re.compile(expressions.back(words)),
        linked=re.compile(rf"\s{{0,3}},?{words.link}\s{{0,3}}"),
        gap=re.compile(expressions.gap(words)),
        more_points=re.compile(rf"(?:{words.joined}|{words.until})({POINTS})(?!\w)"),
        numeral=re.compile(rf"(?:{any_of(numerals)})(?!\w)"),
        numerals=numerals,
        title=re.compile(expressions.title(words.of, any_of(titles))),
        compound=re.compile(expressions.compound(words.of, one_of("law_endings"))),
        link=re.compile(rf"\s{{0,3}},?\s{{0,3}}(?:(?:{words.of})\s{{0,3}}){{1,2}}"),
        part=re.compile(expressions.part(words)),
        tail=re.compile(rf"\s{{0,3}},?\s{{0,3}}{words.link}{later}"),
        several=re.compile(words.several),
        shaped=expressions.shaped(words.of, rules.words(language, CODE, "part_shapes")),
        article=re.compile(words.article),
        led=re.compile(f"{words.article}|{words.named}"),
        own=re.compile(expressions.own(words, *map(one_of, ("possessives", "not_of", "no_texts")))),
        indefinite=re.compile(rf"(?<!\w)(?:{one_of('indefinite')})\s{{1,3}}$"),
        said=re.compile(expressions.said(words)),
        following=re.compile(rf"\s{{0,3}},?\s?(?:{one_of('following')})"),
        ordinals={fold(word): value for word, value in ordinals.items()},
        notably=re.compile(expressions.notably(one_of("notably"), bool(table.get("law_first")))),
        split=re.compile(words.joined),
        standards=_standards(rules),
        of_standards=re.compile(one_of("standard_words")),
        goes_on=re.compile(expressions.goes_on(rules.words(language, CODE, "head_links"))),
        no_points=frozenset(rules.words(language, CODE, "no_points")),
        own_laws=frozenset(rules.words(language, CODE, "own_laws")),
        paragraph=re.compile(expressions.paragraph(words)),
        no_laws=frozenset(rules.words(language, CODE, "no_laws")),
        law_first=bool(table.get("law_first")),
        law_beside=bool(table.get("law_beside", False)),
        dotted=bool(table.get("dotted", False)),
    )


def _standards(rules: Rules) -> re.Pattern[str]:
    names, others = (
        any_of(map(fold, rules.words(SHARED, CODE, name))) for name in ("standards", "no_standards")
    )
    return re.compile(rf"(?:{names})(?!\s(?:{others}))")


def _words(rules: Rules, language: str) -> expressions.Words:
    def words(*names: str) -> list[str]:
        return [fold(word) for name in names for word in rules.words(language, CODE, name)]

    also = words("and")
    return expressions.Words(
        also=any_of(also),
        bare=any_of(
            word
            for word in also
            if word not in words("and_apart") and not expressions.extends(word, also)
        ),
        upto=any_of(words("to")),
        sign=any_of(words("signs")),
        of=any_of(words("of")),
        article=any_of(words("words", "plurals")),
        named=any_of(set(words("named", "pointed")) - set(words("parts", "part_plurals"))),
        part=any_of(words("parts", "part_plurals")),
        several=any_of(words("part_plurals")),
        after=any_of(words("parts_after")),
        ordinal=f"(?:{any_of(map(fold, _values(rules, language, 'ordinals')))})",
    )


def _values(rules: Rules, language: str, name: str) -> dict[str, str]:
    """Words that stand for a number, those that all languages share with them."""
    shared, own = (rules.table(each, CODE).get(name, {}) for each in (SHARED, language))
    return {**shared, **own}
