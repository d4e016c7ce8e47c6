"""Mounted at the board's own address: the report of a case lies below the case."""

from django.urls import include, path

from uplift.loop.publishing.views import cases, checking, lists, pages, releasing, requests, writing

app_name = "publishing"

_PUBLICATION = [
    path("", pages.page, name="page"),
    path("preview/", pages.preview, name="preview"),
    path("copies/<int:copy>/", pages.copy, name="copy"),
    path("edit/", writing.edit, name="edit"),
    path("submit/", writing.submit, name="submit"),
    path("names/", checking.names, name="names"),
    path("names/<int:passage>/", checking.answer, name="answer"),
    path("look-for/", checking.look_for, name="look_for"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<int:asked>/", requests.answer_request, name="answer_request"),
    path("approve/", releasing.approve, name="approve"),
    path("back/", releasing.send_back, name="send_back"),
    path("publish/", releasing.publish, name="publish"),
    path("withdraw/", releasing.withdraw, name="withdraw"),
    path("remove/", releasing.remove, name="remove"),
]

urlpatterns = [
    path("publications/", lists.publications, name="list"),
    path("publications/export.<slug:ending>", lists.export, name="export"),
    path("publications/decisions/", lists.decisions, name="decisions"),
    path("publications/new/", cases.choose, name="choose"),
    path("publications/<int:publication>/", include(_PUBLICATION)),
    path("cases/<slug:case>/report/", cases.report, name="case"),
    path("cases/<slug:case>/report/begin/", cases.begin, name="begin"),
]
