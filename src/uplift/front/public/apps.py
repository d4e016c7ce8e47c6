from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "uplift.front.public"
    label = "public"
    verbose_name = "Public"
