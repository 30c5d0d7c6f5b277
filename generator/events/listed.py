"""A verb in, whether an editor lists what it tells also where no date stands beside it out."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.events.en import verbs
from generator.events.gate import sound
from generator.events.lexicon import class_of, forms
from generator.events.subject import PRONOUNS
from generator.events.words import Clause, Parse
from generator.model import Mention


def lists(lemma: str) -> bool:
    """Tell whether a verb names a deed of consequence: "evacuate", "sue"."""
    return lemma not in _NO_DEEDS and (class_of(lemma) in _KINDS or lemma in DEEDS)


def stands(mention: Mention) -> bool:
    """Tell whether a mention that was given its date has a headline that can stand, with a subject that is named."""
    return not mention.background and sound(mention.title) and mention.title.split()[0].lower() not in PRONOUNS


GOES: Final = frozenset("leave return fly travel sail head flee advance march retreat".split())


def to_a_place(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a verb of going is followed by where to, by name: "left for Malta", "flew home to Malta"."""
    at = clause.group.end
    while at < clause.end and (parsed.tags[at] == "R" or parsed.words[at].low in ("home", "back")):
        at += 1
    return at + 1 < clause.end and parsed.words[at].low in ("for", "to", "into") and parsed.tags[at + 1] == "A"


@cache
def listed_words() -> frozenset[str]:
    """The forms of the verbs that are listed, bare and with a mark behind."""
    firsts = {first for (first, _), meaning in verbs.PHRASES.items() if lists(meaning)} | _WITH_OBJECT | GOES
    found = [form for form, known in forms().items() if "v" in known.kinds and (lists(known.lemma) or known.lemma in firsts)]
    return frozenset(word + mark for word in found for mark in ("", ",", "."))


# They are deeds with some objects or helpers only: "sent in troops", "was flown to a clinic".
_WITH_OBJECT: Final = frozenset("send win dismiss recall vote agree decide".split())
_KINDS: Final = frozenset(
    "launch strike halt charge injure court deal resign die attack crash sue arrest hire invade fight close expel sanction free transfer "
    "cancel postpone fine vote protest oath ill".split()
)
DEEDS: Final = frozenset(
    "evacuate divert ground flee destroy damage collapse block order lift seize search issue flood reopen suspend cancel "
    "postpone halt declare deploy impose withdraw sack dissolve oust seal revoke reinstate restore reverse demolish loot hijack kidnap "
    "abduct pardon repeal erupt spill burst breach disband boycott nationalise rescue "
    "tow steal escape surrender summon freeze intercept besiege eject dispatch "
    "meet convene visit tour".split()
)
# They are of those kinds and tell less: "tried to help", "settled lower", "talked of".
_NO_DEEDS: Final = frozenset(
    "try settle accuse beat march drop move introduce available reveal showcase demo debate conclude resolve".split()
)
