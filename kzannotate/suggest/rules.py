"""The rules as data: one TOML file a language in `resources/rules`, and one that all share.

A file has a table for each code: `[legal_article]`, `[victim]`, `[demand]`. What a table holds is
read by the module of that code: lists of words, names, and rules.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cache, cached_property
from typing import Any

from kzannotate import paths

SHARED = "shared"
"""The name of the file whose tables count in every language."""
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Phrases:
    """A rule of a researcher: words and phrases that are proposed wherever they stand."""

    name: str
    code: str
    """The key of a code of the project."""
    words: tuple[str, ...]
    score: float = 0.8


@dataclass(frozen=True, eq=False)
class Rules:
    """The tables of rules, by language and code."""

    tables: Mapping[str, Mapping[str, Table]]
    """ISO 639-1 or `SHARED`, to the key of a code, to its table."""
    phrases: tuple[Phrases, ...] = ()

    @property
    def languages(self) -> list[str]:
        """The languages that have rules of their own, in order."""
        return sorted(set(self.tables) - {SHARED})

    def table(self, language: str, code: str) -> Table:
        """The table of a code in a language or in `SHARED`; empty where there is none."""
        return self.tables.get(language, {}).get(code, {})

    def words(self, language: str, code: str, name: str) -> tuple[str, ...]:
        """A list of words: those that all languages share, then the language's own."""
        shared, own = (self.table(each, code).get(name, ()) for each in (SHARED, language))
        return tuple(dict.fromkeys((*shared, *own)))

    def with_own(
        self, tables: Mapping[str, Mapping[str, Table]], phrases: Iterable[Phrases] = ()
    ) -> "Rules":
        """These rules and a researcher's own: lists are joined, other values replaced."""
        return Rules(_joined(self.tables, tables), (*self.phrases, *phrases))

    @cached_property
    def version(self) -> str:
        """SHA-256 of all they hold: other rules, other suggestions."""
        held = [self.tables, [astuple(each) for each in self.phrases]]
        return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()


def _joined(ours: Any, added: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    if isinstance(ours, Mapping) and isinstance(added, Mapping):
        both = {**ours, **added}
        return {
            key: _joined(ours[key], added[key]) if key in ours and key in added else both[key]
            for key in both
        }
    if isinstance(ours, list) and isinstance(added, list):
        return [*ours, *added]
    return added


@cache
def load() -> Rules:
    """The rules that come with the program."""
    files = sorted((paths.resources() / "rules").glob("*.toml"))
    return Rules({file.stem: tomllib.loads(file.read_text("utf-8")) for file in files})


def alternatives(words: Iterable[str]) -> str:
    """A regular expression of these words and phrases, the longest first; a space means any."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)
