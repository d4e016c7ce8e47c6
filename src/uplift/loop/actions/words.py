"""What the entries of the history are called on pages."""

HISTORY = {
    "actions.proposed": "Action proposed",
    "actions.changed": "Action changed",
    "actions.accepted": "Action accepted",
    "actions.declined": "Action declined",
    "actions.progress_told": "Progress told",
    "actions.done": "Action done",
    "actions.embedded": "Action embedded",
    "actions.reopened": "Action opened again",
}
