"""Makes the French-Dutch page of the sample corpus: two languages side by side, two pages.

Run it from anywhere: python resources/sample/make_pdf.py [FILE]. The same bytes every time, so
that a test can tell whether the committed file is the one this script makes.
"""

import sys
from pathlib import Path

import pymupdf

PAGE = pymupdf.Rect(0, 0, 595, 842)
HEAD = pymupdf.Rect(56, 48, 539, 140)
FOOT = pymupdf.Rect(56, 790, 539, 826)
COLUMNS = {"fr": pymupdf.Rect(56, 152, 286, 780), "nl": pymupdf.Rect(309, 152, 539, 780)}
STYLE = """
* { font-family: serif; font-size: 11.5px; line-height: 1.25; margin: 0; }
h1 { font-size: 15px; text-align: center; font-weight: bold; }
h2 { font-size: 12.5px; font-weight: bold; margin-top: 9px; margin-bottom: 3px; }
p { margin-bottom: 6px; }
p.middle { text-align: center; }
"""

TITLE = """
<h1>CONSEIL DES PROVINCES — RAAD DER PROVINCIËN</h1>
<p class="middle">Motion 58 (2024) — 21 mai 2024 — Motie 58 (2024) — 21 mei 2024</p>
<p class="middle">Qarastan: les prisonniers de Temirköl — de gevangenen van Temirköl</p>
"""
RUNNING_TITLE = '<p class="middle">Motion 58 (2024) — Motie 58 (2024)</p>'

TEXTS = {
    1: {
        "fr": """
<h2>DÉVELOPPEMENTS</h2>
<p>Mesdames, Messieurs,</p>
<p>Dans la nuit du 7 janvier 2024, une digue a cédé en amont de Temirköl, au Qarastan. Le gouvernement a annoncé
quatorze morts. La journaliste Nouria Tolkynbek en a compté soixante et un, rue par rue, et a publié la liste.
Elle est en prison depuis.</p>
<p>Deux jours plus tard, les dockers ont cessé le travail pour obtenir que les corps soient rendus aux familles.
La police a évacué le quai le 22 janvier. Quarante-six personnes ont été arrêtées, dont Arslan Koudaïmenov,
président du syndicat, et Bibigoul Sarmanova, cuisinière de la cantine du port, qui avait seulement apporté du pain.</p>
<p>Le premier a été condamné à six ans en application de l'article 288 du code pénal. La seconde attend
son procès; elle risque cinq ans. L'étudiant Yernur Aldasbaï n'a pas été jugé: il est mort en cellule.</p>
<p>Les autorités invoquent l'article 312 du code pénal, qui punit les rumeurs. Or une liste de noms n'est pas une
rumeur, et l'article 19 du Pacte international protège celui qui la publie.</p>
<p>Notre province est jumelée avec Temirköl depuis 1998. Des élèves d'ici y ont passé leurs vacances. Nous ne pouvons
pas nous taire.</p>
""",
        "nl": """
<h2>TOELICHTING</h2>
<p>Dames en Heren,</p>
<p>In de nacht van 7 januari 2024 brak stroomopwaarts van Temirköl, in Qarastan, een dijk door. De regering sprak
van veertien doden. De journaliste Noeria Tolkynbek telde er eenenzestig, straat na straat, en maakte de lijst
openbaar. Sindsdien zit zij in de gevangenis.</p>
<p>Twee dagen later legden de havenarbeiders het werk neer opdat de lichamen aan de families zouden worden
teruggegeven. Op 22 januari ontruimde de politie de kade. Zesenveertig mensen werden opgepakt, onder wie Arslan
Koedaimenov, voorzitter van de vakbond, en Bibigoel Sarmanova, kokkin in de havenkantine, die alleen brood had gebracht.</p>
<p>De eerste kreeg zes jaar op grond van artikel 288 van het Strafwetboek. De tweede wacht op haar proces; zij riskeert
vijf jaar. De student Jernoer Aldasbaj is niet berecht: hij stierf in zijn cel.</p>
<p>De overheid beroept zich op artikel 312 van het Strafwetboek, dat geruchten bestraft. Een lijst met namen is echter
geen gerucht, en artikel 19 van het Internationaal Verdrag beschermt wie haar openbaar maakt.</p>
<p>Onze provincie en Temirköl zijn sinds 1998 partners. Leerlingen van hier brachten er hun vakantie door. Wij kunnen
niet zwijgen.</p>
""",
    },
    2: {
        "fr": """
<h2>MOTION</h2>
<p>Le Conseil,</p>
<p>A. vu l'accord de jumelage du 4 mai 1998;</p>
<p>B. considérant que la liberté de réunion est garantie par l'article 21 du Pacte international;</p>
<p>demande à la Députation provinciale:</p>
<p>1. d'exiger des autorités de Temirköl la libération de Bibigoul Sarmanova et l'abandon des poursuites;</p>
<p>2. de suspendre toute visite officielle tant que Nouria Tolkynbek est détenue;</p>
<p>3. d'envoyer un observateur au prochain procès des dockers;</p>
<p>4. de prendre à sa charge, dans la limite de 4 000 euros, les frais de la défense;</p>
<p>5. de faire rapport au Conseil avant le 1er octobre 2024.</p>
""",
        "nl": """
<h2>MOTIE</h2>
<p>De Raad,</p>
<p>A. gelet op de partnerschapsovereenkomst van 4 mei 1998;</p>
<p>B. overwegende dat artikel 21 van het Internationaal Verdrag de vrijheid van vergadering waarborgt;</p>
<p>vraagt de Deputatie:</p>
<p>1. van de overheid van Temirköl de vrijlating van Bibigoel Sarmanova en de stopzetting van de vervolging te eisen;</p>
<p>2. elk officieel bezoek op te schorten zolang Noeria Tolkynbek vastzit;</p>
<p>3. een waarnemer te sturen naar het volgende proces van de havenarbeiders;</p>
<p>4. de kosten van de verdediging te dragen, tot een bedrag van 4 000 euro;</p>
<p>5. vóór 1 oktober 2024 verslag uit te brengen aan de Raad.</p>
""",
    },
}


def make(file: Path) -> None:
    """Write the PDF to `file`. Raises ValueError if a text doesn't fit its column."""
    document = pymupdf.open()
    for number, texts in TEXTS.items():
        page = document.new_page(width=PAGE.width, height=PAGE.height)
        _fill(page, HEAD, TITLE if number == 1 else RUNNING_TITLE)
        for language, column in COLUMNS.items():
            _fill(page, column, texts[language])
        _fill(page, FOOT, f'<p class="middle">{number}</p>')
    document.subset_fonts()
    document.set_metadata({"title": "Motion 58 (2024) — Motie 58 (2024)"})
    document.save(file, garbage=4, deflate=True, no_new_id=True)


def _fill(page: pymupdf.Page, box: pymupdf.Rect, html: str) -> None:
    spare, _ = page.insert_htmlbox(box, html, css=STYLE, scale_low=1)
    if spare < 0:
        raise ValueError(f"too much text on page {page.number + 1}: {html.strip()[:40]}")


if __name__ == "__main__":
    beside = Path(__file__).with_name("council-2024-motion-fr-nl.pdf")
    make(Path(sys.argv[1]) if sys.argv[1:] else beside)
