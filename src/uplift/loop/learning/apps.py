from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "uplift.loop.learning"
    label = "learning"
    verbose_name = "Learning"
