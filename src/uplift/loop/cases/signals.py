"""What rooms above may wish to hear of."""

from django.dispatch import Signal

# Sent after the commit with `case` and `tasks` (the Tasks that became open by one operation).
tasks_opened = Signal()
