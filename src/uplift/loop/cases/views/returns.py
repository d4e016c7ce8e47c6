"""What an agency is asked for, on a page that shows nothing else of the case."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from uplift.engine.process import State
from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents.responses import serve
from uplift.ground.drafts.typed import Typed
from uplift.ground.history.models import Reading
from uplift.loop.cases import policies
from uplift.loop.cases.forms.recording import RecordForm
from uplift.loop.cases.letters import letter_of
from uplift.loop.cases.models import Case, Task
from uplift.loop.cases.opened import OpenedByAgency
from uplift.loop.cases.recording import Recording
from uplift.loop.cases.views.common import address, note, now, page, sent_before, step_of


def asked_of(request: BoardRequest, reference: str, step: str, item: str) -> OpenedByAgency:
    """The case as far as this person's agency is asked about it; else 404."""
    tasks = Task.objects.visible_to(request.user, request.reach.today).filter(
        case__board=request.reach.board, case__reference=reference, step=step, item=item
    )
    task = get_object_or_404(tasks)
    if policies.may_answer(request.reach, task.agency_id):
        raise Http404("Another agency was asked for this.")
    case = Case.objects.select_related("edition", "board").get(pk=task.case_id)
    return OpenedByAgency(case, request.reach, step)


@require_http_methods(["GET", "POST"])
def answer(request: BoardRequest, board: str, case: str, step: str, item: str) -> HttpResponse:
    """What is asked and by when; the answer, or what was answered."""
    opened = asked_of(request, case, step, item)
    at = step_of(opened, step)
    filed = [fact for fact in opened.records(step) if fact.item == item]
    open_now = next((one.state is State.OPEN for one in at.items if one.item == item), False)
    note(request, opened, f"return of {opened.item_name(item)}")
    work = Recording(opened, at.step, item=item)
    form = work.sent(request, now()) if open_now else None
    typed = Typed(request, form) if form else None
    sent = sent_before(request) or (
        form and typed and typed.send(lambda: _file(request, work, form))
    )
    if sent:
        return sent
    more: dict[str, Any] = {"form": form} if form else {}
    more["letter"] = letter_of(opened, at.step, request.user, item)
    return page(request, "return", opened, "", at=at, item=item, filed=filed, typed=typed, **more)


def _file(request: BoardRequest, work: Recording, form: RecordForm) -> str:
    """File it over the case as it is now: agencies answer side by side."""
    work.record(form, request, now(), version=work.opened.case.version)
    messages.success(request, "Thank you. Your return is filed.")
    return address("return", work.opened.case, step=work.step.id, item=work.item)


@require_safe
def paper(
    request: BoardRequest, board: str, case: str, step: str, item: str, number: int
) -> HttpResponseBase:
    """A file that this person brought with the return."""
    opened = asked_of(request, case, step, item)
    found = next((one for one in opened.files if one.pk == number), None)
    if found is None:
        raise Http404("No such file.")
    response = serve(found.file)
    note(request, opened, f"file {found.pk}", Reading.Kind.FILE)
    return response
