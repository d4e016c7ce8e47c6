"""The learning of the demo's finished case, from its findings to the difference made."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from uplift.config.demo.cast import Cast
from uplift.config.demo.story import moment
from uplift.config.demo.texts import BRIEFING, REPORT
from uplift.ground.identity.models import User
from uplift.loop.actions import operations as actions
from uplift.loop.actions.models import Action
from uplift.loop.cases.models import Case
from uplift.loop.impact import operations as impact
from uplift.loop.learning import operations as learning
from uplift.loop.learning.models import Finding, Outcome
from uplift.loop.lessons import operations as lessons
from uplift.loop.publishing import operations as publishing
from uplift.loop.sharing import operations as sharing
from uplift.loop.sharing.models import Briefing


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the story, counted from the day the case was opened."""

    opened: dt.date

    def at(self, day: int, hour: int = 14) -> dt.datetime:
        """That hour of the day with this number."""
        return moment(self.opened + dt.timedelta(days=day), hour)

    def on(self, day: int) -> dt.date:
        """The day with this number."""
        return self.opened + dt.timedelta(days=day)


def tell_thread(cast: Cast, case: Case) -> list[Finding]:
    """Findings, a theme, an outcome, actions, a briefing, the publication and an evaluation."""
    days = Days(case.opened_on)
    findings = _found(cast, case, days)
    outcome = _grouped(cast, findings, days)
    _acted(cast, findings[0], outcome, days)
    _shared(cast, findings, days)
    _published(cast, case, days)
    _evaluated(cast, outcome, days)
    _inspected(cast, days)
    return findings


def _found(cast: Cast, case: Case, days: Days) -> list[Finding]:
    ruth, priya = cast.people["ruth"], cast.by_role["business_manager"]
    agencies = [cast.agencies["council"], cast.agencies["police"]]
    texts: list[dict[str, Any]] = [
        {
            "title": "First contacts were answered without reading the family's history",
            "detail": "Five calls in eighteen months were each closed on their own.",
            "why": "The old record takes ten minutes to open, and nobody asks for it.",
            "evidence": "Records of three agencies; eleven conversations with practitioners.",
            "kind": "improvement",
            "systemic": True,
        },
        {
            "title": "A health visitor read everything and called the others together",
            "detail": "From that day on the agencies worked to one plan.",
            "why": "She had time set aside for it and a manager who backed her.",
            "evidence": "The record of the meeting and what three agencies said of it.",
            "kind": "good_practice",
        },
    ]
    findings = [
        learning.add_finding(
            source=case, by=ruth, now=days.at(95), found_on=days.on(90), agencies=agencies, **text
        )
        for text in texts
    ]
    learning.add_voice(
        finding=findings[0],
        whose="family",
        says="We told the same story four times.",
        source="Visit to the family",
        on=days.on(92),
        by=ruth,
        now=days.at(95, 15),
    )
    for finding in findings:
        learning.release_finding(
            finding=finding, version=finding.version, by=priya, now=days.at(172)
        )
    return findings


def _grouped(cast: Cast, findings: list[Finding], days: Days) -> Outcome:
    priya = cast.by_role["business_manager"]
    theme = learning.make_theme(
        board=cast.board,
        name="Using history",
        says="What is already known of a family is read before anyone decides anything.",
        by=priya,
        now=days.at(174),
        findings=findings,
    )
    learning.set_priority(
        theme=theme,
        version=theme.version,
        priority_year=days.on(174).year,
        reason="It came up in this review and in the last inspection.",
        by=priya,
        now=days.at(175),
    )
    return learning.set_outcome(
        theme=theme,
        statement="Every first contact shows that history was considered",
        seen_by="Share of first contacts in which history was considered, out of 30 looked at",
        baseline="12 of 30",
        target="27 of 30",
        due=days.on(300),
        evaluate_on=days.on(285),
        evaluate_how="A re-audit of 30 first contacts by somebody from another agency",
        by=priya,
        now=days.at(176),
    )


