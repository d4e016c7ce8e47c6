"""Mounted at a case's own address."""

from django.urls import include, path

from uplift.loop.reviews.views import accounts, entries, episodes, merged, pairs, workbooks

app_name = "reviews"

_ENTRY = [
    path("", entries.entry, name="entry"),
    path("change/", entries.change, name="change"),
    path("remove/", entries.remove, name="remove"),
    path("episode/", entries.episode, name="set_episode"),
    path("contradicts/", entries.contradicts, name="contradicts"),
    path("separate/", entries.separate, name="separate"),
]
_SOURCE = [
    path("", accounts.account, name="account"),
    path("add/", accounts.add, name="add"),
    path("workbook-<slug:kind>.xlsx", workbooks.workbook, name="workbook"),
    path("bring/", workbooks.bring, name="bring"),
    path("workbooks/<int:upload>/", workbooks.upload, name="upload"),
    path("workbooks/<int:upload>/drop/", workbooks.drop, name="drop"),
    path("workbooks/<int:upload>/as-it-came", workbooks.original, name="original"),
]

urlpatterns = [
    path("chronology/", merged.chronology, name="chronology"),
    path("chronology/export.<str:kind>", merged.export, name="export"),
    path("chronology/picture/", merged.picture, name="picture"),
    path("chronology/names/", merged.names, name="names"),
    path("chronology/pairs/", pairs.pairs, name="pairs"),
    path("chronology/pairs/<int:pair>/", pairs.judge, name="judge"),
    path("chronology/episodes/", episodes.episodes, name="episodes"),
    path("chronology/episodes/new/", episodes.new, name="new_episode"),
    path("chronology/episodes/<int:episode>/change/", episodes.change, name="change_episode"),
    path("chronology/episodes/<int:episode>/remove/", episodes.remove, name="remove_episode"),
    path("chronology/sources/", accounts.sources, name="sources"),
    path("chronology/sources/share/", accounts.share, name="share"),
    path("chronology/from/<slug:agency>/", include(_SOURCE)),
    path("chronology/entries/<int:number>/", include(_ENTRY)),
]
