"""The address of protected attempts."""

from django.http import Http404, HttpRequest, HttpResponse

from practices.models import AttemptPage


def protected_attempt(request: HttpRequest, code: str) -> HttpResponse:
    """A protected attempt at its own address; 404 for anything that is not one, live and public."""
    page = AttemptPage.objects.live().public().filter(code=code).first()
    if page is None or not page.is_protected:
        raise Http404
    response: HttpResponse = page.serve_protected(request)
    return response
