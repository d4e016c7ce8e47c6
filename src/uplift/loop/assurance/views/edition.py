"""What a new edition asks of the board: statements, checks, and what is other in it."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.engine.spec.compare import Chapter, compare
from uplift.ground.access.gate import BoardRequest
from uplift.ground.access.scope import roles_held
from uplift.ground.frameworks.models import Adoption
from uplift.loop.assurance import operations, places, policies, queries
from uplift.loop.assurance.adoptions import adoption_before
from uplift.loop.assurance.forms import AttestFilter, CheckForm
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.assurance.views.framework import adoption_of
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import cases_of
from uplift.loop.learning.pages import demand, exported, form_page, page_of, wanted

_DUE = {"late": "due__lt", "later": "due__gte"}


def _asked(
    request: BoardRequest, adoption: Adoption
) -> tuple[AttestFilter, QuerySet[ClauseStatus]]:
    names = _role_names(adoption)
    rows = queries.to_attest(request.reach)
    asked = set(rows.order_by().values_list("role", flat=True))
    roles = {role: name for role, name in names.items() if role in asked}
    form = AttestFilter(request.GET or None, roles=roles)
    chosen = wanted(form)
    if chosen.get("role"):
        rows = rows.filter(role=chosen["role"])
    if chosen.get("late"):
        rows = rows.filter(**{_DUE[chosen["late"]]: request.reach.today})
    return form, rows


def _role_names(adoption: Adoption) -> dict[str, str]:
    return {key: role.name for key, role in adoption.edition.pack.roles.items()}


@require_safe
def to_attest(request: BoardRequest, board: str) -> HttpResponse:
    """Everything that somebody has to state, by role and day."""
    adoption, reach = adoption_of(request), request.reach
    form, rows = _asked(request, adoption)
    context = {
        "adoption": adoption,
        "filters": form,
        "page": page_of(request, rows, 50),
        "names": _role_names(adoption),
        "held": roles_held(reach.board, reach.today),
        "own": reach.roles if reach.may("attest") else frozenset(),
    }
    return render(request, "assurance/to_attest.html", context)


@require_safe
def to_attest_export(request: BoardRequest, board: str, kind: str) -> HttpResponse:
    """The same list, whole, as a file."""
    adoption = adoption_of(request)
    names, (_, found) = _role_names(adoption), _asked(request, adoption)
    rows = ((names.get(s.role, s.role), s.clause, s.wording, s.says, s.due) for s in found)
    columns = ("Role", "Clause", "What it says", "What was stated", "Due")
    return exported(request, kind, name="to attest", columns=columns, rows=rows)


@require_safe
def checks(request: BoardRequest, board: str) -> HttpResponse:
    """What the framework asks the board to check, unanswered first."""
    adoption = adoption_of(request)
    context = {
        "adoption": adoption,
        "asked": queries.asked(request.reach, adoption),
        "refusal": policies.may_check(request.reach),
    }
    return render(request, "assurance/checks.html", context)


@require_http_methods(["GET", "POST"])
def check(request: BoardRequest, board: str, item: str) -> HttpResponse:
    """Answer one of them."""
    adoption = adoption_of(request)
    asked = next((a for a in queries.asked(request.reach, adoption) if a.item.key == item), None)
    if asked is None:
        raise Http404("The framework doesn't ask to check this.")
    demand(policies.may_check(request.reach))
    last = asked.answer or asked.before
    initial = {"holds": last.holds, "says": last.says} if last else {}
    form = CheckForm(request.POST or None, initial=initial)

    def make() -> str:
        operations.check(
            adoption=adoption, item=item, by=request.user, now=timezone.now(), **form.answers
        )
        messages.success(request, "Your answer is kept.")
        return reverse("assurance:checks", args=(board,))

    return form_page(
        request,
        form,
        make,
        title=asked.item.name,
        caption="To check in your framework",
        intro=asked.item.question,
        button="Keep the answer",
        back=reverse("assurance:checks", args=(board,)),
    )


@require_safe
def changed(request: BoardRequest, board: str) -> HttpResponse:
    """What is other in the edition in force than in the one before."""
    adoption, reach = adoption_of(request), request.reach
    before = adoption_before(adoption)
    if before is None:
        raise Http404("It is the board's first edition.")
    found = compare(before.edition.pack, adoption.edition.pack)
    context: dict[str, Any] = {
        "adoption": adoption,
        "before": before,
        "clauses": [one for one in found if one.chapter is Chapter.CLAUSES],
        "others": sum(1 for one in found if one.chapter is not Chapter.CLAUSES),
        "reset": queries.reset(reach, adoption).count(),
        "missing": queries.agencies_of(reach, adoption).filter(accepted=False).count(),
        "staying": None,
        "compared": places.open_to(reach, places.COMPARE),
    }
    if reach.may("see_every_case"):
        staying = cases_of(reach).exclude(edition=adoption.edition)
        context["staying"] = staying.exclude(status=Case.Status.CLOSED).count()
    return render(request, "assurance/changed.html", context)
