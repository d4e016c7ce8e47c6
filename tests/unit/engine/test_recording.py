"""What may be recorded, and every refusal with its sentence."""

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.engine.samples import (
    ASKED,
    CHAIR,
    LEAD,
    NOTIFIED,
    PANEL,
    REFERRED,
    SCOPING,
    UNDER_REVIEW,
    codes,
    day,
    fact,
    refusals,
    sample,
)
from uplift.engine.process import Fact, Refused, appointee_agency, asked, may_begin

TODAY = "2014-02-20"
MET = {
    "abuse_or_neglect": "yes",
    "died": "yes",
    "seriously_harmed": "no",
    "joint_working": "not known",
    "custody": "no",
}
PRESENT = ["health", "police"]
RECOMMENDS = fact("panel", "2014-02-17", "scr", **MET, present=PRESENT)
PANEL_ROLE, CHAIR_ROLE, MANAGER, LEAD_ROLE = (
    ["criteria_panel"],
    ["board_chair"],
    ["business_manager"],
    ["lead_reviewer"],
)


def panel(**changes: Any) -> tuple[Refused, ...]:
    """What stands against a panel's recommendation with these changes to its values."""
    wanted = replace(RECOMMENDS, values={**RECOMMENDS.values, **changes})
    return refusals(ASKED, wanted, TODAY, PANEL_ROLE)


def only(refused: tuple[Refused, ...]) -> Refused:
    assert len(refused) == 1, refused
    return refused[0]


def test_recorded_when_nothing_stands_against_it():
    assert refusals(ASKED, RECOMMENDS, TODAY, PANEL_ROLE) == ()


def test_entered_on_behalf_of_the_panel():
    assert refusals(ASKED, RECOMMENDS, TODAY, MANAGER) == ()


def test_not_your_seat():
    refused = only(refusals(ASKED, RECOMMENDS, TODAY, ["health"]))
    assert refused == Refused("not_your_seat", "Only the Criteria Panel can record this.")


def test_no_such_step():
    refused = only(refusals(ASKED, fact("vote", TODAY), TODAY, PANEL_ROLE))
    assert refused.code == "no_such_step"


class TestOpen:
    """Whether the step can be taken."""

    def test_waiting(self):
        refused = only(refusals([NOTIFIED], RECOMMENDS, TODAY, PANEL_ROLE))
        assert refused.code == "not_open"
        assert refused.sentence == (
            "“Panel recommends” isn't open yet: it waits for “Referred to the panel”."
        )

    def test_done(self):
        refused = only(refusals([*ASKED, RECOMMENDS], RECOMMENDS, TODAY, PANEL_ROLE))
        assert refused.sentence == (
            "“Panel recommends” was done on 17 February 2014. Correct that record if it is wrong."
        )

    def test_not_needed(self):
        facts = [*ASKED, fact("panel", "2014-02-17", "none"), fact("chair", "2014-02-18", "none")]
        refused = refusals(facts, replace(LEAD, on=day(TODAY)), TODAY, CHAIR_ROLE)
        assert only(refused).sentence == "“Lead reviewer appointed” isn't needed in this case."

    def test_entered_after_the_case_moved_on(self):
        facts = [*ASKED, PANEL, CHAIR]
        took_place = fact("peer_challenge", "2014-02-26")
        assert refusals(facts, took_place, "2014-03-03", CHAIR_ROLE) == ()
        too_late = fact("peer_challenge", "2014-03-01")
        assert codes(refusals(facts, too_late, "2014-03-03", CHAIR_ROLE)) == {"not_needed"}

    def test_met_again_while_the_gate_is_open(self):
        more = replace(RECOMMENDS, outcome="more", on=day("2014-02-10"))
        assert refusals([*ASKED, more], RECOMMENDS, TODAY, PANEL_ROLE) == ()


