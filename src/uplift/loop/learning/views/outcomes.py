"""Setting and changing outcomes; their own page belongs to the room that evaluates them."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.loop.learning import operations, policies
from uplift.loop.learning.forms import ChangeOutcome, OutcomeForm
from uplift.loop.learning.forms.outcomes import FIELDS
from uplift.loop.learning.pages import demand, form_page
from uplift.loop.learning.views.loaded import outcome_of, theme_of


@require_http_methods(["GET", "POST"])
def new(request: BoardRequest, board: str, theme: int) -> HttpResponse:
    """Set an outcome for a theme."""
    found = theme_of(request, theme)
    demand(policies.may_manage(request.reach))
    form = OutcomeForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: operations.set_outcome(
            theme=found, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Set an outcome",
        caption=found.name,
        button="Set it",
        back=found.get_absolute_url(),
        intro="Say what will be different and how anyone will see it, before saying what is done.",
    )


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, outcome: int) -> HttpResponse:
    """Change an outcome."""
    found = outcome_of(request, outcome)
    demand(policies.may_manage(request.reach))
    initial = {name: getattr(found, name) for name in FIELDS}
    form = ChangeOutcome(request.POST or None, initial=initial)
    return form_page(
        request,
        form,
        lambda: operations.change_outcome(
            outcome=found, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Change the outcome",
        caption=found.theme.name,
        button="Save",
        back=found.get_absolute_url(),
    )
