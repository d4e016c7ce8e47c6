"""What the framework asks the board to check, with the answers."""

from dataclasses import dataclass

from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Adoption
from uplift.loop.assurance.models import Check
from uplift.loop.assurance.unverified import Item, items_of


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to check; `answer` is what the board found last under this adoption, `before`
    under an earlier one."""

    item: Item
    answer: Check | None
    before: Check | None


def asked(reach: Reach, adoption: Adoption) -> list[Asked]:
    """Everything that the board is asked to check, what is still unanswered first: one query."""
    items = items_of(adoption.edition.pack)
    made = Check.objects.filter(adoption__board=reach.board, item__in=items)
    made = made.select_related("by", "adoption").order_by("at", "pk")
    answers = {one.item: one for one in made if one.adoption_id == adoption.pk}
    before = {one.item: one for one in made if one.adoption.starts < adoption.starts}
    found = [Asked(item, answers.get(key), before.get(key)) for key, item in items.items()]
    return sorted(found, key=lambda one: one.answer is not None)
