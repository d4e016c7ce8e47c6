"""What the history's entries of this room are called on a page."""

HISTORY = {
    "cases.opened": "Case opened",
    "cases.recorded": "Step recorded",
    "cases.corrected": "Record corrected",
    "cases.member_added": "Someone joined the team",
    "cases.member_ended": "Someone's part in the team ended",
    "cases.shared_with": "Another board takes part",
    "cases.sharing_ended": "Another board's part ended",
    "cases.conflict_declared": "Interest declared",
    "cases.file_attached": "File added",
    "cases.identity_changed": "Sealed identity changed",
    "cases.person_joined": "Person added",
}
