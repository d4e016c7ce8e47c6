from importlib import import_module

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "uplift.loop.impact"
    label = "impact"
    verbose_name = "Impact"

    def ready(self) -> None:
        import_module("uplift.loop.impact.receivers")
