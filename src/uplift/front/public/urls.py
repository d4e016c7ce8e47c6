from django.urls import path

from uplift.front.public import views

app_name = "public"

urlpatterns = [
    path("", views.landing, name="landing"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("learning/<slug:board>/", views.board, name="board"),
    path("learning/<slug:board>/feed.xml", views.feed, name="feed"),
    path("learning/<slug:board>/<slug:slug>/", views.report, name="report"),
]
