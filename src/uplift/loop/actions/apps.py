from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "uplift.loop.actions"
    label = "actions"
    verbose_name = "Actions"
