from django.urls import path

from uplift.ground.frameworks.editor.views import (
    adoption,
    clauses,
    clocks,
    conditions,
    parts,
    shelf,
    trial,
)

urlpatterns = [
    path("", shelf.listing, name="edit_list"),
    path("new/", shelf.new, name="edit_new"),
    path("bring/", shelf.bring, name="edit_bring"),
    path("<int:draft>/", parts.overview, name="edit_overview"),
    path("<int:draft>/discard/", shelf.discard, name="edit_discard"),
    path("<int:draft>/parts/<path:place>/", parts.listing, name="edit_parts"),
    path("<int:draft>/one/<path:place>/", parts.one, name="edit_one"),
    path("<int:draft>/add/<path:place>/", parts.add, name="edit_add"),
    path("<int:draft>/remove/<path:place>/", parts.remove, name="edit_remove"),
    path("<int:draft>/move/<path:place>/", parts.move, name="edit_move"),
    path("<int:draft>/when/<path:place>/", conditions.condition, name="edit_condition"),
    path("<int:draft>/say/<path:place>/", conditions.statement, name="edit_statement"),
    path("<int:draft>/due/<path:place>/", clocks.due, name="edit_due"),
    path("<int:draft>/limit/<path:place>/", clocks.limit, name="edit_limit"),
    path("<int:draft>/kept/<path:place>/", clauses.honour, name="edit_honour"),
    path("<int:draft>/figure/<path:place>/", clauses.measure, name="edit_measure"),
    path("<int:draft>/look/<slug:process>/", trial.look, name="edit_look"),
    path("<int:draft>/try/<slug:process>/", trial.trial, name="edit_try"),
    path("<int:draft>/adopt/", adoption.adopt, name="edit_adopt"),
    path("<int:draft>/export/", adoption.export, name="edit_export"),
]
