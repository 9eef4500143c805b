"""Who annotates."""

import getpass
import os


def default_coder() -> str:
    """Who annotates, unless told: KZANNOTATE_CODER, else the name of the computer's user."""
    try:
        return os.environ.get("KZANNOTATE_CODER") or getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name: a bare container
        return "unknown"
