"""Which content security policy a response gets: a strict one, and a wider one for the Wagtail admin."""

from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse


class ContentSecurityPolicyMiddleware(CSPMiddleware):  # type: ignore[misc, unused-ignore]
    """Strict everywhere; the admin still needs inline scripts (wagtail#1288) and gets them only there."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> PolicyParts:
        """The parts of the policy that fits the path."""
        parts: PolicyParts = super().get_policy_parts(request, response, *args, **kwargs)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """A preview in the admin is a public page with the strict policy, which lets nothing frame it."""
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            response.headers.pop(HEADER, None)
        answered: HttpResponseBase = super().process_response(request, response)
        return answered
