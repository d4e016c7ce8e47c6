from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "uplift.ground.identity"
    label = "identity"
    verbose_name = "Identity"
