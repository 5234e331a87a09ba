"""Files that cannot be imported, or that want to do harm: a clear answer at once, and nothing else."""

import base64
import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pytest

from each import each
from importing.drafts import DOCUMENTS, FILES, TODAY
from medborgarlofte.errors import LofteError
from medborgarlofte.importing import limits
from medborgarlofte.importing.pipeline import import_bytes
from medborgarlofte.load import load_bytes

pytestmark = pytest.mark.slow

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _refused(name: str, data: bytes) -> LofteError:
    begun = time.process_time()
    with pytest.raises(LofteError) as caught:
        import_bytes(name, data, lang="sv", today=TODAY)
    assert time.process_time() - begun < 5
    return caught.value


def _word(**parts: bytes) -> bytes:
    """The Word file of the fixtures with parts of it replaced or added."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(FILES / "styles.docx") as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = {name.replace("__", "/") + ".xml": data for name, data in parts.items()}
        for item in old.infolist():
            if item.filename not in names:
                new.writestr(item, old.read(item.filename))
        for name, data in names.items():
            new.writestr(name, data)
    return made.getvalue()


def _pdf(change: Callable[[pikepdf.Pdf], None], **settings: object) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(FILES / "libreoffice.pdf") as pdf:
        change(pdf)
        pdf.save(made, **settings)  # type: ignore[arg-type]
    return made.getvalue()


@each([
        ("löfte.doc", OLE + b"\0" * 600, "är ett äldre Worddokument (.doc), som inte läses in"),
        ("löfte.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "är ett låst dokument (lösenord), som inte läses in"),
        ("löfte.xlsx", b"PK\x03\x04....xl/workbook.xml", "är ett kalkylblad, som inte läses in"),
        ("löfte.pptx", b"PK\x03\x04....ppt/presentation.xml", "är en presentation, som inte läses in"),
        ("löfte.png", b"\x89PNG\r\n", "är en bild, som inte läses in"),
        ("löfte.pdf", b"\xff\xd8\xff\xe0", "är en bild, som inte läses in"),
        ("löfte.odt", b"PK\x03\x04....", "är ett dokument i ett annat format, som inte läses in"),
        ("löfte.csv", b"Nr;Vad\n1;Polisen ska", "är ett kalkylblad, som inte läses in"),
        ("löfte.ods", b"PK\x03\x04....", "är ett kalkylblad, som inte läses in"),
        ("löfte.pages", b"PK\x03\x04....", "är ett dokument i ett annat format, som inte läses in"),
        ("löften.zip", b"PK\x03\x04....", "är en zip-fil, som inte läses in"),
        ("löfte.gdoc", b'{"url": "x"}', "är en genväg till ett dokument, som inte läses in"),
        ("löfte.mhtml", b"From: x\n\nintet", "går inte att läsa som en webbsida"),
        ("löfte.exe", b"MZ\0\0\0", ": formatet .exe läses inte in"),
        ("löfte.txt", b"  \n\n", "har ingen text"),
        ("löfte.html", b"<html><body><script>x</script></body></html>", "har ingen text"),
        ("löfte.docx", b"PK\x03\x04word/", "går inte att läsa som ett Worddokument"),
        ("löfte.pdf", b"%PDF-1.7\nintet", "går inte att läsa som en PDF"),
    ])  # fmt: skip
def test_what_cannot_be_read_is_named_with_a_way_on(name: str, data: bytes, what: str) -> None:
    error = _refused(name, data)
    assert what in error.message.sv
    assert error.help is not None


def test_a_scanned_pdf_says_so() -> None:
    def blank(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(b"0 0 100 100 re f")

    assert "bara bilder" in _refused("löfte.pdf", _pdf(blank)).message.sv


def test_a_locked_pdf_says_so() -> None:
    locked = _pdf(lambda _pdf: None, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "skyddad med lösenord" in _refused("löfte.pdf", locked).message.sv


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert (
        "är för stor" in _refused("löfte.docx", _word(word__document=b" " * (limits.MAX_XML + 1))).message.sv
    )


def test_a_zip_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(_word(word__document=b" " * (limits.MAX_XML + 10)))
    size = (limits.MAX_XML + 10).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
    _refused("löfte.docx", bytes(data))


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>',
    ],
)
def test_entities_in_a_word_file_are_refused(xml: bytes) -> None:
    assert "går inte att läsa" in _refused("löfte.docx", _word(word__document=xml)).message.sv


def test_a_file_that_is_too_large_is_refused() -> None:
    assert "är för stor" in _refused("löfte.txt", b"a " * (limits.MAX_CHARACTERS // 2 + 10)).message.sv


def test_a_page_nested_without_end_is_refused_at_once() -> None:
    assert "går inte att läsa som en webbsida" in _refused("a.html", b"<div>" * 500_000).message.sv


def test_a_page_nested_deep_is_read() -> None:
    page = b"<div>" * 4_000 + "Medborgarlöfte för Lillby 2024".encode()
    _, drafts = import_bytes("a.html", page, lang="sv", today=TODAY)
    assert "titel: Medborgarlöfte för Lillby 2024" in drafts[0].text


@each(sorted(FILES.glob("*.*")), lambda path: path.name)
def test_a_file_cut_short_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for share in (0.02, 0.3, 0.6, 0.95):
        try:
            import_bytes(path.name, data[: int(len(data) * share)], lang="sv", today=TODAY)
        except LofteError as error:
            assert error.help is not None  # noqa: PT017 - either outcome is right


def test_tracked_changes_are_read_as_accepted_and_reported() -> None:
    document = docx.Document(str(FILES / "styles.docx"))
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(io.BytesIO(made.getvalue())) as archive:
        xml = archive.read("word/document.xml").decode()
    run = "<w:r><w:t>märka cyklar på stationen två gånger om året</w:t></w:r>"
    assert run in xml
    change = (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>måla</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>märka cyklar på stationen tre gånger om året</w:t></w:r></w:ins>'
    )
    source, drafts = import_bytes(
        "a.docx", _word(word__document=xml.replace(run, change).encode()), lang="sv", today=TODAY
    )
    assert [note.sv for note in source.notes] == [
        "filen har spårade ändringar: texten lästes som om alla är godkända"
    ]
    assert "text: märka cyklar på stationen tre gånger om året" in drafts[0].text
    assert "måla" not in drafts[0].text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ord.txt", "a" * 50_000),
        ("rad.html", "<p>" + "Polisen ska " * 3000),
        ("rad.txt", "Polisen ska " * 3000),
    ],
)
def test_a_text_without_line_breaks_is_reported_with_its_place(name: str, text: str) -> None:
    assert "rad 1: ett stycke är för långt" in _refused(name, text.encode()).message.sv


def test_tables_within_tables_without_end_are_refused() -> None:
    _refused("sida.html", ("<table><tr><td>" * 300 + "Text" + "</td></tr></table>" * 300).encode())


@pytest.mark.parametrize("wrapper", ['fldSimple w:instr=" DOCPROPERTY antal "', "bdo", 'dir w:val="ltr"'])
def test_the_text_of_a_field_is_imported(wrapper: str) -> None:
    tag = wrapper.split(maxsplit=1)[0]
    with zipfile.ZipFile(FILES / "styles.docx") as archive:
        body = archive.read("word/document.xml").decode()
    added = f"<w:p><w:r><w:t>Polisen ska genomföra minst </w:t></w:r><w:{wrapper}><w:r><w:t>40</w:t></w:r></w:{tag}><w:r><w:t> kontroller.</w:t></w:r></w:p>"
    at = body.index("<w:body>") + len("<w:body>")
    data = _word(word__document=(body[:at] + added + body[at:]).encode())

    source, _ = import_bytes("lofte.docx", data, lang="sv", today=TODAY)

    assert "Polisen ska genomföra minst 40 kontroller." in [block.text for block in source.blocks]


def test_an_area_letter_used_twice_is_made_unique() -> None:
    text = (DOCUMENTS / "lervik-bokstavsomraden.txt").read_text(encoding="utf-8")
    letter = re.compile(r"^(\W*)([B-Z])(?=[.):\s])", re.MULTILINE)

    _, drafts = import_bytes("text.txt", letter.sub(r"\1A", text).encode(), lang="sv", today=TODAY)

    ids = re.findall(r"id: (A(?:-\d)?)\b", "".join(draft.text for draft in drafts))
    assert len(ids) > 1 and len(ids) == len(set(ids))


def test_a_period_that_ends_before_it_begins_is_kept_as_text() -> None:
    text = (DOCUMENTS / "marby-rubrikpunkt.txt").read_text(encoding="utf-8")
    assert "2025-12-31 (från 2024-01-01)" in text

    _, [draft] = import_bytes(
        "text.txt", text.replace("2025-12-31 (från", "2020-12-31 (från").encode(), lang="sv", today=TODAY
    )

    assert "2020-12-31" in draft.text and "till: 2020" not in draft.text


def test_a_contact_without_a_function_is_left_as_a_comment() -> None:
    text = "Medborgarlöfte för Lillby 2024\n\nPolisen ska\n\n- gå till fots i centrum\n\nKontakt\n\n- , trygghet@lillby.example\n"

    _, [draft] = import_bytes("text.txt", text.encode(), lang="sv", today=TODAY)

    assert "kontakter" not in draft.text and "trygghet@lillby.example" in draft.text


def test_a_mobile_number_in_a_name_is_no_part_of_an_id() -> None:
    number = f"{70:03}-174 06 35"  # one of the numbers that are kept free for fiction
    text = f"Medborgarlöfte för Lillby 2024\n\nBostäder{number.replace(' ', '')} ska\n\n- laga portar varje vecka\n\nPolisen ska\n\n- gå ut\n"

    _, [draft] = import_bytes("text.txt", text.encode(), lang="sv", today=TODAY)

    loaded, found = load_bytes("a", "a.yaml", draft.text.encode())
    assert loaded is not None and [one.message("sv") for one in found if one.severity == "error"] == []


@pytest.mark.parametrize(
    "data",
    [
        "Medborgarlöfte för Åby 2024".encode() + b"\n\nhar en\xff\n",
        "Medborgarlöfte för Åby 2024".encode("cp1252"),
        "Medborgarlöfte för Åby 2024".encode().decode("cp1252").encode(),
    ],
    ids=["a damaged byte", "Windows-1252", "UTF-8 read as Windows-1252"],
)
def test_swedish_letters_survive_a_wrong_encoding(data: bytes) -> None:
    _, [draft] = import_bytes("text.txt", data, lang="sv", today=TODAY)

    assert "titel: Medborgarlöfte för Åby 2024" in draft.text


def test_a_character_of_a_symbol_font_that_is_not_known_is_noted() -> None:
    with zipfile.ZipFile(FILES / "styles.docx") as archive:
        body = archive.read("word/document.xml").decode()
    symbol = (
        '<w:p><w:r><w:sym w:font="Okänd" w:char="F0FC"/><w:t>Polisen ska finnas i hamnen.</w:t></w:r></w:p>'
    )
    at = body.index("<w:body>") + len("<w:body>")
    data = _word(word__document=(body[:at] + symbol + body[at:]).encode())

    source, _ = import_bytes("lofte.docx", data, lang="sv", today=TODAY)

    assert ["F0FC ur Okänd" in note.sv for note in source.notes] == [True]


@pytest.mark.parametrize(
    "unit", ["Polisen ska gå till fots i centrum minst två gånger i veckan. ", "polisen och kommunen, "]
)
def test_the_time_for_a_long_paragraph_grows_with_its_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = f"Medborgarlöfte för Lillby 2024\n\n{(unit * length)[:length]}\n"
        begun = time.process_time()
        import_bytes("a.txt", text.encode(), lang="sv", today=TODAY)
        return time.process_time() - begun

    seconds(1_000)
    assert seconds(16_000) < 12 * max(seconds(4_000), 0.03)


def test_a_web_page_in_a_single_file_is_read() -> None:
    page = (FILES / "page.html").read_bytes()
    head = b'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
    part = (
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(page)
    )

    _, [single] = import_bytes("sida.mhtml", head + part + b"\n--x--\n", lang="sv", today=TODAY)
    _, [usual] = import_bytes("sida.html", page, lang="sv", today=TODAY)

    assert single.text.replace("sida.mhtml", "sida.html") == usual.text


def test_municipalities_whose_names_begin_alike_have_ids_of_their_own() -> None:
    text = "Medborgarlöfte 2024 för Harviks kommun och Harviks stad\n\nHarviks kommun och Harviks stad lovar följande.\n\nPolisen ska\n\n- gå ut\n"

    _, [draft] = import_bytes("text.txt", text.encode(), lang="sv", today=TODAY)

    ids = re.findall(r"\{id: ([a-z0-9-]+), typ: kommun", draft.text)
    assert len(ids) == len(set(ids)) > 0


def test_a_table_without_a_header_that_begins_with_a_single_cell_comes_to_an_end() -> None:
    page = (
        "<h1>Uppföljning av medborgarlöftet 2023 i Exempelby</h1><table><tr><td>Alla tolv möten är genomförda.</td></tr>"
        "<tr><td>Polisen och kommunen lovade att ta fram en gemensam app.</td><td>Nej</td><td>Projektet vilar.</td></tr></table>"
    )
    _, [draft, _] = import_bytes("a.html", page.encode(), lang="sv", today=TODAY)
    assert "Polisen och kommunen lovade att ta fram en gemensam app." in draft.text
