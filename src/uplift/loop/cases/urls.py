"""The addresses of cases, below `/b/<board>/cases/`; a case is named by its reference."""

from django.urls import URLPattern, URLResolver, include, path

from uplift.loop.cases.views import (
    case,
    changes,
    conversion,
    corrections,
    decisions,
    files,
    joint,
    listing,
    notification,
    papers,
    people,
    returns,
    steps,
    tabs,
)

app_name = "cases"

_NEW = [
    path("", notification.start, name="new"),
    path("throw-away/", notification.drop, name="new_drop"),
    path("check/", notification.check, name="new_check"),
    path("<slug:page>/", notification.question, name="new_page"),
]
_STEP = [
    path("", steps.step, name="step"),
    path("decide/", decisions.decide, name="decide"),
    path("check/", decisions.check, name="check"),
    path("records/", steps.done, name="done"),
    path("late/", changes.late, name="late"),
    path("letter/", papers.letter, name="letter"),
]
_RECORD = [
    path("correct/", corrections.correct, name="correct"),
    path("correct/check/", corrections.check, name="check_correction"),
    path("withdraw/", corrections.withdraw, name="withdraw"),
]
_CASE: list[URLPattern | URLResolver] = [
    path("", case.steps, name="page"),
    path("decisions/", tabs.decision_log, name="decisions"),
    path("decisions/export.<str:kind>", tabs.export_decisions, name="export_decisions"),
    path("people/", tabs.people, name="people"),
    path("people/identity/", people.identity, name="identity"),
    path("people/add/", people.join, name="join"),
    path("people/interest/", people.conflict, name="conflict"),
    path("people/let-in/", people.add_member, name="add_member"),
    path("people/<int:number>/end/", people.end_member, name="end_member"),
    path("people/boards/add/", joint.share, name="share"),
    path("people/boards/<int:number>/end/", joint.end_share, name="end_share"),
    path("agencies/", tabs.agencies_in, name="agencies"),
    path("files/", files.files, name="files"),
    path("files/<int:number>/", files.file, name="file"),
    path("papers/", papers.papers, name="papers"),
    path("papers/<slug:document>/", papers.document, name="document"),
    path("history/", tabs.history_of, name="history"),
    path("pause/", changes.pause, name="pause"),
    path("resume/", changes.resume, name="resume"),
    path("convert/", conversion.choose, name="convert"),
    path("convert/<slug:to>/", conversion.convert, name="convert_to"),
    path("steps/<slug:step>/", include(_STEP)),
    path("records/<int:number>/", include(_RECORD)),
    path("returns/<slug:step>/files/<int:number>/<path:item>/", returns.paper, name="return_file"),
    path("returns/<slug:step>/<path:item>/", returns.answer, name="return"),
]

urlpatterns = [
    path("", listing.cases, name="list"),
    path("export.<str:kind>", listing.export, name="export"),
    path("new/", include(_NEW)),
    path("joint/", joint.listing, name="joint"),
    path("joint/<slug:case>/", joint.follow, name="follow"),
    path("<slug:case>/", include(_CASE)),
]
