"""What the companion says, as a page and as a piece beside the form; and the acceptance of findings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.companion import FieldLook, Look, Noted
from editorial.models import AcceptedFinding
from editorial.plain_language import Remark
from editorial.plain_language.wording import ASPECTS, EASE
from editorial.plain_language.wording import advice as language_advice
from editorial.privacy import Finding
from editorial.privacy.wording import KINDS, REASONS
from editorial.privacy.wording import advice as privacy_advice
from editorial.writing.accepting import accept, look_at, take_back
from editorial.writing.alike import alike
from editorial.writing.texts import heading_of
from editorial.writing.typed import editable_page, typed_page
from practices.completeness import completeness
from practices.disclosure import disclose
from practices.models import ContributionPage

KEY = re.compile(r"[0-9a-f]{24}")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: what, why it was found, what to do, and who accepted it."""

    key: str
    text: str
    what: str
    why: str
    advice: str
    is_accepted: bool
    accepted: AcceptedFinding | None


@dataclass(frozen=True, slots=True)
class FieldTold:
    """One field: its heading, what to decide, remarks on its language and how it reads."""

    heading: str
    findings: tuple[Told, ...]
    remarks: tuple[tuple[str, str, str], ...]
    ease: str


class CompanionView(WagtailAdminTemplateMixin, TemplateView):
    """Of what was posted from the edit form; of the last saved version when nothing was."""

    template_name = "editorial/writing/companion_page.html"
    page_title = _("Companion")
    header_icon = "glasses"

    def get_template_names(self) -> list[str]:
        """Only the piece when the edit form asks for it."""
        piece = "editorial/writing/companion_piece.html"
        return [piece] if "stuk" in self.request.GET else [self.template_name]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The same, of what is being typed."""
        return self.get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What there is to say, field by field."""
        page = editable_page(self.request, self.kwargs["page_id"])
        if self.request.method == "POST":
            page = typed_page(self.request, page)
        else:
            page = page.get_latest_revision_as_object()
        look = look_at(page)
        return super().get_context_data(
            page=page,
            look=look,
            fields=_told(page, look),
            complete=completeness(disclose(page)),
            alike=alike(page),
            linked={str(link.related_id) for link in page.links.all()},
            **kwargs,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back to the form."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.kwargs["page_id"]])
        return [{"url": edit, "label": _("Back to the form")}, {"url": "", "label": self.page_title}]


@require_POST
def decide(request: HttpRequest, page_id: int) -> HttpResponse:
    """Accept a finding, or take that back; 400 for what is no key."""
    page = editable_page(request, page_id)
    key = request.POST.get("key", "")
    if not KEY.fullmatch(key):
        raise BadRequest("No key of a finding.")
    if "take_back" in request.POST:
        take_back(page, key)
    else:
        accept(page, key, request.user)  # type: ignore[arg-type]  # the admin asks everybody to log in
    return redirect("companion", page_id=page_id)


def _told(page: ContributionPage, look: Look) -> list[FieldTold]:
    accepted = {
        each.key: each for each in AcceptedFinding.objects.filter(page=page).select_related("accepted_by")
    }
    return [
        FieldTold(
            heading=heading_of(page, name),
            findings=tuple(_finding(noted, accepted) for noted in field.privacy),
            remarks=tuple(_remark(noted.said) for noted in field.language),
            ease=_ease(field),
        )
        for name, field in look.fields.items()
        if field.privacy or field.language
    ]


def _finding(noted: Noted[Finding], accepted: dict[str, AcceptedFinding]) -> Told:
    said = noted.said
    return Told(
        key=noted.key,
        text=said.text,
        what=str(KINDS[said.kind]),
        why=str(REASONS[said.why]),
        advice=privacy_advice(said),
        is_accepted=noted.is_accepted,
        accepted=accepted.get(noted.key),
    )


def _remark(remark: Remark) -> tuple[str, str, str]:
    return str(ASPECTS[remark.aspect]), remark.text, language_advice(remark)


def _ease(field: FieldLook) -> str:
    return str(EASE[field.level.ease])
