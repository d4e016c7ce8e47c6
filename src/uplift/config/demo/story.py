"""Plays the demo's cases through the product's own operations, as if people had entered them."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from ruamel.yaml import YAML

from uplift.config.demo.cast import Cast, person
from uplift.ground.documents import operations as documents
from uplift.ground.identity.models import User
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import position_of
from uplift.loop.learning import operations as learning

_SHIFT = re.compile(r"[+-]\d{1,4}")
STORIES = Path(__file__).parent / "stories"
OUTSIDE = ("review.example", "From outside the boards")  # domain, heading
Plots = Mapping[str, list[dict[str, Any]]]


def moment(day: dt.date, hour: int = 10) -> dt.datetime:
    """That hour of the day here."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour)))


def read(name: str) -> Any:
    """What one file in the folder beside this module holds."""
    return YAML(typ="safe").load(STORIES / f"{name}.yaml")


class Teller:
    """Tells the stories of one board, ending today."""

    def __init__(self, cast: Cast, today: dt.date, plots: Plots | None = None) -> None:
        self.cast, self.today = cast, today
        self.plots: Plots = read("plots") if plots is None else plots

    def tell(self, story: Mapping[str, Any]) -> Case:
        """Open the story's case and record what happened in it, day by day."""
        opened = self.today - dt.timedelta(days=story["ago"])
        opener = story.get("opened_by", "business_manager")
        by, role = self._who([opener], self._slug(story.get("agency", "")))
        case = cases.open_case(
            board=self.cast.board,
            process_id=story.get("process") or story["plot"],
            pseudonym=story["pseudonym"],
            on=opened,
            values=self._notified(story, opened),
            step=story.get("first", ""),
            outcome=story.get("outcome", ""),
            people=[cases.NewPerson(story.get("who", "child"), story["pseudonym"], story["child"])],
            by=by,
            as_role=role,
            now=moment(opened),
        )
        for entry in self._entries(story):
            self._happen(case, entry, opened + dt.timedelta(days=entry["day"]))
        return case

    def _notified(self, story: Mapping[str, Any], opened: dt.date) -> dict[str, Any]:
        if "answers" in story:
            return {name: self._answer(one, opened) for name, one in story["answers"].items()}
        day = opened - dt.timedelta(days=1)
        return {
            "told_by": "Duty manager, children's services",
            "happened": story.get("happened", "harmed"),
            "incident": day.isoformat(),
            "account": story["about"],
            "resident": "yes",
            "agencies": [self.cast.agencies[key].slug for key in ("council", "police", "health")],
        }

    def _entries(self, story: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The plot up to the story's last step, with what the story changes and adds, by day."""
        plot = self.plots[story["plot"]] if "plot" in story else []
        until = story.get("until")
        last = max((n for n, e in enumerate(plot) if until in (None, e["step"])), default=-1)
        told = [
            {**entry, **story.get("instead", {}).get(entry["step"], {})}
            for entry in plot[: last + 1]
            if entry["step"] not in story.get("leave_out", ())
        ]
        return sorted((*told, *story.get("then", ())), key=lambda entry: int(entry["day"]))

    def _happen(self, case: Case, entry: Mapping[str, Any], day: dt.date) -> None:
        case.refresh_from_db()
        if entry["step"] == "join":
            self._join(case, entry, day)
        elif entry["step"] == "pause":
            self._pause(case, entry, day)
        elif entry["step"] == "finding":
            self._find(case, entry, day)
        else:
            self._record(case, entry, day)

    def _record(self, case: Case, entry: Mapping[str, Any], day: dt.date) -> None:
        step = position_of(case, day).step(entry["step"]).step
        item = self._slug(entry.get("item", ""))
        by, role = self._who([step.by, *sorted(case.pack.may_enter(step))], item)
        cases.record(
            case=case,
            step=entry["step"],
            on=day,
            outcome=entry.get("outcome", ""),
            values={k: self._value(v, day, case) for k, v in entry.get("values", {}).items()},
            item=item,
            by=by,
            roles={role},
            now=moment(day, 15),
            version=case.version,
            signed="outcome" in entry,
        )

    def _who(self, roles: list[str], agency: str) -> tuple[User, str]:
        """Who records something, and as what: the first of these roles that somebody holds."""
        for role in roles:
            leads = role == "agency_lead"
            user = self.cast.leads.get(agency) if leads else self.cast.by_role.get(role)
            if user:
                return user, role
        raise LookupError(f"Nobody at {self.cast.board} is {roles[0]}.")

    def _pause(self, case: Case, entry: Mapping[str, Any], day: dt.date) -> None:
        cases.pause(
            case=case,
            on=day,
            reason=entry["reason"],
            by=self.cast.by_role["business_manager"],
            roles={"business_manager"},
            now=moment(day, 15),
            version=case.version,
        )

    def _join(self, case: Case, entry: Mapping[str, Any], day: dt.date) -> None:
        """The reviewer, or someone else from outside, gets access to the case until a date."""
        key, role = entry["key"], entry.get("role", "lead_reviewer")
        known = User.objects.filter(email=f"{key}@review.example").first()
        user = known or person(key, entry["name"], entry.get("says", ""), *OUTSIDE)
        self.cast.by_role[role] = self.cast.people[key] = user
        cases.add_member(
            case=case,
            user=user,
            role=role,
            starts=day,
            ends=self.today + dt.timedelta(days=entry["until"]),
            by=self.cast.by_role["business_manager"],
            now=moment(day, 11),
        )

    def _find(self, case: Case, entry: Mapping[str, Any], day: dt.date) -> None:
        """Something that the review taught: released to the board's readers, with its theme."""
        manager, now = self.cast.by_role["business_manager"], moment(day, 15)
        finding = learning.add_finding(
            source=case,
            found_on=day,
            agencies=[self.cast.agencies[key] for key in entry["agencies"]],
            by=manager,
            now=now,
            **entry["finding"],
        )
        learning.release_finding(finding=finding, version=finding.version, by=manager, now=now)
        learning.make_theme(
            board=self.cast.board, findings=[finding], by=manager, now=now, **entry["theme"]
        )

    def _slug(self, key: str) -> str:
        return self.cast.agencies[key].slug if key in self.cast.agencies else key

    def _value(self, value: Any, day: dt.date, case: Case) -> Any:
        """An answer as it is stored; papers are attached to the case."""
        if isinstance(value, str) and value.startswith("file:"):
            return self._paper(value[5:], day, case)
        if isinstance(value, list):
            return [self._value(one, day, case) for one in value]
        return self._answer(value, day)

    def _answer(self, value: Any, day: dt.date) -> Any:
        """An answer with dates and agencies instead of their shorthand."""
        if isinstance(value, list):
            return [self._answer(one, day) for one in value]
        if isinstance(value, str) and _SHIFT.fullmatch(value):
            return (day + dt.timedelta(days=int(value))).isoformat()
        if isinstance(value, str) and value.startswith("@"):
            return self.cast.agencies[value[1:]].slug
        return value

    def _paper(self, title: str, day: dt.date, case: Case) -> str:
        """Attach a made-up paper to the case; the answer is the number of its file."""
        content = f"{title} on {case.pseudonym}.\n\nA made-up paper for the demo.\n".encode()
        by, now = self.cast.by_role["business_manager"], moment(day, 9)
        upload = SimpleUploadedFile(f"{title}.txt", content)
        file = documents.keep(board=self.cast.board, upload=upload, by=by, now=now)
        return str(cases.attach(case=case, file=file, title=title, by=by, now=now).pk)
