"""The answers of a notification in words, for the page on which they are checked."""

from typing import NamedTuple

from uplift.engine import answers
from uplift.engine.spec import Type
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.filters.text import sentence
from uplift.loop.cases.forms.notification import AnswersForm, WhoForm
from uplift.loop.cases.forms.people import LABELS
from uplift.loop.cases.notifying import Notification, Page, Read, siblings
from uplift.loop.cases.sources import identity_words


class Row(NamedTuple):
    """One answer, and the page on which it can be changed."""

    question: str
    text: str
    page: str


def rows_of(made: Notification, read: Read) -> list[Row]:
    """Every answer in the order of the pages."""
    return [row for page in read.pages for row in _rows(made, read, page)]


def _rows(made: Notification, read: Read, page: Page) -> list[Row]:
    form = page.form
    if isinstance(form, AnswersForm):
        return _answers(made, read, page, form)
    if isinstance(form, WhoForm):
        return [
            Row(LABELS[key],
                identity_words(key, form.identity.get(key, "")) or "Not known", page.key)
            for key in form.keys
        ] + [Row(one.question.ask, form.identity.get(one.question.id, ""), page.key)
             for one in form.asked]  # fmt: skip
    if page.key == "outcome":
        said = [Row("Outcome", read.step.outcomes[read.outcome].name, page.key)]
        reasons = form.cleaned_data.get("reasons")
        return [*said, Row("Reasons", reasons, page.key)] if reasons else said
    if page.key == "type":
        return [Row("What may be needed?", read.process.name, page.key)]
    if page.key == "family":
        named = [one["name"] for one in siblings(made.flow.data)]
        return [Row("Brothers and sisters", sentence(named) or "None given", page.key)]
    reference = read.reference or "The next free one"
    called = str(form.fields["pseudonym"].label)
    return [Row(called, read.pseudonym, page.key), Row("Reference", reference, page.key)]


def _answers(made: Notification, read: Read, page: Page, form: AnswersForm) -> list[Row]:
    rows = [Row("When were you told?", day(read.on), page.key)] if "on" in form.fields else []
    agencies = dict(form.offered.agencies)
    for one in form.asked:
        question, value = one.question, form.answers_given.get(one.question.id)
        if question.type is Type.AGENCY and isinstance(value, list):
            value = [agencies.get(key, key) for key in value]
        elif question.type is Type.AGENCY and value:
            value = agencies.get(value, value)
        rows.append(Row(question.ask, answers.show(question, value) or "Not given", page.key))
    return rows
