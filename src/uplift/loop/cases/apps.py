from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "uplift.loop.cases"
    label = "cases"
    verbose_name = "Cases"
