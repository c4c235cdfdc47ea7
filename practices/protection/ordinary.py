"""Which words are names of nobody: those of the trade, and those of the dictionary."""

from __future__ import annotations

from simplemma import is_known

#: What an organisation is by law or by habit, before or after its name.
FORMS = "stichting vereniging cooperatie cooperatief bv nv ua vof holding maatschap de het"
LEGAL_FORMS = frozenset(FORMS.split())

#: Words in the names of many organisations: by themselves they tell of none.
TRADE = """
    zorg zorggroep zorgcentrum zorginstelling zorgorganisatie zorgpartners zorgcombinatie thuiszorg
    ouderenzorg jeugdzorg jeugdhulp gehandicaptenzorg kraamzorg woonzorg woonzorgcentrum verpleeghuis
    verpleging verzorging welzijn sociaal werk ziekenhuis ziekenhuizen umc mc medisch medische centrum
    huisarts huisartsen huisartsenpost huisartsenzorg apotheek apotheken kliniek praktijk groep organisatie
    instelling ggz vvt ghz gz ggd rav gemeente provincie ministerie regio regionaal regionale landelijk
    landelijke nederland nederlandse noord oost zuid west midden hogeschool hogescholen universiteit
    universitair roc mbo hbo opleiding werkgevers werkgeversorganisatie samenwerking samen thuis beter goed
    goede nieuw nieuwe eerste leven wonen mens mensen ons onze mijn van voor in en op met te aan bij der den
    het een leger zorgverzekeraar zorgverzekeraars technologie innovatie project team
"""
OF_THE_TRADE = LEGAL_FORMS | frozenset(TRADE.split())

#: Hosts where many have a page: not the web domain of any one of them.
HOSTS = """
    linkedin.com facebook.com instagram.com youtube.com x.com twitter.com sites.google.com issuu.com
    gmail.com outlook.com hotmail.com live.nl ziggo.nl kpnmail.nl xs4all.nl planet.nl hetnet.nl
"""
SHARED_HOSTS = frozenset(HOSTS.split())


def is_of_the_trade(word: str) -> bool:
    """Whether a folded word stands in the names of many."""
    return word.lower() in OF_THE_TRADE


def is_ordinary(word: str) -> bool:
    """Whether a word can also mean something else: then it is a name only with a capital."""
    return is_of_the_trade(word) or is_known(word.lower(), lang="nl")
