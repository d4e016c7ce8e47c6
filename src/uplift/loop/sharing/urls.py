from django.urls import include, path

from uplift.loop.sharing.views import briefings, spreading

app_name = "sharing"

_BRIEFING = [
    path("", briefings.page, name="briefing"),
    path("pdf/", briefings.printed, name="pdf"),
    path("change/", briefings.change, name="change"),
    path("issue/", briefings.issue, name="issue"),
    path("deliveries/new/", spreading.deliver, name="deliver"),
    path("ask/", spreading.ask, name="ask"),
]

urlpatterns = [
    path("", briefings.listing, name="list"),
    path("new/", briefings.new, name="new"),
    path("waiting/", spreading.waiting, name="waiting"),
    path("briefings/<int:number>/", include(_BRIEFING)),
    path("confirmations/<int:confirmation>/", spreading.confirm, name="confirm"),
    path("confirmations/<int:confirmation>/again/", spreading.ask_again, name="ask_again"),
]
