"""The parts of the product in the order in which people meet them: the navigation of a board."""

from uplift.ground.ui.sections import Section
from uplift.loop.publishing.policies import HANDS

SECTIONS = (
    Section("Home", "desk:home"),
    Section("Cases", "cases:list", ("see_every_case", "see_case"), in_case=True),
    Section("Learning", "learning:list", ("read_learning",)),
    Section("Actions", "actions:list"),
    Section("Sharing", "sharing:list", ("read_learning",)),
    Section("Impact", "impact:list", ("read_learning",)),
    Section("Publications", "publishing:list", HANDS),
    Section("Framework", "assurance:framework", ("read_learning",), also="frameworks:read"),
)
