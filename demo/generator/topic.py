"""What one synthetic practice is about: drawn first, so that its words and its terms tell the same."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from demo.generator.catalogue import Catalogue
from demo.generator.words import ThemeWords, general_words, theme_words
from practices.choices import Disclosure, Kind
from vocabulary.vocabularies import Vocabulary

#: Of every hundred practices so many belong to no region, touch a second theme, name no sector.
NATIONAL, SECOND_THEME, NO_SECTOR = 0.06, 0.25, 0.12


@dataclass(frozen=True, slots=True)
class Topic:
    """Kind, themes, people and place of one practice. ``sectors`` and ``groups`` may be empty."""

    kind: Kind
    themes: tuple[str, ...]
    approach: str
    sectors: tuple[str, ...]
    groups: tuple[str, ...]
    region: str
    place: str
    disclosure: Disclosure

    @property
    def words(self) -> list[ThemeWords]:
        """What there is to say about its themes."""
        return [theme_words()[slug] for slug in self.themes]

    def slots(self, rng: Random) -> dict[str, str]:
        """What fills the open places in a sentence; some differ from sentence to sentence."""
        general = general_words()
        clients, workplace = general.sector.get(
            self.sectors[0] if self.sectors else "", ("cliënten", "de locatie")
        )
        groups = [general.group[slug] for slug in self.groups if slug in general.group]
        return {
            "aanpak": decapitalised(self.approach),
            "groep": groups[0] if groups else "medewerkers",
            "functies": groups[-1] if len(groups) > 1 else "collega's",
            "clienten": clients,
            "plek": workplace,
            "sector": general.sector_name.get(self.sectors[0] if self.sectors else "", "zorg en welzijn"),
            "plaats": self.place,
            "aantal": str(rng.randint(3, 60)),
            "procent": str(rng.randint(4, 68)),
            "maanden": rng.choice(["twee", "drie", "vier", "zes", "negen", "twaalf"]),
            "weken": rng.choice(["twee", "drie", "vier", "zes", "acht"]),
        }


def draw_topic(rng: Random, catalogue: Catalogue, attempts_share: float, disclosure: Disclosure) -> Topic:
    """A topic by chance. Only an attempt can be protected."""
    kind = Kind.ATTEMPT if rng.random() < attempts_share else Kind.PRACTICE
    themes = catalogue.terms[Vocabulary.THEME].some(rng, 1, 1 if rng.random() > SECOND_THEME else 2)
    region = "" if rng.random() < NATIONAL else catalogue.regions.one(rng)
    sectors = [] if rng.random() < NO_SECTOR else catalogue.terms[Vocabulary.SECTOR].some(rng, 1, 2)
    return Topic(
        kind=kind,
        themes=tuple(themes),
        approach=rng.choice(theme_words()[themes[0]].approaches),
        sectors=tuple(sectors),
        groups=tuple(catalogue.terms[Vocabulary.FUNCTION_GROUP].some(rng, 0, 3)),
        region=region,
        place=catalogue.places[region].one(rng) if region in catalogue.places else "",
        disclosure=disclosure if kind == Kind.ATTEMPT else Disclosure.NAMED,
    )


def decapitalised(text: str) -> str:
    """A title as it stands inside a sentence; abbreviations keep their capitals."""
    return text if text[:2].isupper() else text[0].lower() + text[1:]


def capitalised(text: str) -> str:
    """A sentence that may begin with a slot."""
    return text[0].upper() + text[1:]
