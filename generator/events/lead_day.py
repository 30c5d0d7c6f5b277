"""The mentions of an article in, the same out: where a later sentence tells the day of the lead's news, the news is of that day.

"At least 14 people have died in a blast at a mill. ... The blast happened on Sunday" is one event, of Sunday, not one of the day of
publication and another one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from msgspec import structs
from msgspec.structs import replace

from generator.events.lexicon import WEAK_VERBS, class_of, forms, noun_classes
from generator.model import Mention

# How the date of a lead is told that has none of its own.
FROM_LEAD: Final = "the lead tells it without a date"
_FAR: Final = 6  # sentences behind the lead
_WEEK: Final = timedelta(days=7)


def dated_lead(mentions: list[Mention], today: date | None) -> list[Mention]:
    """Give the news of the lead its day and make the sentence that tells it a source of that news; all others stay as they are."""
    if today is None:
        return mentions
    at = next((at for at, one in enumerate(mentions) if not one.background and (one.inferred or "").startswith(FROM_LEAD)), None)
    if at is None or mentions[at].status not in ("happened", "ongoing"):
        return mentions
    lead = mentions[at]
    behind = (n for n in range(at + 1, len(mentions)) if lead.sentence < mentions[n].sentence <= lead.sentence + _FAR)
    then = next((n for n in behind if _lately(mentions[n], today) and _tells_of(mentions[n], lead)), None)
    if then is None:
        return mentions
    other, found = mentions[then], list(mentions)
    assert other.time is not None
    time = structs.replace(other.time, reason=f"{other.time.reason}; a later sentence tells it of the lead")
    kind = other.trigger.lemma if lead.trigger.lemma in _HARM else lead.trigger.lemma  # who died, died when the ship sank
    trigger = structs.replace(lead.trigger, lemma=kind)
    people, places = lead.people or other.people, lead.places or other.places  # "the mayor" is whom the next sentence names
    told = len(other.title.split()) > _FULL and kind not in _kinds(lead.title)
    title = other.title if lead.trigger.lemma in _HARM and told else lead.title  # not "At least 14 people die", but the ship that sank
    found[at] = replace(
        lead, title=title, time=time, span=other.span, status="happened", inferred=None, people=people, places=places, trigger=trigger
    )
    if other.trigger.lemma not in _MOVES:
        found[then] = replace(other, trigger=structs.replace(other.trigger, lemma=kind), background=True)
    return found


def _lately(mention: Mention, today: date) -> bool:
    """Tell whether a mention is of a day of the last week."""
    span = mention.span
    told = not mention.background and mention.time is not None and mention.status == "happened"
    return told and span is not None and span.days == 1 and span.start is not None and today - _WEEK <= span.start <= today


def _tells_of(mention: Mention, lead: Mention) -> bool:
    """Tell whether a later sentence tells of the lead's news: the same kind of thing, of the same people or of nobody else, as known."""
    quote = mention.quote[: mention.trigger.start - mention.start + len(mention.trigger.text)]
    if _ANOTHER.search(quote) or _other(mention.people, lead.people) or _other(mention.places, lead.places):
        return False
    known = _KNOWN.match(mention.quote) is not None or not {*mention.people, *mention.organisations}.isdisjoint(
        (*lead.people, *lead.organisations)
    )
    near = mention.sentence <= lead.sentence + _NEXT
    kind, own = mention.trigger.lemma, lead.trigger.lemma
    decided = near and _DECISION.search(mention.quote) is not None and own in _DECIDED
    if lead.status == "ongoing":
        return decided  # "is leaving the bank. ... The board accepted her resignation on Monday"
    if kind in WEAK_VERBS:
        return False
    if kind == own or (own in _HARM and kind in _DISASTER and kind in _kinds(lead.quote)):
        return known or near
    if kind == "vote" and "vote" in _kinds(lead.quote):
        return known
    return decided


def _other(mine: tuple[str, ...], leads: tuple[str, ...]) -> bool:
    """Tell whether both name some and share none."""
    return bool(mine and leads) and set(mine).isdisjoint(leads)


def _kinds(quote: str) -> set[str]:
    """The kinds of event that the words of a sentence can tell."""
    lows = _WORD.findall(quote.lower())
    verbs = {class_of(forms()[low].lemma) for low in lows if low in forms()}
    sunk = {"crash"} if _SUNK.search(quote) else set()
    return verbs | sunk | {noun_classes()[low] for low in lows if low in noun_classes()}


_SUNK: Final = re.compile(r"\b(?:went|gone|goes) (?:down|under)\b")
_WORD: Final = re.compile(r"[a-z]+")
_FULL: Final = 3  # words of a headline that tells what happened
_NEXT: Final = 2  # sentences
_ANOTHER: Final = re.compile(
    r"\b(?:another|third|second|fourth|more|further|other|previous|earlier|also|later|next|separate|similar)\b", re.I
)
_KNOWN: Final = re.compile(r"(?:The|This|That|It|Its|He|She|They|His|Her|Their|Both)\b")
_MOVES: Final = frozenset("rise fall close gain lose".split())  # "its shares jumped on that announcement yesterday"
_HARM: Final = frozenset("die injure strike trap destroy damage hit kill".split())
_DISASTER: Final = frozenset("attack crash quake burn erupt collapse explode storm flood fire avalanche stampede".split())
_DECIDED: Final = frozenset(
    "resign leave sanction court fine expel hire choose close cancel postpone launch buy sell deal cut recall call order withdraw".split()
)
_DECISION: Final = re.compile(
    r"\b(?:his|her|its|their|the|this|that) (?:decision|announcement|resignation|departure|move|ruling|verdict|judgment|judgement|step|news"
    r"|recall|sale|deal|appointment)\b",
    re.I,
)
