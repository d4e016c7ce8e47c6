"""What the entries of the history are called on pages."""

HISTORY = {"impact.evaluated": "Outcome evaluated"}
