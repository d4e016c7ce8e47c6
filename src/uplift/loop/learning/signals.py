"""What rooms above may wish to hear of."""

from django.dispatch import Signal

# Sent inside the operation with `findings` (a queryset): their themes, or the outcomes of these,
# have changed, and with them what the findings reach further on.
regrouped = Signal()
