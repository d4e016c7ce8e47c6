"""Every clause of the framework has a live status, and a person attests where only a person can."""

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.unit.assurance.conftest import PAGE, attest, attestable, records
from tests.world import World
from uplift.engine.spec.measures import Measure
from uplift.loop.assurance import operations, queries
from uplift.loop.assurance.figures import BY_NAME, figure
from uplift.loop.assurance.models import ClauseStatus


def test_every_clause_has_a_status_and_every_element_resolves(counted: World) -> None:
    statuses = ClauseStatus.objects.filter(board=counted.northmere.board)
    assert statuses.count() == 197
    kinds = Counter(statuses.values_list("kind", flat=True))
    assert set(kinds) <= {"built in", "measured", "attested", "planned"}
    assert kinds["measured"] > 20
    assert not statuses.filter(says="").exists()
    summary = queries.summary(counted.reach(counted.northmere.people["priya"]))
    assert summary.all == 197
    assert 0 < summary.honoured < 197 - kinds["planned"] + 1


def test_every_measure_of_the_closed_list_has_a_figure() -> None:
    assert set(BY_NAME) == set(Measure.model_fields)


FIGURES: list[tuple[dict[str, Any], str, bool | None]] = [
    ({"step_in_time": {"process": "scr", "step": "scr_decision"}}, "2 of 3 done in time.", False),
    ({"step_done": {"process": "scr", "step": "scr_decision"}}, "2 of 3 done.", False),
    (
        {"step_late_with_reason": {"process": "scr", "step": "scr_decision"}},
        "0 of 1 late ones with the reason recorded.",
        False,
    ),
    (
        {"field_filled": {"process": "scr", "step": "panel", "field": "reasons"}},
        "3 of 3 records with it filled in.",
        True,
    ),
    (
        {"outcome_share": {"process": "scr", "step": "panel", "outcome": "scr", "at_most": 50}},
        "2 of 3 ended so.",
        False,
    ),
    (
        {"outcome_share": {"process": "child_death", "step": "registered", "outcome": "x"}},
        "Nothing recorded yet that could be counted.",
        None,
    ),
    (
        {"median_days": {"process": "scr", "from": "notified", "to": "panel", "at_most": 21}},
        "14 days, median of 3 cases.",
        True,
    ),
    (
        {"median_days": {"process": "case_review", "from": "notified", "to": "report"}},
        "Nothing recorded yet that could be counted.",
        None,
    ),
    ({"so_many_a_year": {"of": "case", "process": "scr"}}, "3 in the last twelve months.", True),
    ({"so_many_a_year": {"of": "finding", "at_least": 1}}, "0 in the last twelve months.", False),
    ({"so_many_a_year": {"of": "publication"}}, "1 in the last twelve months.", True),
    (
        {"so_many_a_year": {"of": "programme"}},
        "The programme of audits isn't run in Uplift yet.",
        None,
    ),
    (
        {"agencies_answered": {"process": "scr", "step": "written"}},
        "3 of 3 agencies asked have answered.",
        True,
    ),
    (
        {"linked": {"these": "finding", "to": "theme"}},
        "Nothing recorded yet that could be counted.",
        None,
    ),
    (
        {"linked": {"these": "training", "to": "theme"}},
        "Nothing recorded yet that could be counted.",
        None,
    ),
    ({"published": {"process": "scr"}}, "1 of 1 finished reviews published.", True),
    ({"kept_public": {"process": "scr"}}, "1 of 1 kept public for the time promised.", True),
    (
        {"kept_public": {"process": "child_death"}},
        "The framework sets no time for which it stays public.",
        None,
    ),
    ({"decisions_with_reasons": {"process": "scr"}}, "6 of 6 decisions with reasons.", True),
    ({"routes_decided": {"process": "scr"}}, "1 of 1 reviews with routes chosen.", True),
    ({"actions_in_time": {}}, "Nothing recorded yet that could be counted.", None),
    ({"actions_verified": {}}, "Nothing recorded yet that could be counted.", None),
    ({"actions_agreed": {}}, "Nothing recorded yet that could be counted.", None),
    ({"briefings_confirmed": {}}, "Nothing recorded yet that could be counted.", None),
    ({"impact_evaluated": {}}, "Nothing recorded yet that could be counted.", None),
    ({"findings_returning": {}}, "Nothing recorded yet that could be counted.", None),
    ({"good_practice_share": {}}, "Nothing recorded yet that could be counted.", None),
    ({"seat_held": {"role": "board_chair"}}, "1 hold the role today.", True),
    ({"seat_held": {"role": "lead_scrutineer"}}, "No one holds it.", False),
    ({"framework_accepted": {}}, "0 of 6 agencies have accepted the framework.", False),
]


