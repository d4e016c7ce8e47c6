"""The desk's addresses outside any board: included by the root, without a namespace."""

from django.urls import path

from uplift.front.desk.views import diary, home

urlpatterns = [
    path("boards/", home.boards, name="boards"),
    path("calendar/<str:token>.ics", diary.calendar, name="calendar_feed"),
]
