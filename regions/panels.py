"""The forms in which editors keep regions, organisations, places and postcode areas."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from succession.forms import CurrentChoicesForm, SuccessionForm, in_force_panel

REGION = ObjectList(
    [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("slug")]),
        FieldPanel("organisation"),
        MultiFieldPanel(
            [FieldPanel("former_names"), FieldPanel("also_known_as")], heading=_("What visitors may type")
        ),
        MultiFieldPanel(
            [FieldPanel("abbreviation"), FieldRowPanel([FieldPanel("tile_col"), FieldPanel("tile_row")])],
            heading=_("On the map"),
        ),
        in_force_panel(),
    ],
    base_form_class=SuccessionForm,
)

ORGANISATION = ObjectList(
    [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("area"),
        FieldPanel("website"),
        in_force_panel(),
    ],
    base_form_class=SuccessionForm,
)

PLACE = ObjectList([FieldPanel("name"), FieldPanel("region")], base_form_class=CurrentChoicesForm)

POSTCODE_AREA = ObjectList([FieldPanel("prefix"), FieldPanel("region")], base_form_class=CurrentChoicesForm)
