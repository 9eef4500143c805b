"""Keys of the words of names: what all forms and spellings of a name have in common."""

import re
import unicodedata
from functools import lru_cache

FORMS = 16_384
"""Forms of words that are remembered: more than a document has, far fewer than a corpus."""
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[a-zß-ɏə]", re.IGNORECASE)
_LOOK_ALIKE = str.maketrans("авекмнорстухіјѕһ", "abekmhopctyxijsh")
_LOOKS_CYRILLIC = str.maketrans("abekmhopctyxijsə", "авекмнорстухіјѕә")
_KAZAKH_CASE = re.compile(
    r"(?<=\w{3})(?:[нтд][ыі]ң|[нтд][ыі]|[ғқгк][ае]|[дт][ае]н|нан|нен|[мбп]ен|[дт][ае])\Z"
)
# Folded words have и for й.
_RUSSIAN_CASE = re.compile(
    r"(?<=\w{3})(?:ого|ому|ыми|ими|о[йи]|е[йи]|ою|ую|юю|ым|им|ом|ем|ая|и[йи]|ы[йи]|ые|ых|их|ами|ам|ах"
    r"|[аеиоуыэюяйь])\Z|(?<=^\w[аеоу])(?:[ияюе]|ем)\Z"  # Цой, Цоя
)
_FLEETING = re.compile(r"(?<=[^аеёиоуыэюя])[еёо](?=[^аеёиоуыэюяьъ]\Z)")
_FLEETING_SOUND = re.compile(r"(?<=[^aeiou])[eo](?=[^aeiou]\Z)")
_SPELLED = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "j", "з": "z", "и": "i", "і": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m",
    "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "c", "ш": "s", "щ": "s",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "є": "e", "ї": "i", "ґ": "g",
    "ў": "u",
}  # fmt: skip
_SOUNDS = (
    ("shch", "s"), ("dzh", "j"), ("tch", "c"), ("sch", "s"), ("dj", "j"), ("zh", "j"),
    ("kh", "h"), ("gh", "g"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("ou", "u"), ("oe", "u"),
    ("ye", "e"), ("ie", "e"), ("yo", "o"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("x", "ks"),
    ("q", "k"), ("w", "v"), ("y", "i"), ("ff", "v"),
)  # fmt: skip
_WRITTEN = str.maketrans({"\n": "", "ʼ": "'", "œ": "oe", "æ": "ae", "ß": "ss", "ı": "i", "ł": "l"})
_BROKEN = re.compile(r"\u00ad(?:\n[ \t]*)?|[-‑]\n[ \t]*(?=[^\W\d_A-ZА-Я])")
"""A hyphen that only the end of a line put there."""
_DOUBLED = re.compile(r"(.)\1+")
PATRONYMIC = re.compile(
    r"(?:[oe]vi(?:ch|c|tch)|[oei]vna|ichna|uly|kyzy|qyzy|oglu|ogly"
    r"|[ое]вич\w{0,3}|[ое]вн\w{1,2}|иничн\w{1,2}|ильич\w{0,3}"
    r"|[ұу]л[ыа]\w{0,3}|[қк]ызы\w{0,3}|о[гғ]лы)\Z"
)
SURNAME = re.compile(
    r"(?:[oe]v|[oe]va|[oe]ff|[oe]vs?k[iy]|ov[ai]c|in|ina|s?ki[yj]?|skaya|skij|sk[aá]|enko|chuk|yan"
    r"|ian|idze|adze|shvili|uulu|ba[iy]|bek|ovi[cć]|[oe]w|poulos|sson|ssen|oglu|zade|uly"
    r"|[оеё]в(?:а|у|ым|е|о[йи]|ых)?|[иы]н(?:а|у|ым|е|о[йи]|ых)?|ск(?:и[йи]|ая|ого|ому|им|ую|о[йи])|[кщ]о"
    r"|ян(?:а|у|ом)?|дзе|швили|ба[йие]\w?|бек\w{0,3})\Z"
)


@lru_cache(maxsize=FORMS)
def word_key(word: str, kazakh: bool = False) -> str:
    """What a name's word has in common with its other forms: case endings and scripts leave it.

    `kazakh` takes Kazakh endings off.
    """
    plain = folded(word)
    plain = _spelled(_stem(plain, kazakh)) if _CYRILLIC.search(plain) else _sounded(plain)
    return _DOUBLED.sub(r"\1", plain)


def _stem(word: str, kazakh: bool) -> str:
    if kazakh:  # twice, as Фариданы and Фарида end alike
        word = _KAZAKH_CASE.sub("", _KAZAKH_CASE.sub("", word))
    return _FLEETING.sub("", _RUSSIAN_CASE.sub("", word))


def _spelled(word: str) -> str:
    return "".join(_SPELLED.get(letter, letter) for letter in word)


@lru_cache(maxsize=FORMS)
def _sounded(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return word


def inflected(word: str) -> bool:
    """Whether a Kazakh word has the ending of a case."""
    return _KAZAKH_CASE.search(folded(word)) is not None


def given_keys(name: str) -> set[str]:
    """The keys of a given name: as it sounds, and as a Russian case leaves it."""
    sound = word_key(name)
    return {sound, _FLEETING_SOUND.sub("", sound.rstrip("aeiou"))} if len(sound) > 2 else {sound}


def is_given(word: str, given: frozenset[str]) -> bool:
    """Whether a word is one of the given names, in either script and any case."""
    key = word_key(word)
    return key in given and (len(key) > 2 or len(key) == len(word))


@lru_cache(maxsize=FORMS)
def folded(word: str) -> str:
    """A word without case, accents and soft hyphens, as the lists are compared.

    A word half in Cyrillic is read as what it looks like.
    """
    word = _BROKEN.sub("", word).casefold().translate(_WRITTEN)
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.replace("’", "'"))
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    cyrillic, latin = len(_CYRILLIC.findall(plain)), len(_LATIN.findall(plain))
    if cyrillic and latin:
        return plain.translate(_LOOKS_CYRILLIC if cyrillic > latin else _LOOK_ALIKE)
    return plain


def initial_key(letters: str) -> str:
    """What an initial has in common with the key of a name that it stands for."""
    return word_key(letters)[:1]
