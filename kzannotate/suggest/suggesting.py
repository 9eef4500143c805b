"""All rules over one text."""

from collections.abc import Sequence

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest import articles, demands, phrases, victims
from kzannotate.suggest.rules import Rules, load


def suggest(text: str, passages: Sequence[Passage], rules: Rules | None = None) -> list[Suggestion]:
    """What the rules propose for a text, in reading order; no two of a code on the same stretch.

    `passages` partition the text and tell the language of each stretch. Without `rules`, those
    that come with the program.
    """
    rules = rules or load()
    best: dict[tuple[int, int, str], Suggestion] = {}
    for found in (
        phrases.find(text, rules),
        *(find(text, passages, rules) for find in (articles.find, victims.find, demands.find)),
    ):
        for one in found:
            place = (one.start, -one.stop, one.code)
            if place not in best or best[place].score < one.score:
                best[place] = one
    return [best[place] for place in sorted(best)]
