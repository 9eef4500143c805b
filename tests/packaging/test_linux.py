"""The desktop files, judged by the desktops' own tools, and the script for system libraries."""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import kzannotate
from kzannotate.project import session
from tests.test_gates import ROOT

LINUX = ROOT / "packaging" / "linux"
APP = "org.kzannotate.kzannotate"
ASK_QT = """
import sys
from PySide6.QtCore import QMimeDatabase
for name in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(name).name())
"""


def run(tool: str, *arguments: str | Path, **environment: str) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} isn't installed on this system")
    done = subprocess.run(
        [tool, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_desktop_file_is_valid() -> None:
    assert run("desktop-file-validate", LINUX / f"{APP}.desktop") == ""


def test_the_metainfo_is_valid_and_of_this_version() -> None:
    file = LINUX / f"{APP}.metainfo.xml"
    run("appstreamcli", "validate", "--no-net", file)
    release = ET.parse(file).find("releases/release")
    assert release is not None
    assert release.get("version") == kzannotate.__version__


def test_a_project_is_known_by_its_content_and_by_its_name(tmp_path: Path) -> None:
    packages = tmp_path / "share" / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(LINUX / f"{APP}.mime.xml", packages)
    run("update-mime-database", packages.parent)
    by_content = tmp_path / "renamed"
    session.create(tmp_path / "project.kza").close()
    (tmp_path / "project.kza").rename(by_content)
    by_name = tmp_path / "encrypted.kza"
    by_name.write_bytes(bytes(range(256)))
    types = run(
        sys.executable, "-c", ASK_QT, by_content, by_name, XDG_DATA_DIRS=f"{tmp_path}/share"
    )
    assert types.split() == ["application/x-kzannotate"] * 2


@pytest.fixture
def debian(tmp_path: Path) -> Path:
    """A folder of commands that play a Debian whose user may not install anything."""
    for name, script in {
        "apt-get": "echo apt-get must not run; exit 1",
        "dpkg-query": f"cat {tmp_path}/installed",
        "id": "echo 1000",
        "sudo": "exit 1",
    }.items():
        command = tmp_path / name
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)
    return tmp_path


WANTED = (
    "libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libbrotli1 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 "
    "desktop-file-utils appstream shared-mime-info"
)


def seen_to(debian: Path, installed: str) -> str:
    """What the script says where these packages are installed."""
    lines = [f"installed {name}\n" for name in installed.split()]
    (debian / "installed").write_text("".join(lines) + "config-files libegl1\n")
    script = LINUX / "system-libraries.sh"
    return run("sh", script, PATH=f"{debian}{os.pathsep}{os.environ['PATH']}")


def test_nothing_is_said_where_nothing_is_missing(debian: Path) -> None:
    assert seen_to(debian, WANTED) == ""


def test_the_newer_names_of_packages_count(debian: Path) -> None:
    assert seen_to(debian, WANTED.replace("libglib2.0-0", "libglib2.0-0t64")) == ""


def test_who_may_not_install_is_told_the_one_command(debian: Path) -> None:
    told = seen_to(debian, WANTED.replace("libegl1 ", "").replace(" appstream", ""))
    assert told.rstrip().endswith("sudo apt-get install -y libegl1 appstream")
