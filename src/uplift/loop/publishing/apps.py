from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "uplift.loop.publishing"
    label = "publishing"
    verbose_name = "Publishing"
