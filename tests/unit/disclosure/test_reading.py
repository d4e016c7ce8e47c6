"""Every word of a document is read, also those that nobody sees on the page; nothing else is."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from pypdf import PdfWriter
from pypdf.annotations import Text
from weasyprint import HTML

from uplift.engine.disclosure import Identity, check
from uplift.ground.documents.reading import FileRefused, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BEA = Identity.of({"name": "Bea Nobody"}, "Child Heron")


def saved(document):
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def with_part(content, name, xml):
    """The Word file with one more part, or another in its place."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(into, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, xml)
    return into.getvalue()


def places(content, name="report.docx"):
    return {one.place for one in check(read(content, name).parts, [BEA])}


def empty():
    document = docx.Document()
    document.add_paragraph("Nothing here tells who it is about.")
    return document


def run_of(document, xml):
    document.paragraphs[0]._p.append(parse_xml(xml))
    return saved(document)


def test_a_clean_document():
    found = read(saved(empty()), "report.docx")
    assert check(found.parts, [BEA]) == []
    assert found.notes == []


@pytest.mark.parametrize(
    ("xml", "place"),
    [
        (f"<w:r {W}><w:t>Bea</w:t></w:r>", "Body"),
        (f"<w:r {W}><w:t>B</w:t><w:softHyphen/><w:t>ea</w:t></w:r>", "Body"),
        (f'<w:hyperlink {W}><w:r><w:t>B</w:t></w:r><w:r><w:t>ea</w:t></w:r></w:hyperlink>', "Body"),
        (f'<w:ins {W} w:author="A"><w:r><w:t>Bea</w:t></w:r></w:ins>', "Body"),
        (f'<w:del {W} w:author="A"><w:r><w:delText>Bea</w:delText></w:r></w:del>',
         "Deleted text (body)"),
        (f'<w:ins {W} w:author="Bea"><w:r><w:t>x</w:t></w:r></w:ins>',
         "Names of those who wrote (body)"),
        (f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>Bea</w:t></w:r>", "Hidden text (body)"),
        (f'<w:r {W}><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Bea</w:t></w:r>', "Body"),
        (f"<w:r {W}><w:instrText>AUTHOR Bea</w:instrText></w:r>", "Field codes (body)"),
        (f'<w:r {W}><w:drawing><d:docPr xmlns:d="urn:x" descr="Bea at home"/></w:drawing></w:r>',
         "Descriptions of pictures (body)"),
        (f'<w:sdt {W}><w:sdtPr><w:alias w:val="Bea"/></w:sdtPr></w:sdt>',
         "Descriptions of pictures (body)"),
        (f"<w:r {W}><w:pict><w:txbxContent><w:p><w:r><w:t>Bea</w:t></w:r></w:p></w:txbxContent>"
         "</w:pict></w:r>", "Body"),
    ],
)  # fmt: skip
def test_words_on_the_page_and_behind_it(xml, place):
    assert places(run_of(empty(), xml)) == {place}


def test_a_text_box_is_read_once():
    box = (
        f'<w:r {W}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice><w:p><w:r><w:t>Bea</w:t></w:r></w:p></mc:Choice>'
        "<mc:Fallback><w:p><w:r><w:t>Bea</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert len(check(read(run_of(empty(), box), "a.docx").parts, [BEA])) == 1


def test_tables_headers_footers_and_comments():
    document = empty()
    document.add_table(1, 1).cell(0, 0).text = "Bea"
    document.sections[0].header.paragraphs[0].text = "Bea"
    document.sections[0].footer.paragraphs[0].text = "Bea"
    run = document.paragraphs[0].runs[0]
    document.add_comment(run, text="Bea", author="Bea", initials="x")
    assert places(saved(document)) == {
        "Body", "Header", "Footer", "Comments", "Names of those who wrote (comments)",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "xml", "place"),
    [
        ("word/footnotes.xml", f"<w:notes {W}><w:p><w:r><w:t>Bea</w:t></w:r></w:p></w:notes>",
         "Footnotes"),
        ("docProps/custom.xml", '<p><property name="Child"><v>Bea</v></property></p>',
         "File properties: Child"),
        ("docProps/app.xml", "<p><Company>Bea</Company><Application>Bea</Application></p>",
         "File properties: Company"),
        ("customXml/item1.xml", "<a><b>Bea</b></a>", "Data kept in the file"),
        ("word/_rels/x.xml.rels", '<r><a TargetMode="External" Type="t/hyperlink" '
         'Target="https://films.example/bea"/></r>', "Links"),
    ],
)  # fmt: skip
def test_other_parts(name, xml, place):
    assert places(with_part(saved(empty()), name, xml)) == {place}


def test_the_author_in_the_properties():
    document = empty()
    document.core_properties.author = "Bea Nobody"
    assert places(saved(document)) == {"File properties: creator"}


@pytest.mark.parametrize(
    ("name", "xml", "note"),
    [
        ("word/_rels/x.xml.rels", '<r><a TargetMode="External" Type="t/image" '
         'Target="https://spy.example/x.png"/></r>', "fetches something from elsewhere"),
        ("word/embeddings/sheet.bin", "x", "holds another file, sheet.bin"),
    ],
)  # fmt: skip
def test_notes(name, xml, note):
    assert note in read(with_part(saved(empty()), name, xml), "a.docx").notes[0]


def test_tracked_changes_are_noted():
    xml = f'<w:ins {W} w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>'
    assert "still tracked" in read(run_of(empty(), xml), "a.docx").notes[0]


BOMB = b"<a>" + b" " * 60_000_000 + b"</a>"


@pytest.mark.parametrize(
    ("name", "xml", "sentence"),
    [
        ("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "definitions"),
        ("word/document.xml", "<a><b></a>", "damaged"),
        ("word/vbaProject.bin", "x", "macros"),
        ("word/big.xml", BOMB, "far larger"),
    ],
)
def test_files_made_to_do_harm(name, xml, sentence):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml" if name != "word/document.xml" else "x.xml", "<a/>")
        archive.writestr(name, xml)
    with pytest.raises(FileRefused, match=sentence):
        read(into.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"x", "a.xlsx", "Only Word"),
        (b"x", "a.docx", "isn't really a Word"),
        (b"%PDF-1.7 broken", "a.pdf", "damaged"),
        (b"a\x00b", "a.txt", "isn't plain text"),
        (b" " * (50 * 1024 * 1024 + 1), "a.txt", "50 MB"),
    ],
)
def test_files_that_are_not_read(content, name, sentence):
    with pytest.raises(FileRefused, match=sentence):
        read(content, name)


