from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "uplift.loop.lessons"
    label = "lessons"
    verbose_name = "Lessons"