def test_figures_from_records(counted: World) -> None:
    board = records(counted)
    for measure, says, met in FIGURES:
        found = figure(board, Measure.model_validate(measure))
        assert (found.says, found.met) == (says, met), measure


def test_an_attestation_counts_until_its_day(counted: World) -> None:
    clause = attestable(counted).clause
    assert attestable(counted).state == "to_attest"
    attest(counted, clause)
    status = ClauseStatus.objects.get(board=counted.northmere.board, clause=clause)
    assert status.state == "honoured"
    assert "Priya Shah" in status.says
    attest(counted, clause, honoured=False)
    assert (
        ClauseStatus.objects.get(clause=clause, board=counted.northmere.board).state
        == "not_honoured"
    )
    later = timezone.now() + dt.timedelta(days=3000)
    operations.count(board=counted.northmere.board, now=later)
    assert (
        ClauseStatus.objects.get(clause=clause, board=counted.northmere.board).state == "to_attest"
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"clause_id": "WAR-4.1-10"}, "doesn't ask anyone"),
        ({"clause_id": "NO-1"}, "doesn't ask anyone"),
        ({"on": dt.date(2999, 1, 1)}, "future"),
        ({"evidence": " "}, "evidence is needed"),
    ],
)
def test_an_attestation_is_refused(counted: World, changes: dict[str, Any], sentence: str) -> None:
    clause = changes.pop("clause_id", attestable(counted).clause)
    with pytest.raises(operations.AttestationRefused, match=sentence):
        attest(counted, clause, **changes)


def test_the_page_shows_clauses_and_filters_them(client: Client, counted: World) -> None:
    client.force_login(counted.northmere.people["priya"])
    page = client.get(PAGE).content.decode()
    assert "clauses honoured" in page
    assert "WAR-4.1-10" in page
    filtered = client.get(PAGE, {"state": "to_attest"}).content.decode()
    assert "WAR-4.1-10" not in filtered
    assert client.get(PAGE, {"state": "nonsense"}).status_code == 200


def test_counting_anew_from_the_page(client: Client, counted: World) -> None:
    ClauseStatus.objects.all().delete()
    client.force_login(counted.northmere.people["priya"])
    assert client.post(f"{PAGE}count/").status_code == 302
    assert ClauseStatus.objects.filter(board=counted.northmere.board).count() == 197


def test_attesting_from_the_clause_page(client: Client, counted: World) -> None:
    status = attestable(counted)
    holder = counted.northmere.by_role[status.role]
    client.force_login(holder)
    address = f"{PAGE}{status.clause}/"
    assert "Make this statement" in client.get(address).content.decode()
    day = counted.today
    sent = {
        "honoured": "yes",
        "says": "We do.",
        "evidence": "The minutes.",
        "on_day": day.day,
        "on_month": day.month,
        "on_year": day.year,
        "submission": "k" * 32,
    }
    assert client.post(address, sent).status_code == 302
    assert "The minutes." in client.get(address).content.decode()


def test_others_read_why_they_cannot(client: Client, counted: World) -> None:
    status = attestable(counted)
    client.force_login(counted.northmere.people["sam"])
    address = f"{PAGE}{status.clause}/"
    page = client.get(address).content.decode()
    assert "Make this statement" not in page
    if status.role != "agency_lead":
        assert client.post(address, {"honoured": "yes"}).status_code == 403
    assert client.get(f"{PAGE}NO-1/").status_code == 404
