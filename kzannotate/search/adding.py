"""Adding a word to a query, beside one that is in it."""

import re

from kzannotate.search.analysis import fold, words

_PHRASE = re.compile(r'=?(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»)(?:~\d*)?')
_TOKEN = re.compile(r'[^\s()"“”„«»:]+')
"""A word with the signs that make a pattern of it."""
_SIGNS = re.compile(r"^=|~\d*$")


def with_word(query: str, typed: str, form: str) -> str:
    """The query with `form` as another choice for `typed`, a folded word of it or a pattern.

    Of a phrase it is a second phrase. Where the word isn't found the other is added at the end.
    """
    for phrase in _PHRASE.finditer(query):
        for word in words(phrase[0]):
            if word.form == typed:
                other = phrase[0][: word.start].lstrip("=") + form + phrase[0][word.stop :]
                return _with_choice(query, *phrase.span(), other)
    for token in _TOKEN.finditer(query):
        if typed in (fold(token[0]), fold(_SIGNS.sub("", token[0]))):
            return _with_choice(query, *token.span(), form)
    return f"({query}) OR {form}"


def _with_choice(query: str, start: int, stop: int, other: str) -> str:
    return f"{query[:start]}({query[start:stop]} OR {other}){query[stop:]}"
