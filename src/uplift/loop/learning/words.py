"""What the entries of the history are called on pages."""

HISTORY = {
    "learning.finding_added": "Finding added",
    "learning.finding_changed": "Finding changed",
    "learning.finding_released": "Finding released",
    "learning.finding_taken_in": "Finding taken in from a joint review",
    "learning.voice_added": "Voice added",
    "learning.imported": "Findings imported",
    "learning.theme_made": "Theme made",
    "learning.theme_changed": "Theme changed",
    "learning.priority_set": "Priority set",
    "learning.grouped": "Put in a theme",
    "learning.ungrouped": "Taken out of a theme",
    "learning.outcome_set": "Outcome set",
    "learning.outcome_changed": "Outcome changed",
}
