from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "uplift.ground.access"
    label = "access"
    verbose_name = "Access"
