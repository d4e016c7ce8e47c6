from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands of the whole product."""

    name = "uplift.config"
    label = "config"
