from django.apps import AppConfig


class FrameworksConfig(AppConfig):
    name = "uplift.ground.frameworks"
    label = "frameworks"
    verbose_name = "Frameworks"
