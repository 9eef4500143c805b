"""A light stemmer for Kazakh nouns and adjectives: case, possession and number taken off the end.

Endings are agglutinative and follow vowel harmony, so each is listed in its variants. Taken off
until none is left: what only looks like an ending goes too, but from every form of the word alike.
"""

import re

_CASES = """
    ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те дан ден тан тен нан нен
    мен бен пен нда нде на не дағы дегі тағы тегі ндағы ндегі
"""
_POSSESSIVES = "ымыз іміз мыз міз ыңыз іңіз ңыз ңіз ым ім ың ің сы сі сын сін ын ін ы і"
_PLURALS = "лар лер дар дер тар тер"
_DATIVES = ["(?<=[ыі][мң])[ае]"]
_ENDINGS = [
    # An ending with т stands after a voiceless consonant only: азаматы is азамат and ы.
    f"(?<=[кқпстшфхцчщ]){ending}" if ending.startswith("т") else ending
    for ending in sorted(f"{_CASES} {_POSSESSIVES} {_PLURALS}".split(), key=len, reverse=True)
] + _DATIVES
_ENDING = re.compile(rf"(?:{'|'.join(_ENDINGS)})$")
_VOWEL = re.compile("[аәеиоөуұүыіэюя]")
_SHORTEST = 3
_HARD = {"б": "п", "ғ": "қ", "г": "к"}
"""A stem's last consonant softens before a vowel: кітап, кітабы."""


def stem(form: str) -> str:
    """What the folded forms of one Kazakh word have in common; never empty for a word."""
    while found := _ENDING.search(form, _SHORTEST):
        rest = form[: found.start()]
        if not _VOWEL.search(rest):
            break
        form = rest
    return form[:-1] + _HARD.get(form[-1:], form[-1:])
