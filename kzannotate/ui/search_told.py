"""What a search found, in a sentence."""

from kzannotate.model.searches import Question
from kzannotate.model.wording import counted
from kzannotate.project.searching import Result


def told(result: Result, question: Question, *, limited: bool) -> str:
    """What was found, how long it took, and the remarks; nothing for an empty query."""
    if not question.query:
        return ""
    hits = len(result.hits)
    found = f"{'The first ' if limited else ''}{counted(hits, 'hit')}" if hits else "No hits"
    told = f"{found} for {question.query} in {counted(result.passages, 'passage')}"
    documents = len({hit.document for hit in result.hits})
    told += f" of {counted(documents, 'document')}" if hits and not limited else ""
    return " · ".join((told, f"{result.milliseconds:.0f} ms", *result.remarks))
