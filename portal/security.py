"""Which content security policy a response gets: a strict one, and a wider one for the Wagtail admin."""

from collections.abc import Callable
from functools import cache
from http import HTTPStatus

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from accounts.admin_path import admin_path

#: Django's pages with the details of a fault, shown to developers only, have styles and scripts in them.
DETAILED = {HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.NOT_FOUND}


class ContentSecurityPolicyMiddleware:
    """Strict everywhere; the admin still needs inline scripts (wagtail#1288) and gets them only there.

    A preview in the admin is a public page with the strict policy, which lets nothing frame it: what
    stands around it replaces that. Nothing of a policy depends on the request, so each is written once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response with its policy."""
        response = self.get_response(request)
        if settings.DEBUG and response.status_code in DETAILED:
            return response
        if request.path_info.startswith(admin_path()):
            response.headers[HEADER] = _policy("ADMIN_CONTENT_SECURITY_POLICY")
        else:
            response.headers.setdefault(HEADER, _policy("CONTENT_SECURITY_POLICY"))
        return response


@cache
def _policy(setting: str) -> str:
    return build_policy(getattr(settings, setting)["DIRECTIVES"])
