"""Legal articles in each language's habits: what stands in brackets `⟦…⟧` is to be proposed."""

import re

import pytest

from tests.suggest.article_proposing import proposed

CITATIONS = {
    "en": """
        He was charged under ⟦Article 174(1) of the Criminal Code⟧ and ⟦Article 405⟧.
        The trial breached ⟦Article 6 §§ 1 and 3 (c) of the Convention⟧.
        It relied on ⟦Article 1 of Protocol No. 1⟧.
        This violates ⟦articles 9 (1), 14 (1) and (3) (b) and 19 of the Covenant⟧.
        See ⟦paragraph 3 of article 14 of the Covenant on Civil and Political Rights⟧.
        ⟦Section 5(2)(a) of the Public Order Act 1998⟧ was used against her.
        ⟦Sections 12–14 of the Prisons Act⟧ apply.
        He cited ⟦Article 5(1)(c) and (f) ECHR⟧.
        She was held under ⟦Article 174 of the Kaledarian Criminal Code⟧ for a year.
        It recalled ⟦Articles 3, 9, 19 and 20 of the Universal Declaration of Human Rights⟧.
        As ⟦s. 43(6)⟧ says, nothing was proved.
        Freedom of assembly (⟦Article 21 ICCPR⟧) was denied.
        ⟦Law No. 12/2020⟧ and ⟦Directive 2012/29/EU⟧ were adopted.
        ⟦Article 19, paragraph 2, of the ICCPR⟧ protects it.
        ⟦Article 20 of Law No. 45-II⟧ bans it.
        The Court applied ⟦Rule 39 of the Rules of Court⟧.
        He was convicted under ⟦Article 258, part 2, and Article 405 of the Criminal Code⟧.
        It is a breach of ⟦Article 14(3)(d) and (e) ICCPR⟧.
        under ⟦Articles 3 and 5 § 1 of the Convention⟧
        see ⟦subparagraph (b) of paragraph 2 of Article 5⟧
        ⟦article 26 of the Law on Public Gatherings⟧ requires a permit
        ⟦Article 7 of the EU Charter⟧ and ⟦Article 2 TEU⟧
        ⟦section 12 of the Constitution of the Republic of Kaledar⟧
        ⟦Articles 13, 14 and 15 of the Constitution of Kaledar⟧
        ⟦Section 7 of the Access to Public Information and Records Act, 2009⟧
        ⟦Art. 10(2) of the European Convention on Human Rights⟧
        ⟦Principle 9 of the Basic Principles on the Role of Lawyers⟧
        ⟦Part 2 of Article 174 of the Criminal Code⟧
        charged with incitement (⟦Article 174⟧) and fraud (⟦Article 190, part 4⟧)
        ⟦Article 205-bis of the Penal Code⟧
        ⟦Section 12 of the 2014 Assemblies Act⟧ and ⟦s. 43(6) of the 1998 Act⟧
        ⟦Article 1 of Protocol No. 12 to the European Convention on Human Rights⟧
        ⟦articles 2 (para. 3), 7 and 9 of the Covenant⟧
        ⟦Article 405, first paragraph, of the Code⟧, by the ⟦first paragraph of Article 5⟧
        held under ⟦Article 405⟧ in breach of the Covenant
        ⟦Article 14 of the Law “On Peaceful Assemblies”⟧
        ⟦Article 9 of the Law on Freedom of Conscience and on Religious Organisations⟧ says nothing
        ⟦Art. 274, part 4(2), CC⟧; ⟦Article 205(2)(1)–(3) CC⟧
        ⟦s. 112 of the Code of Criminal Procedure⟧ and on ⟦Articles 5 and 6⟧
        ⟦Article 12 of the European Convention on Extradition⟧
        ⟦Recommendation CM/Rec(2010)5⟧ and ⟦general comment No. 35 (2014)⟧
    """,
    "fr": """
        Elle est poursuivie sur la base de l'⟦article 174 du code pénal⟧.
        les ⟦articles 174 et 274 du Code pénal kazakh⟧ sont vagues.
        Il invoque l'⟦article 405, paragraphe 2⟧.
        Vu le ⟦paragraphe 2 de l'article 19 du Pacte relatif aux droits civils et politiques⟧,
        L'⟦article 6, § 1er, de la Convention européenne des droits de l'homme⟧ est violé.
        Selon les ⟦articles 5 à 7 de la Convention⟧, il doit être libéré.
        Vu la ⟦loi du 29 juillet 1991⟧ et l'⟦article 3, alinéa 2, de la loi du 29 juillet 1991⟧,
        vu la ⟦résolution n° 2252 (2019)⟧, page 12,
        l'⟦article L. 511-1 du code de la santé publique⟧ prévoit une exception.
        (⟦art. 3 CEDH⟧) et (⟦art. 10, al. 2, let. b), de la Constitution⟧)
        l'⟦article premier du Protocole additionnel⟧ est invoqué.
        Les ⟦art. 137 et suivants du Code pénal⟧ sont appliqués.
        ⟦article 14, paragraphe 3, alinéa d), du PIDCP⟧
        l'⟦article 6 § 3 c) de la Convention⟧
        des ⟦articles 9, § 1er, et 14, § 3, du Pacte⟧
        ⟦articles 222-13 et 222-14 du code pénal⟧
        ⟦article 1er de la loi n° 2004-228 du 15 mars 2004⟧
        l'⟦alinéa 2 de l'article 10 de la Constitution de Kaledar⟧
        ⟦art. 174, al. 2, CP⟧
        l'⟦article 2, sous b), de la directive 2013/33/UE⟧
        en vertu de l'⟦article 80, point 3, du code de procédure pénale⟧
        l'⟦article 5 de la loi « sur les réunions pacifiques »⟧
        ⟦articles L. 313-11 et L. 511-1 du CESEDA⟧
        l'⟦art. 1 F, b) de la convention de Genève⟧
        les ⟦articles 9, 10, 14 (par. 3) et 19 du Pacte⟧
        les ⟦articles 174, 258 et 405 du code pénal d'Oulstan⟧
    """,
    "it": """
        È accusato in base all'⟦articolo 256 del Codice penale⟧.
        Gli ⟦articoli 174 e 274 del codice penale kazako⟧ sono vaghi.
        Visto l'⟦art. 3, comma 2, lett. b), del d.lgs. 25/2008⟧,
        l'⟦articolo 416-bis c.p.⟧ e l'⟦art. 27 Cost.⟧ sono citati.
        ai sensi degli ⟦artt. 3 e 8 CEDU⟧
        il ⟦comma 2 dell'articolo 19 del Patto internazionale relativo ai diritti civili e politici⟧
        l'⟦articolo 21, primo comma, della Costituzione⟧ tutela la parola.
        ⟦artt. 5, par. 1, e 6 della Convenzione⟧
        la ⟦legge n. 354 del 26 luglio 1975⟧
        il giudice ha applicato l'⟦art. 1, comma 2-bis, c.p.⟧
        gli ⟦artt. 2, 3 e 27 della Costituzione⟧
        condannato ex ⟦art. 416 bis c.p.⟧ e ⟦art. 73 d.P.R. n. 309/1990⟧
        l'⟦articolo 13, commi 2 e 3, della Costituzione⟧
        ⟦art. 4 l. 110/1975⟧ e ⟦art. 54 della legge n. 354 del 1975⟧
        ⟦artt. 192, commi 1 e 2, e 533 c.p.p.⟧
        ⟦art. 606, lett. b) ed e), c.p.p.⟧
        ⟦articoli 81, secondo comma, 110 e 416-bis del codice penale⟧
        ⟦art. 14, paragrafo 3, lettera d), del Patto internazionale sui diritti civili e politici⟧
        la ⟦risoluzione 2455 (2022)⟧ del Consiglio
        ⟦artt. 13-15 Cost.⟧
        l'⟦art. 2, n. 3, del Protocollo n. 4⟧
        la ⟦lettera c) dell'articolo 3 della Convenzione⟧
        l'⟦art. 18 dello Statuto dei lavoratori⟧, l'⟦art. 14 della legge ulustana n. 12⟧
        ⟦artt. 110, 81 cpv. e 582 c.p.⟧
        ⟦art. 1, co. 2, l. n. 110/1975⟧
        ⟦art. 20 cod. pen.⟧ e ⟦art. 275 cod. proc. pen.⟧
        l'⟦art. 5 della Costituzione della Repubblica di Ulustan⟧
    """,
    "nl": """
        Hij wordt vervolgd op grond van ⟦artikel 402 van het Strafwetboek⟧.
        De ⟦artikelen 174 en 274 van het Kazachse Wetboek van Strafrecht⟧ zijn vaag.
        ⟦Artikel 6, eerste lid, van het EVRM⟧ is geschonden.
        ⟦art. 3 EVRM⟧ en ⟦art. 140 Sr⟧ gelden.
        de ⟦artikelen 5 tot en met 7 van het Verdrag⟧
        ⟦lid 3 van artikel 14 van het IVBPR⟧
        ⟦artikel 10, § 2, van de Grondwet⟧
        de ⟦wet van 15 december 1980⟧
        ⟦artikel 29, tweede lid, aanhef en onder b, van de Vreemdelingenwet 2000⟧
        ⟦artikel 3 van de Wet openbare manifestaties⟧
        ⟦artikel 7, onder a, van de Wet op de stilte⟧
        ⟦artikel 3 van het Verdrag tegen foltering⟧
        (⟦art. 174, lid 2, Sr⟧)
        ⟦artikel 14, lid 3, onder d, IVBPR⟧
        ⟦art. 9, eerste en derde lid, van het IVBPR⟧
        ⟦artikel 174, eerste lid, onder 2°, van het Wetboek van Strafrecht⟧
        het ⟦tweede lid van artikel 10 van de Grondwet⟧
        ⟦artikel 3:46 Awb⟧ en ⟦artikel 8 EVRM⟧
        ⟦artikelen 10, 11 en 14 EVRM⟧
        ⟦artikel 6.1 van het Europees Verdrag voor de Rechten van de Mens⟧
        ⟦artikel 144bis van de Grondwet⟧
        ⟦artikel 12, § 1, 3°, van de wet van 8 april 1965⟧
        ⟦artikel 3 van de Kaledarse Wet op de betogingen⟧
        ⟦artikel 149 e.v. Sv⟧, ⟦art. 7:658 BW⟧ en ⟦artikel 12 van de Politiewet 2012⟧
        ⟦art. 2 en 3 EVRM⟧ en ⟦art. 1 van Protocol nr. 1⟧
        ⟦artikel 20 van de Grondwet van Ulustan⟧
        ⟦artikel 2, derde lid, onder a en b, van het IVBPR⟧
    """,
    "ru": """
        Его обвинили по ⟦ст. 174 УК РК⟧.
        приговор по ⟦ч. 2 ст. 174⟧ и по ⟦п. «б» ч. 3 ст. 405 УК⟧
        нарушены ⟦статьи 9, 14 и 19 Международного пакта о гражданских и политических правах⟧
        на основании ⟦статьи 405 Уголовного кодекса⟧ её осудили
        согласно ⟦пункту 1 статьи 6 Европейской конвенции о защите прав человека и основных свобод⟧
        ⟦статьями 5–7 Конвенции⟧ запрещено
        по ⟦ст.ст. 205, 206 УК РФ⟧
        ⟦частью 1 статьи 20.2 КоАП РФ⟧
        ⟦статья 19 Конституции Республики Казахстан⟧
        ⟦ст. 5 Федерального закона № 54-ФЗ⟧
        по ⟦ст. 174 ч. 2 УК Республики Казахстан⟧
        ⟦статьёй 405 (часть 1) УК⟧
        ⟦пункта «в» части 2 статьи 105 УК РФ⟧
        согласно ⟦подпункту d пункта 3 статьи 14 Пакта⟧
        ⟦статьями 174 (часть 2) и 405 (часть 1) УК РК⟧
        ⟦ч. ч. 1, 2 ст. 318 УК РФ⟧
        ⟦ст. 3 и 6 Конвенции⟧
    """,
    "es": """
        Se le acusa en virtud del ⟦artículo 174 del Código Penal⟧.
        los ⟦artículos 7, 8 y 25 de la Convención Americana sobre Derechos Humanos⟧
        el ⟦artículo 14, § 5, del Pacto Internacional de Derechos Civiles y Políticos⟧
        el ⟦párrafo 3 del artículo 14 del PIDCP⟧
        ⟦art. 8.2.h de la Convención⟧
        los ⟦artículos 5 a 7 de la Constitución⟧
        la ⟦Ley 1/2004⟧
        el ⟦artículo 20, apartado 1, letra d), de la Constitución⟧
        el ⟦inciso b) del artículo 3 de la Convención⟧
        ⟦artículo 149, numeral 2, del Código Orgánico Integral Penal⟧
        los ⟦arts. 18 y 75, inciso 22, de la Constitución Nacional⟧
        ⟦artículo 19, fracción II, de la Ley de Amparo⟧
        ⟦artículo 19 N° 7 de la Constitución⟧ y ⟦artículo 2° de la Ley 19.640⟧
        ⟦artículo 405, segundo párrafo, del Código Penal de Santelmo⟧
        ⟦artículos 4.1, 5.1 y 7.1 del mismo instrumento⟧
        ⟦artículo 3 común a los Convenios de Ginebra⟧
    """,
    "kk": """
        Ол ⟦ҚК 174-бабы⟧ бойынша айыпталды.
        ⟦Қылмыстық кодекстің 405-бабының 2-бөлігі⟧ қолданылды.
        ⟦ҚР ҚК-нің 174 және 274-баптары⟧ бұлдыр.
        ⟦Конституцияның 20-бабын⟧ бұзды.
        ⟦ҚК 405-бабы 1-бөлігінің 2-тармағы⟧
        ⟦«Бейбіт жиналыстар туралы» Заңның 10-бабы⟧
        ⟦Қазақстан Республикасы Қылмыстық кодексінің 405-бабының 2-бөлігі⟧
    """,
    "de": """
        Er wurde nach ⟦Art. 3 EMRK⟧ angeklagt.
        gemäß ⟦Artikel 5 Absatz 1 des Grundgesetzes⟧ und ⟦§ 129 StGB⟧
    """,
    "pt": """
        nos termos do ⟦artigo 5 da Constituição⟧ e dos ⟦artigos 7 e 8 da Convenção⟧
    """,
}
ROWS = [
    (language, line.strip())
    for language, lines in CITATIONS.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("language", "marked"), ROWS)
def test_a_citation_is_proposed_whole(language: str, marked: str) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    assert proposed(text, language) == re.findall("⟦(.*?)⟧", marked)
