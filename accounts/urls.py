"""The addresses of accounts. Of django-allauth's only these: nobody signs up, nobody lists addresses."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as single_sign_on
from django.urls import path, re_path

from accounts.views.invitation import accept_invitation

urlpatterns = [
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("gesloten/", account.signup, name="account_signup"),
    path("niet-actief/", account.account_inactive, name="account_inactive"),
    path("nogmaals/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/", account.password_reset, name="account_reset_password"),
    path("wachtwoord/verzonden/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "wachtwoord/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^wachtwoord/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("uitnodiging/<str:token>/", accept_invitation, name="accept_invitation"),
    path("tweede-stap/", mfa.index, name="mfa_index"),
    path("tweede-stap/code/", mfa.authenticate, name="mfa_authenticate"),
    path("tweede-stap/nogmaals/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tweede-stap/instellen/", totp.activate_totp, name="mfa_activate_totp"),
    path("tweede-stap/uitzetten/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("noodcodes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("noodcodes/nieuw/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("noodcodes/bewaren/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("extern/afgebroken/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("extern/mislukt/", social.login_error, name="socialaccount_login_error"),
    path("extern/gesloten/", social.signup, name="socialaccount_signup"),
    path("extern/<slug:provider_id>/", single_sign_on.login, name="openid_connect_login"),
    path("extern/<slug:provider_id>/terug/", single_sign_on.callback, name="openid_connect_callback"),
]
