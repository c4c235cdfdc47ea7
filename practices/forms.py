"""The edit form of contributions: terms as choices per vocabulary, a check before all goes public."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminPageForm

from practices.choosing import only_offered
from practices.tagging import keywords_for
from practices.term_widget import TermsWidget
from vocabulary.models import Term
from vocabulary.vocabularies import SINGLE, Vocabulary

#: The vocabularies that describe contributions; the others serve editors or are decided by code.
DESCRIBING = (
    Vocabulary.THEME,
    Vocabulary.ACTION_LINE,
    Vocabulary.SECTOR,
    Vocabulary.FUNCTION_GROUP,
    Vocabulary.SETTING,
    Vocabulary.PHASE,
    Vocabulary.DEPLOYABILITY,
    Vocabulary.COST,
    Vocabulary.LEAD_TIME,
    Vocabulary.EFFECT,
    Vocabulary.ORGANISATION_SIZE,
    Vocabulary.LEGAL_TOPIC,
    Vocabulary.RESERVED_PROCEDURE,
    Vocabulary.RECOGNITION,
    Vocabulary.EVIDENCE_LEVEL,
    Vocabulary.FAILURE_CAUSE,
    Vocabulary.FAILURE_MOMENT,
    Vocabulary.TOOL_KIND,
)


def term_field_name(vocabulary: str) -> str:
    """The name of a vocabulary's field in the edit form."""
    return f"terms_{vocabulary.replace('-', '_')}"


class TermLabels:
    """Labels that show the tree: a child stands indented below its parent."""

    def label_from_instance(self, term: Term) -> str:
        """The label, indented below a parent."""
        return f"– {term.label}" if term.parent_id else term.label


class OneTermField(TermLabels, forms.ModelChoiceField):  # type: ignore[type-arg]
    """A vocabulary of which a page has at most one term."""


class TermsField(TermLabels, forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """A vocabulary of which a page may have several terms."""

    widget = TermsWidget


def term_fields() -> dict[str, forms.Field]:
    """One form field for each describing vocabulary."""
    return {
        term_field_name(vocabulary): (
            OneTermField(
                Term.objects.none(), required=False, label=vocabulary.label, empty_label=_("Not known")
            )
            if vocabulary in SINGLE
            else TermsField(Term.objects.none(), required=False, label=vocabulary.label)
        )
        for vocabulary in DESCRIBING
    }


# Django collects form fields when the class is made, so the class is made from the list above.
TermsForm: Any = type(WagtailAdminPageForm)("TermsForm", (WagtailAdminPageForm,), term_fields())


class ContributionForm(TermsForm):
    """A draft may be as empty as it likes; what goes to review or to the public is complete."""

    #: Links made from the companion's list, besides those in the inline panel. The companion draws the
    #: boxes; the form itself only holds on to what was ticked when it has to be shown again.
    link_to: forms.ModelMultipleChoiceField[Any] = forms.ModelMultipleChoiceField(
        queryset=None, required=False, widget=forms.MultipleHiddenInput
    )
    saving_draft = False

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any) -> None:
        if data is not None and "approach" in self._meta.fields and "approach-count" not in data:
            # A browser sends it as soon as the admin has built that part of the form; Wagtail counts on it.
            raise BadRequest("The story is missing.")
        if data is not None and (user := kwargs.get("for_user")):
            data = only_offered(data, kwargs["instance"], user)
        super().__init__(data, *args, **kwargs)
        # Wagtail draws every field of the form, also those that no panel of this kind of page shows.
        for name in term_fields().keys() - set(self._meta.fields):
            self.fields.pop(name, None)
        self.fields["link_to"].queryset = apps.get_model("practices.ContributionPage").objects.live()
        chosen = self.instance.terms()
        current = Term.objects.current().select_related("parent")
        for vocabulary in DESCRIBING:
            field = self.fields.get(term_field_name(vocabulary))
            if field is None:
                continue
            own = [term.pk for term in chosen.get(vocabulary, ())]
            field.queryset = (current.of(vocabulary) | Term.objects.filter(pk__in=own)).in_tree_order()
            initial: Any = own
            if vocabulary in SINGLE:
                initial = own[0] if own else None
            self.initial[term_field_name(vocabulary)] = initial

    def defer_required_fields(self) -> None:
        """Wagtail calls this for a draft."""
        super().defer_required_fields()
        self.saving_draft = True

    def restore_required_fields(self) -> None:
        """Wagtail calls this before it publishes or submits."""
        super().restore_required_fields()
        self.saving_draft = False

    def clean_tags(self) -> list[str]:
        """Keywords that exist. New ones of who may not make them wait beside the page, as proposals."""
        allowed, self.instance.new_keywords = keywords_for(self.for_user, self.cleaned_data["tags"])
        return allowed

    def is_valid(self) -> bool:
        """Besides Django's own checks: what a reader would miss, beside the field where it belongs."""
        from practices.publication import missing_for_publication  # noqa: PLC0415 - it needs the models

        if not super().is_valid():
            return False
        if self.saving_draft:
            return True
        self._set_terms()
        for formset in self.formsets.values():
            formset.save(commit=False)
        # Floors above add what they ask for by this hook: functions from a page to what is in the way.
        asked = (missing_for_publication, *hooks.get_hooks("contribution_questions"))
        for missing in (missing for ask in asked for missing in ask(self.instance)):
            self.add_error(missing.field if missing.field in self.fields else None, missing.message)
        return not self.errors

    def draft(self) -> Any:
        """The page as it would be saved now, in memory; what does not fit keeps its former value.

        For who looks at what somebody types. The form must not be saved afterwards.
        """
        self.defer_required_fields()
        self.is_valid()
        self._set_terms()
        for formset in self.formsets.values():
            if formset.is_valid():
                formset.save(commit=False)
        return self.instance

    def save(self, commit: bool = True) -> Any:
        """Take over the chosen terms; those of vocabularies that the form does not show stay."""
        self._set_terms()
        page = super().save(commit=commit)
        self._add_links()
        if commit:
            page.links.commit()
        return page

    def _add_links(self) -> None:
        """After the rows of the panel: its formset throws away what has no number yet."""
        links = self.instance.links
        present = {self.instance.pk, *(link.related_id for link in links.all())}
        for page in self.cleaned_data["link_to"]:
            if page.pk not in present:
                links.add(links.model(related=page, sort_order=len(present)))

    def _set_terms(self) -> None:
        terms: list[Term] = []
        for vocabulary, present in self.instance.terms().items():
            if term_field_name(vocabulary) not in self.cleaned_data:
                terms.extend(present)
        for vocabulary in DESCRIBING:
            value = self.cleaned_data.get(term_field_name(vocabulary))
            terms.extend([value] if isinstance(value, Term) else value or [])
        self.instance.set_terms(terms)
