"""What every new portal needs before anybody can use it: a site, a tree of pages, roles.

Everything here is repeatable and adds what is missing only. What editors changed, moved or
renamed stays as they left it. The first texts of the pages are data, in ``data/``.
"""
