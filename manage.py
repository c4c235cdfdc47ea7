#!/usr/bin/env python
"""Django's command line; the settings follow DJANGO_SETTINGS_MODULE, for development by default."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:  # Ctrl-C wants no trace; the scripts in bin/ say that one can go on
        sys.exit(130)
