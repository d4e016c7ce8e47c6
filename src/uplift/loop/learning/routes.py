"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_FINDINGS = "findings of cases the person sees, and released ones of the board"
_CASE = "cases the person sees"
_JOINT = "released findings of reviews that other boards lead and this board takes part in"
_THEMES = "themes of the board whose learning the person reads"
_INSPECTIONS = "inspections of the board whose learning the person reads"

ROUTES: tuple[Route, ...] = (
    board("learning:list", _FINDINGS, "read_learning"),
    board("learning:export", _FINDINGS, "export"),
    board("learning:change", _FINDINGS),
    board("learning:release", _FINDINGS, "manage_learning"),
    board("learning:voice", _FINDINGS),
    board("learning:put", _FINDINGS, "manage_learning"),
    board("learning:themes", _THEMES, "read_learning"),
    board("learning:new_theme", _THEMES, "manage_learning"),
    board("learning:theme", _THEMES, "read_learning"),
    board("learning:change_theme", _THEMES, "manage_learning"),
    board("learning:priority", _THEMES, "manage_learning"),
    board("learning:fill", _THEMES, "manage_learning"),
    board("learning:take_out", _THEMES, "manage_learning"),
    board("learning:new_outcome", _THEMES, "manage_learning"),
    board("learning:change_outcome", _THEMES, "manage_learning"),
    board("learning:case", _CASE),
    board("learning:add_to_case", _CASE),
    board("learning:joint", _JOINT, "see_every_case"),
    board("learning:take_in", _JOINT, "manage_learning"),
    board("learning:inspection", _INSPECTIONS, "read_learning"),
    board("learning:add_to_inspection", _INSPECTIONS, "manage_learning"),
    board("learning:import", _INSPECTIONS, "import_findings"),
    board("learning:take", _INSPECTIONS, "import_findings"),
)
