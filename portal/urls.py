"""Every address of the portal."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views.login import old_login
from editorial.tips.views import share, status
from editorial.views import report, thanks
from portal.for_machines import robots, security_txt
from portal.health.views import health, metrics
from portal.media import media
from portal.style.views import style_guide
from practices.reading.views import contact_used
from regions.views import region_chooser
from search.views import search_page, suggestions_view

handler403 = "portal.errors.not_allowed"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"

urlpatterns = [
    path("account/", include("accounts.urls")),
    path("beheer/login/", old_login),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("falend-vooruit/", include("failing_forward.urls")),
    path("zoeken/", search_page, name="search"),
    path("zoeken/suggesties/", suggestions_view, name="search_suggestions"),
    path("mijn-regio/", region_chooser, name="region_chooser"),
    path("stijl/", style_guide, name="style_guide"),
    path("melden/", report, name="report"),
    path("deel-uw-praktijk/", share, name="share"),
    path("deel-uw-praktijk/<slug:token>/", status, name="share_status"),
    path("melden/dank/", thanks, name="report_thanks"),
    path("contact-gebruikt/<int:pk>/", contact_used, name="contact_used"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("health/", health, name="health"),
    path("metrics/", metrics, name="metrics"),
    *([path("media/<path:path>", media, name="media")] if settings.SERVE_MEDIA else []),
    path("", include(wagtail_urls)),
]
