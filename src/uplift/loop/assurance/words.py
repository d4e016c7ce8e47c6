"""What the entries of the history are called on pages."""

HISTORY = {
    "assurance.attested": "Clause attested",
    "assurance.accepted": "Framework accepted",
    "assurance.acceptance_taken_back": "Acceptance taken back",
    "assurance.checked": "Item of the framework checked",
}
