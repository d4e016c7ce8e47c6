"""Each agency accepts the framework, and a new adoption asks again."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from tests.unit.assurance.conftest import (
    PAGE,
    adopt_next,
    day_fields,
    in_force,
    records,
    status_of,
)
from tests.world import World
from uplift.engine.spec.measures import Measure
from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import Refusal
from uplift.loop.assurance import operations, policies, queries
from uplift.loop.assurance.figures import figure
from uplift.loop.assurance.models import Acceptance

ACCEPTED = f"{PAGE}accepted/"
Browse = Callable[..., Client]


def accept(world: World, agency: str = "police", **changes: Any) -> Acceptance:
    given: dict[str, Any] = {
        "agency": world.northmere.agencies[agency],
        "adoption": in_force(world),
        "name": "Sarah Finch",
        "post": "Chief Superintendent",
        "on": world.today,
        "evidence": "",
        "on_behalf": False,
        "by": world.northmere.people["sam"],
        "now": timezone.now(),
    }
    return operations.accept(**(given | changes))


def test_who_has_not_accepted_comes_first(world: World) -> None:
    accept(world)
    reach = world.reach(world.northmere.people["tom"])
    found = list(queries.agencies_of(reach, in_force(world)))
    assert [one.accepted for one in found] == [False] * 5 + [True]
    assert found[-1].name == "Northshire Police"
    assert (found[-1].accepted_on, found[-1].told[0].name) == (world.today, "Sarah Finch")
    entry = Entry.objects.get(operation="assurance.accepted")
    assert (entry.about, entry.by) == ("Northshire Police", world.northmere.people["sam"])


def test_the_figure_counts_the_agencies(world: World) -> None:
    measure = Measure.model_validate({"framework_accepted": {}})
    for agency in world.northmere.agencies:
        accept(world, agency)
    found = figure(records(world), measure)
    assert (found.says, found.met) == ("6 of 6 agencies have accepted the framework.", True)
    adopt_next(world)
    found = figure(records(world), measure)
    assert (found.says, found.met) == ("0 of 6 agencies have accepted the framework.", False)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"on": dt.date(2999, 1, 1)}, "on", "future"),
        ({"on_behalf": True, "evidence": " "}, "evidence", "letter or the minutes"),
    ],
)
def test_an_acceptance_is_refused(
    world: World, changes: dict[str, Any], field: str, sentence: str
) -> None:
    with pytest.raises(operations.AcceptanceRefused, match=sentence) as refused:
        accept(world, **changes)
    assert refused.value.field == field


def test_an_agency_accepts_once(world: World) -> None:
    accept(world)
    with pytest.raises(Refusal, match="has accepted the framework already"):
        accept(world)


def test_taken_back_it_stays_on_record_and_may_be_given_again(world: World) -> None:
    priya = world.northmere.people["priya"]
    made = accept(world)
    operations.take_back(acceptance=made, because="A mistake.", by=priya, now=timezone.now())
    with pytest.raises(Refusal, match="taken back already"):
        operations.take_back(acceptance=made, because="Again.", by=priya, now=timezone.now())
    accept(world, name="Ola Berg")
    agency = queries.agencies_of(world.reach(priya), in_force(world)).get(slug="police")
    assert sorted((one.name, one.taken_back_because) for one in agency.told) == [
        ("Ola Berg", ""),
        ("Sarah Finch", "A mistake."),
    ]


def test_who_may(world: World) -> None:
    police, adoption = world.northmere.agencies["police"], in_force(world)
    people = world.northmere.people
    for name, may in (("sam", True), ("priya", True), ("meera", False), ("ann", False)):
        refusal = policies.may_accept(world.reach(people[name]), police, adoption)
        assert (refusal is None) is may, name
    made = accept(world)
    assert policies.may_take_back(world.reach(people["sam"]), made) is None
    assert policies.may_take_back(world.reach(people["meera"]), made)


def test_a_lead_accepts_from_the_page(browse: Browse, world: World) -> None:
    client = browse("sam")
    page = client.get(ACCEPTED).content.decode()
    assert page.count(">Accept<") == 1
    assert "0 of 6 agencies have accepted" in page
    sent = {"name": "Sarah Finch", "post": "Chief Superintendent", "evidence": ""}
    answer = client.post(f"{ACCEPTED}police/", sent | day_fields("on", world.today))
    assert (answer.status_code, answer["Location"]) == (302, ACCEPTED)
    page = client.get(ACCEPTED).content.decode()
    assert "Sarah Finch" in page
    assert "Take it back" in page
    answer = client.post(f"{ACCEPTED}police/take-back/", {"because": "It was another day."})
    assert answer.status_code == 302
    assert "It was another day." in client.get(ACCEPTED).content.decode()
    assert client.get(f"{ACCEPTED}police/take-back/").status_code == 404


def test_the_manager_enters_it_with_evidence(browse: Browse, world: World) -> None:
    client = browse()
    assert client.get(ACCEPTED).content.decode().count("Enter it for them") == 6
    sent = {"name": "Ola Berg", "post": "Director", "evidence": ""}
    sent |= {key: str(value) for key, value in day_fields("on", world.today).items()}
    page = client.post(f"{ACCEPTED}haven/", sent).content.decode()
    assert "Fill in “What shows it?”" in page or "Answer “What shows it?”" in page
    assert client.post(f"{ACCEPTED}haven/", sent | {"evidence": "Letter."}).status_code == 302
    assert Acceptance.objects.get().by == world.northmere.people["priya"]


def test_others_are_refused(browse: Browse, world: World) -> None:
    assert browse("meera").get(f"{ACCEPTED}police/").status_code == 403
    assert browse("tom").get(f"{ACCEPTED}police/").status_code == 404  # no part in it at all
    assert browse().get(f"{ACCEPTED}no-such/").status_code == 404
    accept(world)
    assert browse("meera").post(f"{ACCEPTED}police/take-back/").status_code == 403
    assert browse().get(f"{ACCEPTED}police/").status_code == 409


def test_another_boards_agency_is_not_there(browse: Browse, world: World) -> None:
    council = world.southvale.agencies["council"]
    assert browse().get(f"{ACCEPTED}{council.slug}/").status_code == 404
    assert browse().get("/b/southvale/framework/accepted/").status_code == 404


def test_the_list_filters_and_goes_away_as_a_file(browse: Browse, world: World) -> None:
    accept(world, evidence="Minutes of May.")
    client = browse("tom")
    assert "Sarah Finch" not in client.get(ACCEPTED, {"accepted": "no"}).content.decode()
    assert "Sarah Finch" in client.get(ACCEPTED, {"accepted": "yes"}).content.decode()
    world.northmere.board.agencies.set([world.northmere.agencies["police"]])
    assert "No agency" in client.get(ACCEPTED, {"accepted": "no"}).content.decode()
    answer = client.get(f"{ACCEPTED}export.xlsx?accepted=yes")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert list(sheet.values)[1][2:6] == (
        "Sarah Finch",
        "Chief Superintendent",
        "Minutes of May.",
        "Sam Doyle",
    )


def test_who_doesnt_read_the_learning_sees_their_own_agency(world: World) -> None:
    accept(world)
    accept(world, "health", by=world.northmere.people["meera"])
    reach = world.reach(world.northmere.people["meera"])
    alone = type(reach)(
        **{
            name: getattr(reach, name)
            for name in ("user", "board", "today", "roles", "agencies", "powers")
        },
        capabilities=reach.capabilities - {"read_learning"},
    )
    [agency] = queries.agencies_of(alone, in_force(world))
    assert (agency.slug, len(agency.told)) == ("health", 1)
    assert queries.acceptances_of(alone).count() == 1


def test_a_clause_that_asks_for_it_is_counted_at_once(world: World) -> None:
    pack = world.northmere.edition.pack
    clause = pack.clauses[0].model_copy(
        update={"attest": None, "measure": Measure.model_validate({"framework_accepted": {}})}
    )
    adopt_next(world, pack.model_copy(update={"clauses": (clause, *pack.clauses[1:])}))
    assert status_of(world, clause.id).says == "0 of 6 agencies have accepted the framework."
    accept(world)
    assert status_of(world, clause.id).says == "1 of 6 agencies have accepted the framework."
