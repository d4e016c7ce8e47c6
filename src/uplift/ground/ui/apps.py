from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "uplift.ground.ui"
    label = "ui"
    verbose_name = "Ui"
