"""Forms in which editors keep things that end and merge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import ModelChoiceField
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from succession.models import Succeedable


class CurrentChoicesForm(WagtailAdminModelForm):
    """Offers what is in force, besides what was chosen before: nothing is lost by saving again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            choices: Any = getattr(field, "queryset", None)
            if choices is not None and issubclass(choices.model, Succeedable):
                chosen = choices.filter(pk=getattr(self.instance, f"{name}_id", None))
                field.queryset = choices.current() | chosen


class SuccessionForm(CurrentChoicesForm):
    """The slug is made from the name unless given, is unique, and never changes afterwards."""

    #: The field that a slug is made from.
    slug_from = "name"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.fields["slug"]
        if self.instance.pk:
            slug.disabled = True
            slug.help_text = _("Links and exports hold it, so it cannot be changed.")
        else:
            slug.required = False
            slug.help_text = _("Stands in links and cannot be changed later. Leave empty to have it made.")

    def clean_slug(self) -> str:
        """The slug that was given, or one made from the name; no other row has it."""
        if self.instance.pk:
            return str(self.instance.slug)
        slug: str = self.cleaned_data["slug"] or slugify(self.cleaned_data.get(self.slug_from, ""))
        if slug and self.siblings().filter(slug=slug).exists():
            raise ValidationError(_("“%(slug)s” is taken. Choose another slug.") % {"slug": slug})
        return slug

    def siblings(self) -> Any:
        """The rows among which a slug is unique."""
        return type(self.instance)._default_manager.all()


class MergeForm(forms.Form):
    """Into which other one."""

    target: ModelChoiceField[Any] = ModelChoiceField(
        queryset=None, label=gettext_lazy("Merge into"), empty_label=""
    )

    def __init__(self, *args: Any, candidates: Any, describe: Callable[[Any], str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        target: Any = self.fields["target"]
        target.queryset = candidates
        target.label_from_instance = describe


class SuccessorPanel(FieldPanel):
    """Where a thing went on; shown only of what was merged."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel of one thing."""

        def is_shown(self) -> bool:
            """Nothing to tell of what was not merged."""
            return bool(super().is_shown() and self.instance.merged_into_id)


def in_force_panel() -> MultiFieldPanel:
    """From when until when something is in force, and where it went on."""
    return MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
            SuccessorPanel("merged_into", read_only=True),
        ],
        heading=gettext_lazy("In force"),
        classname="collapsed",
    )
