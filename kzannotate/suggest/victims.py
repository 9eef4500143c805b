"""Proposes victims: the persons named where a text tells of harm, wherever it names them.

Names are runs of capitalised words (`victim_names`, `victim_trimming`), alone or in lists
(`victim_lists`); the words around them say who is harmed and who only judges, speaks or signs
(`victim_before`, `victim_after`, `victim_setting`, weighed by `victim_judging`), by the word lists
of the `[victim]` tables (`victim_words`); a person once recognised is proposed under every form of
the name (`victim_people`, `victim_keys`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.rules import SHARED, Rules
from kzannotate.suggest.victim_judging import ENOUGH, Judge, Verdict
from kzannotate.suggest.victim_keys import given_keys
from kzannotate.suggest.victim_lists import Group, groups
from kzannotate.suggest.victim_names import runs
from kzannotate.suggest.victim_people import People, keys
from kzannotate.suggest.victim_setting import Setting
from kzannotate.suggest.victim_text import Text
from kzannotate.suggest.victim_words import CODE, Senses, Words, senses, words

KNOWN = "known.victim"
"""The rule of names that a project adds (`names` in a `[victim]` table)."""
_AGAIN = 0.05
"""How much less sure a name is where only another place of the text shows its bearer harmed."""
_KNOWN_SCORE = 0.95
_SURE = 0.6
"""From this score on, an office or signature elsewhere doesn't outweigh the harm."""


def find(text: str, passages: Sequence[Passage], rules: Rules) -> Iterator[Suggestion]:
    """The victims of a text, whose passages tell the language of each stretch."""
    all_words = words(text)
    languages = list(_languages(passages, all_words.starts))
    read = _read(all_words, languages, rules)
    candidates = list(runs(read))
    judge, known = Judge(Setting(read, candidates), _given_names(rules)), _known(rules)
    verdicts = list(_verdicts(judge, list(groups(read, candidates)), languages, known.known_by))
    people = _people(verdicts, languages)
    for verdict in verdicts:
        language = languages[verdict.run.first]
        rule, score = _proposal(verdict, people, known, language)
        if score >= ENOUGH:
            yield Suggestion(verdict.run.start, verdict.run.stop, CODE, rule, score)


def _languages(passages: Sequence[Passage], starts: Iterable[int]) -> Iterator[str]:
    """The language of each word, by its start; empty where no passage holds it."""
    at, language = 0, ""
    for start in starts:
        while at < len(passages) and passages[at].start <= start:
            language = passages[at].language
            at += 1
        yield language


def _read(all_words: Words, languages: Sequence[str], rules: Rules) -> Text:
    """The words with their senses, each in its passage's language."""
    of = {language: _senses(rules, language).of for language in set(languages)}
    meant = [of[language](form) for language, form in zip(languages, all_words.forms, strict=True)]
    lower = frozenset(form for form in set(all_words.forms) if form.islower())
    kazakh = [language == "kk" for language in languages]
    return Text(all_words, meant, lower, kazakh, _given_names(rules))


def _verdicts(
    judge: Judge, lists: Sequence[Group], languages: Sequence[str], known: set[str]
) -> Iterator[Verdict]:
    """Verdicts in reading order, without lists that can't matter.

    Of a list that holds no person's name for sure, only a namesake of a victim or of a person in
    `known` does: most capitalised words of a text are none.
    """
    judged = {i: tuple(judge.verdicts(one)) for i, one in enumerate(lists) if judge.promising(one)}
    spelled = [
        [keys(run.parts, languages[run.first] == "kk") for run in group.runs] for group in lists
    ]
    named = set(known)
    for i, verdicts in judged.items():
        named.update(
            key
            for verdict, own in zip(verdicts, spelled[i], strict=True)
            if verdict.score >= ENOUGH
            for key in own
        )
    # A person may be found by the parts of a namesake's name too.
    namesakes = [own for each in spelled for own in each if not named.isdisjoint(own)]
    named.update(key for own in namesakes for key in own)
    for i, group in enumerate(lists):
        if i in judged:
            yield from judged[i]
        elif any(not named.isdisjoint(own) for own in spelled[i]):
            yield from judge.verdicts(group)


@lru_cache(maxsize=64)
def _senses(rules: Rules, language: str) -> Senses:
    return senses(rules, language, _given_names(rules))


@lru_cache(maxsize=8)
def _given_names(rules: Rules) -> frozenset[str]:
    lines = rules.words(SHARED, CODE, "given_names")
    return frozenset(key for line in lines for name in line.split() for key in given_keys(name))


@lru_cache(maxsize=8)
def _known(rules: Rules) -> People:
    """The persons that a project names, of whatever language's table."""
    people = People()
    for language in (SHARED, *rules.languages):
        for name in rules.table(language, CODE).get("names", ()):
            people.add(tuple(words(name).forms))
    return people


def _people(verdicts: Sequence[Verdict], languages: Sequence[str]) -> People:
    """The persons that some place shows harmed, and those in office."""
    people = People()
    for verdict in verdicts:
        if verdict.score < ENOUGH and not verdict.barred:
            continue
        person = people.add(verdict.run.parts, languages[verdict.run.first] == "kk")
        person.score = max(person.score, verdict.score)
        person.barred = person.barred or verdict.barred
    return people


def _proposal(verdict: Verdict, people: People, known: People, language: str) -> tuple[str, float]:
    """The rule and score for one name, its own or those of another place."""
    run = verdict.run
    wanted = keys(run.parts, language == "kk")
    if known.named(wanted):
        return KNOWN, _KNOWN_SCORE
    if run.refused:
        return "", 0.0
    persons = [
        person for person in people.named(wanted) if not person.barred or person.score > _SURE
    ]
    if not persons:
        return "", 0.0
    name = f"{language or SHARED}.{CODE}."
    if verdict.score >= ENOUGH:
        return name + verdict.rule, verdict.score
    best = max(person.score for person in persons)
    return name + "again", max(ENOUGH, round(best - _AGAIN, 2)) if best else 0.0
