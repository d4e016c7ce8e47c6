"""The table of conditions: when each is yes, never, or not known yet."""

import pytest
from pydantic import TypeAdapter

from tests.unit.engine.samples import (
    ASKED,
    CHAIR,
    LEAD,
    NOTIFIED,
    PANEL,
    SCOPING,
    UNDER_REVIEW,
    day,
    fact,
    sample,
)
from uplift.engine.process import Fact
from uplift.engine.process.reading import Reading
from uplift.engine.process.record import Record
from uplift.engine.rules import Three, evaluate
from uplift.engine.spec import Condition

Y, N, U = Three.YES, Three.NO, Three.UNKNOWN
CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)

NO_PANEL = fact("panel", "2014-02-20", "none")
NO_REVIEW = fact("chair", "2014-02-28", "none")
MORE = fact("panel", "2014-02-20", "more")
POLICE = fact("returns", "2014-04-01", item="Police")
HEALTH = fact("returns", "2014-04-02", item="Health")
REPORT = fact("report", "2014-06-02")
DECIDED = fact("publication_decision", "2014-06-09", "full", planned="2014-07-01")
SENT = fact("send", "2014-06-20")
MET = fact("panel", "2014-02-20", "scr", abuse_or_neglect="yes", died="yes", custody="no")
UNMET = fact("panel", "2014-02-20", "scr", abuse_or_neglect="no")
OPEN = fact("panel", "2014-02-20", "scr", abuse_or_neglect="yes", died="not known")
REFUSED = [*ASKED, NO_PANEL, NO_REVIEW]
PUBLISHED = [*UNDER_REVIEW, POLICE, HEALTH, REPORT, DECIDED, SENT]

SCREENED = [fact("referral", "2014-02-17"), fact("screen", "2014-02-17", "go")]
KNOWN = [*SCREENED, fact("survey", "2014-02-24", known="yes")]
STOPPED = [fact("referral", "2014-02-17"), fact("screen", "2014-02-17", "stop")]
PROPOSED = [
    *KNOWN,
    fact("gate", "2014-03-03", "go"),
    fact("propose", "2014-03-10", agencies=["A", "B"], actions=["1"]),
]


def reading(facts: list[Fact], today: str, process: str) -> Reading:
    return Reading(Record(sample(), process, facts, day(today)))


@pytest.mark.parametrize(
    ("condition", "facts", "value"),
    [
        ("panel", [*ASKED, PANEL], Y),
        ({"done": "panel"}, ASKED, U),
        ({"done": "panel"}, [*ASKED, MORE], U),
        ({"done": ["notified", "panel"]}, ASKED, U),
        ({"done": "lead"}, REFUSED, N),
        (["notified", "refer"], ASKED, Y),
        ({"outcome": {"panel": "scr"}}, [*ASKED, PANEL], Y),
        ({"outcome": {"panel": ["scr", "none"]}}, [*ASKED, NO_PANEL], Y),
        ({"outcome": {"panel": "scr"}}, [*ASKED, NO_PANEL], N),
        ({"outcome": {"panel": "scr"}}, ASKED, U),
        ({"outcome": {"panel": "scr"}}, [*ASKED, MORE], U),
        ({"outcome": {"panel": "more"}}, [*ASKED, MORE], Y),
        ({"outcome": {"publication_decision": "full"}}, REFUSED, N),
        ({"some": {"of": "returns", "count": 1}}, [*UNDER_REVIEW, POLICE], Y),
        ({"some": {"of": "returns", "count": 2}}, [*UNDER_REVIEW, POLICE], U),
        ({"some": {"of": "returns", "count": 3}}, [*UNDER_REVIEW, POLICE, HEALTH], Y),
        ({"some": {"of": "returns", "count": 1}}, REFUSED, N),
        ({"criteria": {"scr": "met"}}, ASKED, U),
        ({"criteria": {"scr": "met"}}, [*ASKED, MET], Y),
        ({"criteria": {"scr": "met"}}, [*ASKED, UNMET], N),
        ({"criteria": {"scr": "not_met"}}, [*ASKED, UNMET], Y),
        ({"criteria": {"scr": "met"}}, [*ASKED, OPEN], U),
        ({"criteria": {"scr": "consider"}}, [*ASKED, MET], N),
        ({"elapsed": {"since": "send", "at_least": "1 week"}}, PUBLISHED, Y),
        ({"elapsed": {"since": "send", "at_least": "4 months"}}, PUBLISHED, U),
        ({"elapsed": {"since": "send", "at_least": "1 week"}}, ASKED, U),
        ({"elapsed": {"since": "send", "at_least": "1 week"}}, REFUSED, N),
        ({"elapsed": {"since": "opened", "at_least": "1 week"}}, ASKED, Y),
        (
            {"elapsed": {"since": "publication_decision.planned", "at_least": "1 day"}},
            PUBLISHED,
            Y,
        ),
        ({"all": ["notified", {"outcome": {"panel": "scr"}}]}, [*ASKED, PANEL], Y),
        ({"all": ["lead", "chair"]}, REFUSED, N),
        ({"any": ["lead", "chair"]}, REFUSED, Y),
        ({"any": ["lead", "report"]}, REFUSED, N),
        ({"not": "lead"}, REFUSED, Y),
        ({"not": "notified"}, ASKED, N),
        ({"not": "panel"}, ASKED, U),
    ],
)
def test_review(condition: object, facts: list[Fact], value: Three):
    case = reading(facts, "2014-08-01", "scr")
    assert evaluate(CONDITION.validate_python(condition), case) is value


@pytest.mark.parametrize(
    ("condition", "facts", "value"),
    [
        ({"answer": {"survey.known": "yes"}}, KNOWN, Y),
        ({"answer": {"survey.known": "no"}}, KNOWN, N),
        ({"answer": {"survey.known": "yes"}}, SCREENED, U),
        ({"answer": {"survey.known": "yes"}}, STOPPED, N),
        (
            {"answer": {"survey.known": "yes"}},
            [*SCREENED, fact("survey", "2014-02-24", known="not known")],
            U,
        ),
        ({"answer": {"propose.agencies": ["B", "C"]}}, PROPOSED, Y),
        (
            {"some": {"of": "answers", "count": 1, "outcome": "reject"}},
            [*PROPOSED, fact("answers", "2014-03-11", "reject", item="A / 1")],
            Y,
        ),
        (
            {"some": {"of": "answers", "count": 2, "outcome": "reject"}},
            [
                *PROPOSED,
                fact("answers", "2014-03-11", "reject", item="A / 1"),
                fact("answers", "2014-03-12", "accept", item="B / 1"),
            ],
            N,
        ),
    ],
)
def test_adults(condition: object, facts: list[Fact], value: Three):
    case = reading(facts, "2014-08-01", "adults")
    assert evaluate(CONDITION.validate_python(condition), case) is value


def test_criteria_nobody_will_be_asked_are_never_met():
    facts = [NOTIFIED, fact("convert", "2014-02-10", to="learning_review", reasons="Lighter")]
    case = reading([*facts, CHAIR, LEAD, SCOPING], "2014-03-01", "scr")
    assert case.process.id == "learning_review"
    condition = CONDITION.validate_python({"criteria": {"scr": "met"}})
    assert evaluate(condition, case) is N


def test_condition_written_back_as_it_was_read():
    written = {"all": [{"done": ["a"]}, {"not": {"outcome": {"b": ["x"]}}}]}
    node = CONDITION.validate_python(written)
    assert CONDITION.dump_python(node, mode="json") == written
