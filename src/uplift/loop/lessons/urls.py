from django.urls import path

from uplift.loop.lessons import views

app_name = "lessons"

urlpatterns = [
    path("", views.listing, name="list"),
    path("new/", views.new, name="new"),
    path("<int:inspection>/", views.page, name="page"),
    path("<int:inspection>/change/", views.change, name="change"),
]
