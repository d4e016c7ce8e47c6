"""A board makes or changes its framework in the browser, without seeing how it is written down."""
