"""Tells the chronology of one case, by the product's own operations: typed in, and brought."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from uplift.config.demo.cast import Cast
from uplift.config.demo.story import moment, read
from uplift.ground.boards.models import Agency
from uplift.ground.ui.filters.dates import MONTHS, day
from uplift.loop.cases.models import Case
from uplift.loop.reviews import operations
from uplift.loop.reviews.models import Entry, Episode, Pair
from uplift.loop.reviews.sheets import template
from uplift.loop.reviews.when import read as read_date

_SEASONS = ("winter", "spring", "summer", "autumn")
_COLUMNS = ("what", "people", "where", "record")


def tell_chronology(cast: Cast, case: Case) -> None:
    """What three agencies and a grandmother tell, and what the reviewers make of it so far."""
    story = read("chronology")
    teller = _Teller(cast, case)
    teller.name_episodes(story["episodes"])
    for key in ("council", "police", "others"):
        teller.type_in(key, story[key])
    operations.take(
        upload=teller.bring("health", story["health"], 67), replace=True,
        by=cast.people["meera"], now=teller.on(68),
    )  # fmt: skip
    teller.bring("police", story["waiting"], 75)
    teller.judge()
    police = [cast.agencies["police"]]
    operations.share_with(case=case, agencies=police, by=cast.people["priya"], now=teller.on(80))


class _Teller:
    """Tells what happened in one case's chronology."""

    def __init__(self, cast: Cast, case: Case) -> None:
        self.cast, self.case = cast, case
        self.episodes: dict[str, Episode] = {}

    def on(self, days: int) -> dt.datetime:
        """That many days after the notification."""
        return moment(self.case.opened_on + dt.timedelta(days=days), 14)

    def _day(self, days: int) -> dt.date:
        return self.case.opened_on + dt.timedelta(days=days)

    def when(self, told: Mapping[str, Any]) -> str:
        """The moment as its author writes it."""
        on = self._day(told["day"])
        if "to" in told:
            return f"between {day(on)} and {day(self._day(told['to']))}"
        month, about = f"{MONTHS[on.month - 1]} {on.year}", told.get("about")
        if about == "season":
            return f"{_SEASONS[on.month % 12 // 3]} {on.year - (on.month < 3)}"
        if about:
            return month if about == "month" else f"{about} {month}"
        return f"{day(on)} {told.get('time', '')}".strip()

    def name_episodes(self, episodes: list[dict[str, Any]]) -> None:
        """The stretches that the review looks into."""
        for one in episodes:
            self.episodes[one["key"]] = operations.add_episode(
                case=self.case, name=one["name"], says=one["says"], by=self.cast.people["ruth"],
                starts=self._day(one["starts"]), ends=self._day(one["ends"]), now=self.on(70),
            )  # fmt: skip

    def type_in(self, key: str, entries: list[dict[str, Any]]) -> None:
        """Entries typed one by one; those of an agency by its lead."""
        agency = self.cast.agencies.get(key)
        by = self.cast.leads[agency.slug] if agency else self.cast.people["priya"]
        for told in entries:
            contents = operations.Contents(
                moment=read_date(self.when(told), self.case.opened_on),
                knowledge={"yes": "then", "no": "later"}[told["then"]],
                known_to=tuple(self.cast.agencies[name] for name in told.get("known", ())),
                **{k: told[k] for k in (*_COLUMNS, "comment", "source") if k in told},
            )
            entry = operations.add_entry(
                case=self.case, agency=agency, contents=contents, by=by, now=self.on(62)
            )
            if "episode" in told:
                operations.put_in_episode(
                    entries=[entry], episode=self.episodes[told["episode"]],
                    by=self.cast.people["ruth"], now=self.on(71),
                )  # fmt: skip

    def bring(self, key: str, entries: list[dict[str, Any]], days: int) -> Any:
        """Entries brought as a filled-in workbook."""
        agency: Agency = self.cast.agencies[key]
        names = {key: agency.name for key, agency in self.cast.agencies.items()}
        rows = [
            [
                self.when(told), "", *(told.get(name, "") for name in _COLUMNS),
                {"yes": "Then", "no": "Later"}[told["then"]],
                "; ".join(names[name] for name in told.get("known", ())), told.get("comment", ""),
            ]
            for told in entries
        ]  # fmt: skip
        content = template(
            reference=self.case.reference, pseudonym=self.case.pseudonym, source=agency.name,
            agencies=list(names.values()), rows=rows,
        )  # fmt: skip
        return operations.bring(
            case=self.case, agency=agency, upload=SimpleUploadedFile("chronology.xlsx", content),
            by=self.cast.leads[agency.slug], now=self.on(days),
        )  # fmt: skip

    def judge(self) -> None:
        """One double is put together; the rest waits for somebody."""
        ruth, entries = self.cast.people["ruth"], Entry.objects.filter(case=self.case)
        double = Pair.objects.filter(case=self.case, kind=Pair.Kind.LIKE).first()
        if double:
            operations.judge(
                pair=double, verdict=Pair.Verdict.SAME, keep=double.first, by=ruth, now=self.on(82)
            )
        operations.mark_contradiction(
            entry=entries.get(record="NP-31207"), other=entries.get(record="CS-1319"),
            note="The police waited until the mother was back; the duty team was told that she was "
            "there when they came.",
            by=ruth, now=self.on(83),
        )  # fmt: skip
