"""The admin in the portal's own colours: one stylesheet, beside the templates in templates/wagtailadmin."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_css")  # type: ignore[untyped-decorator]
def admin_stylesheet() -> SafeString:
    """Colours, the mark, and long lists of choices in columns."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
