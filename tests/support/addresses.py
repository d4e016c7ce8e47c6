"""Pages of a board, for tests that need addresses but no rooms behind them."""

from django.http import HttpResponse
from django.urls import include, path

urlpatterns = [
    path("b/<slug:board>/", lambda request, board: HttpResponse(board), name="home"),
    path("b/<slug:board>/cases/", lambda request, board: HttpResponse(board), name="cases"),
    path("b/<slug:board>/record/", lambda request, board: HttpResponse(board), name="record"),
    path("b/<slug:board>/records/", lambda request, board: HttpResponse(board), name="records"),
    path("", include("uplift.ground.ui.urls")),
    path("account/", include("uplift.ground.identity.urls")),
    path("drafts/", include("uplift.ground.drafts.urls")),
]
