"""The choices of a long vocabulary: folded, with what is chosen in sight."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.forms.renderers import BaseRenderer
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

#: A list that is no longer than this need not be folded.
SHORT = 6


class TermsWidget(forms.CheckboxSelectMultiple):
    """Checkboxes under a line that says what is chosen; opens and closes without JavaScript."""

    template_name = "practices/admin/terms.html"

    class Media:
        js: ClassVar = ["js/terms.js"]

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        """From the portal's own templates, which the renderer of forms does not see."""
        context = self.get_context(name, value, attrs)
        options = [option for _group, group, _index in context["widget"]["optgroups"] for option in group]
        chosen = [str(option["label"]).lstrip("– ") for option in options if option["selected"]]
        return render_to_string(
            self.template_name, {"options": options, "chosen": chosen, "is_short": len(options) <= SHORT}
        )
