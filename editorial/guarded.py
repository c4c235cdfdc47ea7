"""What every form for visitors has: the checks against programs, in words that help a person."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext_lazy as _

from editorial.spam import FASTEST, LONGEST, is_too_often, opened_now, was_opened


class GuardedForm(forms.Form):
    """A form that refuses what a program would do, and keeps what a person typed."""

    #: A form that was refused keeps its moment of opening, so that sending it again works.
    opened = forms.CharField(required=False, widget=forms.HiddenInput)
    #: People never see this field; programs fill in everything.
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("opened", opened_now())

    def clean(self) -> dict[str, Any]:
        """Refuse a form that was filled in where nobody sees it, too late or too fast."""
        cleaned = super().clean() or self.cleaned_data
        token = cleaned.get("opened", "")
        if cleaned.get("website"):
            self.give_new("website", "")
            self.add_error(
                None, _("One field was filled in that must stay empty. It is empty now: send again.")
            )
        elif not was_opened(token, within=LONGEST):
            self.give_new("opened", opened_now())
            self.add_error(
                None, _("The form was open for a long time. Your text is still here: send it again.")
            )
        elif was_opened(token, within=FASTEST):
            self.add_error(None, _("That went very fast. Your text is still here: send it again."))
        return cleaned

    def give_new(self, name: str, value: str) -> None:
        """Another value in the form that is shown again."""
        data = cast(QueryDict, self.data).copy()
        data[name] = value
        self.data = data


def refusal(request: HttpRequest, form: GuardedForm, name: str) -> HTTPStatus | None:
    """Why a valid form is not taken after all, said on the form; None when it may be saved.

    ``name`` tells one form's count in an hour from another's. The view must be ``csrf_exempt``: the
    check is made here, because Django's own page of refusal throws away what was typed.
    """
    if _form_of_ours.misses(request):
        form.add_error(
            None, _("Your browser did not send the form in full. Allow cookies, and send it again.")
        )
        return HTTPStatus.FORBIDDEN
    if is_too_often(request, name):
        form.add_error(
            None, _("Many forms came from your network this hour. Your text is still here: send it later.")
        )
        return HTTPStatus.TOO_MANY_REQUESTS
    return None


class _FormOfOurs(CsrfViewMiddleware):
    """Django's check with the refusal left to the view."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason, status=HTTPStatus.FORBIDDEN)

    def misses(self, request: HttpRequest) -> bool:
        """Whether a form was sent that did not come from our page."""
        return self.process_view(request, _unexempted, (), {}) is not None


def _unexempted(_request: HttpRequest) -> HttpResponse:
    """Stands for a view without ``csrf_exempt``, so that Django checks."""
    return HttpResponse()


_form_of_ours = _FormOfOurs(_unexempted)
