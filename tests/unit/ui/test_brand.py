"""Any board's colour, made readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uplift.ground.ui import brand

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_as_wcag_defines_it():
    assert brand.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert brand.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(colours)
def test_every_colour_can_be_read(colour):
    assert brand.contrast(brand.text_on(colour), colour) >= brand.TEXT_CONTRAST
    assert brand.contrast(brand.on_white(colour), "#ffffff") >= brand.TEXT_CONTRAST
    assert brand.contrast(brand.link(colour), "#ffffff") >= 5.9


def test_a_readable_colour_stays_as_it_is():
    assert brand.on_white("#12436d") == "#12436d"
    assert brand.text_on("#12436d") == "#ffffff"
    assert brand.text_on("#ffdd00") == "#000000"
    assert brand.text_on("#008675") == "#000000"  # near-black would not do


def test_red_and_grey_boards_keep_blue_links():
    assert brand.link("#8b0000") == brand.GOVUK_LINK
    assert brand.link("#d4351c") == brand.GOVUK_LINK
    assert brand.link("#555555") == brand.GOVUK_LINK
    assert brand.link("#00703c") != brand.GOVUK_LINK


def test_the_stylesheet(client, db):
    answer = client.get("/brand/12436d.css")
    assert answer.headers["Content-Type"] == "text/css"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "--up-brand: #12436d;" in answer.content.decode()
    assert client.get("/brand/12436D.css").status_code == 404
    assert client.get("/brand/red.css").status_code == 404
