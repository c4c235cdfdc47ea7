"""The pages of the import in the admin: choose a file, read the report, make drafts or throw it away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.importing.choices import LineState
from editorial.importing.offers import Offers, addable_pages
from editorial.importing.reading import MOST_ROWS
from editorial.importing.running import go_on, start_run
from editorial.importing.safety import RefusedFileError
from editorial.importing.template import make_template
from editorial.models import ImportRun

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class MayAdd(View):
    """Only for who may add contributions under some region's page: Wagtail's own permission."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse the others as Wagtail does."""
        if not addable_pages(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=gettext_lazy("Your spreadsheet (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        messages_of_field = self.fields["file"].error_messages
        messages_of_field["required"] = _("Choose the file first.")
        messages_of_field["empty"] = _("This file is empty. Choose the file that you filled in.")


class StartView(MayAdd, WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """The template, the form, and one's own earlier files."""

    template_name = "editorial/importing/start.html"
    page_title = gettext_lazy("Import a spreadsheet")
    header_icon = "table"
    form_class = UploadForm

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the home page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Check the file; a refused one is explained beside the field."""
        try:
            run = start_run(form.cleaned_data["file"], self.request.user)  # type: ignore[arg-type]
        except RefusedFileError as refusal:
            form.add_error("file", str(refusal))
            return self.form_invalid(form)
        return redirect("spreadsheet_run", run.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What one did before."""
        ready = Count("lines", Q(lines__state=LineState.READY))
        runs = ImportRun.objects.filter(owner_id=self.request.user.pk).annotate(
            rows=Count("lines"), ready=ready
        )
        return super().get_context_data(**kwargs) | {"runs": runs[:10], "most_rows": MOST_ROWS}


class TemplateFileView(MayAdd):
    """The template, with the lists of this moment and this user's regions."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The file."""
        response = HttpResponse(make_template(Offers(request.user)), content_type=XLSX)
        response.headers["Content-Disposition"] = 'attachment; filename="praktijken.xlsx"'
        return response


class RunView(MayAdd, WagtailAdminTemplateMixin, TemplateView):
    """The report of one file. Only its owner sees it; nothing is made before the button is pressed."""

    template_name = "editorial/importing/run.html"
    page_title = gettext_lazy("Report")
    header_icon = "table"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the run among the user's own."""
        super().setup(request, *args, **kwargs)
        self.run = get_object_or_404(ImportRun, pk=kwargs["pk"], owner_id=request.user.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the page where one begins."""
        start = {"url": reverse("spreadsheet_start"), "label": StartView.page_title}
        return [*self.breadcrumbs_items, start, {"url": "", "label": self.run.file_name}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows by what became of them, those that need attention first."""
        rows: dict[str, list[Any]] = {state.value: [] for state in LineState}
        for line in self.run.lines.select_related("page"):
            rows[line.state].append(line)
        return super().get_context_data(**kwargs) | {
            "run": self.run,
            "rows": {state.name.lower(): rows[state.value] for state in LineState},
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make drafts, or throw the run away before anything was made."""
        if request.POST.get("step") == "cancel":
            self.run.delete()
            messages.success(request, _("The file was thrown away. The drafts you made of it stay."))
            return redirect("spreadsheet_start")
        left = go_on(self.run, request.user)  # type: ignore[arg-type]
        if left:
            messages.warning(
                request,
                ngettext(
                    "%(number)d row is left. Press the button again to go on.",
                    "%(number)d rows are left. Press the button again to go on.",
                    left,
                )
                % {"number": left},
            )
        return redirect("spreadsheet_run", self.run.pk)
