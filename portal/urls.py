"""Every address of the portal."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from failing_forward.views import protected_attempt
from search.views import search_page

urlpatterns = [
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("falend-vooruit/<slug:code>/", protected_attempt, name="protected_attempt"),
    path("zoeken/", search_page, name="search"),
    path("sitemap.xml", sitemap),
    path("", include(wagtail_urls)),
]
