"""A framework being made: plain data that may still have faults, edited part by part.

A draft is what `Tree.plain` gives: mappings and lists, as an author would write a pack. A *place*
in it is a path of words: keys, and in a list the id of an element (its number if it has none).
"""

from uplift.engine.drafting.blank import blank
from uplift.engine.drafting.edits import add, get, move, put, remove
from uplift.engine.drafting.examining import Examined, Fault, examine, used_by, worded
from uplift.engine.drafting.ids import id_for
from uplift.engine.drafting.written import from_yaml, of_pack, to_yaml

__all__ = [
    "Examined",
    "Fault",
    "add",
    "blank",
    "examine",
    "from_yaml",
    "get",
    "id_for",
    "move",
    "of_pack",
    "put",
    "remove",
    "to_yaml",
    "used_by",
    "worded",
]
