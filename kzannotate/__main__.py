"""Starts the command line, the window, or the child process that reads files."""

import sys
from pathlib import Path

READER = "--kzannotate-reader"
"""What a frozen build calls itself with to become the child process."""


def main() -> int:
    """Run what the arguments ask for; gives the exit code."""
    if hasattr(sys, "frozen"):
        import multiprocessing

        multiprocessing.freeze_support()  # here a frozen build becomes the process of the rules
    if sys.argv[1:2] == [READER]:
        from kzannotate.library import worker

        worker.main()
        return 0
    from kzannotate.cli.main import run

    return run(sys.argv[1:], _window)


def _window(project: Path | None) -> int:
    from kzannotate.ui import app

    return app.run(project)


if __name__ == "__main__":
    sys.exit(main())
