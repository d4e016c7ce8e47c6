from django.urls import path, re_path

from uplift.loop.assurance.views import acceptances, clause, edition, framework

app_name = "assurance"

urlpatterns = [
    path("", framework.framework, name="framework"),
    path("export.<str:kind>", framework.export, name="export"),
    path("count/", framework.count, name="count"),
    path("accepted/", acceptances.listing, name="acceptances"),
    path("accepted/export.<str:kind>", acceptances.export, name="acceptances_export"),
    path("accepted/<slug:agency>/", acceptances.accept, name="accept"),
    path("accepted/<slug:agency>/take-back/", acceptances.take_back, name="take_back"),
    path("to-attest/", edition.to_attest, name="to_attest"),
    path("to-attest/export.<str:kind>", edition.to_attest_export, name="to_attest_export"),
    path("to-check/", edition.checks, name="checks"),
    path("to-check/<str:item>/", edition.check, name="check"),
    path("changed/", edition.changed, name="changed"),
    path("evidence/<int:file>/", clause.evidence, name="evidence"),
    # The ids of clauses begin with a capital, so other pages of the framework may stand beside.
    re_path(r"^(?P<clause_id>[A-Z][A-Za-z0-9.-]{0,39})/$", clause.clause, name="clause"),
]
