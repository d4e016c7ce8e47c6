"""Who the case is about, sealed; who works on it, and who must not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.boards.models import Agency
from uplift.ground.drafts.typed import Typed
from uplift.ground.identity.operations import invite
from uplift.ground.ui.forms import refuse
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations
from uplift.loop.cases.forms.people import (
    LABELS,
    ConflictForm,
    EndForm,
    MemberForm,
    PersonForm,
    ReasonForm,
)
from uplift.loop.cases.identity import keys_of
from uplift.loop.cases.models import Member
from uplift.loop.cases.sources import identity_words
from uplift.loop.cases.views.common import address, demand, now, open_case, page, sent_before


@never_cache
@require_http_methods(["GET", "POST"])
def identity(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Ask why, record it, and show once who the people in the case are."""
    opened = open_case(request, case)
    demand(opened.may("see_identity"))
    form, shown = ReasonForm(request.POST or None), None
    if form.is_valid():
        try:
            shown = operations.open_identity(
                case=opened.case, by=request.user, now=now(), **form.cleaned_data
            )
        except Refusal as refusal:
            refuse(form, refusal)
    people = [
        (person, [(LABELS.get(k, k), identity_words(k, v)) for k, v in sealed.items()])
        for person, sealed in shown or ()
    ]
    return page(request, "identity", opened, form=form, people=people)


@require_http_methods(["GET", "POST"])
def join(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Add a person to the case."""
    opened = open_case(request, case)
    demand(opened.may("record"))
    keys = keys_of(opened.pack, opened.case.process)
    form = PersonForm(request.POST or None, keys=keys, today=request.reach.today)
    typed = Typed(request, form)

    def make() -> str:
        given = form.cleaned_data
        person = operations.NewPerson(given["kind"], given["pseudonym"], form.identity)
        operations.join(case=opened.case, person=person, by=request.user, now=now())
        messages.success(request, f"{person.pseudonym} is added; who it is, is sealed.")
        return address("people", opened.case)

    sent = sent_before(request) or typed.send(make)
    return sent or page(
        request, "form", opened, form=form, typed=typed, heading="Add a person to the case",
        button="Seal and add", intro="Names and dates are sealed: everyone reads the made-up name.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def conflict(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Declare an interest; from then on the case doesn't exist for this person."""
    if again := sent_before(request):
        return again
    opened = open_case(request, case)
    form = ConflictForm(request.POST or None)
    typed = Typed(request, form)

    def make() -> str:
        operations.declare_conflict(
            case=opened.case, user=request.user, by=request.user, now=now(), **form.answers
        )
        messages.success(request, "Your interest is on record. You no longer see that case.")
        return reverse("cases:list", kwargs={"board": board})

    return typed.send(make) or page(
        request, "form", opened, form=form, typed=typed, heading="Declare an interest",
        button="Declare it", intro="You will no longer see this case.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_member(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Let someone into the case until a day."""
    opened = open_case(request, case)
    demand(opened.may("manage_board"))
    form = MemberForm(request.POST or None, opened=opened)
    typed = Typed(request, form)

    def make() -> str:
        given, by = form.answers, request.user
        user = invite(by=by, now=now(), email=given.pop("email"), name=given.pop("name"))
        given["agency"] = Agency.objects.filter(slug=given["agency"]).first()
        operations.add_member(case=opened.case, user=user, by=by, now=now(), **given)
        messages.success(request, f"{user.name} can now see this case.")
        return address("people", opened.case)

    sent = sent_before(request) or typed.send(make)
    return sent or page(
        request, "form", opened, form=form, typed=typed, heading="Let someone into this case",
        button="Let them in", intro="They see this case and nothing else, until the day you name.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_member(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """End someone's part in the case."""
    opened = open_case(request, case)
    demand(opened.may("manage_board"))
    member = get_object_or_404(Member.objects.select_related("user", "case__board"),
                               case=opened.case, pk=number)  # fmt: skip
    form = EndForm(request.POST or None, initial={"on": request.reach.today})
    typed = Typed(request, form)

    def make() -> str:
        operations.end_member(member=member, by=request.user, now=now(), **form.answers)
        messages.success(request, f"{member.user.name}'s part in this case ends.")
        return address("people", opened.case)

    sent = sent_before(request) or typed.send(make)
    return sent or page(
        request, "form", opened, form=form, typed=typed, button="End it", intro="",
        heading=f"End the part of {member.user.name} in this case",
    )  # fmt: skip
