"""What the edit form shows of the review."""

from __future__ import annotations

from typing import Any

from django import template

from editorial.review.people import may_review
from editorial.review.progress import Stage, progress_of
from practices.models import ContributionPage

register = template.Library()

#: There is nothing to tell of these that the form does not show itself.
SILENT = {Stage.DRAFT, Stage.PUBLISHED}


@register.inclusion_tag("editorial/review/on_form.html", takes_context=True)
def review_progress(context: dict[str, Any]) -> dict[str, Any]:
    """Where a contribution is and what is asked, above its form; with proposals that still wait."""
    page = context.get("page")
    if not isinstance(page, ContributionPage) or page.pk is None:
        return {}
    progress = progress_of(page)
    proposals = page.proposals.filter(state="open").values_list("name", flat=True)
    return {
        "page": page,
        "progress": None if progress.stage in SILENT else progress,
        "proposals": list(proposals),
        "reviewing": may_review(page, context["request"].user),
    }
