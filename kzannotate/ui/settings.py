"""What the window remembers between sessions, in an INI file of the user's."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from kzannotate.model.coder import default_coder

RECENT = 10
"""How many projects the start page lists."""


def home() -> Path:
    """The folder of settings and logs; KZANNOTATE_HOME overrides the system's."""
    override = os.environ.get("KZANNOTATE_HOME")
    if override:
        return Path(override)
    import platformdirs

    return Path(platformdirs.user_config_dir("kzannotate", appauthor=False))


def logs() -> Path:
    """The folder of crash reports."""
    if "KZANNOTATE_HOME" in os.environ:
        return home() / "logs"
    import platformdirs

    return Path(platformdirs.user_log_dir("kzannotate", appauthor=False))


class Settings:
    """Reads and writes `window.ini`; every change is kept at once."""

    def __init__(self) -> None:
        self._ini = QSettings(str(home() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def coder(self) -> str:
        """Whose name new annotations carry; until told here, as on the command line."""
        return str(self._ini.value("coder", "")) or default_coder()

    @coder.setter
    def coder(self, name: str) -> None:
        self._keep("coder", name.strip())

    @property
    def recent(self) -> list[Path]:
        """Projects opened before, the last one first; those that are gone are left out."""
        kept = self._ini.value("recent")
        listed = kept if isinstance(kept, list) else [kept] if isinstance(kept, str) else []
        return [path for path in map(Path, listed) if path.is_file()]

    def remember(self, project: Path) -> None:
        """Put a project at the head of the recent ones."""
        others = [path for path in self.recent if path != project]
        self._keep("recent", [str(path) for path in [project, *others][:RECENT]])

    def left(self, project: Path) -> dict[str, Any]:
        """How a project was left, as `keep_left` kept it; empty if nobody knows."""
        kept = self._json("projects").get(str(project))
        return kept if isinstance(kept, dict) else {}

    def keep_left(self, project: Path, how: Mapping[str, Any]) -> None:
        """Remember how a project was left, in plain JSON, for as many projects as are listed."""
        kept = self._json("projects")
        kept.pop(str(project), None)
        kept[str(project)] = how
        self._keep("projects", json.dumps(dict(list(kept.items())[-RECENT:])))

    @property
    def text(self) -> dict[str, float]:
        """How texts are set: numbers by name; those that were never kept are missing."""
        kept = self._json("text")
        return {name: float(n) for name, n in kept.items() if isinstance(n, int | float)}

    @text.setter
    def text(self, numbers: Mapping[str, float]) -> None:
        self._keep("text", json.dumps(numbers))

    @property
    def keys(self) -> dict[str, list[str]]:
        """The keys that were changed, by the ids of their actions."""
        kept = self._json("keys")
        return {
            action: [str(key) for key in keys]
            for action, keys in kept.items()
            if isinstance(keys, list)
        }

    @keys.setter
    def keys(self, changed: Mapping[str, list[str]]) -> None:
        self._keep("keys", json.dumps(changed))

    def bytes(self, key: str) -> QByteArray:
        """A geometry or state kept by `keep_bytes`; empty if none was."""
        value = self._ini.value(f"window/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        """Keep a geometry or state under `key`."""
        self._keep(f"window/{key}", value)

    def _json(self, key: str) -> dict[str, Any]:
        try:
            kept = json.loads(str(self._ini.value(key, "{}")))
        except ValueError:  # edited by hand
            return {}
        return kept if isinstance(kept, dict) else {}

    def _keep(self, key: str, value: object) -> None:
        self._ini.setValue(key, value)
        self._ini.sync()
