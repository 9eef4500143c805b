"""A researcher's own rules as TOML: read, checked, and changed without losing comments.

off = ["fr.demand.prose"]     # rules that count no more

[fr.victim]                   # what is added to a table of resources/rules/fr.toml
names = ["Ana Korin"]

[[rule]]                      # words that are proposed wherever they stand
name = "own.strike"
code = "strike"
words = ["grève de la faim"]
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kzannotate.exchange.atomic import replacing
from kzannotate.model.errors import KzError

LARGEST = 1_000_000
"""Code points."""
_OFF, _RULE = "off", "rule"


@dataclass(frozen=True, slots=True)
class OwnRule:
    """One `[[rule]]`."""

    name: str
    code: str
    words: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What the TOML says."""

    off: frozenset[str] = frozenset()
    tables: Mapping[str, Mapping[str, Mapping[str, Any]]] | None = None
    """By language or `shared`, and code."""
    rules: tuple[OwnRule, ...] = ()


def parsed(content: str, languages: Collection[str]) -> OwnRules:
    """What a TOML text says. Raises KzError, naming what is wrong; `languages`: names of tables."""
    found = _document(content).unwrap()
    off, rules = found.pop(_OFF, []), found.pop(_RULE, [])
    _check_words(off, "off")
    for language, tables in found.items():
        if language not in languages:
            raise KzError(f"[{language}] is no language with rules; take {_or(languages)}")
        _check_tables(language, tables)
    return OwnRules(frozenset(off), found, _rules(rules))


def with_word(content: str, language: str, code: str, name: str, word: str) -> str:
    """The TOML with a word more in a list, say `names` of `[shared.victim]`; once is enough."""
    import tomlkit

    document = _document(content)
    table = document.setdefault(language, tomlkit.table(is_super_table=True))
    listed = table.setdefault(code, tomlkit.table()).setdefault(name, tomlkit.array())
    if word not in listed:
        listed.append(word)
    return tomlkit.dumps(document)


def with_rule(content: str, rule: OwnRule) -> str:
    """The TOML with a rule more, or in the place of the one of that name."""
    import tomlkit

    document = _document(content)
    rules = document.setdefault(_RULE, tomlkit.aot())
    for at, known in enumerate(rules):
        if known.get("name") == rule.name:
            del rules[at]
            break
    table = tomlkit.table()
    table.update(
        {"name": rule.name, "code": rule.code, "words": list(rule.words), "score": rule.score}
    )
    rules.append(table)
    return tomlkit.dumps(document)


def switched(content: str, rule: str, *, on: bool) -> str:
    """The TOML with a rule switched off or on."""
    import tomlkit

    document = _document(content)
    off = [name for name in document.get(_OFF, []) if name != rule] + ([] if on else [rule])
    document[_OFF] = off
    return tomlkit.dumps(document)


def write(path: Path, content: str) -> None:
    """Write the TOML to a file that is there whole or not at all. Raises KzError."""
    with replacing(path) as file:
        file.write(content.encode())


def read(path: Path) -> str:
    """The TOML of a file, unchecked. Raises KzError when it can't be read."""
    try:
        content = path.read_bytes()[: 4 * LARGEST + 1].decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise KzError(f"{path}: it can't be read ({reason}); nothing was changed") from error
    except UnicodeDecodeError as error:
        raise KzError(f"{path}: it isn't UTF-8; nothing was changed") from error
    return content


def _document(content: str) -> Any:  # noqa: ANN401 - tomlkit's document
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    if len(content) > LARGEST:
        raise KzError("the rules are too long")
    try:
        return tomlkit.parse(content)
    except (TOMLKitError, RecursionError, ValueError) as error:
        raise KzError(f"the rules are no TOML: {error}") from error


def _check_tables(language: str, tables: object) -> None:
    if not isinstance(tables, dict):
        raise KzError(f"{language} isn't a table; write [{language}.victim] and lists under it")
    for code, table in tables.items():
        if not isinstance(table, dict):
            raise KzError(f"{language}.{code} isn't a table; write [{language}.{code}]")
        for name, value in table.items():
            if isinstance(value, list) and not all(isinstance(each, dict) for each in value):
                _check_words(value, f"{language}.{code}.{name}")


def _check_words(words: object, name: str) -> None:
    if not isinstance(words, list) or not all(
        isinstance(word, str) and word.strip() for word in words
    ):
        raise KzError(f'{name} isn\'t a list of words; write {name} = ["one", "another"]')


def _rules(tables: object) -> tuple[OwnRule, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise KzError("a rule is a table of its own; write [[rule]] above it")
    return tuple(map(_rule, tables))


def _rule(table: Mapping[str, Any]) -> OwnRule:
    name, code, score = table.get("name"), table.get("code"), table.get("score", 0.8)
    if not (isinstance(name, str) and name.strip() and isinstance(code, str) and code.strip()):
        raise KzError('a [[rule]] needs a name and the key of a code: name = "…", code = "…"')
    words: Sequence[str] = table.get("words", [])
    _check_words(words, "words")
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        raise KzError(f"the score of {name} is no number from 0 to 1")
    return OwnRule(name, code, tuple(words), float(score))


def _or(names: Collection[str]) -> str:
    *others, last = sorted(names)
    return f"{', '.join(others)} or {last}" if others else last
