from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "uplift.front.desk"
    label = "desk"
    verbose_name = "Desk"
