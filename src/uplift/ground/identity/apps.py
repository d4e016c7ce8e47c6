from importlib import import_module

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "uplift.ground.identity"
    label = "identity"
    verbose_name = "Identity"

    def ready(self) -> None:
        """Register the checks and what follows on a change of one's account."""
        for module in ("checks", "receivers", "sessions"):
            import_module(f"uplift.ground.identity.{module}")