class TestDate:
    """The day a record is about."""

    def test_future(self):
        wanted = replace(RECOMMENDS, on=day("2014-02-21"))
        refused = only(refusals(ASKED, wanted, TODAY, PANEL_ROLE))
        assert refused == Refused("in_future", "The date can't be in the future.", "on")

    def test_before_what_it_follows(self):
        wanted = replace(RECOMMENDS, on=day("2014-02-01"))
        refused = only(refusals(ASKED, wanted, TODAY, PANEL_ROLE))
        assert refused.field == "on"
        assert refused.sentence == (
            "The date can't be before 3 February 2014, when this became open."
        )

    def test_before_the_case(self):
        wanted = fact("refer", "2014-01-30")
        refused = refusals([NOTIFIED], wanted, TODAY, CHAIR_ROLE)
        assert refused[0].sentence == (
            "The date can't be before the case began on 31 January 2014."
        )

    def test_in_another_age(self):
        refused = refusals([], fact("notified", "1066-10-14"), TODAY, MANAGER)
        assert only(refused).sentence == "The year must be 1900 or later."

    def test_notification_may_be_older_than_the_day_the_case_was_opened(self):
        refused = refusals([], NOTIFIED, TODAY, MANAGER, opened=day("2014-02-03"))
        assert refused == ()

    def test_time_that_must_pass(self):
        facts = [
            *UNDER_REVIEW,
            fact("returns", "2014-04-01", item="Police"),
            fact("returns", "2014-04-01", item="Health"),
            fact("report", "2014-06-02"),
            fact("publication_decision", "2014-06-03", "full", planned="2014-06-20"),
            fact("send", "2014-06-10"),
        ]
        early = refusals(facts, fact("publish", "2014-06-16"), "2014-06-16", MANAGER)
        assert only(early).sentence == (
            "“Published” isn't open yet: it waits for 1 week to pass from sending the copy, "
            "until 17 June 2014."
        )
        backdated = refusals(facts, fact("publish", "2014-06-12"), "2014-06-20", MANAGER)
        assert only(backdated).sentence == (
            "The date can't be before 17 June 2014, when this became open."
        )
        assert refusals(facts, fact("publish", "2014-06-17"), "2014-06-17", MANAGER) == ()


class TestForm:
    """Whether the questions are answered."""

    def test_incomplete(self):
        refused = only(panel(abuse_or_neglect=""))
        assert refused.code == "form_incomplete"
        assert refused.field == "abuse_or_neglect"
        assert refused.sentence == "Answer “Is abuse or neglect known or suspected?”."

    def test_wrong(self):
        assert panel(abuse_or_neglect="perhaps")[0] == Refused(
            "answer_wrong", "Choose yes or no or not known.", "abuse_or_neglect"
        )

    def test_asked_only_after_another_answer(self):
        assert only(panel(custody=None)).field == "custody"
        alive = panel(died="no", custody=None, seriously_harmed="yes", joint_working="yes")
        assert codes(alive) == set()

    def test_answer_to_what_is_not_asked(self):
        alive = panel(died="no", seriously_harmed="yes", joint_working="yes")
        assert only(alive) == Refused("answer_not_asked", "This isn't asked here.", "custody")
        assert only(panel(colour="red")).field == "colour"

    def test_reasons_too_long(self):
        assert only(panel(late_reason="x" * 20_001)).field == "late_reason"

    def test_asked_by_outcome(self):
        questions = sample().questions(sample().processes["scr"].step("panel"))
        assert "custody" not in asked(questions, {"died": "no"})
        assert "custody" in asked(questions, {"died": "yes"}, "scr")


