"""What the entries of the history are called on pages."""

HISTORY = {
    "sharing.briefing_written": "Briefing written",
    "sharing.briefing_changed": "Briefing changed",
    "sharing.briefing_issued": "Briefing issued",
    "sharing.delivered": "Briefing delivered",
    "sharing.asked": "Agencies asked to pass it on",
    "sharing.asked_again": "Agency asked again",
    "sharing.confirmed": "Agency confirmed that it was passed on",
}
