from django.urls import include, path

from uplift.loop.actions.views import listing, one

app_name = "actions"

_ACTION = [
    path("", one.page, name="action"),
    path("change/", listing.change, name="change"),
    path("answer/", one.answer, name="answer"),
    path("progress/", one.say, name="say"),
    path("done/", one.finish, name="finish"),
    path("embedded/", one.embed, name="embed"),
    path("reopen/", one.reopen, name="reopen"),
]

urlpatterns = [
    path("", listing.listing, name="list"),
    path("export.<str:kind>", listing.export, name="export"),
    path("new/", listing.new, name="new"),
    path("<int:number>/", include(_ACTION)),
]
