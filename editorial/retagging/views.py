"""Retagging in the admin: search, tick, choose a word. And undo it."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.models import Retagging
from editorial.retagging.changing import Retagged, retag, undo
from editorial.retagging.forms import SearchForm, WordsForm, pasted
from editorial.retagging.words import LISTS
from practices.models import ContributionPage
from search.params import from_query
from search.service import search

#: Contributions on one page: as many as are done well within a minute.
AT_ONCE = 100
#: What was done last, with a button to undo it.
RECENT = 5


def may_retag(user: Any) -> bool:
    """Who may change the lists of words may also say what they are used for."""
    return bool(user.has_perm("vocabulary.change_term") and user.has_perm("taggit.change_tag"))


class RetagView(WagtailAdminTemplateMixin, TemplateView):
    """What a search found, with boxes to tick and words to choose."""

    template_name = "editorial/retagging/retag.html"
    page_title = gettext_lazy("Retag")
    header_icon = "tag"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who keeps the words."""
        if not may_retag(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the home page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A pasted address becomes this page's own."""
        if question := pasted(request.GET):
            return redirect(f"{reverse('retag')}?{from_query(QueryDict(question)).query_string()}")
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, and offer to undo it."""
        pks = [int(pk) for pk in request.POST.getlist("page")[:AT_ONCE] if pk.isdecimal()]
        form = WordsForm(request.POST, pks=pks)
        if not form.is_valid():
            shown: HttpResponse = self.render_to_response(self.get_context_data(form=form, ticked=pks))
            return shown
        data = form.cleaned_data
        done = retag(data["page"], cast(User, request.user), data["give"], data["take"])
        say(request, done, _("Nothing changed: they had these words, or did not have them, already."))
        return redirect(request.get_full_path())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The results with their words."""
        params = from_query(self.request.GET).with_page(1)
        results = search(params, limit=AT_ONCE)
        pks = [int(hit.key) for hit in results.hits]
        found = ContributionPage.objects.live().prefetch_related("tags", "term_assignments__term")
        pages = found.select_related("content_type").in_bulk(pks)
        ticked = kwargs.pop("ticked", [])
        return super().get_context_data(
            search=SearchForm(results),
            form=kwargs.pop("form", None) or WordsForm(pks=pks),
            results=results,
            rows=[
                {"hit": hit, "page": pages[pk], "words": _words(pages[pk]), "is_ticked": pk in ticked}
                for pk, hit in zip(pks, results.hits, strict=True)
                if pk in pages
            ],
            at_once=AT_ONCE,
            recent=Retagging.objects.select_related("done_by", "undone_by")[:RECENT],
            **kwargs,
        )


def undo_retagging(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back."""
    if not may_retag(request.user) or request.method != "POST":
        raise PermissionDenied
    try:
        done = undo(get_object_or_404(Retagging, pk=pk), cast(User, request.user))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        say(request, done, _("Undone. Nothing had to be changed: it was not so any more."))
    return redirect("retag")


def say(request: HttpRequest, done: Retagged, nothing: str) -> None:
    """How many changed; and of each that was left alone, why."""
    if done.changed:
        text = ngettext(
            "%(number)d contribution changed. You find the button to undo this below.",
            "%(number)d contributions changed. You find the button to undo this below.",
            done.changed,
        )
        messages.success(request, text % {"number": done.changed})
    elif not done.left_alone:
        messages.info(request, nothing)
    for title, why in done.left_alone:
        messages.warning(request, _("“%(title)s” was left as it is. %(why)s") % {"title": title, "why": why})


def _words(page: ContributionPage) -> list[str]:
    """As visitors know them: the terms of the lists, and the keywords."""
    terms = page.terms()
    return [str(term) for item in LISTS for term in terms.get(item, ())] + sorted(
        tag.name for tag in page.tags.all()
    )
