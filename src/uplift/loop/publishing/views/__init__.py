"""Pages of the board's publications."""
