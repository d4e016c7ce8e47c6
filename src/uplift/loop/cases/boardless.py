"""The addresses of cases outside any one board: included by the root, without a namespace."""

from django.urls import path

from uplift.loop.cases.views import panel

urlpatterns = [path("panels/<int:group>/", panel.panel, name="panel")]
