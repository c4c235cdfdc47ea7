"""What a reader is about to start: a theme and a sector, both optional."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from practices.forms import TermLabels
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


class OptionalTerm(TermLabels, forms.ModelChoiceField):  # type: ignore[type-arg]
    """A term by its slug, or none."""


class PreMortemForm(forms.Form):
    """Theme and sector, by the names that they have in the address of a search."""

    thema = OptionalTerm(
        Term.objects.none(),
        required=False,
        to_field_name="slug",
        label=_("What is your plan about?"),
        empty_label=_("All themes"),
        error_messages={"invalid_choice": _("We do not know this theme. Choose one from the list.")},
    )
    sector = OptionalTerm(
        Term.objects.none(),
        required=False,
        to_field_name="slug",
        label=_("In which sector do you work?"),
        empty_label=_("All sectors"),
        error_messages={"invalid_choice": _("We do not know this sector. Choose one from the list.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, vocabulary in (("thema", Vocabulary.THEME), ("sector", Vocabulary.SECTOR)):
            field: Any = self.fields[name]
            field.queryset = Term.objects.of(vocabulary).current().select_related("parent").in_tree_order()
