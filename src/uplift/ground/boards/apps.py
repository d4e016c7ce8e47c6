from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "uplift.ground.boards"
    label = "boards"
    verbose_name = "Boards"
