"""Proposes victims: the persons named where a text tells of harm, wherever it names them.

Names are runs of capitalised words (`victim_names`, `victim_trimming`), alone or in lists
(`victim_lists`); the words around them say who is harmed and who only judges, speaks or signs
(`victim_before`, `victim_after`, `victim_setting`, weighed by `victim_judging`), by the word lists
of the `[victim]` tables (`victim_senses`); a person once recognised is proposed under every form of
the name (`victim_people`, `victim_keys`).
"""

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import groupby, pairwise
from operator import itemgetter

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.rules import SHARED, Rules
from kzannotate.suggest.victim_judging import ENOUGH, Judge, Verdict
from kzannotate.suggest.victim_keys import given_keys, is_given
from kzannotate.suggest.victim_lists import Group, groups
from kzannotate.suggest.victim_names import runs
from kzannotate.suggest.victim_people import People
from kzannotate.suggest.victim_senses import CODE, Sense, Senses, senses
from kzannotate.suggest.victim_setting import Setting
from kzannotate.suggest.victim_text import Text
from kzannotate.suggest.victim_trimming import Run
from kzannotate.suggest.victim_words import Words, words

KNOWN = "known.victim"
"""The rule of names that a project adds (`names` in a `[victim]` table)."""
_AGAIN = 0.05
"""How much less sure a name is where only another place of the text shows its bearer harmed."""
_KNOWN_SCORE = 0.95
_SURE = 0.6
"""From this score on, an office or signature elsewhere doesn't outweigh the harm."""


def find(text: str, passages: Sequence[Passage], rules: Rules) -> Iterator[Suggestion]:
    """The victims of a text, whose passages tell the language of each stretch."""
    read = _read(words(text), passages, rules)
    candidates = list(runs(read))
    judge, known = Judge(Setting(read, candidates)), _known(rules)
    verdicts = list(_verdicts(judge, list(groups(read, candidates)), known.known_by))
    sure = cache(partial(_sure, _people(verdicts, read)))
    for verdict in verdicts:
        rule, score = _proposal(verdict, known, sure)
        if score >= ENOUGH:
            run = verdict.run
            name = f"{read.languages[run.first] or SHARED}.{CODE}.{rule}" if rule else KNOWN
            yield Suggestion(run.start, run.stop, CODE, name, score)


def _read(all_words: Words, passages: Sequence[Passage], rules: Rules) -> Text:
    """The words with their senses, each in its passage's language."""
    languages: list[str] = []
    meant: list[int] = []
    of_each = ("", *(passage.language for passage in passages))  # none before the first
    ends = (*(passage.start for passage in passages), sys.maxsize)
    for language, stretches in groupby(zip(of_each, ends, strict=True), itemgetter(0)):
        *_, (_, end) = stretches
        forms = all_words.forms[len(meant) : bisect_left(all_words.starts, end)]
        meant += map(senses_of(rules, language).of, forms)
        languages += [language] * len(forms)
    return Text(all_words, meant, languages, _given_names(rules))


def _verdicts(judge: Judge, lists: Sequence[Group], known: set[str]) -> Iterator[Verdict]:
    """Verdicts in reading order, without lists that can't matter.

    Of a list that holds no person's name for sure, only a namesake of a victim or of a person in
    `known` does: most capitalised words of a text are none.
    """
    judged = [judge.verdicts(one) if judge.promising(one) else [] for one in lists]
    named = set(known)
    for verdicts in judged:
        for verdict in verdicts:
            if verdict.score >= ENOUGH:
                named.update(verdict.run.keys)
    # A person may be found by the parts of a namesake's name too.
    spelled = {run.keys for group in lists for run in group.runs}
    named.update(*(own for own in spelled if not named.isdisjoint(own)))
    for group, verdicts in zip(lists, judged, strict=True):
        if verdicts:
            yield from verdicts
        elif any(not named.isdisjoint(run.keys) for run in group.runs):
            yield from judge.verdicts(group)


@lru_cache(maxsize=64)
def senses_of(rules: Rules, language: str) -> Senses:
    """The senses of a language's words, made once."""
    return senses(rules, language, _given_names(rules))


@lru_cache(maxsize=8)
def _given_names(rules: Rules) -> frozenset[str]:
    lines = rules.words(SHARED, CODE, "given_names")
    return frozenset(key for line in lines for name in line.split() for key in given_keys(name))


@lru_cache(maxsize=8)
def _known(rules: Rules) -> People:
    """The persons that a project names, of whatever language's table."""
    people = People(_given_names(rules))
    for language in (SHARED, *rules.languages):
        for name in rules.table(language, CODE).get("names", ()):
            people.add(tuple(words(name).forms))
    return people


def _people(verdicts: Sequence[Verdict], text: Text) -> People:
    """The persons that some place shows harmed, and those in office."""
    people = People(text.given)
    for verdict in verdicts:
        if verdict.score < ENOUGH:
            continue
        person = people.add(verdict.run.parts, text.kazakh(verdict.run.first))
        person.score = max(person.score, verdict.score)
    for one, other in pairwise(verdicts):
        if other.score >= ENOUGH and _first_of_two(one.run, other.run, text):
            named = people.add((*one.run.parts, *other.run.parts[1:]), text.kazakh(one.run.first))
            named.score = max(named.score, other.score)
    for verdict in verdicts:
        run = verdict.run
        if verdict.barred and not run.refused and (len(run.keys) > 1 or not people.named(run.keys)):
            person = people.add(run.parts, text.kazakh(run.first))
            person.barred, person.banned = True, person.banned or verdict.banned
    return people


def _first_of_two(one: Run, other: Run, text: Text) -> bool:
    """Whether two first names share a surname: `Ana and Ivo Korin`."""
    if len(one.parts) > 1 or len(other.parts) < 2 or other.first != one.last + 2:
        return False
    given = is_given(one.parts[0], text.given) and is_given(other.parts[0], text.given)
    return given and bool(text.senses[one.last + 1] & Sense.AND)


def _sure(people: People, spelled: tuple[str, ...]) -> float:
    """How sure it is by the whole text that somebody of this name was harmed; 0: it isn't."""
    persons = people.named(spelled)
    if any(person.banned for person in persons):
        return 0.0
    scores = (each.score for each in persons if not each.barred or each.score > _SURE)
    return max(scores, default=0.0)


def _proposal(
    verdict: Verdict, known: People, sure: Callable[[tuple[str, ...]], float]
) -> tuple[str, float]:
    """The last part of the rule's name, none for `KNOWN`, and the score; of another place maybe."""
    run = verdict.run
    if known.named(run.keys):
        return "", _KNOWN_SCORE
    best = 0.0 if run.refused else sure(run.keys)
    if best and verdict.score >= ENOUGH:
        return verdict.rule, verdict.score
    return "again", max(ENOUGH, round(best - _AGAIN, 2)) if best else 0.0
