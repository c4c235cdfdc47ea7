"""Which content security policy a response gets: a strict one, and a wider one for the Wagtail admin."""

from typing import Any

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
