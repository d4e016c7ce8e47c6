from importlib import import_module

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "uplift.front.desk"
    label = "desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        """Listen to the rooms below."""
        import_module("uplift.front.desk.receivers")
