import importlib

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "uplift.loop.cases"
    label = "cases"
    verbose_name = "Cases"

    def ready(self) -> None:
        """Its models can be imported only now that every app is there."""
        importlib.import_module("uplift.loop.cases.vouched").watch()
