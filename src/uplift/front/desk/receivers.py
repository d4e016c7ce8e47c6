"""What the desk does when rooms below tell of something."""

from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django_q.tasks import async_task

from uplift.front.desk.mail import urgent
from uplift.loop.cases.models import Case, Task
from uplift.loop.cases.signals import tasks_opened


@receiver(tasks_opened, dispatch_uid="desk.tell")
def tell(case: Case, tasks: Sequence[Task], **_: Any) -> None:
    """Have those told at once who must do what can't wait for the daily e-mail."""
    today = timezone.localdate()
    steps = [(task.step, task.item) for task in tasks if urgent(task, today)]
    if steps:
        async_task("uplift.front.desk.jobs.tell_opened", case.pk, steps)
