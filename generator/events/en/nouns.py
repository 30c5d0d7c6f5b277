"""English nouns that name events, by class: tables only. The classes are those of verbs.py, and some of their own."""

from __future__ import annotations

from typing import Final

CLASSES: Final[dict[str, str]] = {
    "meet": "meeting talks summit negotiations negotiation gathering session discussions consultations dialogue meet encounter",
    "conference": "conference congress convention forum symposium seminar assembly",
    "press": "keynote announcement statement speech interview briefing",
    "visit": "visit trip tour arrival journey pilgrimage stopover",
    "vote": "vote referendum ballot approval ratification adoption plebiscite",
    "launch": "launch release unveiling debut introduction premiere inauguration opening rollout publication",
    "strike": "strike walkout stoppage",
    "election": "election elections polls by-election runoff run-off re-run rerun",
    "court": "trial hearing verdict ruling conviction acquittal sentence appeal indictment judgment judgement inquest retrial",
    "testify": "testimony",
    "deal": "deal agreement accord pact treaty settlement truce ceasefire cease-fire contract signing memorandum armistice",
    "resign": "resignation retirement abdication",
    "quake": "earthquake quake tremor aftershock",
    "die": "death deaths murder assassination killing killings slaying execution funeral massacre",
    "attack": "attack attacks bombing bombings shooting raid assault explosion blast airstrike ambush stabbing shelling offensive strikes",
    "crash": "crash collision accident derailment wreck sinking disaster shipwreck grounding tragedy",
    "burn": "fire blaze inferno",
    "sue": "lawsuit suit complaint litigation",
    "steal": "theft robbery heist burglary break-in",
    "dismiss": "dismissal ouster ousting",
    "bailout": "bailout lifeline",
    "blackout": "blackout",
    "collapse": "bankruptcy insolvency",
    "arrest": "arrest arrests capture detention raid",
    "found": "founding creation establishment formation inception",
    "buy": "acquisition takeover merger purchase sale buyout auction",
    "hire": "appointment nomination promotion succession",
    "protest": "protest protests march demonstration demonstrations rally riot riots unrest uprising revolt revolution coup mutiny",
    "invade": "invasion annexation occupation",
    "fight": "fight battle clash clashes skirmish",
    "war": "war conflict fighting siege",
    "close": "closure shutdown",
    "expel": "expulsion deportation extradition",
    "sanction": "sanctions embargo ban blockade",
    "order": "pre-orders pre-order preorders preorder",
    "leave": "leave absence sabbatical",
    "withdraw": "withdrawal pullout retreat evacuation departure exit",
    "return": "return comeback repatriation",
    "ceremony": "ceremony celebration anniversary parade festival concert wedding coronation premiere reunion banquet dinner",
    "match": "match final semifinal tournament race championship game cup tie fixture fixtures derby qualifier",
    "discover": "discovery breakthrough",
    "storm": "storm hurricane cyclone typhoon tornado flood floods flooding wildfire drought eruption avalanche landslide tsunami",
    "outbreak": "outbreak epidemic pandemic",
    "cut": "cuts layoffs redundancies",
    "test": "test drill exercise exercises inspection manoeuvres maneuvers experiment",
    "flight": "flight mission landing liftoff spacewalk",
    "transplant": "transplant surgery operation diagnosis",
    "report": "report findings",
    "debate": "debate",
    "rescue": "rescue release",
    "kidnap": "kidnapping abduction hijacking",
    "deadline": "deadline",
    "transfer": "transfer handover",
    "reform": "reform restructuring",
    "budget": "budget",
    "injury": "injury",
    "medals": "medal victory defeat win",
    "update": "update",
    "offer": "offer bid",
    "crisis": "crisis scandal",
    "halt": "suspension",
    "exhibition": "exhibition show",
    "presentation": "presentation",
    "course": "event events",
    "investigation": "investigation inquiry probe",
    "census": "census",
    "recession": "recession",
    "independence": "independence",
    "birth": "birth",
}
# They come often with a date beside them and still name no event of their own.
WEAK: Final = frozenset(
    "report budget update offer bid crisis course statement reform appeal conflict war fighting final "
    "game cup match medal win show event events "
    "deadline session sale purchase operation test findings interview leave strikes exit sanctions polls flight charge speech dialogue "
    "contract publication approval recession announcement fight suit operation absence injury".split()
)
# "plans to", "a decision to": what follows with "to" has not happened.
PLAN_NOUNS: Final[dict[str, str]] = {
    "plan": "planned", "plans": "planned", "intention": "planned", "decision": "planned", "pledge": "planned", "promise": "planned",
    "proposal": "possible", "proposals": "possible", "threat": "possible", "hope": "possible", "hopes": "possible", "bid": "possible",
    "offer": "possible", "call": "possible", "calls": "possible", "agreement": "planned",
}  # fmt: skip
