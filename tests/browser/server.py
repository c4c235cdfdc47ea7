"""A demonstration portal in a process of its own: ``python -m tests.browser.server``.

pytest-django's live server empties the database after every test; loading the demonstration cases
again each time would take longer than the tests. In its own process it also cannot disturb others.
Prints its address when it answers.
"""

from __future__ import annotations

import os
import sys

import django


def main() -> None:
    """Fill, then serve until the test run ends."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from django.conf import settings  # noqa: PLC0415 - after set-up
    from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: PLC0415 - after set-up
    from django.core.management import call_command  # noqa: PLC0415
    from django.core.servers.basehttp import (  # noqa: PLC0415
        ThreadedWSGIServer,
        WSGIRequestHandler,
    )
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    from practices.models import WithdrawnAddress  # noqa: PLC0415

    settings.ROOT_URLCONF = "tests.browser.addresses"
    call_command("migrate", verbosity=0)
    call_command("set_up_portal", verbosity=0)
    call_command("load_demo", accounts=True, verbosity=0)
    WithdrawnAddress.objects.create(path="/regio/rijnmond/ingetrokken/", title="Flexpool in de avond")
    call_command("search_index", "rebuild")
    ThreadedWSGIServer.request_queue_size = 128  # with Django's ten, some of fifty at once are turned away
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    server.daemon_threads = True
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
