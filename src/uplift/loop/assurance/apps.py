from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "uplift.loop.assurance"
    label = "assurance"
    verbose_name = "Assurance"
