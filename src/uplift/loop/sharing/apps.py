from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "uplift.loop.sharing"
    label = "sharing"
    verbose_name = "Sharing"
