"""Mails of a review: to the people concerned, never to who did it, kept when the server is away."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.conf import settings as configured
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment

from editorial.letters import Kind, Letter, send
from editorial.letters.choosing import MailChoiceForm
from editorial.models import MailChoice
from editorial.review.deciding import approve, ask_for_changes, decline
from editorial.review.reminding import remind_reviewers
from tests.editorial.review.scene import again, scene, send_in

pytestmark = pytest.mark.django_db


def to() -> list[str]:
    """Who got the last mails, by the first part of the address."""
    return sorted(message.to[0].split("@")[0] for message in mail.outbox)


def test_only_the_regions_own_reviewers_hear_of_what_came_in() -> None:
    s = scene(region_first=True)
    send_in(s.page(), s.adviser)
    assert to() == ["bram"]
    mail.outbox.clear()
    send_in(s.page("Een tweede"), s.contributor)
    assert to() == ["anna", "bram"]


def test_each_step_tells_its_own_reviewers() -> None:
    s = scene(region_first=True)
    page = send_in(s.page(), s.contributor)
    mail.outbox.clear()
    approve(page, s.adviser)
    assert to() == ["els"]


def test_a_region_without_advisers_does_not_leave_it_unread() -> None:
    s = scene(region_first=True)
    User.objects.filter(pk__in=[s.adviser.pk, s.colleague.pk]).update(is_active=False)
    send_in(s.page(), s.contributor)
    assert to() == ["els"]


def test_asked_changes_name_the_field_and_go_to_who_sent_it_in() -> None:
    s = scene()
    page = send_in(s.page(owner=s.contributor), s.adviser)
    Comment.objects.create(page=page, user=s.editor, text="Wat kostte het?", contentpath="costs")
    mail.outbox.clear()
    ask_for_changes(page, s.editor, "Nog even de kosten.")
    assert to() == ["anna", "dina"]
    message = mail.outbox[0]
    assert "Nog even de kosten." in message.body
    assert "Wat kostte het?" in message.body
    assert message.reply_to == [s.editor.email]


def test_published_comes_with_the_link() -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    mail.outbox.clear()
    approve(page, s.editor)
    assert to() == ["anna"]
    assert again(page).url in mail.outbox[0].body


def test_published_later_says_when() -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    mail.outbox.clear()
    approve(page, s.editor, go_live_at=timezone.make_aware(datetime.datetime(2099, 3, 2, 9)))
    assert not again(page).live
    assert "2 maart 2099" in mail.outbox[0].body


def test_declined_comes_with_the_reason() -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    mail.outbox.clear()
    decline(page, s.editor, "Het is reclame <b>voor</b> een product.")
    (message,) = mail.outbox
    assert "reclame <b>voor</b>" in message.body
    assert isinstance(message, EmailMultiAlternatives)
    html = str(message.alternatives[0][0])
    assert "reclame &lt;b&gt;voor&lt;/b&gt;" in html
    assert 'lang="nl"' in html


def test_an_editor_who_reviews_own_work_gets_no_mail_about_it() -> None:
    s = scene()
    page = send_in(s.page(owner=s.editor), s.editor)
    approve(page, s.editor)
    assert to() == []


def test_who_chose_not_to_gets_none(client: Client) -> None:
    s = scene()
    client.force_login(s.editor)
    address = reverse("wagtailadmin_account")
    page = client.get(address).content.decode()
    assert page.count('name="mails-') == len(Kind)
    assert "submitted_notifications" not in page
    wanted = {kind.value: "on" for kind in Kind if kind != Kind.RECEIVED}
    form = MailChoiceForm(wanted, instance=MailChoice(user=s.editor))
    assert form.is_valid()
    form.save()
    choice = MailChoice.objects.get(user=s.editor)
    assert not choice.received
    assert choice.waiting
    send_in(s.page(), s.adviser)
    assert to() == []


def test_people_who_left_get_no_mail() -> None:
    s = scene()
    s.adviser.is_active = False
    letter = Letter(Kind.PUBLISHED, "Onderwerp", ("Tekst.",), ("Knop", "https://example.org/"))
    assert send(letter, [s.adviser, None, s.editor, s.editor]) == 1


def test_reminders_come_on_working_days_and_not_more_often_than_set() -> None:
    s = scene()
    with time_machine.travel(datetime.datetime(2026, 12, 18, 12, tzinfo=datetime.UTC), tick=False) as clock:
        send_in(s.page(), s.adviser)
        mail.outbox.clear()
        for day, expected in ((24, 0), (25, 0), (27, 0), (28, 1), (29, 0)):
            clock.move_to(datetime.datetime(2026, 12, day, 12, tzinfo=datetime.UTC))
            remind_reviewers()
            assert len(mail.outbox) == expected, day
            mail.outbox.clear()
        clock.move_to(datetime.datetime(2027, 1, 5, 12, tzinfo=datetime.UTC))
        remind_reviewers()
    assert to() == ["els"]


def test_editorial_comes_before_wagtails_admin_so_that_its_mails_are_replaced() -> None:
    apps = list(configured.INSTALLED_APPS)
    assert apps.index("editorial") < apps.index("wagtail.admin")
