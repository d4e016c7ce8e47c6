"""One clause: what it says, how it stands, what shows it, and what was stated of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.engine.spec import Clause
from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents.responses import serve
from uplift.ground.drafts.typed import Typed
from uplift.ground.frameworks.models import Adoption
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.loop.assurance import operations, places, policies, queries
from uplift.loop.assurance.figures import figure
from uplift.loop.assurance.forms import AttestForm
from uplift.loop.assurance.models import Attestation
from uplift.loop.assurance.records import Records
from uplift.loop.assurance.status import last_stated
from uplift.loop.assurance.views.framework import adoption_of
from uplift.loop.learning.pages import demand


@require_http_methods(["GET", "POST"])
def clause(request: BoardRequest, board: str, clause_id: str) -> HttpResponse:
    """One clause, and the form to attest it."""
    adoption = adoption_of(request)
    found = queries.clause_of(adoption.edition, clause_id)
    if found is None:
        raise Http404("No such clause.")
    refusal = policies.may_attest(request.reach, adoption.edition.pack, found)
    if request.method == "POST":
        demand(refusal)
    made = list(queries.attestations_of(request.reach, clause_id))
    earlier = made[0] if made and made[0].adoption_id != adoption.pk else None
    form = AttestForm(
        request.POST or None, request.FILES or None, initial=_initial(request, earlier)
    )
    typed = Typed(request, form)
    sent = typed.send(lambda: _attest(request, clause_id, form))
    if sent:
        return sent
    context = {
        "clause": found,
        "status": queries.statuses(request.reach).filter(clause=clause_id).first(),
        "shown": places.shown_by(request.reach, adoption.edition, found),
        "records": _records(request, adoption, found),
        "attestations": made,
        "earlier": last_stated(earlier) if earlier else "",
        "refusal": refusal,
        "form": form,
        "typed": typed,
    }
    return render(request, "assurance/clause.html", context)


def _initial(request: BoardRequest, earlier: Attestation | None) -> dict[str, Any]:
    """The form begins with what was stated under an earlier edition."""
    stated = {"says": earlier.says, "evidence": earlier.evidence} if earlier else {}
    return {"on": request.reach.today, **stated}


def _records(request: BoardRequest, adoption: Adoption, clause: Clause) -> list[places.Record]:
    """The records that this person sees of those from which the clause's figure is taken."""
    if clause.measure is None or clause.planned:
        return []
    reach, pack = request.reach, adoption.edition.pack
    found = figure(Records(reach.board, pack, reach.today, whole=False), clause.measure)
    return places.records(reach, found.counted)


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


@require_safe
def evidence(request: BoardRequest, board: str, file: int) -> HttpResponseBase:
    """A file behind a statement, as a download."""
    found = get_object_or_404(queries.evidence_of(request.reach), pk=file)
    response = serve(found.file)
    history.read(
        board=request.reach.board,
        by=request.user,
        now=timezone.now(),
        kind=Reading.Kind.FILE,
        subject=found.file,
        about=f"evidence {found.pk}",
    )
    return response
