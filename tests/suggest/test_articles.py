"""What of a citation is told, what is none, and what extraction leaves in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.suggestion import Cited
from tests.suggest.article_proposing import proposed, suggestions

IDENTITIES = [
    ("fr", "les articles 174 et 274 du code pénal kazakh", "Criminal Code (KZ)", ["174", "274"]),
    ("ru", "ст. 174 УК РК", "Criminal Code (KZ)", ["174"]),
    ("kk", "ҚР ҚК-нің 174-бабы", "Criminal Code (KZ)", ["174"]),
    ("en", "Articles 9 to 12 of the Covenant", "Covenant", ["9", "10", "11", "12"]),
    ("en", "Article 14(3)(d) and (e) ICCPR", "ICCPR", ["14(3)(d)", "14(3)(e)"]),
    ("fr", "article 405, paragraphe 2", "", ["405(2)"]),
    ("ru", "п. 1 и 2 ч. 3 ст. 405 УК", "Criminal Code", ["405(3)(1)", "405(3)(2)"]),
    ("it", "artt. 13-15 Cost.", "Constitution", ["13", "14", "15"]),
    ("nl", "art. 9, eerste en derde lid, IVBPR", "ICCPR", ["9(1)", "9(3)"]),
    ("es", "artículo 5.1 de la Convención Americana sobre Derechos Humanos", "ACHR", ["5(1)"]),
]


@pytest.mark.parametrize(("language", "text", "instrument", "numbers"), IDENTITIES)
def test_a_list_has_one_identity_each(
    language: str, text: str, instrument: str, numbers: list[str]
) -> None:
    (one,) = suggestions(text, language)
    assert one.cited == tuple(Cited(instrument, number) for number in numbers)


INSTRUMENTS = [
    ("en", "2019/2610(RSP)", "2019/2610(RSP)"),
    ("fr", "2019/2610 [RSP]", "2019/2610(RSP)"),
    ("en", "2019/2610{RSP}", "2019/2610(RSP)"),
    ("en", "P8_TA(2019)0203", "P8_TA(2019)0203"),
    ("fr", "résolution n° 2252 (2019)", "resolution 2252 (2019)"),
    ("nl", "resolutie nr. 2252 (2019)", "resolution 2252 (2019)"),
    ("en", "CCPR/C/KAZ/CO/2", "CCPR/C/KAZ/CO/2"),
    ("ru", "A/HRC/40/54", "A/HRC/40/54"),
    ("en", "Directive 2012/29/EU", "Directive 2012/29"),
    ("it", "direttiva 2012/29/UE", "Directive 2012/29"),
    ("en", "CELEX 32012L0029", "CELEX 32012L0029"),
    ("en", "ECLI:EU:C:2019:123", "ECLI:EU:C:2019:123"),
    ("fr", "Convention contre la torture", "CAT"),
    ("ru", "Конвенции против пыток", "CAT"),
    ("kk", "Азаптауға қарсы конвенцияны", "CAT"),
    ("es", "Convención contra la Tortura", "CAT"),
]


@pytest.mark.parametrize(("language", "text", "key"), INSTRUMENTS)
def test_an_instrument_has_one_key_in_every_language(language: str, text: str, key: str) -> None:
    (one,) = suggestions(f"({text}).", language)
    assert (one.start, one.stop) == (1, 1 + len(text))
    assert one.cited == (Cited(key, ""),)


NONE = [
    ("en", "See page 12, section 3 and paragraph 16 above."),
    ("en", "Article I wrote in 2019 about 5 men."),
    ("en", "ARTICLE 19, the NGO ARTICLE 19 and others signed."),
    ("en", "under article 4 of its statute the group met in cell 12"),
    ("fr", "Voir page 12, point 3, et le code pénal."),
    ("fr", "aux fins de l'article 2 de la présente résolution"),
    (
        "fr",
        "DÉCIDE :\n\nArticle 1er : La décision est annulée.\n\nArticle 2 : La demande est rejetée.",
    ),
    ("nl", "zie bladzijde 12, r.o. 7 en punt 4"),
    ("it", "si veda pagina 12, punto 3; il codice penale va riformato"),
    ("ru", "см. с. 12, пункт 3 и кабинет 405; Уголовный кодекс"),
    ("es", "véase la página 12 y el punto 3"),
    ("kk", "12-бет, 405-бөлме"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_only_looks_like_a_citation_is_none(language: str, text: str) -> None:
    assert proposed(text, language) == []


DAMAGED = [
    ("fr", "l'article\n174 du **code\npénal** kazakh", ["article\n174 du **code\npénal** kazakh"]),
    ("ru", "по ста-\nтье 174 Уголов-\nного кодекса", ["ста-\nтье 174 Уголов-\nного кодекса"]),
    ("ru", "по cт. 174 УК PК", ["cт. 174 УК PК"]),
    ("en", "<i>Article\u00a0174</i> of the Criminal\u00adCode", ["Article\u00a0174"]),
    ("fr", "l'аrticle 174 du соde pénal", ["аrticle 174 du соde pénal"]),
    ("fr", "l'article 1^er de la Convention", ["article 1^er de la Convention"]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), DAMAGED)
def test_damage_stays_in_the_passage(language: str, text: str, wanted: list[str]) -> None:
    assert proposed(text, language) == wanted


def test_a_gloss_parts_a_list() -> None:
    text = 'les articles 12 ("rumeurs") et 15 ("outrage") du Code pénal'
    assert proposed(text, "fr") == ["articles 12", "15"]
    assert [one.cited[0].instrument for one in suggestions(text, "fr")] == ["Criminal Code"] * 2


def test_a_rule_and_a_score_are_told() -> None:
    near, bare = suggestions("art. 174 du code pénal; article 9", "fr")
    assert (near.rule, bare.rule) == ("fr.legal_article.provision",) * 2
    assert near.score > bare.score > 0.5


PIECES = st.sampled_from([
    "article ", "art. ", "ст. ", "174", "(1)", "-", "и ", "et ", ", ", "бабы", "УК", " РК", "\n",
    "**", "\u00ad", "du code pénal", "§ ", "P8_TA(2019)0203", "ICCPR", "«", "»", "Закон ", "x",
    "Law on ", "Freedom ", "and ", "Part 2 of ", "Convention ", "paragraphe 2 de l'", "nr. 12 ",
    "(", ")", "van de Wet ", "contre la torture ", "Ley de Prensa ", "y ", "7 ",
    "Second Optional Protocol ",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["fr", "ru", "kk", "en", ""]))
def test_spans_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    found = suggestions(text, language)
    assert found == suggestions(text, language)
    edges = [edge for one in found for edge in (one.start, one.stop)]
    assert all(0 <= one.start < one.stop <= len(text) for one in found)
    assert edges == sorted(edges)
    assert all(one.cited and 0 < one.score <= 1 for one in found)
