from django.urls import path

from uplift.loop.publishing.views import cases, lists, pages, releasing, writing

app_name = "publishing"

urlpatterns = [
    path("", lists.publications, name="list"),
    path("export/<slug:ending>/", lists.export, name="export"),
    path("decisions/", lists.decisions, name="decisions"),
    path("new/", cases.choose, name="choose"),
    path("case/<int:case>/", cases.report, name="case"),
    path("case/<int:case>/begin/", cases.begin, name="begin"),
    path("<int:publication>/", pages.page, name="page"),
    path("<int:publication>/preview/", pages.preview, name="preview"),
    path("<int:publication>/copies/<int:copy>/", pages.copy, name="copy"),
    path("<int:publication>/edit/", writing.edit, name="edit"),
    path("<int:publication>/submit/", writing.submit, name="submit"),
    path("<int:publication>/names/", writing.names, name="names"),
    path("<int:publication>/names/<int:named>/", writing.answer, name="answer"),
    path("<int:publication>/approve/", releasing.approve, name="approve"),
    path("<int:publication>/back/", releasing.send_back, name="send_back"),
    path("<int:publication>/publish/", releasing.publish, name="publish"),
    path("<int:publication>/withdraw/", releasing.withdraw, name="withdraw"),
    path("<int:publication>/remove/", releasing.remove, name="remove"),
]
