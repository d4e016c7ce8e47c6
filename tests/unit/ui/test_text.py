"""Text and numbers for pages."""

import pytest

from uplift.ground.ui.filters import text


def test_markdown_gets_govuk_classes():
    html = text.markdown(
        "# Title\n\nOne **strong** word\n\n- a\n- b\n\n[link](https://example.org)"
    )
    assert '<h2 class="govuk-heading-m">Title</h2>' in html
    assert '<p class="govuk-body">One <strong>strong</strong> word</p>' in html
    assert '<ul class="govuk-list govuk-list--bullet">' in html
    assert 'href="https://example.org"' in html
    assert 'rel="noopener noreferrer"' in html


@pytest.mark.parametrize(
    "nasty",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        '<p style="color:red" onclick="x()">a</p>',
        "![x](https://example.org/x.png)",
        "<iframe src=https://example.org></iframe>",
    ],
)
def test_markdown_lets_nothing_dangerous_through(nasty):
    html = text.markdown(nasty).lower()
    for tag in ("<script", "<img", "<iframe", 'javascript:alert(1)"', "<p style"):
        assert tag not in html


def test_markdown_of_nothing():
    assert text.markdown(None) == ""


def test_lines_keep_paragraphs_and_escape_the_rest():
    assert text.lines("One\r\ntwo\n\n<b>three</b>") == (
        '<p class="govuk-body">One<br>two</p><p class="govuk-body">&lt;b&gt;three&lt;/b&gt;</p>'
    )
    assert text.lines(None) == ""


def test_plural():
    assert text.plural(1, "case") == "1 case"
    assert text.plural(0, "case") == "0 cases"
    assert text.plural(1240, "agency", "agencies") == "1,240 agencies"


def test_numbers_and_sizes():
    assert text.number(1610) == "1,610"
    assert text.number(None) == ""
    assert text.size(1) == "1 byte"
    assert text.size(14_400) == "14 KB"
    assert text.size(2_300_000) == "2.3 MB"


def test_sentence():
    assert text.sentence([]) == ""
    assert text.sentence(["police"]) == "police"
    assert text.sentence(["police", "health"]) == "police and health"
    assert text.sentence(["police", "health", "council"]) == "police, health and council"


def test_capital():
    assert text.capital("police in York") == "Police in York"
    assert text.capital("") == ""
