"""The small set of blocks that a story is told in."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

PARAGRAPH_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class StepBlock(blocks.StructBlock):
    """One step of an approach."""

    title = blocks.CharBlock(
        max_length=120, label=_("Step"), help_text=_("Begin with a verb: Vraag alle collega's…")
    )
    text = blocks.RichTextBlock(features=PARAGRAPH_FEATURES, required=False, label=_("Explanation"))


class QuoteBlock(blocks.StructBlock):
    """Somebody's words. Names only with the consent of who is quoted."""

    text = blocks.TextBlock(max_length=400, label=_("Quote"))
    speaker = blocks.CharBlock(
        max_length=120,
        required=False,
        label=_("Who said it"),
        help_text=_("A role is enough: teamleider thuiszorg."),
    )

    class Meta:
        icon = "openquote"
        template = "practices/blocks/quote.html"
        label = _("Quote")


class StoryBlock(blocks.StreamBlock):
    """Running text, steps, quotes and images."""

    heading = blocks.CharBlock(
        max_length=120, icon="title", label=_("Heading"), template="practices/blocks/heading.html"
    )
    paragraph = blocks.RichTextBlock(
        features=PARAGRAPH_FEATURES,
        icon="pilcrow",
        label=_("Text"),
        template="practices/blocks/paragraph.html",
    )
    steps = blocks.ListBlock(
        StepBlock(), icon="list-ol", label=_("Steps"), template="practices/blocks/steps.html"
    )
    quote = QuoteBlock()
    image = ImageBlock(required=False, label=_("Image"), template="practices/blocks/image.html")

    class Meta:
        required = False
        block_counts: ClassVar = {"quote": {"max_num": 3}}


def story_text(story: Any) -> list[str]:
    """The words of a story, block by block, without markup or rendering."""
    blocks_of_text: list[str] = story.stream_block.get_searchable_content(story)
    return [text for text in blocks_of_text if text.strip()]
