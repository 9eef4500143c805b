"""What the window remembers."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from kzannotate.ui.settings import RECENT, Settings, home, logs


def test_they_are_in_the_tests_own_folder(tmp_path: Path) -> None:
    Settings().coder = "Mara"
    assert home() == tmp_path / "home"
    assert logs().is_relative_to(tmp_path)
    assert (tmp_path / "home" / "window.ini").is_file()


def test_the_coders_name_is_kept_and_never_empty() -> None:
    settings = Settings()
    assert settings.coder
    settings.coder = " Mara Ilves "
    assert Settings().coder == "Mara Ilves"


def test_recent_projects_are_the_last_ones_that_are_still_there(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.kza" for number in range(RECENT + 3)]
    for path in paths:
        path.touch()
        Settings().remember(path)
    Settings().remember(paths[5])
    recent = Settings().recent
    assert recent[:2] == [paths[5], paths[-1]]
    assert len(recent) == len(set(recent)) == RECENT
    paths[5].unlink()
    assert paths[5] not in Settings().recent


def test_one_recent_project_is_a_list_too(tmp_path: Path) -> None:
    path = tmp_path / "a, b.kza"
    path.touch()
    Settings().remember(path)
    assert Settings().recent == [path]


def test_bytes_come_back() -> None:
    Settings().keep_bytes("state", QByteArray(b"\0x\n"))
    assert Settings().bytes("state") == QByteArray(b"\0x\n")
    assert Settings().bytes("nothing").isEmpty()


def test_how_a_project_was_left_is_kept_for_the_recent_ones(tmp_path: Path) -> None:
    how = {"places": [["one", 7, True]], "codes": ["a"]}
    for number in range(RECENT + 1):
        Settings().keep_left(tmp_path / str(number), how)
    kept = [Settings().left(tmp_path / str(number)) for number in range(RECENT + 1)]
    assert kept == [{}, *[how] * RECENT]