def _acted(cast: Cast, finding: Finding, outcome: Outcome, days: Days) -> None:
    wanted = [
        ("council", "Open the record before a first contact is answered", 230, "finished"),
        ("police", "Show earlier calls on the officer's first screen", 240, "finished"),
        ("health", "Hand over between teams by a conversation", 345, "accepted"),
    ]
    for agency, title, due, state in wanted:
        action = actions.propose(
            board=cast.board,
            title=title,
            success="Seen in nine of ten contacts looked at.",
            agency=cast.agencies[agency],
            due=days.on(due),
            findings=[finding],
            outcome=outcome,
            by=cast.by_role["business_manager"],
            now=days.at(176),
        )
        lead = cast.leads[cast.agencies[agency].slug]
        _carried_out(cast, action, lead, state, days)


def _carried_out(cast: Cast, action: Action, lead: User, state: str, days: Days) -> None:
    actions.answer(
        action=action,
        version=action.version,
        accept=True,
        reason="",
        by=lead,
        now=days.at(178),
    )
    actions.say(action=action, says="Two of three teams have begun.", by=lead, now=days.at(200))
    if state != "finished":
        return
    actions.finish(
        action=action,
        version=action.version,
        on=days.on(220),
        evidence="The new screen, and a sample of twenty contacts.",
        by=lead,
        now=days.at(221),
    )
    actions.embed(
        action=action,
        version=action.version,
        on=days.on(285),
        embedding="Nine of ten contacts in the re-audit.",
        by=cast.by_role["business_manager"],
        now=days.at(286),
    )


def _shared(cast: Cast, findings: list[Finding], days: Days) -> Briefing:
    priya = cast.by_role["business_manager"]
    briefing = sharing.write_briefing(
        board=cast.board,
        title="Read the history first",
        body=BRIEFING,
        findings=findings,
        by=priya,
        now=days.at(194),
    )
    sharing.issue(briefing=briefing, version=briefing.version, by=priya, now=days.at(195))
    sharing.deliver(
        briefing=briefing,
        route="learning_meeting",
        audience="Practitioners and managers of the case",
        on=days.on(198),
        reach=13,
        by=priya,
        now=days.at(199),
    )
    agencies = [cast.agencies[key] for key in ("council", "police", "health")]
    asked = sharing.ask(
        briefing=briefing, agencies=agencies, due=days.on(230), by=priya, now=days.at(199)
    )
    for confirmation in asked:
        if confirmation.agency_id != cast.agencies["health"].pk:
            sharing.confirm(
                confirmation=confirmation,
                on=days.on(215),
                says="Read out in every team meeting; the night shift had it in writing.",
                reached=180,
                staff=210,
                by=cast.leads[confirmation.agency.slug],
                now=days.at(216),
            )
    return briefing


def _published(cast: Cast, case: Case, days: Days) -> None:
    priya, lewis = cast.by_role["business_manager"], cast.by_role["publisher"]
    publication = publishing.prepare(
        case=case, title="Child Alder: learning from a review", by=priya, now=days.at(190)
    )
    publication = publishing.write(
        publication=publication,
        version=publication.version,
        title=publication.title,
        body=REPORT,
        done="The front door opens the record before it answers. Officers see earlier calls.",
        impact="In the first weeks history was considered in most first contacts.",
        more="The health trust changes its handover between teams by the autumn.",
        by=priya,
        now=days.at(191),
    )
    publication = publishing.submit(
        publication=publication, version=publication.version, by=priya, now=days.at(191, 15)
    )
    publication = publishing.approve(
        publication=publication,
        version=publication.version,
        by=cast.by_role["board_chair"],
        now=days.at(192),
    )
    publishing.publish(
        publication=publication,
        version=publication.version,
        by=lewis,
        roles={"publisher"},
        now=days.at(205),
    )


def _evaluated(cast: Cast, outcome: Outcome, days: Days) -> None:
    impact.evaluate(
        outcome=outcome,
        on=days.on(288),
        method="Re-audit of 30 first contacts by an auditor of the police",
        result="27 of 30",
        difference="yes",
        practice="The record is open before anyone calls back.",
        children="Families say that they are asked once, not four times.",
        words="family",
        by=cast.by_role["business_manager"],
        now=days.at(289),
    )


def _inspected(cast: Cast, days: Days) -> None:
    priya = cast.by_role["business_manager"]
    lessons.record_inspection(
        board=cast.board,
        body="The inspectorate",
        title="Review of the Board",
        on=days.on(20),
        judgement="Requires improvement",
        factors="A learning culture; outcomes aren't yet set for every activity.",
        source="",
        by=priya,
        now=days.at(30),
    )
