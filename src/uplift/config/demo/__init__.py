"""A made-up board to try Uplift with; every person and agency in it is invented."""
