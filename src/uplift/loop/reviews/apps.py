from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "uplift.loop.reviews"
    label = "reviews"
    verbose_name = "Review room"
