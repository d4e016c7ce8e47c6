"""Recording a notification: question pages, then everything once more, then a case."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.operations import discard
from uplift.ground.drafts.typed import Typed
from uplift.loop.cases import operations, policies
from uplift.loop.cases.answers import rows_of
from uplift.loop.cases.flow import Flow
from uplift.loop.cases.forms.notification import SendForm
from uplift.loop.cases.notifying import Notification, Page, Read, siblings
from uplift.loop.cases.views.common import demand, now, sent_before

DUPLICATE = "Someone with the same name and date of birth was in a case already. "


def _open(request: BoardRequest, board: str) -> Notification:
    demand(policies.may(request.reach, None, "open_case"))
    return Notification(
        request.reach, Flow(request.user, reverse("cases:new", kwargs={"board": board}))
    )


def _at(board: str, page: str) -> str:
    return reverse("cases:new_page", kwargs={"board": board, "page": page})


@require_safe
def start(request: BoardRequest, board: str) -> HttpResponse:
    """What is asked; and going on with one that isn't finished."""
    made = _open(request, board)
    first = next(iter(made.pages()), None)
    unfinished = made.unfinished() if made.flow.kept_at else None
    return render(
        request,
        "cases/new.html",
        {"made": made, "first": first, "resume": unfinished.key if unfinished else "check"},
    )


@require_POST
def drop(request: BoardRequest, board: str) -> HttpResponse:
    """Throw an unfinished notification away."""
    _open(request, board).flow.drop()
    messages.success(request, "The unfinished notification is thrown away.")
    return redirect("cases:new", board=board)


@require_http_methods(["GET", "POST"])
def question(request: BoardRequest, board: str, page: str) -> HttpResponse:
    """One page of questions."""
    made = _open(request, board)
    found = made.page(page, request.POST or None)
    if found is None:
        raise Http404("The notification has no such page.")
    form = found.form
    if not form.is_bound:
        made.flow.fill(form)
    typed = Typed(request, form)
    if form.is_bound and form.is_valid():
        _take(made, found, request)
        discard(user=request.user, place=typed.place)
        return redirect(_next(request, made, found, board))
    context = {"page": found, "form": form, "typed": typed, "back": _before(made, page)}
    return render(request, "cases/question.html", context | {"siblings": siblings(made.flow.data)})


def _take(made: Notification, page: Page, request: BoardRequest) -> None:
    if page.key != "family":
        made.flow.take(page.form)
        return
    data, given = made.flow.data, page.form.cleaned_data
    names, born = data.getlist("siblings"), data.getlist("siblings_born")
    gone = request.POST.get("remove", "")
    if gone.isdigit() and int(gone) < len(names):
        del names[int(gone)], born[int(gone)]
    elif given["sibling_name"]:
        names, born = [*names, given["sibling_name"]], [*born, given["sibling_born"] or ""]
    made.flow.put(siblings=names, siblings_born=born)


def _next(request: BoardRequest, made: Notification, page: Page, board: str) -> str:
    """The page after this one; back to the check when the answers came from there."""
    if page.key == "family" and ("remove" in request.POST or "then" in request.POST):
        return _at(board, "family")
    keys = [one.key for one in made.pages()]
    onward = keys[keys.index(page.key) + 1 :]
    if "check" in request.GET and page.key != "type":
        return reverse("cases:new_check", kwargs={"board": board})
    if onward:
        return _at(board, onward[0])
    return reverse("cases:new_check", kwargs={"board": board})


def _before(made: Notification, page: str) -> str:
    keys = [one.key for one in made.pages()]
    return keys[keys.index(page) - 1] if keys.index(page) else ""


@require_http_methods(["GET", "POST"])
def check(request: BoardRequest, board: str) -> HttpResponse:
    """Everything once more; then the case is opened."""
    if again := sent_before(request):
        return again
    made = _open(request, board)
    if unfinished := made.unfinished():
        return redirect(_at(board, unfinished.key))
    read = made.read()
    known = read.known_already
    form = SendForm(request.POST or None, known_already=known)
    typed = Typed(request, form)
    if form.is_valid() and form.cleaned_data.get("go_on") == "stop":
        messages.success(request, "Nothing is recorded. Your answers are kept for you.")
        return redirect("cases:list", board=board)
    sent = typed.send(lambda: _send(request, made, read, form))
    ask = [role.name for role in (made.pack.roles.values() if made.pack else ())
           if {"see_every_case", "open_case"} <= set(role.may)]  # fmt: skip
    context = {
        "form": form,
        "typed": typed,
        "rows": rows_of(made, read),
        "ask": ask,
        "known": known,
    }
    return sent or render(request, "cases/new_check.html", context)


def _send(request: BoardRequest, made: Notification, read: Read, form: SendForm) -> str:
    reason = form.cleaned_data.get("reason", "")
    case = operations.open_case(
        board=request.reach.board,
        process_id=read.process.id,
        step=read.step.id,
        outcome=read.outcome,
        pseudonym=read.pseudonym,
        reference=read.reference,
        on=read.on,
        values=read.values_with(DUPLICATE + reason if reason else ""),
        people=read.people,
        by=request.user,
        as_role=read.as_role,
        now=now(),
    )
    made.flow.drop()
    messages.success(request, f"The notification is recorded as {case.reference}.")
    return case.get_absolute_url()
