"""The forms of the case pages."""