class TestOutcome:
    """The outcome, and the reasons it needs."""

    def test_missing(self):
        refused = refusals(ASKED, replace(RECOMMENDS, outcome=None), TODAY, PANEL_ROLE)
        assert only(refused).sentence == (
            "Choose an outcome: Serious Case Review, No review or More is needed."
        )

    def test_unknown(self):
        refused = refusals(ASKED, replace(RECOMMENDS, outcome="maybe"), TODAY, PANEL_ROLE)
        assert only(refused).code == "outcome_missing"

    def test_where_there_is_none_to_choose(self):
        refused = refusals([NOTIFIED], fact("refer", TODAY, "yes"), TODAY, CHAIR_ROLE)
        assert only(refused).code == "outcome_unknown"

    def test_against_the_advice(self):
        wanted = replace(RECOMMENDS, outcome="none")
        refused = only(refusals(ASKED, wanted, TODAY, PANEL_ROLE))
        assert refused.field == "reasons"
        assert refused.sentence == ("Give the reasons: the answers point to “Serious Case Review”.")
        given = replace(wanted, values={**wanted.values, "reasons": "A lighter way will do."})
        assert refusals(ASKED, given, TODAY, PANEL_ROLE) == ()

    def test_no_reasons_while_the_criteria_cannot_tell(self):
        assert panel(abuse_or_neglect="not known") == ()

    def test_no_reasons_for_asking_more(self):
        wanted = replace(RECOMMENDS, outcome="more")
        assert refusals(ASKED, wanted, TODAY, PANEL_ROLE) == ()

    def test_departing_from_the_recommendation(self):
        facts = [*ASKED, RECOMMENDS]
        wanted = fact("chair", "2014-02-19", "none")
        refused = only(refusals(facts, wanted, TODAY, CHAIR_ROLE))
        assert refused.sentence == "Give the reasons: “Serious Case Review” was recommended."
        agreed = fact("chair", "2014-02-19", "scr")
        assert refusals(facts, agreed, TODAY, CHAIR_ROLE) == ()

    def test_outcome_that_always_needs_reasons(self):
        wanted = fact("chair", "2014-02-19", "learning_review")
        refused = only(refusals([*ASKED, RECOMMENDS], wanted, TODAY, CHAIR_ROLE))
        assert refused.sentence == "Give the reasons for “Learning Review”."


class TestQuorum:
    """Who must be there."""

    def test_missing(self):
        refused = only(panel(present=["health"]))
        assert refused == Refused(
            "quorum_missing",
            "At least 2 of these must be present: Health member, Police member and Council member.",
            "present",
        )

    def test_nobody(self):
        assert only(panel(present=None)).code == "quorum_missing"

    def test_role_that_does_not_count(self):
        assert only(panel(present=["health", "lead_reviewer"])).code == "quorum_missing"

    def test_casting_vote(self):
        assert panel(present=["police", "council"], cast_by="council") == ()
        refused = only(panel(cast_by="council"))
        assert refused.sentence == (
            "The casting vote belongs to Council member, who must be present."
        )
        assert only(panel(cast_by="health")).code == "casting_wrong"


class TestLate:
    """A record made after its due day."""

    def test_reason_missing(self):
        wanted = replace(RECOMMENDS, on=day("2014-02-25"))
        refused = only(refusals(ASKED, wanted, "2014-02-26", PANEL_ROLE))
        assert refused == Refused(
            "late_reason_missing",
            "Give the reason for the delay: this was due on 21 February 2014.",
            "late_reason",
        )

    def test_reason_with_the_record(self):
        values = {**RECOMMENDS.values, "late_reason": "Half-term"}
        wanted = replace(RECOMMENDS, on=day("2014-02-25"), values=values)
        assert refusals(ASKED, wanted, "2014-02-26", PANEL_ROLE) == ()

    def test_reason_given_before(self):
        told = Fact("late_reason", day("2014-02-24"), values={"step": "panel", "reason": "x"})
        wanted = replace(RECOMMENDS, on=day("2014-02-25"))
        assert refusals([*ASKED, told], wanted, "2014-02-26", PANEL_ROLE) == ()

    def test_entered_late_but_done_in_time(self):
        assert refusals(ASKED, RECOMMENDS, "2014-03-26", PANEL_ROLE) == ()

    def test_step_whose_lateness_asks_for_nothing(self):
        wanted = fact("returns", "2014-05-01", item="Police", account="We visited twice.")
        assert refusals(UNDER_REVIEW, wanted, "2014-05-01", MANAGER) == ()


class TestEach:
    """A step done once for each agency."""

    def test_for_whom(self):
        wanted = fact("returns", "2014-04-01", account="We visited.")
        refused = only(refusals(UNDER_REVIEW, wanted, "2014-04-01", ["agency_lead"]))
        assert refused.sentence == "Say for whom this is recorded: Police or Health."

    def test_for_one_where_it_is_for_all(self):
        wanted = replace(RECOMMENDS, item="Police")
        refused = only(refusals(ASKED, wanted, TODAY, PANEL_ROLE))
        assert refused.sentence == "This isn't recorded for one agency or person."

    def test_twice(self):
        wanted = fact("returns", "2014-04-01", item="Police", account="We visited.")
        refused = only(refusals([*UNDER_REVIEW, wanted], wanted, "2014-04-01", ["agency_lead"]))
        assert refused.sentence == (
            "Police was recorded on 1 April 2014. Correct that record if it is wrong."
        )


