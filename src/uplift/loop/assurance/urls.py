from django.urls import path

from uplift.loop.assurance import views

app_name = "assurance"

urlpatterns = [
    path("", views.framework, name="framework"),
    path("count/", views.count, name="count"),
    path("<str:clause_id>/", views.clause, name="clause"),
]
