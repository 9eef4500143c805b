"""From the project's listeners to the GUI thread."""

from pathlib import Path
from threading import get_ident

from pytestqt.qtbot import QtBot

from kzannotate.model.changes import Changes
from kzannotate.model.progress import Monitor
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.project_signals import ProjectSignals
from tests.ui.pictures import add_text


def test_a_verb_on_the_gui_thread_is_told_at_once(project: Project, tmp_path: Path) -> None:
    signals = ProjectSignals(project)
    told: list[Changes] = []
    signals.changed.connect(told.append)
    document = add_text(project, tmp_path, "a.txt", "One.")
    assert [changes.documents for changes in told] == [{document.id}]
    signals.detach()
    add_text(project, tmp_path, "b.txt", "Two.")
    assert len(told) == 1


def test_a_workers_verbs_are_gathered_and_told_here(
    project: Project, tmp_path: Path, qtbot: QtBot, jobs: Jobs
) -> None:
    signals = ProjectSignals(project)
    threads: list[int] = []
    signals.changed.connect(lambda _: threads.append(get_ident()))

    def work(_monitor: Monitor) -> None:
        with project.second() as own:
            add_text(own, tmp_path, "a.txt", "One.")
            add_text(own, tmp_path, "b.txt", "Two.")

    with qtbot.waitSignal(signals.changed) as told:
        jobs.run(work, lambda _: None)
    told_documents = len(told.args[0].documents)
    if told_documents < 2:  # the first was told before the second was done
        with qtbot.waitSignal(signals.changed):
            pass
    assert set(threads) == {get_ident()}
    signals.detach()
