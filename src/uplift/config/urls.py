"""Every address of the product; `uplift.config.routes` says who may open each."""

from django.urls import include, path

_BOARD = [
    path("", include("uplift.front.desk.urls")),
    path("cases/", include("uplift.loop.cases.urls")),
    path("cases/<slug:case>/", include("uplift.loop.reviews.urls")),
    path("learning/inspections/", include("uplift.loop.lessons.urls")),
    path("", include("uplift.loop.learning.urls")),
    path("actions/", include("uplift.loop.actions.urls")),
    path("sharing/", include("uplift.loop.sharing.urls")),
    path("", include("uplift.loop.impact.urls")),
    path("framework/", include("uplift.loop.assurance.urls")),
    path("frameworks/", include("uplift.ground.frameworks.urls")),
    path("", include("uplift.loop.publishing.urls")),
]

urlpatterns = [
    path("", include("uplift.ground.ui.urls")),
    path("account/", include("uplift.ground.identity.urls")),
    path("drafts/", include("uplift.ground.drafts.urls")),
    path("", include("uplift.front.desk.boardless")),
    path("", include("uplift.loop.cases.boardless")),
    path("b/<slug:board>/", include(_BOARD)),
    path("", include("uplift.front.public.urls")),
]

handler400 = "uplift.ground.ui.errors.bad_request"
handler403 = "uplift.ground.ui.errors.forbidden"
handler404 = "uplift.ground.ui.errors.not_found"
handler500 = "uplift.ground.ui.errors.server_error"
