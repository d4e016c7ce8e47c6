from importlib import import_module

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "uplift.ground.drafts"
    label = "drafts"
    verbose_name = "Drafts"

    def ready(self) -> None:
        import_module("uplift.ground.drafts.receivers")
