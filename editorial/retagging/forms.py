"""The two forms of retagging: which contributions, and which words."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.retagging.words import choices, find
from search.facets import FACETS
from search.params import QUERY_PARAM
from search.results import FacetView, SearchResults

#: The facets one narrows with here; what a pasted address chose besides, stays chosen.
NARROWING = ("kind", "theme", "sector", "region", "tag")


def pasted(data: QueryDict) -> str:
    """The question in the address of a page of results, when somebody pasted one instead of words."""
    typed = data.get(QUERY_PARAM, "").strip()
    parts = urlsplit(typed) if "?" in typed else None
    return parts.query if parts and (parts.scheme or parts.path.startswith("/")) else ""


class SearchForm(forms.Form):
    """The same questions as visitors ask, with the same names, filled with what was found."""

    q = forms.CharField(
        label=gettext_lazy("Search as visitors do"),
        required=False,
        help_text=gettext_lazy("Words, or the whole address of a page of results that you copied."),
    )

    def __init__(self, results: SearchResults) -> None:
        params = results.params
        super().__init__(initial={QUERY_PARAM: params.query})
        views = {view.facet.key: view for view in results.facets}
        shown = set()
        for key in NARROWING:
            chosen = params.selections.get(key, ())
            if key in views and len(chosen) < 2:
                shown.add(key)
                self._narrow_by(views[key], chosen)
        #: Choices that this form cannot show, as hidden fields.
        self.kept = [
            (facet.param, slug)
            for facet in FACETS
            if facet.key not in shown
            for slug in params.selections.get(facet.key, ())
        ]

    def _narrow_by(self, view: FacetView, chosen: tuple[str, ...]) -> None:
        counted: list[tuple[str, Any]] = [
            (value.slug, f"{'– ' * value.depth}{value.label} ({value.count})") for value in view.values
        ]
        self.fields[view.facet.param] = forms.ChoiceField(
            label=str(view.facet.label),
            required=False,
            choices=[("", _("All")), *counted],
            initial=chosen[0] if chosen else "",
        )


class WordsForm(forms.Form):
    """Which contributions, and what word they get or lose."""

    page = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": gettext_lazy("Tick at least one contribution.")}
    )
    give = forms.ChoiceField(label=gettext_lazy("Give this word"), required=False)
    take = forms.ChoiceField(
        label=gettext_lazy("Take this word away"),
        required=False,
        help_text=gettext_lazy("With both: the first comes only where the second is, in its place."),
    )

    def __init__(self, *args: Any, pks: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["page"].choices = [(pk, str(pk)) for pk in pks]
        words = [("", "–"), *choices()]
        fields["give"].choices = fields["take"].choices = words

    def clean(self) -> dict[str, Any]:
        """At least one word, and not the same twice."""
        cleaned = super().clean() or self.cleaned_data
        keys = [key for name in ("give", "take") if (key := cleaned.get(name))]
        found = find(keys)
        for name in ("give", "take"):
            cleaned[name] = found.get(cleaned.get(name, ""))
        if not keys and not self.errors:
            self.add_error("give", _("Choose a word to give, a word to take away, or both."))
        if len(keys) == 2 and keys[0] == keys[1]:
            self.add_error("take", _("This is the word you give. Choose another, or none."))
        return cleaned
