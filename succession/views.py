"""The pages on which an editor ends a thing: merge, retire, put back in force, delete."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from succession.forms import MergeForm
from succession.listing import succession_buttons
from succession.merging import merge
from succession.models import Succeedable
from succession.usage import Use, uses


class SuccessionEditView(generic.EditView):
    """The edit page, with the ways to end a thing beside Wagtail's own."""

    merge_url_name = retire_url_name = reinstate_url_name = ""

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Wagtail's own buttons, and those that end or reinstate this one."""
        return [*super().header_more_buttons, *succession_buttons(self, self.object)]


class GuardedDeleteView(generic.DeleteView):
    """Deletes only what nothing uses; of the rest it says what uses it, and what to do instead."""

    template_name = "succession/confirm_delete.html"
    merge_url_name = retire_url_name = ""

    def get_usage_url(self) -> None:
        """Wagtail's own count of use knows no drafts; this page has a better one."""

    @cached_property
    def uses(self) -> list[Use]:
        """What would lose something."""
        return uses(self.object)

    def form_valid(self, form: Any) -> HttpResponse:
        """Refuse in words what the page had already said."""
        if self.uses:
            messages.error(
                self.request, _("“%(thing)s” is in use and was not deleted.") % {"thing": self.object}
            )
            return redirect(self.get_delete_url())
        response: HttpResponse = super().form_valid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What uses it, and the addresses of what can be done instead."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["uses"] = self.uses
        for name in ("merge", "retire"):
            if url_name := getattr(self, f"{name}_url_name"):
                context[f"{name}_url"] = reverse(url_name, args=[self.object.pk])
        return context


class AboutOne(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A page about one thing, for who may change it, that ends at the list."""

    model: Any = None
    index_url_name = edit_url_name = ""
    permission_required = "change"
    header_icon = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the thing."""
        super().setup(request, *args, **kwargs)
        self.object = get_object_or_404(self.model, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Its name."""
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the list, by the thing."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": capfirst(self.model._meta.verbose_name_plural)},
            {"url": reverse(self.edit_url_name, args=[self.object.pk]), "label": str(self.object)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_success_url(self) -> str:
        """Back to the list."""
        return reverse(self.index_url_name)


class MergeView(AboutOne, FormView):  # type: ignore[type-arg]
    """Choose what takes the place of a thing, knowing what moves."""

    page_title = gettext_lazy("Merge")
    template_name = "succession/merge.html"
    form_class = MergeForm
    #: What is said of the thing that goes.
    afterwards = gettext_lazy("It stays as a signpost: old links lead to the one you choose.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the things it can go on in."""
        return {
            **super().get_form_kwargs(),
            "candidates": self.candidates(),
            "describe": self.describe,
        }

    def candidates(self) -> Any:
        """Those of the same kind that are in force."""
        return self.model._default_manager.current().exclude(pk=self.object.pk)

    def describe(self, candidate: Any) -> str:
        """How one of these is called in the choice."""
        return str(candidate)

    def uses(self) -> list[Use]:
        """What moves."""
        return uses(self.object)

    def merge(self, target: Any) -> int:
        """Do it; ValidationError says why not."""
        return merge(self.object, target)

    def form_valid(self, form: MergeForm) -> HttpResponse:
        """Merge, log and say what happened; or say beside the choice why it cannot be."""
        target = form.cleaned_data["target"]
        source = {"id": self.object.pk, "title": str(self.object)}
        try:
            moved = self.merge(target)
        except ValidationError as refusal:
            form.add_error("target", refusal)
            return self.form_invalid(form)
        log(target, "succession.merge", user=self.request.user, data={"source": source, "moved": moved})
        messages.success(
            self.request,
            _("“%(source)s” was merged into “%(target)s”.") % {"source": source["title"], "target": target},
        )
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What moves, and what is left."""
        return super().get_context_data(**kwargs) | {"uses": self.uses(), "afterwards": self.afterwards}


class ChangeStateView(AboutOne, TemplateView):
    """One question with one button."""

    template_name = "succession/change_state.html"
    question: ClassVar[Any] = ""
    done: ClassVar[Any] = ""
    log_action = ""

    def change(self, thing: Succeedable) -> None:
        """What the button does; ValidationError says why not."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, log it and say so."""
        try:
            self.change(self.object)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            log(self.object, self.log_action, user=request.user)
            messages.success(request, self.done % {"thing": self.object})
        return redirect(self.get_success_url())


class RetireView(ChangeStateView):
    """Offer a thing no longer."""

    page_title = gettext_lazy("Retire")
    question = gettext_lazy("From today it can no longer be chosen. Contributions that have it, keep it.")
    done = gettext_lazy("“%(thing)s” was retired.")
    log_action = "succession.retire"

    def change(self, thing: Succeedable) -> None:
        """Retire it."""
        thing.retire()


class ReinstateView(ChangeStateView):
    """Offer a retired thing again."""

    page_title = gettext_lazy("Put back in force")
    question = gettext_lazy("It can be chosen again from now on.")
    done = gettext_lazy("“%(thing)s” is in force again.")
    log_action = "succession.reinstate"

    def change(self, thing: Succeedable) -> None:
        """Take the retirement back."""
        thing.reinstate()
