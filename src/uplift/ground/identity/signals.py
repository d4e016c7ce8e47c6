"""What identity tells the rooms above it."""

from django.dispatch import Signal

#: A form was sent after the session had ended. Sent with `user` (who had been signed in) and
#: `request` (its POST unread by any view), so that what was typed can be kept for them.
work_interrupted = Signal()
