"""The sentence on what a search found."""

from dataclasses import replace

import pytest

from kzannotate.model.found import Found
from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.model.searches import Question
from kzannotate.project.searching import ALL, Result
from kzannotate.ui.finding import Answer
from kzannotate.ui.search_told import told

HIT = Hit(DocumentId("d"), "a.txt", 1, 0, 3, "", "One", " two", 1.0)
NONE = Result((), (), 1.2, 0)
TWO = Result((HIT, HIT), ("A remark.",), 1.2, 2)


@pytest.mark.parametrize(
    ("result", "memos", "is_cut", "sentence"),
    [
        (TWO, 0, False, "2 hits for one in 2 passages of 1 document · 1 ms · A remark."),
        (TWO, 1, False, "2 hits for one in 2 passages of 1 document, and 1 in memos · 1 ms"),
        (TWO, 0, True, "The first 2 hits for one in 2 passages · 1 ms · A remark."),
        (replace(TWO, counted=False), 0, True, "The first 2 hits for one · 1 ms · A remark."),
        (NONE, 0, False, "No hits for one · 1 ms"),
        (NONE, 1, False, "No hits for one in the texts, and 1 in memos · 1 ms"),
    ],
)
def test_told(result: Result, memos: int, is_cut: bool, sentence: str) -> None:
    founds = [Found(HIT, "", ())] * (len(result.hits) + memos)
    answer = Answer(Question("one"), ALL, result, founds, is_cut)
    assert told(answer).startswith(sentence)
