"""Where the schema and the resources are: checkout, editable install, wheel or frozen build."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """The checkout if we run from one, else the package, into which a build puts both folders."""
    checkout = _PACKAGE.parent
    return checkout if (checkout / "schema" / "0001_initial.sql").is_file() else _PACKAGE


def schema() -> Path:
    """The folder of numbered SQL files and table schemas."""
    return _root() / "schema"


def resources() -> Path:
    """The folder of icons and the sample corpus."""
    return _root() / "resources"
