"""Addresses of the section besides its front: what has a name of its own comes before protected codes."""

from django.urls import path

from failing_forward.interview.views import interview, interview_pdf
from failing_forward.patterns.views import all_patterns, pattern
from failing_forward.premortem.views import pre_mortem, pre_mortem_pdf
from failing_forward.views import protected_attempt

urlpatterns = [
    path("patronen/", all_patterns, name="patterns"),
    path("patronen/<slug:slug>/", pattern, name="pattern"),
    path("vooraf/", pre_mortem, name="pre_mortem"),
    path("vooraf.pdf", pre_mortem_pdf, name="pre_mortem_pdf"),
    path("interview/", interview, name="interview"),
    path("interview.pdf", interview_pdf, name="interview_pdf"),
    path("<slug:code>/", protected_attempt, name="protected_attempt"),
]
