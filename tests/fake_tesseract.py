"""A stand-in for Tesseract that does what the name of its language says."""

import stat
import sys
from pathlib import Path

import pytest

from kzannotate.library import tesseract

_SCRIPT = """#!{python}
import sys, time

if sys.argv[1] == "--version":
    print("tesseract 5.9.1\\n leptonica")
elif sys.argv[1] == "--list-langs":
    print("List of available languages (8):", *{languages}, sep="\\n")
else:
    language = sys.argv[4]
    if language == "hang":
        time.sleep(3600)
    if language == "late":
        time.sleep(0.3)
    said = sys.stdin.buffer.read()
    if language == "fail":
        sys.exit("first\\nError in pixRead: no picture\\n")
    if language == "greedy":
        bytearray(8 << 30)
    heading = "level page_num block_num par_num line_num word_num left top width height conf text"
    rows = {{
        "eng": "5 1 1 1 1 1 300 300 100 40 96.4 Ana\\n5 1 1 1 1 2 420 300 150 40 9 Korin.",
        "late": "5 1 1 1 1 1 3 3 1 4 96.4 Ana\\n5 1 1 1 1 2 4 3 1 4 9 Korin.",
        "rus": "",
        "garbage": "5 1 1 one",
    }}
    if language == "noise":
        sys.stdout.buffer.write(bytes(range(256)) * 10)
    elif len(said) > 20:
        print(heading.replace(" ", "\\t"), rows[language].replace(" ", "\\t"), sep="\\n")
"""
LANGUAGES = ("eng", "rus", "late", "hang", "fail", "greedy", "garbage", "noise", "osd")


def install(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Make it the Tesseract that is found. Skips where scripts are no programs."""
    if sys.platform == "win32":
        pytest.skip("a script can't stand in for a program on Windows")
    program = folder / "tesseract"
    program.write_text(_SCRIPT.format(python=sys.executable, languages=LANGUAGES))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    patch.setenv(tesseract.VARIABLE, str(program))
