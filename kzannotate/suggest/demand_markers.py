"""The markers of items: numbers, letters, signs, `Article 2:`, `Recommendation 1:`, `Second:`."""

import re

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_ORDINALS = (
    ("prim", "prem", "uno", "first", "ten eerste", "пер", "во-пер", "бірін"),
    ("sec", "seg", "dos", "deux", "ten tweede", "вто", "во-вто", "екін"),
    ("ter", "tres", "troi", "thir", "ten derde", "тре", "в-тре", "үшін"),
    ("qua", "cua", "four", "ten vierde", "чет", "в-чет", "төрт"),
    ("qui", "cinq", "fif", "ten vijfde", "пят", "в-пят", "бес"),
    ("ses", "sex", "six", "ten zesde", "шес", "в-шес", "алт"),
)
"""What the words for first, second and so on begin with."""
_ORDINAL = (
    r"prim[eo]r?[oa]?|second[oa]|segund[oa]|ter[tz]i?[oa]|tercer[oa]|qu[ai][rn]t[oa]|cuart[oa]"
    r"|ses[txg][oa]|sext[oa]|secundo|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?"
    r"|fifth(?:ly)?|premièrement|deuxièmement|troisièmement|quatrièmement|cinquièmement"
    r"|ten\s(?:eerste|tweede|derde|vierde|vijfde|zesde)"
    r"|(?:во-|в-)?(?:перв|втор|треть|четв[её]рт|пят|шест)(?:ое|е|ых|их)"
    r"|uno|dos|tres|cuatro|cinco|seis"
    r"|(?:бірін|екін|үшін|төртін|бесін|алтын)ші(?:ден)?"
)
_BARE_ORDINAL = r"ten\s(?:eerste|tweede|derde|vierde|vijfde|zesde)"
"""In small letters they need no mark behind them."""
_COUNTED = r"\s(?:n°\s?|№\s?|nr\.\s)?\d{1,3}\s?(?:\^?er|°)?\s?(?:\.?[-–—.:](?=\s)|(?=[\s*]*$))"
MARKER = re.compile(
    rf"""[\#>*_\ \t]{{0,6}}(?:
      (?P<bullet>[•●▪■◦‣∙·○□➢➤✓✔✗❖◆◇★☆▸▻◾▫⁃⇒❑❒☑►▶➔→\uf0a7\uf0b7\uf0d8\uf0fc])
    | (?P<dash>[-–—―*+]|--|[onqØü])(?=\s)
    | [(\[]?(?P<number>{_NUMBER})(?:[.)\]°º/:]|\.-|\.°|°\)|\s[-–—])(?=[\s*])
    | (?P<close>\d{{1,2}})\.(?=[^\W\d_a-zа-я](?:[^\W\d_A-ZА-Я]|\.))
    | (?:n°|№|[Nn]r\.?|[Nn]o\.)\s?(?P<named>\d{{1,2}})\s?[:.)–-]?(?=\s)
    | (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})(?=\s)
    | (?P<coded>(?:[A-ZА-Я]|Rec\.?|REC\.?)-?\s?\d{{1,2}}[.:)]?)(?=\s)
    | (?P<letter>\(?[^\W\d_]{{1,2}}\)|[^\W\d_][./]|[A-Z]{{2}}\.)(?=[\s*])
    | (?P<article>(?:Art(?:icle|icolo|ikel|ículo)?\.?|ART(?:ICLE|IKEL|ICOLO|ÍCULO)|Section|Статья)
        {_COUNTED})
    | (?P<demanded>(?:(?:Recomm|Raccom|Recom)\w+|Aanbeveling|Рекомендация|Требование|Просьба|Ұсын\w+
        |Талап|Demand[ea]?|Request|Verzoek|Eis|Exigence|Richiesta|Petición){_COUNTED})
    | (?P<ordinal>(?i:{_ORDINAL})\s?(?:[.:]|\.?[-–—])|(?:{_ORDINAL}),|{_BARE_ORDINAL})(?=[\s*])
    | (?P<roman>\(?[ivxIVX]{{1,5}}[.)])(?=[\s*])
    )[\s*_]{{0,8}}""",
    re.VERBOSE,
)
ORDERED = re.compile(rf"(?i:{_ORDINAL}),")
"""A word for first, second and so on at a paragraph's head."""
BARE = re.compile(r"(\d{1,2})(?:\s?[.)°º]?\s*$|\s+(?=[^\W\d]))")
SIGNED = re.compile(r"(?:mr|drs?|ir|ds|prof|avv|dott|lic|ing|namens)\.?\s+[A-ZÀ-Þ]")
"""A title in small letters before a name, with which a line of signature begins."""
_SECOND = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)|\(?[^\W\d_]\)\s+(?=\S)")
"""A number or letter behind a bullet."""
BOLD_TITLE = re.compile(r"\*\*[^*\n]{1,60}(?::\s?\*\*|\*\*\s?:)\s+(?=\S)")
_KINDS = {
    "ordinal": "number",
    "dotted": "number",
    "article": "number",
    "coded": "number",
    "demanded": "number",
    "named": "number",
    "close": "number",
    "roman": "letter",
}


def kind_of(marker: re.Match[str]) -> str:
    """What a marker is: `number`, `letter`, `dash` or `bullet`."""
    group = marker.lastgroup or ""
    return _KINDS.get(group, group)


def label_of(marker: re.Match[str]) -> str:
    """A marker's number or letter, or its sign."""
    group = marker.lastgroup or ""
    label = marker[group].strip("()/.,:-–— ")
    if group in ("article", "coded", "demanded"):
        return re.sub(r"\D+", "", label)
    if group == "ordinal":
        low = label.lower()
        return next((str(n) for n, begun in enumerate(_ORDINALS, 1) if low.startswith(begun)), "")
    return label


def end_of(marker: re.Match[str], text: str, stop: int) -> int:
    """Where an item's words begin: behind its marker, and a number behind a bullet."""
    signs = marker.lastgroup in ("bullet", "dash")
    second = _SECOND.match(text, marker.end(), stop) if signs else None
    return second.end() if second else marker.end()
