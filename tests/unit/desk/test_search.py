"""Search over what one sees, and nothing else."""

import pytest
from django.utils import timezone

from tests.unit.desk.conftest import HOME
from uplift.front.desk.queries.search import KINDS, Found
from uplift.ground.history.models import Reading
from uplift.loop.actions import operations as actions
from uplift.loop.learning import operations as learning
from uplift.loop.learning.models import Finding
from uplift.loop.sharing import operations as sharing

SEARCH = f"{HOME}search/"
CANARY = "zaunkönig"


@pytest.fixture
def case(world):
    return world.case("Child Heron")


def finding(case, by, title="History was not read", **more):
    return learning.add_finding(
        source=case,
        title=title,
        by=by,
        now=timezone.now(),
        **{
            "kind": Finding.Kind.IMPROVEMENT,
            "reach": Finding.Reach.LOCAL,
            "detail": f"At first contact, {CANARY}.",
            "why": "",
            "evidence": "",
            "early": False,
            "systemic": False,
            "agencies": [],
            "found_on": timezone.localdate(),
        }
        | more,
    )


def titles(reach, kind, text):
    return [hit.title for hit in Found(reach, kind, text)[:10]]


def test_cases_are_found_by_pseudonym_and_reference(world, people, case):
    reach = world.reach(people["priya"])
    for text in ("heron", "HERON", "child heron", '"child heron"', case.reference):
        assert titles(reach, "case", text) == ["Child Heron"], text
    assert titles(reach, "case", "wren") == []
    assert len(Found(reach, "case", "heron")) == 1


def test_a_changed_record_is_found_by_its_new_words(world, people, case):
    case.pseudonym = "Child Alder"
    case.save()
    assert titles(world.reach(people["priya"]), "case", "alder") == ["Child Alder"]
    assert titles(world.reach(people["priya"]), "case", "heron") == []


def test_findings_actions_and_briefings_are_found_by_their_text(world, people, case):
    priya, reach = people["priya"], world.reach(people["priya"])
    found = finding(case, priya)
    now, today = timezone.now(), world.today
    actions.propose(
        board=case.board,
        title="Read the whole history",
        success=f"Audited for {CANARY}",
        agency=world.northmere.agencies["police"],
        due=today,
        findings=[found],
        by=priya,
        now=now,
    )
    sharing.write_briefing(
        board=case.board,
        title="Seven minutes on history",
        body=f"About {CANARY}.",
        findings=[found],
        by=priya,
        now=now,
    )
    assert titles(reach, "finding", CANARY) == ["History was not read"]
    assert titles(reach, "action", CANARY) == ["Read the whole history"]
    assert titles(reach, "briefing", CANARY) == ["Seven minutes on history"]
    for kind in KINDS:
        [hit] = Found(reach, kind, "heron" if kind == "case" else CANARY)[:10]
        assert hit.note
        assert hit.url.startswith(HOME)


def test_what_one_may_not_see_is_not_counted_either(world, people, case):
    finding(case, people["priya"])
    for name in ("tom", "sam", "lewis"):
        reach = world.reach(people[name])
        seen = [len(Found(reach, kind, text)) for kind in KINDS for text in (CANARY, "heron")]
        if name == "lewis":  # sees the cases, so their findings too
            seen = seen[4:]
        assert set(seen) == {0}, name
    abroad = world.reach(world.southvale.people["priya"], world.southvale)
    assert [len(Found(abroad, kind, CANARY)) for kind in KINDS] == [0, 0, 0, 0]


def test_the_page_shows_each_kind_and_then_one(world, case, signed_in):
    client = signed_in()
    page = client.get(SEARCH, {"q": "heron"}).content.decode()
    assert "Child Heron" in page
    assert case.reference in page
    assert "Findings</h2>" not in page
    page = client.get(SEARCH, {"q": "heron", "kind": "case"}).content.decode()
    assert "1 record" in page
    page = client.get(SEARCH, {"q": "heron", "kind": "finding"}).content.decode()
    assert "Nothing found" in page


def test_more_than_a_handful_leads_to_all_of_the_kind(world, people, case, signed_in):
    for number in range(7):
        finding(case, people["priya"], title=f"History {number}")
    page = signed_in().get(SEARCH, {"q": "history"}).content.decode()
    assert page.count("History ") >= 5
    assert "All findings with these words" in page


@pytest.mark.parametrize(
    "text",
    [
        "'",
        '"',
        "*",
        "(",
        "%",
        "a:b",
        "-",
        "NOT",
        "AND OR",
        "\x00heron",
        "😀",
        "<b>x</b>",
        "x" * 300,
    ],
)
def test_any_text_can_be_typed(case, signed_in, text):
    client = signed_in()
    for kind in ("", "case"):
        answer = client.get(SEARCH, {"q": text, "kind": kind})
        assert answer.status_code == 200
        assert "<b>x</b>" not in answer.content.decode()


def test_each_search_is_recorded(case, signed_in, people):
    client = signed_in()
    client.get(SEARCH)
    assert not Reading.objects.filter(kind=Reading.Kind.SEARCH).exists()
    assert "What you search for is recorded" in client.get(SEARCH, {"q": " "}).content.decode()
    client.get(SEARCH, {"q": "heron"})
    reading = Reading.objects.get(kind=Reading.Kind.SEARCH)
    assert (reading.by, reading.about, reading.subject) == (people["priya"], "heron", "desk")


def test_as_many_queries_for_many_records(
    world, people, case, signed_in, django_assert_max_num_queries
):
    client = signed_in()
    finding(case, people["priya"])
    client.get(SEARCH, {"q": "history"})
    with django_assert_max_num_queries(20) as few:
        client.get(SEARCH, {"q": "history"})
    for number in range(12):
        finding(case, people["priya"], title=f"History {number}")
    with django_assert_max_num_queries(20) as many:
        client.get(SEARCH, {"q": "history"})
    assert len(many) == len(few)
