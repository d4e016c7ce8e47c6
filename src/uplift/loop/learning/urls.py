"""Mounted at the board's own address: a page about a case or an inspection lies below it."""

from django.urls import include, path

from uplift.loop.learning.views import findings, importing, joint, outcomes, sources, themes

app_name = "learning"

_FINDING = [
    path("change/", findings.change, name="change"),
    path("release/", findings.release, name="release"),
    path("voice/", findings.voice, name="voice"),
    path("theme/", themes.put, name="put"),
]
_THEME = [
    path("", themes.page, name="theme"),
    path("change/", themes.change, name="change_theme"),
    path("priority/", themes.priority, name="priority"),
    path("findings/", themes.fill, name="fill"),
    path("findings/<int:number>/out/", themes.take_out, name="take_out"),
    path("outcomes/new/", outcomes.new, name="new_outcome"),
]
_INSPECTION = [
    path("", sources.of_inspection, name="inspection"),
    path("new/", sources.add_to_inspection, name="add_to_inspection"),
    path("import/", importing.give, name="import"),
    path("import/take/", importing.take, name="take"),
]

urlpatterns = [
    path("learning/", findings.listing, name="list"),
    path("learning/export.<str:kind>", findings.export, name="export"),
    path("learning/findings/<int:number>/", include(_FINDING)),
    path("learning/joint/", joint.listing, name="joint"),
    path("learning/joint/<int:finding>/take/", joint.take, name="take_in"),
    path("learning/themes/", themes.listing, name="themes"),
    path("learning/themes/new/", themes.new, name="new_theme"),
    path("learning/themes/<int:theme>/", include(_THEME)),
    path("learning/outcomes/<int:outcome>/change/", outcomes.change, name="change_outcome"),
    path("cases/<slug:case>/findings/", sources.of_case, name="case"),
    path("cases/<slug:case>/findings/new/", sources.add_to_case, name="add_to_case"),
    path("learning/inspections/<int:inspection>/findings/", include(_INSPECTION)),
]
