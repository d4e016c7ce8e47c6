"""A case's *Report* tab, and beginning its publication."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.loop.cases.models import Case
from uplift.loop.cases.policies import roles_in
from uplift.loop.cases.queries import cases_of
from uplift.loop.publishing import operations, policies
from uplift.loop.publishing.forms import BeginForm
from uplift.loop.publishing.plan import Plan, plan_of
from uplift.loop.publishing.queries.decisions import decisions_in, in_words
from uplift.loop.publishing.queries.publications import cases_without
from uplift.loop.publishing.views.common import done


def _load(request: BoardRequest, case: str) -> tuple[Case, Plan | None]:
    cases = cases_of(request.reach).select_related("board", "edition", "publication")
    found = get_object_or_404(cases, reference=case)
    return found, plan_of(found, request.reach.today)


@require_GET
def report(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """What the board has decided to publish of the case, and how far that has come."""
    found, plan = _load(request, case)
    history.read(
        board=request.reach.board,
        by=request.user,
        now=timezone.now(),
        kind=Reading.Kind.PAGE,
        subject=found,
    )
    refusal = policies.may(request.reach, roles_in(request.reach, found), "draft_publication")
    context = {
        "case": found,
        "tab": "report",
        "plan": plan,
        "publication": getattr(found, "publication", None),
        "opens": any(request.reach.may(hand) for hand in policies.HANDS),
        "refusal": refusal,
        "decisions": in_words(decisions_in(found)),
    }
    return render(request, "publishing/case.html", context)


@require_GET
def choose(request: BoardRequest, board: str) -> HttpResponse:
    """Choose the case of which a publication is to be begun."""
    page = Paginator(cases_without(request.reach), 25).get_page(request.GET.get("page"))
    return render(request, "publishing/choose.html", {"page": page})


@require_http_methods(["GET", "POST"])
def begin(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Begin the publication of a case."""
    found, plan = _load(request, case)
    if plan is None:
        raise Http404("Reviews of this type don't lead to a publication.")
    refusal = policies.may(request.reach, roles_in(request.reach, found), "draft_publication")
    if refusal:
        raise refusal
    title = f"{found.pseudonym}: {found.type.name}"
    form = BeginForm(request.POST or None, initial={"title": title})
    typed = Typed(request, form)
    sent = typed.send(lambda: _begin(request, found, form))
    return sent or render(request, "publishing/begin.html", {"case": found, "form": form})


def _begin(request: BoardRequest, case: Case, form: BeginForm) -> str:
    begun = operations.prepare(case=case, by=request.user, now=timezone.now(), **form.answers)
    return done(request, begun, "The publication is begun. Write its text next.")
