"""Reads of what the disclosure check found; who sees the publication sees them."""

from django.db.models import Case, QuerySet, Value, When

from uplift.engine.disclosure import Certainty
from uplift.loop.publishing.models import Passage, Publication

_RANK = Case(
    *(When(certainty=one.value, then=Value(one.rank)) for one in Certainty), default=Value(9)
)


def chosen(publication: Publication, show: str) -> QuerySet[Passage]:
    """The passages to show: those to answer, all in the text, or all that ever were; the surest
    first, and in the order of the text."""
    found = publication.passages.select_related("answered_by")
    if show != "ever":
        found = found.filter(standing=True)
    if show == "open":
        found = found.to_answer()
    return found.order_by("-standing", _RANK, "number", "pk")


def alike(passage: Passage) -> QuerySet[Passage]:
    """The other passages with the same words that have no answer yet."""
    if not passage.alike:
        return Passage.objects.none()
    others = passage.publication.passages.filter(alike=passage.alike, standing=True, verdict="")
    return others.exclude(pk=passage.pk)