def test_a_zip_that_is_no_word_document():
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(FileRefused, match="isn't really"):
        read(into.getvalue(), "a.docx")


@pytest.mark.parametrize(
    "content",
    [b"Bea", "\ufeffBea".encode(), "Bea".encode("utf-16"), "Bea “x”".encode("cp1252")],
)
@pytest.mark.parametrize("name", ["a.txt", "A.MD"])
def test_plain_text(content, name):
    assert places(content, name) == {"Text"}


def a_pdf(**properties):
    html = "<title>About Bea</title><p>Then Bea fell.</p><p style='break-before: page'></p>"
    writer = PdfWriter(clone_from=io.BytesIO(HTML(string=html).write_pdf()))
    writer.add_annotation(0, Text(rect=(0, 0, 9, 9), text="Ask Bea"))
    into = io.BytesIO()
    if properties.get("attached"):
        writer.add_attachment("x.txt", b"x")
    if properties.get("locked"):
        writer.encrypt("secret")
    writer.write(into)
    return into.getvalue()


def test_a_pdf():
    assert places(a_pdf(), "a.pdf") == {"Page 1", "Comments on page 1", "File properties: title"}
    notes = read(a_pdf(attached=True), "a.pdf").notes
    assert ["Page 2 holds no words" in notes[0], "holds other files" in notes[1]] == [True, True]
    with pytest.raises(FileRefused, match="locked"):
        read(a_pdf(locked=True), "a.pdf")