class TestIndependence:
    """A reviewer without ties."""

    FACTS = [*ASKED, RECOMMENDS, fact("chair", "2014-02-19", "scr")]

    def test_of_the_board(self):
        wanted = fact("lead", TODAY, person="Ann", agency=" northmere  council")
        refused = refusals(
            self.FACTS, wanted, TODAY, CHAIR_ROLE, board_agencies=["Northmere Council"]
        )
        assert only(refused) == Refused(
            "not_independent",
            " northmere  council is a member of the board, so this person isn't independent.",
            "agency",
        )

    def test_of_an_agency_in_the_case(self):
        voided = Fact("lead", day("2014-03-10"), id="l1", values={"person": "Bo"})
        facts = [*self.FACTS, voided, SCOPING]
        wanted = fact("lead", "2014-03-21", person="Ann", agency="Police")
        refused = refusals(facts, replace(wanted, corrects="l1"), "2014-03-21", CHAIR_ROLE)
        assert only(refused).sentence == (
            "Police is involved in the case, so this person isn't independent."
        )

    def test_independent(self):
        wanted = fact("lead", TODAY, person="Ann", agency="Elsewhere Ltd")
        assert refusals(self.FACTS, wanted, TODAY, CHAIR_ROLE, board_agencies=["Police"]) == ()
        alone = fact("lead", TODAY, person="Ann")
        assert refusals(self.FACTS, alone, TODAY, CHAIR_ROLE, board_agencies=["Police"]) == ()

    def test_field_of_the_agency(self):
        process = sample().processes["scr"]
        assert appointee_agency(sample(), process.step("lead")) == "agency"
        assert appointee_agency(sample(), process.step("chair")) is None


class TestCorrection:
    """A later fact that corrects or withdraws an earlier one."""

    FIRST = replace(RECOMMENDS, id="f1")

    def test_judged_as_if_the_first_had_never_been(self):
        wanted = replace(RECOMMENDS, on=day("2014-02-18"), corrects="f1")
        assert refusals([*ASKED, self.FIRST], wanted, TODAY, PANEL_ROLE) == ()

    def test_held_to_the_same_rules(self):
        wanted = replace(RECOMMENDS, outcome=None, corrects="f1")
        refused = refusals([*ASKED, self.FIRST], wanted, TODAY, PANEL_ROLE)
        assert codes(refused) == {"outcome_missing"}

    def test_withdrawn(self):
        void = Fact("panel", day(TODAY), corrects="f1", void=True)
        assert refusals([*ASKED, self.FIRST], void, TODAY, PANEL_ROLE) == ()
        assert codes(refusals([*ASKED, self.FIRST], void, TODAY, ["health"])) == {"not_your_seat"}

    @pytest.mark.parametrize("corrects", ["f2", None])
    def test_nothing_there(self, corrects: str | None):
        void = Fact("panel", day(TODAY), corrects=corrects, void=True)
        refused = refusals([*ASKED, self.FIRST], void, TODAY, PANEL_ROLE)
        assert codes(refused) == {"nothing_to_correct"}

    def test_corrected_already(self):
        again = replace(RECOMMENDS, id="f2", corrects="f1")
        wanted = replace(RECOMMENDS, corrects="f1")
        refused = refusals([*ASKED, self.FIRST, again], wanted, TODAY, PANEL_ROLE)
        assert "nothing_to_correct" in codes(refused)

    def test_of_another_step(self):
        wanted = replace(REFERRED, corrects="f1")
        refused = refusals([NOTIFIED, self.FIRST], wanted, TODAY, CHAIR_ROLE)
        assert "other_step" in codes(refused)


