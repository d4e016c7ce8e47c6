from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "uplift.ground.documents"
    label = "documents"
    verbose_name = "Documents"
