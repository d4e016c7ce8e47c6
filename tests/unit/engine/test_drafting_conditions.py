"""Conditions and clocks of a draft: changed part by part, said in words, faults and all."""

import pytest
from django.conf import settings

from uplift.engine import drafting
from uplift.engine.drafting import conditions, limits
from uplift.engine.drafting.conditions import Group, Leaf
from uplift.engine.drafting.scopes import Scope, scope_of
from uplift.engine.spec import read_pack

SCOPE = Scope(
    steps={"told": "Told", "panel": "Panel", "returns": "Returns"},
    questions={
        "told.known": {"ask": "Known?", "type": "yes_no"},
        "told.level": {"ask": "Level?", "type": "one_of", "choices": {"a": "High", "b": "Low"}},
        "told.spells": {"ask": "When?", "type": "periods"},
        "told.age": {"ask": "Age?", "type": "number"},
    },
    events={"told": "notification", "panel": "“Panel”"},
    criteria={"sar": "For a review"},
    outcomes={"panel": {"go": "Go on", "stop": "Stop"}, "returns": {"in": "Given"}},
)
TOLD, GO = {"done": ["told"]}, {"outcome": {"panel": ["go"]}}
KNOWN = {"answer": {"told.known": ["yes"]}}


def said(raw, scope=SCOPE, **options):
    return conditions.say(conditions.read(raw, **options), scope)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("told", "“Told” is done"),
        ({"done": ["told", "panel"]}, "“Told” and “Panel” are done"),
        ({"done": ["lost"]}, "“lost” (which is gone) is done"),
        ({"outcome": {"panel": ["go", "stop"]}}, "“Panel” ended in “Go on” or “Stop”"),
        (KNOWN, "the answer to “Known?” is “Yes”"),
        ({"answer": {"told.level": "b"}}, "the answer to “Level?” is “Low”"),
        ({"answer": {"told.age": 18}}, "the answer to “Age?” is “18”"),
        ({"criteria": {"sar": "not_met"}}, "the criteria “For a review” are not met"),
        (
            {"elapsed": {"since": "told", "at_least": "1 week"}},
            "1 week passed since notification",
        ),
        ({"some": {"of": "returns", "count": 2}}, "2 of “Returns” are in"),
        (
            {"some": {"of": "returns", "count": 1, "outcome": "in"}},
            "1 of “Returns” are in, ended in “Given”",
        ),
        (
            {"during": {"periods": "told.spells", "from": {"of": "told", "minus": "6 months"},
                        "to": "panel"}},
            "a period of “When?” falls between 6 months before notification and “Panel”",
        ),
        ({"not": TOLD}, "it is not so that “Told” is done"),
        ([TOLD, GO], "“Told” is done and “Panel” ended in “Go on”"),
        ({"any": [TOLD, GO]}, "“Told” is done or “Panel” ended in “Go on”"),
        (
            {"all": [TOLD, {"any": [GO, KNOWN]}]},
            "“Told” is done and (“Panel” ended in “Go on” or the answer to “Known?” is “Yes”)",
        ),
        ({"not": {"any": [TOLD, GO]}},
         "none of these: “Told” is done; “Panel” ended in “Go on”"),
        ({"magic": 1}, "something that can't be read here"),
        ({"outcome": "panel"}, "something that can't be read here"),
        ({"a": 1, "b": 2}, "something that can't be read here"),
    ],
)  # fmt: skip
def test_a_condition_in_words(raw, words):
    assert said(raw) == words


def test_in_the_rule_of_criteria_a_word_is_a_question():
    scope = Scope(questions={"died": {"question": "Died?"}}, rule=True)
    assert said("died", scope, rule=True) == "the answer to “Died?” is “Yes”"


@pytest.mark.parametrize(
    "raw",
    [None, TOLD, {"all": [TOLD, {"not": {"any": [GO, KNOWN]}}]}, {"not": {"all": [TOLD, GO]}}],
)
def test_what_is_read_is_written_again(raw):
    assert conditions.write(conditions.read(raw)) == raw


def test_parts_are_changed_where_they_stand():
    group = conditions.read({"all": [TOLD, GO]})
    known = Leaf("answer", KNOWN["answer"])
    more = conditions.beside(group, (), known)
    assert conditions.write(more) == {"all": [TOLD, GO, KNOWN]}
    either = conditions.beside(group, (1,), known)
    assert conditions.write(either) == {"all": [TOLD, {"any": [GO, KNOWN]}]}
    both = conditions.beside(either, (1, 1), Leaf("done", ["panel"]))
    assert conditions.find(both, (1, 1)) == Group("all", (known, Leaf("done", ["panel"])))
    less = conditions.change(either, (1, 0), None)
    assert conditions.write(less) == {"all": [TOLD, KNOWN]}
    assert conditions.write(conditions.change(less, (0,), None)) == KNOWN
    assert conditions.write(conditions.change(conditions.read(TOLD), (0,), None)) is None
    assert conditions.write(conditions.change(group, (), known)) == KNOWN
    none = conditions.change(conditions.read(TOLD), (), Group("none", (known,)))
    assert conditions.write(none) == {"not": KNOWN}
    with pytest.raises(LookupError):
        conditions.find(group, (0, 0))


def test_an_inner_group_that_is_emptied_goes():
    group = Group("all", (Leaf("done", ["told"]), Group("any", (Leaf("done", ["panel"]),))))
    assert conditions.write(conditions.change(group, (1, 0), None)) == TOLD


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ({"within": "3 weeks", "of": "told"}, ["within 3 weeks of notification"]),
        ({"within": "0 days", "of": "told"}, ["on the same day as notification"]),
        (
            {"any_of": [
                {"within": "5 working days", "of": "told", "counting": "from_day_1",
                 "pauses": True, "late": {"reason": True}},
                {"before": "lost", "by": "1 week"},
            ]},
            [
                "within 5 working days of notification, that day counted as the first, longer by "
                "pauses; the reason is asked if it is late",
                "1 week before “lost” (which is gone)",
            ],
        ),
        (None, []),
    ],
)  # fmt: skip
def test_a_clock_in_words(due, words):
    assert [limits.say(one, SCOPE) for one in limits.read(due)] == words
    assert limits.write(limits.read(due)) == due


def test_what_a_place_may_speak_of():
    raw = drafting.of_pack(read_pack(settings.PACKS_DIR / "warrington-2013"))
    scope = scope_of(raw, ("processes", "scr", "steps", "panel", "after"))
    assert scope.steps["panel"] == "Criteria panel recommends"
    assert scope.events["opened"] == "the opening of the case"
    assert scope.criteria == {
        "scr": "Criteria for a Serious Case Review",
        "publication": "Whether the whole report may be published",
    }
    assert scope.answers("panel.died") == {"yes": "Yes", "no": "No"}
    scope = scope_of(raw, ("criteria", "scr", "ask", "seriously_harmed", "when"))
    assert list(scope.questions) == ["abuse_or_neglect", "died"]
    assert not scope.rule
    raw["forms"] = {
        "f": {"fields": [{"id": "one", "ask": "One?", "type": "text"}, {"id": "two", "ask": "?"}]}
    }
    raw["processes"]["scr"]["steps"][0]["form"] = "f"
    raw["processes"]["scr"]["steps"][0]["outcomes"] = {"go": "Go"}
    scope = scope_of(raw, ("forms", "f", "fields", "two", "when"))
    assert list(scope.questions) == ["one"]
    assert scope.outcomes == {"this": {"go": "Go"}}
    assert scope.answers("one") == {}
    assert said({"outcome": {"this": ["go"]}}, scope) == "the outcome is “Go”"
