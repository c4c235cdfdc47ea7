"""The questions of the interview, to read, to print and as PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from failing_forward.interview.questions import QUESTIONS
from failing_forward.pdf.answering import pdf_response
from failing_forward.pdf.library import can_make_pdf


@require_safe
def interview(request: HttpRequest) -> HttpResponse:
    """The questions with what to ask on about, and how to begin and end the conversation."""
    context = {"questions": QUESTIONS, "has_pdf": can_make_pdf()}
    return render(request, "failing_forward/interview.html", context)


@require_safe
def interview_pdf(request: HttpRequest) -> HttpResponse:
    """The same, with lines to write on."""
    return pdf_response(
        request, "failing_forward/pdf/interview.html", {"questions": QUESTIONS}, "vragen-interview.pdf"
    )
