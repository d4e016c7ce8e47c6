"""What letters and forms take from a case: `case.reference`, `answer.panel.reasons`."""

import datetime as dt
from collections.abc import Mapping

from uplift.engine import answers
from uplift.ground.ui.filters.dates import day
from uplift.loop.cases.models import Fact
from uplift.loop.cases.opened import Opened

Identity = Mapping[str, str]


class Sources:
    """Finds each source in one case. Sealed parts are given only with an opened `identity`."""

    def __init__(self, opened: Opened, identity: Identity | None = None) -> None:
        self.opened, self.identity = opened, identity or {}

    def find(self, source: str) -> str:
        """The source in words; empty while it isn't known."""
        kind, _, rest = source.partition(".")
        match kind:
            case "case":
                return self._case(rest)
            case "identity":
                return identity_words(rest, self.identity.get(rest, ""))
            case "step":
                return self._step(*rest.split("."))
            case "answer":
                return self._answer(*rest.split("."))
        return ""

    def _case(self, name: str) -> str:
        case = self.opened.case
        return {
            "reference": case.reference,
            "pseudonym": case.pseudonym,
            "opened": day(case.opened_on),
            "process": case.type.name,
        }[name]

    def _step(self, name: str, what: str) -> str:
        last = self._last(name)
        if what == "due":
            at = self.opened.at(name)
            return day(at.due) if at else ""
        if last is None:
            return ""
        step = self.opened.step_of(last)
        if what == "outcome":
            return step.outcomes[last.outcome].name if step and last.outcome else ""
        return day(last.on) if what == "on" else last.by.name

    def _answer(self, name: str, field: str) -> str:
        last = next((f for f in reversed(self._records(name)) if field in f.values), None)
        step = self.opened.step_of(last) if last else None
        if last is None or step is None or answers.is_blank(last.values[field]):
            return ""
        question = self.opened.pack.questions(step).get(field)
        return (
            self.opened.shown(question, last.values[field]) if question else str(last.values[field])
        )

    def _last(self, step: str) -> Fact | None:
        return next(reversed(self._records(step)), None)

    def _records(self, step: str) -> list[Fact]:
        return self.opened.records(step)


def identity_words(name: str, value: str) -> str:
    """A sealed value in words: dates of birth are kept as 2014, 2014-03 or 2014-03-02."""
    if name != "date_of_birth" or not value:
        return value
    year, month, number = (*value.split("-"), "", "")[:3]
    if number:
        return day(dt.date.fromisoformat(value))
    return f"{dt.date(int(year), int(month), 1):%B %Y}" if month else year
