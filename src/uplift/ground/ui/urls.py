"""Addresses of the interface itself."""

from django.urls import path, re_path

from uplift.ground.ui import views

urlpatterns = [
    re_path(r"^brand/(?P<colour>[0-9a-f]{6})\.css$", views.brand_stylesheet, name="brand"),
    path("style/", views.style, name="style"),
    path("style/<slug:page>/", views.style, name="style_page"),
]
