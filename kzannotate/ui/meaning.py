"""Words that may have been meant: looked up apart, so that no search waits for them."""

from functools import partial

from PySide6.QtCore import QObject

from kzannotate.model.progress import Monitor
from kzannotate.model.query import Alternative
from kzannotate.project.did_you_mean import suggest_words
from kzannotate.ui.finding import Answer
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.second import Second

_Meant = tuple[Answer, tuple[Alternative, ...]]


class Meaning(QObject):
    """Offers them in the panel's line when an answer is there."""

    def __init__(
        self, panel: SearchPanel, second: Second, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        """`second`: a connection that no search uses; a large corpus takes two seconds at first."""
        super().__init__(parent)
        self._panel = panel
        self._second = second
        self._latest = Latest(jobs, self._offer)
        panel.answered.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether words are being looked up."""
        return self._latest.busy

    def _look(self, answer: Answer) -> None:
        if answer.result.words:
            self._latest.ask(partial(self._find, answer))

    def _find(self, answer: Answer, monitor: Monitor) -> _Meant:
        with self._second.lend() as project, project.stopping(monitor.cancelled):
            return answer, suggest_words(project, answer.result)

    def _offer(self, meant: _Meant) -> None:
        answer, alternatives = meant
        if answer.question == self._panel.listed_question:
            self._panel.words.show_words(answer.result.words, alternatives)
