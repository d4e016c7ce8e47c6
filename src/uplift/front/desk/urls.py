from django.urls import path

from uplift.front.desk.views import diary, home, own, people, search

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("tasks/", home.tasks, name="tasks"),
    path("tasks/export/", home.tasks_export, name="tasks_export"),
    path("diary/", diary.diary, name="diary"),
    path("diary/<str:on>/", diary.day, name="day"),
    path("search/", search.search, name="search"),
    path("mine/did/", own.did, name="did"),
    path("mine/did/export/", own.did_export, name="did_export"),
    path("mine/read/", own.read, name="read"),
    path("mine/read/export/", own.read_export, name="read_export"),
    path("mine/settings/", own.own_settings, name="settings"),
    path("mine/calendar/new/", own.feed_new, name="feed_new"),
    path("mine/calendar/end/", own.feed_end, name="feed_end"),
    path("people/", people.people, name="people"),
    path("people/export/", people.people_export, name="people_export"),
    path("people/new/", people.give, name="give_seat"),
    path("people/<int:seat>/end/", people.end, name="end_seat"),
]
