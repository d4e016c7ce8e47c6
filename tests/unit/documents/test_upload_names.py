import pytest

from uplift.ground.documents.names import MOST, extension, safe


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("Ŵyn's report ✓ 🦆.pdf", "Ŵyn's report ✓ 🦆.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\ann\\report.pdf", "report.pdf"),
        ("/report.pdf", "report.pdf"),
        ("re\x00po\x07rt.pdf", "report.pdf"),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("a\u2066b\u200fc.pdf", "abc.pdf"),
        ("two\nlines\t.pdf", "two lines.pdf"),
        ('what? "this": <that>|*.pdf', "what- -this- -that-.pdf"),
        (".htaccess", "htaccess"),
        ("...", "file"),
        ("", "file"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("console.txt", "console.txt"),
        ("e\u0301te\u0301.pdf", "été.pdf"),
        ("report.pdf. ", "report.pdf"),
    ],
)
def test_safe(name, kept):
    assert safe(name) == kept


def test_a_long_name_keeps_its_extension():
    kept = safe("x" * 500 + ".docx")
    assert len(kept) == MOST
    assert kept.endswith("x.docx")


def test_a_long_tail_is_no_extension():
    assert len(safe("a." + "x" * 500)) == MOST


@pytest.mark.parametrize(
    ("name", "ending"), [("a.PDF", "pdf"), ("a.tar.gz", "gz"), ("a", ""), (".pdf", "")]
)
def test_extension(name, ending):
    assert extension(name) == ending
