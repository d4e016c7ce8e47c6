"""Whatever the text: a planted name is found, and places are true."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.leaks import read_names, report, score
from uplift.engine.disclosure import Identity, check
from uplift.engine.disclosure.folding import Folded
from uplift.engine.disclosure.fuzzy import slips

NAMES = [name for name in read_names("last") if len(name) > 4 and name.isalpha()]
ANY = st.text(st.characters(exclude_categories=("Cs", "L", "N", "M", "Cf")), max_size=40)
PROSE = st.lists(
    st.sampled_from(["The", "child", "was", "seen.", "Nobody", "asked", "why,", "It:"]), max_size=12
).map(" ".join)
VARIANTS = (
    str,
    str.upper,
    str.lower,
    lambda name: f"{name}'s",
    lambda name: f"{name[:2]}\u200b{name[2:]}",
    lambda name: f"{name[:2]}-\n{name[2:]}",
    lambda name: f"{name[:2]}\u00ad{name[2:]}",
    lambda name: name[:2] + name[3] + name[2] + name[4:],
    lambda name: name[:2] + name[1] + name[2:],
    lambda name: name[:3] + name[4:],
)


@settings(max_examples=150, deadline=None)
@given(PROSE, ANY, st.sampled_from(NAMES), st.sampled_from(VARIANTS), ANY)
def test_any_variant_of_a_name_is_found(prose, before, name, variant, after):
    start = f"{prose} and {before} "
    words = variant(name)
    found = check(f"{start}{words} {after}", [Identity(names=(f"Xanthe {name}",))])
    end = len(start) + len(words)
    assert any(one.start < end and len(start) < one.end for one in found)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_folding_keeps_places(text):
    folded = Folded(text)
    assert len(folded.text) == len(folded.places)
    assert folded.places == sorted(folded.places)
    for token in folded.tokens:
        start, end = folded.span(token.start, token.end)
        assert 0 <= start < end <= len(text)
        assert folded.text[token.start] in Folded(text[start:end]).text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_findings_lie_where_they_say(text):
    text = f"Bea {text} 14 March 2014"
    who = Identity.of({"name": "Bea Nobody", "date_of_birth": "2014-03-14"})
    for one in check(text, [who]):
        assert text[one.start : one.end] == one.words
        lines = text.split("\n")
        assert lines[one.line - 1][one.column - 1 :].startswith(one.words.split("\n")[0])


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [("jack", "jack", 0), ("jakc", "jack", 1), ("mack", "jack", None), ("zoo", "zoe", None),
     ("zooe", "zoe", 1), ("jo", "joe", None), ("elizabteh", "elizabeth", 1),
     ("cat", "elizabeth", None)],
)  # fmt: skip
def test_slips(word, name, expected):
    assert slips(word, name) == expected


def test_planted_leaks_are_found():
    """A small cut of what `make bench` measures."""
    found = score(report(seed, 50) for seed in range(3))
    assert found.recall >= 0.99, found.missed
    assert found.precision >= 0.9, found.wrong


def test_a_long_report_is_read_in_seconds():
    one = report(1, 50, people=10)
    words = len(one.text.split())
    text = one.text * (6_000 // words + 1)
    begun = time.process_time()
    check(text, one.identities)
    assert time.process_time() - begun < 4
    assert len(re.findall(r"\w+", text)) > 6_000
