"""Words that may be spellings of one another: across scripts, transcriptions and slips of the pen.

Each form has a key that spellings of one name share: Жакишев, Zhakishev and Jakichev have one.
The tables are ours; they follow how Russian and Kazakh names are written in the languages of the
corpus (BGN/PCGN in English; French, German, Dutch and Italian newspapers).
"""

import re
from collections.abc import Iterable, Sequence

LONGEST = 30
"""Letters of a form that is compared."""
SHORTEST = 4
_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфцыэі", "abvgdeziiklmnoprstufciei", strict=True)),
        **dict(zip("әғқңөұүһїўєґ", "agknouuhiueg", strict=True)),
        "ж": "zh",
        "х": "kh",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ю": "iu",
        "я": "ia",
        "ь": "",
        "ъ": "",
        "ё": "e",
        "ц": "ts",
        "ə": "a",
    }
)
_CLASSES = (
    ("дж", "j"),
    ("dzh", "j"),
    ("dsch", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("shch", "c"),
    ("schtsch", "c"),
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "c"),
    ("sh", "c"),
    ("ch", "c"),
    ("cz", "c"),
    ("sz", "c"),
    ("kh", "h"),
    ("gh", "g"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("ph", "f"),
    ("ff", "v"),
    ("w", "v"),
    ("tz", "ts"),
    ("ou", "u"),
    ("oo", "u"),
    ("ij", "i"),
    ("y", "i"),
    ("iie", "e"),
    ("ie", "e"),
    ("ii", "i"),
)
"""In this order. Letters that languages write one sound with become one letter."""
_TWICE = re.compile(r"([^\n])\1+")
_SLIPS = ((5, 1), (9, 2))
"""From so many letters on, so many may differ."""


def keys(forms: Sequence[str]) -> list[str]:
    """A key for each form; for spellings of one name it is the same or nearly so."""
    joined = "\n".join(forms)
    for letters, one in _CLASSES[:1]:
        joined = joined.replace(letters, one)
    joined = joined.translate(_LETTERS)
    for letters, one in _CLASSES[1:]:
        joined = joined.replace(letters, one)
    return _TWICE.sub(r"\1", joined).split("\n")


class NearWords:
    """The words of a corpus, to ask for those that are near another one."""

    def __init__(self, counted: Iterable[tuple[str, int]]) -> None:
        """Forms, each with how often it occurs; what is no name or word is left out."""
        kept = [
            (form, number)
            for form, number in counted
            if SHORTEST <= len(form) <= LONGEST and form.isalpha()
        ]
        self._forms = [form for form, _ in kept]
        self._counts = [number for _, number in kept]
        self._keys = keys(self._forms)

    def near(self, form: str, most: int) -> list[tuple[str, int]]:
        """The nearest other forms with their numbers: the nearest and most frequent first."""
        from rapidfuzz.distance import OSA

        if not SHORTEST <= len(form) <= LONGEST or not form.isalpha():
            return []
        (key,) = keys([form])
        found: dict[int, int] = {}
        for asked, among in ((key, self._keys), (form, self._forms)):
            for at, distance in _within(asked, among):
                found[at] = min(distance, found.get(at, distance))
        ranked = sorted(
            (distance, OSA.distance(key, self._keys[at]), -self._counts[at], self._forms[at])
            for at, distance in found.items()
            if self._forms[at] != form
        )
        return [(near, -number) for _, _, number, near in ranked[:most]]


def _within(asked: str, among: Sequence[str]) -> list[tuple[int, int]]:
    """Places in the list and distances of what differs by a slip or two at most."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = max((slips for letters, slips in _SLIPS if len(asked) >= letters), default=0)
    found = process.extract(asked, among, scorer=OSA.distance, score_cutoff=slips, limit=1000)
    return [(at, int(distance)) for _, distance, at in found]
