from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "uplift.ground.history"
    label = "history"
    verbose_name = "History"
