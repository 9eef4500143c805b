"""Plain texts in the encodings that researchers meet. All sentences are invented."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.library.encoding import ENCODINGS, decode
from kzannotate.model.errors import KzError

TEXTS = {
    "fr": "Nous demandons aux autorités de libérer immédiatement Mme Zélie Vautrain, détenue "
    "depuis mars en violation de l’article 9. L’été passé, nul n’a dit où elle était "
    "gardée.",
    "it": "Perché le autorità non hanno più liberato la giornalista? La città è rimasta in "
    "silenzio, così la libertà è negata a tutti i cittadini della provincia.",
    "nl": "De autoriteiten hebben de journaliste niet vrijgelaten; het parlement vroeg één "
    "onderzoek naar haar zaak en naar de coördinatie tussen België en de rechtbank.",
    "en": "The authorities haven’t released the journalist’s brother – “a café owner” – since "
    "May. Nobody was told where he’s held, and the court did not answer.",
    "es": "Las autoridades no liberaron a la periodista; nadie dijo a su madre dónde está "
    "detenida. ¿Cuántos años más? Exigimos su liberación mañana mismo.",
    "de": "Die Behörden haben die Journalistin nicht freigelassen; wo sie festgehalten wird, weiß "
    "ihre Mutter bis heute nicht. Wir fordern ihre sofortige Freilassung, für "
    "Gerechtigkeit.",
    "pl": "Władze nie zwolniły dziennikarki; gdzie jest przetrzymywana, nikt nie powiedział jej "
    "matce. Żądamy jej natychmiastowego uwolnienia, gdyż areszt jest bezprawny.",
    "tr": "Yetkililer gazeteciyi serbest bırakmadı; nerede tutulduğunu annesine kimse söylemedi. "
    "Derhal serbest bırakılmasını istiyoruz, çünkü gözaltı hukuka aykırıdır.",
    "ru": "Власти не освободили журналистку; где её держали, никто так и не сказал её матери. "
    "Требуем немедленно освободить Зою Вереснёву и отменить приговор.",
    "kk": "Билік журналисті босатқан жоқ; оны қайда ұстағаны туралы анасына ешкім айтпады. Құқық "
    "қорғаушылар өтініш жасады, әділдік үшін күресеміз.",
    "uk": "Влада не звільнила журналістку; де її тримають, її матері ніхто так і не сказав. "
    "Вимагаємо негайно звільнити її, бо це свавілля.",
}
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
LEGACY = [
    *((language, "cp1252") for language in ("fr", "it", "nl", "en", "es", "de")),
    *((language, "iso8859-15") for language in ("fr", "it", "nl", "es", "de")),
    *(("pl", name) for name in ("cp1250", "iso8859-2")),
    ("tr", "cp1254"),
    *(("ru", name) for name in ("cp1251", "koi8-r", "cp866", "iso8859-5", "kz1048")),
    *(("kk", name) for name in ("kz1048", "ptcp154")),
    *(("uk", name) for name in ("cp1251", "koi8-u")),
]


@pytest.mark.parametrize("language", TEXTS)
def test_utf8_is_no_guess(language: str) -> None:
    text = TEXTS[language]
    for data in (text.encode(), codecs.BOM_UTF8 + text.encode()):
        found = decode(data)
        assert (found.text, found.encoding, found.note) == (text, "utf-8", "")


@pytest.mark.parametrize("name", WIDE)
@pytest.mark.parametrize("language", TEXTS)
def test_two_and_four_bytes_a_letter_with_and_without_a_mark(language: str, name: str) -> None:
    text = TEXTS[language]
    marked = decode("\ufeff".encode(name) + text.encode(name))
    assert (marked.text, marked.encoding, marked.note) == (text, name, "")
    bare = decode(text.encode(name))
    assert (bare.text, bare.encoding) == (text, name)
    assert bare.note == f"read as {name} (guessed)"


@pytest.mark.parametrize("repeated", [1, 40])
@pytest.mark.parametrize(("language", "name"), LEGACY)
def test_guesses_one_byte_a_letter(language: str, name: str, repeated: int) -> None:
    data = (TEXTS[language] * repeated).encode(name, "ignore")
    found = decode(data)
    assert found.text == data.decode(name)
    assert found.note == f"read as {found.encoding} (guessed)"


@given(st.sampled_from(ENCODINGS), st.text(max_size=200))
def test_what_is_told_is_believed(name: str, text: str) -> None:
    data = text.encode(name, "ignore")
    found = decode(data, name)
    assert found.text == data.decode(name).removeprefix("\ufeff")
    assert (found.encoding, found.note) == (name, "")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        assert decode(data).encoding in ENCODINGS
    except KzError as error:
        assert str(error) == "it is not a kind of file that can be read here"


def test_other_names_of_an_encoding_are_taken() -> None:
    assert decode(b"caf\xe9", "latin-1").encoding == "iso-8859-1"
    assert decode("Құқық".encode("kz1048"), "KZ1048").text == "Құқық"


@pytest.mark.parametrize("name", ["klingon", "rot13", "unicode_escape", "\0", "x" * 500])
def test_refuses_an_encoding_that_isnt_offered(name: str) -> None:
    with pytest.raises(KzError, match="is not an encoding known here"):
        decode(b"text", name)


def test_refuses_an_encoding_that_the_bytes_are_not_in() -> None:
    with pytest.raises(KzError, match="it is not in utf-8: see byte 3"):
        decode(b"caf\xe9", "utf-8")


def test_utf8_with_a_few_broken_bytes_stays_utf8() -> None:
    data = TEXTS["ru"].encode() * 3
    found = decode(data[:301] + b"\xff" + data[301:-1])
    assert found.encoding == "utf-8"
    assert found.note == "damaged utf-8: what could not be read is shown as \ufffd (1)"


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    assert decode(b"a text of some length" * 20 + b"\0").encoding == "utf-8"


def test_pictures_and_programs_are_no_text() -> None:
    with pytest.raises(KzError, match="it is not a kind of file that can be read here"):
        decode(bytes(range(256)) * 20)
