"""Letters and forms: drafted from the case, read and changed here, taken away as Word or PDF."""

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from uplift.engine.spec.papers import Document
from uplift.ground.access.gate import BoardRequest
from uplift.ground.ui.forms import refuse
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations
from uplift.loop.cases.exports import give_sheet, printed_by
from uplift.loop.cases.forms.papers import DocumentForm, LetterForm
from uplift.loop.cases.letters import Letter, letter_of
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.papers import (
    child_of,
    has_names,
    letter_sheet,
    ready,
    rows_of,
    sealed_labels,
    sections,
    sheet_of,
    signature,
    to_come,
)
from uplift.loop.cases.views.common import note, now, open_case, page, step_of


@require_safe
def papers(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The letters that steps draft, and the framework's forms that can be filled."""
    opened = open_case(request, case)
    note(request, opened, "letters and forms")
    letters = [
        (at, notice)
        for at in opened.position.steps
        if (notice := opened.pack.notices.get(at.step.notice or "")) and at.state != "not needed"
    ]
    return page(
        request, "papers", opened, "papers", letters=letters, ready=ready(opened),
        to_come=to_come(opened),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def letter(request: BoardRequest, board: str, case: str, step: str) -> HttpResponse:
    """A drafted letter, to be changed and taken away. Nothing of it is kept here."""
    opened = open_case(request, case)
    at = step_of(opened, step)
    items = [one.item for one in sorted(at.items, key=lambda one: one.done_on is not None)]
    item = request.GET.get("for", "")
    item = item if item in items else next(iter(items), "")
    drafted = letter_of(opened, at.step, request.user, item)
    if drafted is None:
        raise Http404("This step drafts no letter.")
    form = LetterForm(
        request.POST or None, initial={"subject": drafted.subject, "body": drafted.body}
    )
    if form.is_valid():
        given = form.cleaned_data
        sheet = letter_sheet(
            opened, Letter(drafted.to, given["subject"], given["body"]), printed_by(request)
        )
        return give_sheet(request, given["kind"], sheet, subject=opened.case)
    note(request, opened, f"letter of {at.step.name}")
    return page(request, "letter", opened, at=at, form=form, letter=drafted, item=item)


@never_cache
@require_http_methods(["GET", "POST"])
def document(request: BoardRequest, board: str, case: str, document: str) -> HttpResponse:
    """A form of the framework filled from the case, as it will be printed."""
    opened = open_case(request, case)
    found = next((one for one in ready(opened) if one.id == document), None)
    if found is None:
        raise Http404("This form can't be filled yet.")
    sealed = sealed_labels(found)
    names = has_names(found) and not opened.may("see_identity")
    form = DocumentForm(request.POST or None, names=names, sealed=sealed)
    if form.is_valid():
        if form.cleaned_data.get("sealed") and form.cleaned_data["sure"] != "yes":
            return page(request, "document_sure", opened, form=form, found=found, sealed=sealed)
        given = _given(request, opened, found, form)
        if given:
            return given
    note(request, opened, found.title)
    return page(
        request,
        "document",
        opened,
        form=form,
        found=found,
        sections=sections(rows_of(opened, found)),
        signed=signature(opened, found),
        names=names,
    )


def _given(
    request: BoardRequest, opened: Opened, found: Document, form: DocumentForm
) -> HttpResponse | None:
    """The document, its names opened for the reason given; None with the refusal in the form."""
    given, identity = form.cleaned_data, None
    try:
        if given.get("names") == "yes":
            identity = child_of(
                operations.open_identity(
                    case=opened.case, reason=given["reason"], by=request.user, now=now()
                )
            )
        rows = rows_of(opened, found, identity, sealed=bool(given.get("sealed")))
        sheet = sheet_of(
            opened, found, rows, recipient=given["recipient"], printed=printed_by(request)
        )
        told = f" for {given['recipient']}" + (", with names" if identity else "")
        return give_sheet(request, given["kind"], sheet, subject=opened.case, told=told)
    except Refusal as refusal:
        refuse(form, refusal)
        return None
