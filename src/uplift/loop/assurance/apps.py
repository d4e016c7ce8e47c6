from importlib import import_module

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "uplift.loop.assurance"
    label = "assurance"
    verbose_name = "Assurance"

    def ready(self) -> None:
        """Listen to the rooms below."""
        import_module("uplift.loop.assurance.receivers")
