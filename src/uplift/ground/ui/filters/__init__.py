"""What templates may do to a value before showing it."""
