"""Who may open what: a row for each thing one can do with a page, a column for whose page it is.

A Regioadviseur of noord, I Organisatie-inzender of noord, R Redacteur, B Beheerder. Anything that is
not in this table about a page is covered by ``test_nothing_of_others_is_told``.
"""

from __future__ import annotations

ROLES = {
    "A": "Regioadviseur noord",
    "I": "Organisatie-inzender noord",
    "R": "Redacteur",
    "B": "Beheerder",
}
COLUMNS = ("own", "colleague", "other", "editors")

#: GET of an address below ``wagtailadmin_pages`` about a draft.
#:                             own     colleague other  editors
PAGES: dict[str, tuple[str, str, str, str]] = {
    "edit": ("AIRB", "ARB", "RB", "RB"),
    "usage": ("AIRB", "ARB", "RB", "RB"),
    "view_draft": ("AIRB", "ARB", "RB", "RB"),
    "preview_on_edit": ("AIRB", "ARB", "RB", "RB"),
    "history": ("AIRB", "ARB", "RB", "RB"),
    "history_results": ("AIRB", "ARB", "RB", "RB"),
    "workflow_history": ("AIRB", "ARB", "RB", "RB"),
    "revisions_view": ("AIRB", "ARB", "RB", "RB"),
    "revisions_revert": ("AIRB", "ARB", "RB", "RB"),
    "revisions_compare": ("AIRB", "ARB", "RB", "RB"),
    "copy": ("AIRB", "ARB", "RB", "RB"),
    "move": ("AIRB", "ARB", "RB", "RB"),
    "delete": ("AIRB", "ARB", "RB", "RB"),
    "set_privacy": ("RB", "RB", "RB", "RB"),
    "revisions_unschedule": ("RB", "RB", "RB", "RB"),
    "unpublish": ("", "", "", ""),  # these are drafts
}
#: The same about a live page of one's own, of a colleague and of another region.
LIVE: dict[str, tuple[str, str, str]] = {
    "edit": ("AIRB", "ARB", "RB"),
    "history": ("AIRB", "ARB", "RB"),
    "unpublish": ("RB", "RB", "RB"),
    "delete": ("RB", "RB", "RB"),
    "move": ("RB", "RB", "RB"),
}
#: About the page of a region: one's own, and another.
REGION_PAGES: dict[str, tuple[str, str]] = {
    "wagtailadmin_explore": ("AIRB", "RB"),
    "wagtailadmin_explore_results": ("AIRB", "RB"),
    "wagtailadmin_pages:add_subpage": ("AIRB", "RB"),
    "wagtailadmin_pages:add": ("AIRB", "RB"),
    "wagtailadmin_pages:edit": ("ARB", "RB"),
    "wagtailadmin_pages:unpublish": ("RB", "RB"),
    "wagtailadmin_pages:set_privacy": ("RB", "RB"),
    "wagtailadmin_choose_page_child": ("AIRB", "AIRB"),
}
#: Addresses about nothing in particular.
LISTS: dict[str, str] = {
    "wagtailadmin_home": "AIRB",
    "wagtailadmin_account": "AIRB",
    "wagtailadmin_pages:search": "AIRB",
    "wagtailadmin_choose_page": "AIRB",
    "wagtailimages:index": "AIRB",
    "wagtailimages:add": "AIRB",
    "wagtailimages_chooser:choose": "AIRB",
    "wagtaildocs:index": "AIRB",
    "wagtaildocs:add": "AIRB",
    "wagtaildocs_chooser:choose": "AIRB",
    "wagtailadmin_reports:site_history": "AIRB",
    "wagtailadmin_reports:workflow": "AIRB",
    "wagtailadmin_reports:page_types_usage": "RB",
    "wagtailadmin_reports:aging_pages": "AIRB",
    "wagtailadmin_reports:locked_pages": "RB",
    "wagtailadmin_collections:index": "RB",
    "wagtailredirects:index": "RB",
    "uitnodigingen:index": "RB",
    "meldingen:index": "RB",
    "synoniemen:index": "RB",
    "aanbevolen:index": "RB",
    "trefwoorden:index": "RB",
    "retag": "RB",
    "regios:index": "RB",
    "woordenlijst-theme:index": "RB",
    "wagtailusers_users:index": "B",
    "wagtailusers_users:add": "B",
    "wagtailusers_groups:index": "B",
    "wagtailsites:index": "B",
    "wagtailadmin_workflows:index": "B",
    "wagtailadmin_workflows:task_index": "B",
}
