"""The review room: agencies' chronologies, and the one chronology that comes of them."""
