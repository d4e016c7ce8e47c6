"""What the desk's pages show: reads over several rooms, each from its own `visible_to`."""
