"""Mounted at the board's own address: threads and outcomes lie below the learning's pages."""

from django.urls import path

from uplift.loop.impact.views import evaluations, threads

app_name = "impact"

urlpatterns = [
    path("learning/findings/<int:number>/", threads.thread, name="thread"),
    path("learning/outcomes/<int:outcome>/", threads.outcome, name="outcome"),
    path("learning/outcomes/<int:outcome>/evaluate/", evaluations.evaluate, name="evaluate"),
    path("impact/", evaluations.listing, name="list"),
    path("impact/evaluated/", evaluations.evaluated, name="evaluated"),
    path("impact/export.<str:kind>", evaluations.export, name="export"),
    path("impact/<int:evaluation>/", evaluations.page, name="evaluation"),
]
