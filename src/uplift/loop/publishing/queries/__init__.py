"""What the board sees of its publications, and what the public sees of its frozen copies."""
