from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "uplift.ground.drafts"
    label = "drafts"
    verbose_name = "Drafts"
