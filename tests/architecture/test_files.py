"""Every committed file keeps to its budget and to the house rules."""

import re

from django.template import engines
from jinja2 import TemplateSyntaxError

from tests.support.house import SRC
from tools import budgets, manners
from tools.steps import ROOT, committed


def test_files_keep_to_their_budgets():
    faults = [fault for path in committed(ROOT) for fault in budgets.over(path, ROOT)]
    assert not faults, "\n".join(faults)


def test_files_keep_the_house_rules():
    faults = [fault for path in committed(ROOT) for fault in manners.breaches(path, ROOT)]
    assert not faults, "\n".join(faults)


def test_packs_hold_yaml_and_pictures_only():
    files = [path for path in (SRC / "packs").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} <= {".yaml", ".svg"}


def test_every_template_is_valid_jinja():
    """A page nobody opens in a test can't hide a syntax error."""
    environment = engines["jinja2"].env
    faults = []
    for path in SRC.rglob("jinja2/**/*.html"):
        try:
            environment.parse(path.read_text(encoding="utf-8"), str(path))
        except TemplateSyntaxError as error:
            faults.append(f"{path}:{error.lineno}: {error}")
    assert faults == []


def test_no_template_switches_escaping_off():
    """`|safe` and `autoescape false` would let a person's text become HTML."""
    off = re.compile(r"\|\s*safe\b|autoescape\s+false")
    pages = SRC.rglob("jinja2/**/*.html")
    assert [str(path) for path in pages if off.search(path.read_text(encoding="utf-8"))] == []