class TestAfterConversion:
    """Corrections of steps of the process that the case followed before."""

    FACTS = [*ASKED, replace(RECOMMENDS, id="f1"), fact("chair", "2014-02-18", "learning_review")]

    def test_corrected_by_the_old_rules(self):
        wanted = replace(RECOMMENDS, on=day("2014-02-14"), corrects="f1")
        assert refusals(self.FACTS, wanted, TODAY, PANEL_ROLE) == ()
        refused = refusals(self.FACTS, replace(wanted, outcome=None), TODAY, PANEL_ROLE)
        assert codes(refused) == {"outcome_missing"}

    def test_withdrawn_by_who_may(self):
        void = Fact("panel", day(TODAY), corrects="f1", void=True)
        assert refusals(self.FACTS, void, TODAY, PANEL_ROLE) == ()
        assert codes(refusals(self.FACTS, void, TODAY, ["health"])) == {"not_your_seat"}

    def test_nothing_new_is_recorded_in_it(self):
        wanted = fact("terms", TODAY)
        assert codes(refusals(self.FACTS, wanted, TODAY, PANEL_ROLE)) == {"no_such_step"}


class TestBuiltIn:
    """Pause, resume, convert, reason for delay."""

    PAUSE = fact("pause", "2014-02-10", reason="Criminal trial")
    RESUME = fact("resume", "2014-02-15")

    def test_pause_and_resume(self):
        assert refusals(ASKED, self.PAUSE, TODAY, MANAGER) == ()
        assert refusals([*ASKED, self.PAUSE], self.RESUME, TODAY, MANAGER) == ()

    @pytest.mark.parametrize(
        ("facts", "wanted", "sentence"),
        [
            ([], fact("pause", "2014-02-10"), "Give the reason for the pause."),
            (
                [],
                fact("pause", "2014-02-10", reason="a\x00"),
                "Take out the hidden control character.",
            ),
            ([PAUSE], PAUSE, "The case is paused since 10 February 2014."),
            ([], RESUME, "The case isn't paused."),
            (
                [PAUSE],
                fact("resume", "2014-02-09"),
                "The date can't be before the pause began on 10 February 2014.",
            ),
            (
                [],
                fact("convert", "2014-02-10", to="scr", reasons="x"),
                "Choose another type of review to convert to.",
            ),
            (
                [],
                fact("convert", "2014-02-10", to="learning_review"),
                "Give the reasons for the conversion.",
            ),
            (
                [],
                fact("late_reason", "2014-02-10", step="panel", reason="x"),
                "No reason is asked for: “Panel recommends” isn't late.",
            ),
            ([], fact("late_reason", "2014-02-10", reason="x"), "Choose the step that is late."),
        ],
    )
    def test_refused(self, facts: list[Fact], wanted: Fact, sentence: str):
        assert only(refusals([*ASKED, *facts], wanted, TODAY, MANAGER)).sentence == sentence

    def test_who_may(self):
        refused = only(refusals(ASKED, self.PAUSE, TODAY, ["health", "nobody"]))
        assert refused.sentence == (
            "Only the Chair of the Board or the Business Manager can record this."
        )

    def test_who_may_withdraw(self):
        pause = replace(self.PAUSE, id="p1")
        void = Fact("pause", day(TODAY), corrects="p1", void=True)
        assert refusals([*ASKED, pause], void, TODAY, MANAGER) == ()
        assert codes(refusals([*ASKED, pause], void, TODAY, ["health"])) == {"not_your_seat"}

    def test_convert(self):
        wanted = fact("convert", TODAY, to="learning_review", reasons="Proportionate")
        assert refusals(ASKED, wanted, TODAY, CHAIR_ROLE) == ()

    def test_reason_for_delay(self):
        told = fact("late_reason", "2014-02-26", step="panel", reason="Half-term")
        assert refusals(ASKED, told, "2014-02-26", PANEL_ROLE) == ()
        assert codes(refusals(ASKED, told, "2014-02-26", ["health"])) == {"not_your_seat"}


def test_same_sentences_before_the_button_is_pressed():
    def begin(step: str, roles: list[str]) -> set[str]:
        facts = [*ASKED, PANEL]
        refused = may_begin(sample(), "scr", facts, step, roles=roles, today=day("2014-02-26"))
        return codes(refused)

    assert begin("chair", CHAIR_ROLE) == set()
    assert begin("chair", LEAD_ROLE) == {"not_your_seat"}
    assert begin("panel", PANEL_ROLE) == {"already_done"}
    assert begin("report", LEAD_ROLE) == {"not_open"}
    assert begin("nothing", LEAD_ROLE) == {"no_such_step"}
