from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "uplift.loop.impact"
    label = "impact"
    verbose_name = "Impact"
