"""Suggestions: annotations that a rule proposes, and what a rule knows of them."""

from dataclasses import dataclass

from kzannotate.model.ids import DocumentId, RejectionId
from kzannotate.model.selectors import Selector


@dataclass(frozen=True, slots=True)
class Cited:
    """One provision of a citation: in `articles 174 et 274` there are two."""

    instrument: str
    """As the text or a rule names it; empty where it isn't told."""
    number: str
    """Article, part and point as `174(1)(a)`; empty where the instrument itself is cited."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that a rule proposes to tag."""

    start: int
    """Code points in the document's text, half-open."""
    stop: int
    code: str
    """The key of a code: `demand`, `victim`, `legal_article` or the researcher's own."""
    rule: str
    """The name of the rule that made it, as `resources/rules` has it: `fr.demand.item`."""
    score: float
    """How sure the rule is, from 0 to 1."""
    cited: tuple[Cited, ...] = ()
    """Of a legal article: one for each provision of a list or range."""
    issuer: str = ""
    """Of a demand: who asks, as the text names them; empty where it isn't told."""
    addressee: str = ""
    """Of a demand: who is asked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion in its document, as lists show it."""

    document: DocumentId
    name: str
    """The document's."""
    page: int | None
    """Where it starts, from 1; None where the document has no pages."""
    quotation: str
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Rejection:
    """A suggestion that a researcher refused."""

    id: RejectionId
    document: DocumentId
    code: str
    """The key of a code."""
    selector: Selector
    rule: str
    coder: str
    created: str

    @property
    def start(self) -> int:
        """First code point."""
        return self.selector.start

    @property
    def stop(self) -> int:
        """The code point after the last."""
        return self.selector.stop
