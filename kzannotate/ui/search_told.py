"""What a search found, in a sentence."""

from kzannotate.model.wording import counted
from kzannotate.ui.finding import Answer


def told(answer: Answer) -> str:
    """What was found, how long it took, and the remarks; nothing for an empty query."""
    result, query = answer.result, answer.question.query
    if not query:
        return ""
    hits = len(result.hits)
    found = f"{'The first ' if answer.is_cut else ''}{counted(hits, 'hit')}" if hits else "No hits"
    told = f"{found} for {query}"
    if hits and result.counted:
        told += f" in {counted(result.passages, 'passage')}"
    if answer.tally:
        told += f" of {counted(len(answer.tally.documents), 'document')}"
    elif hits and not answer.is_cut:
        told += f" of {counted(len({hit.document for hit in result.hits}), 'document')}"
    if memos := len(answer.founds) - hits:
        told += f", and {memos} in memos" if hits else f" in the texts, and {memos} in memos"
    return " · ".join((told, f"{result.milliseconds:.0f} ms", *result.remarks))
