"""One entry: its page, and what is done with it."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.forms import OnceForm
from uplift.loop.reviews import operations, policies, queries
from uplift.loop.reviews.forms import ChangeEntry, ChooseEpisode, ContradictForm
from uplift.loop.reviews.models import Entry, Pair
from uplift.loop.reviews.queries import OTHER, Sight
from uplift.loop.reviews.views.common import (
    address,
    demand,
    entry_of,
    form_page,
    note,
    now,
    page,
    see,
    see_as_member,
)


def back_to(sight: Sight, entry: Entry) -> str:
    """The list from which the entry was opened: the whole one, or the agency's own."""
    if sight.whole:
        return address("chronology", sight)
    return address("account", sight, agency=entry.agency.slug if entry.agency else OTHER)


@require_safe
def entry(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """All that an entry says, and what it is held against."""
    sight = see(request, case)
    found = entry_of(sight, number)
    note(request, sight, f"entry {number}")
    pairs = Pair.objects.filter(Q(first=found) | Q(second=found)).standing()
    pairs = pairs.select_related("first__agency", "second__agency") if sight.whole else pairs.none()
    return page(
        request,
        "entry",
        sight,
        "list",
        entry=found,
        pairs=list(pairs),
        may_change=policies.may_change(sight, found),
        may_review=policies.may_review(sight),
        back_to=back_to(sight, found),
    )


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """Change what an entry says."""
    sight = see(request, case)
    found = entry_of(sight, number)
    demand(policies.may_change(sight, found))
    form = ChangeEntry(
        request.POST or None,
        sight=sight,
        agency=found.agency,
        initial=ChangeEntry.initial_of(found),
    )
    return form_page(
        request, sight, form,
        lambda: operations.change_entry(
            entry=found, contents=form.contents, version=form.cleaned_data["version"],
            by=request.user, now=now(),
        ),
        title=f"Change entry {number}", button="Save", back=found.get_absolute_url(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """Take the entry out of the chronology, once it is sure."""
    sight = see(request, case)
    found = entry_of(sight, number)
    demand(policies.may_change(sight, found))

    def make() -> str:
        operations.remove_entry(entry=found, by=request.user, now=now())
        messages.success(request, f"Entry {number} is out of the chronology. It is kept on record.")
        return back_to(sight, found)

    return form_page(
        request, sight, OnceForm(request.POST or None), make,
        title=f"Take entry {number} out?", button="Take it out", back=found.get_absolute_url(),
        about=found, intro="It leaves the chronology. It is kept on record.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def episode(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """Put the entry into a key practice episode."""
    sight = see_as_member(request, case)
    found = entry_of(sight, number)
    demand(policies.may_review(sight))
    initial = {"episode": str(found.episode_id or "")}
    form = ChooseEpisode(request.POST or None, sight=sight, initial=initial)

    def make() -> Entry:
        chosen = form.episodes.get(form.cleaned_data["episode"])
        operations.put_in_episode(entries=[found], episode=chosen, by=request.user, now=now())
        return found

    return form_page(
        request, sight, form, make,
        title="Key practice episode", button="Save", back=found.get_absolute_url(), about=found,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def contradicts(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """Point out another entry that says it differently."""
    sight = see_as_member(request, case)
    found = entry_of(sight, number)
    demand(policies.may_review(sight))
    form = ContradictForm(request.POST or None)

    def make() -> Entry:
        wanted = form.cleaned_data["other"]
        other = queries.entries_of(sight).filter(number=wanted).first()
        if other is None:
            raise operations.ChronologyRefused(f"There is no entry {wanted}.", field="other")
        operations.mark_contradiction(
            entry=found, other=other, note=form.cleaned_data["note"], by=request.user, now=now()
        )
        return found

    return form_page(
        request, sight, form, make,
        title="Point out a contradiction", button="Save", back=found.get_absolute_url(),
        about=found,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def separate(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """Let an entry that is told under another one stand by itself again."""
    sight = see_as_member(request, case)
    demand(policies.may_review(sight))
    found = entry_of(sight, number)
    if found.merged_into_id is None:
        raise Http404("It stands by itself.")

    def make() -> Entry:
        operations.separate(entry=found, by=request.user, now=now())
        messages.success(request, f"Entry {number} stands by itself again.")
        return found

    return form_page(
        request, sight, OnceForm(request.POST or None), make,
        title="Are they different events?", button="They are", back=found.get_absolute_url(),
        about=found, intro="This entry then stands by itself again.",
    )  # fmt: skip
