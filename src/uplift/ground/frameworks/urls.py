from django.urls import include, path

from uplift.ground.frameworks.views import comparing, reading

app_name = "frameworks"

urlpatterns = [
    path("", reading.read, name="read"),
    path("compare/", comparing.differences, name="compare"),
    path("edit/", include("uplift.ground.frameworks.editor.urls")),
    path("<slug:pack>/<int:number>/", reading.edition, name="edition"),
    path("<slug:pack>/<int:number>/whole/", reading.whole, name="whole"),
    path("<slug:pack>/<int:number>/framework.pdf", reading.pdf, name="pdf"),
    path("<slug:pack>/<int:number>/types/<slug:process>/", reading.type_of_review, name="type"),
    path("<slug:pack>/<int:number>/forms/<slug:form>/", reading.form, name="form"),
]
