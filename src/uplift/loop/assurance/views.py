"""The board's framework, clause by clause."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.assurance import operations, policies, queries
from uplift.loop.assurance.forms import AttestForm, ClauseFilter
from uplift.loop.assurance.sheet import chapters


@require_GET
def framework(request: BoardRequest, board: str) -> HttpResponse:
    """Every clause of the edition in force with its live status."""
    edition = queries.edition_in_force(request.reach)
    if edition is None:
        return render(request, "assurance/none.html")
    filters = ClauseFilter(request.GET)
    chosen = {k: v for k, v in filters.cleaned_data.items() if v} if filters.is_valid() else {}
    rows = Paginator(queries.statuses(request.reach).filter(**chosen), 250)
    page = rows.get_page(request.GET.get("page"))
    return render(
        request,
        "assurance/framework.html",
        {
            "edition": edition,
            "summary": queries.summary(request.reach),
            "filters": filters,
            "filtered": bool(chosen),
            "page": page,
            "chapters": chapters(edition.pack, page.object_list),
            "counted": page.object_list[0].counted_at if page.object_list else None,
            "count_refusal": policies.may_count(request.reach),
        },
    )


@require_http_methods(["GET", "POST"])
def clause(request: BoardRequest, board: str, clause_id: str) -> HttpResponse:
    """One clause: what it says, how it stands, what shows it; and the form to attest it."""
    edition = queries.edition_in_force(request.reach)
    found = queries.clause_of(edition, clause_id) if edition else None
    if edition is None or found is None:
        raise Http404("No such clause.")
    refusal = policies.may_attest(request.reach, edition.pack, found)
    if request.method == "POST" and refusal:
        raise refusal
    form = AttestForm(request.POST or None, initial={"on": request.reach.today})
    typed = Typed(request, form)
    sent = typed.send(lambda: _attest(request, clause_id, form))
    if sent:
        return sent
    context = {
        "clause": found,
        "status": queries.statuses(request.reach).filter(clause=clause_id).first(),
        "elements": queries.elements(edition, found),
        "attestations": queries.attestations_of(request.reach, clause_id),
        "refusal": refusal,
        "form": form,
        "typed": typed,
    }
    return render(request, "assurance/clause.html", context)


def _attest(request: BoardRequest, clause_id: str, form: AttestForm) -> str:
    answers = form.answers
    operations.attest(
        board=request.reach.board,
        clause_id=clause_id,
        honoured=answers.pop("honoured") == "yes",
        by=request.user,
        now=timezone.now(),
        **answers,
    )
    messages.success(request, "Your statement is kept.")
    return reverse("assurance:clause", args=[request.reach.board.slug, clause_id])


@require_POST
def count(request: BoardRequest, board: str) -> HttpResponse:
    """Count anew how every clause stands."""
    refusal = policies.may_count(request.reach)
    if refusal:
        raise refusal
    operations.count(board=request.reach.board, now=timezone.now())
    messages.success(request, "Counted anew.")
    return redirect("assurance:framework", board)
