"""A sentence that goes on telling what happened on a day told just before in, its mention out with that day inherited.

"The mill burned down on Sunday. Forty families were evacuated." An editor lists the second deed as well, where it has consequences and
somebody definite does or suffers it; what was said, thought, planned, usual or over before breaks the thread.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from generator.dates import DateSpan, day
from generator.events.doers import names_of
from generator.events.en import verbs
from generator.events.gate import sound
from generator.events.lexicon import SAYING, WEAK_VERBS, class_of, forms
from generator.events.mention import build
from generator.events.reader import Reader, Running
from generator.events.status import judge
from generator.events.subject import PRONOUNS, is_pronoun, subject_words
from generator.events.undated import main_clause
from generator.events.words import Bound, Clause, Parse
from generator.model import Mention, Sentence


def may_go_on(reader: Reader, number: int, text: str, said: list[str]) -> bool:
    """Tell, before it is taken apart, whether a sentence of these words may go on with what was told just before."""
    running = reader.running
    if running is None or running.kept >= _MOST or reader.article.kind != "news":
        return False
    if number - running.sentence > _GAP and _HELPERS.isdisjoint(said):
        return False
    return not _words().isdisjoint(said) and text[0] not in _QUOTES and _BEFORE.isdisjoint(said)


def go_on(reader: Reader, number: int, sentence: Sentence, parsed: Parse) -> None:
    """Give the main deed of an undated sentence the day of what was told just before."""
    running, clause = reader.running, main_clause(parsed)
    if running is None or clause is None or not _consequence(parsed, clause) or not _somebody(reader, parsed, clause, number):
        return
    when = _when(reader, clause, running, number)
    if when is None or judge(parsed, clause, None, reader.today).status != "happened":
        return
    kind = class_of(_told(clause))
    if _of_the_same(reader, parsed, clause, running):
        return
    if any(mention.trigger.lemma == kind and mention.span is not None and mention.span.overlaps(when) for mention in reader.mentions):
        return
    reason = f"no date of its own: it goes on with what was told of {running.day.edtf}"
    mention = build(reader, number, sentence, parsed, Bound(clause, clause.group.head, "verb"), "happened", None, reason)
    if not stands(mention):
        return
    reader.mentions.append(replace(mention, span=when))
    reader.running = running._replace(kept=running.kept + 1)


def stands(mention: Mention) -> bool:
    """Tell whether a mention that was given its date has a headline that can stand, with a subject that is named."""
    return not mention.background and sound(mention.title) and mention.title.split()[0].lower() not in PRONOUNS


def follow(reader: Reader, number: int) -> None:
    """Note the day of what a sentence has told: that of its news, where it tells one; a plan or what is long over breaks the thread."""
    fresh = reader.mentions[reader.before :]
    main = [mention for mention in fresh if not mention.background]
    kept = reader.running.kept if reader.running else 0
    if not main:
        return
    days = {mention.span for mention in main if _news(reader, mention)}
    if len(days) == 1 and all(mention.status == "happened" for mention in main):
        span = days.pop()
        assert span is not None and span.start is not None
        reader.running = Running(day(span.start), number, kept)
    else:
        reader.running = None


def says_since(mention: Mention) -> bool:
    """Tell whether the date of a mention is only that since when something goes on: "40 tremors have been felt since Thursday"."""
    return mention.time is not None and mention.quote[: max(0, mention.time.start - mention.start)].endswith("since ")


def _news(reader: Reader, mention: Mention) -> bool:
    span = mention.span
    if span is None or span.days != 1 or span.start is None or reader.today is None or mention.status != "happened" or says_since(mention):
        return False
    return 0 <= (reader.today - span.start).days <= _RECENT


def _consequence(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause tells in the past, or as news, a deed that an editor would list."""
    group, verb = clause.group, _told(clause)
    if group.lemma in (WEAK_VERBS | SAYING) - _DEEDS or group.modal or group.negated or group.copula or group.unmet:
        return False
    if group.controls and not (verb == "vote" and group.past):
        return False
    if verb == "agree" and any(parsed.words[i].low in _TO_COME for i in range(group.end, clause.end)):
        return False  # "agreed to a further round"
    if group.past == group.perfect or group.progressive or not lists(verb):
        return False
    whole = group.passive or verb not in verbs.NEEDS_OBJECT or parsed.tags[group.end : group.end + 1] in tuple("DanAJ#p")
    return whole and not _toll_of_another(parsed, clause)


def _toll_of_another(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause counts those of something known: "the 11 men were killed", "died in the mill blast", "have been charged"."""
    kind, who = class_of(clause.group.lemma), subject_words(parsed, clause)
    if clause.group.perfect:
        return kind in ("charge", "court", "arrest", "die", "injure")
    if kind not in ("die", "injure"):
        return False
    tags = "".join(parsed.tags[i] for i in who)
    return tags[:2] == "D#" or ("n" in tags and len(tags) > _BARE) or _in_named(parsed, clause)


def _in_named(parsed: Parse, clause: Clause) -> bool:
    found = _NAMED.finditer(parsed.tags, clause.group.end, clause.end)
    return any(parsed.words[m.start()].low in ("in", "during") for m in found)


def _told(clause: Clause) -> str:
    """The verb that tells what was done: of "voted to remove" the first."""
    return clause.group.controls[-1] if clause.group.controls else clause.group.lemma


def lists(lemma: str) -> bool:
    """Tell whether a verb names a deed of consequence: "evacuate", "sue"; also where no date stands beside it."""
    return lemma not in _NO_DEEDS and (class_of(lemma) in _KINDS or lemma in _DEEDS)


def _of_the_same(reader: Reader, parsed: Parse, clause: Clause, running: Running) -> bool:
    """Tell whether what was told before is the subject, so that this is how it went on: "he was flying home", "the flight was diverted"."""
    head = parsed.words[subject_words(parsed, clause)[-1]].low
    return any(one.trigger.lemma == class_of(head) and one.span == running.day for one in reader.mentions)


def _one_meant(reader: Reader, pronoun: str, number: int) -> bool:
    """Tell whether a pronoun can mean one only: the thing or the people that the sentence before was about."""
    told = {"it": reader.single, "they": reader.several}.get(pronoun)
    return told is not None and told.sentence == number - 1


def _somebody(reader: Reader, parsed: Parse, clause: Clause, number: int) -> bool:
    """Tell whether who does or suffers something is told: by name, by number, or as one that is known."""
    who = subject_words(parsed, clause)
    if not who or who[0] < clause.start:
        return False
    if is_pronoun(parsed, who):
        return not clause.group.passive and _one_meant(reader, parsed.words[who[0]].low, number)
    first = parsed.words[who[0]].low
    if any(parsed.tags[i] == "#" for i in who) or first in _KNOWN or names_of(reader, parsed, who):
        return True
    return parsed.tags[who[0]] in "aAJ" and parsed.words[who[-1]].low.endswith("s")


def _when(reader: Reader, clause: Clause, running: Running, number: int) -> DateSpan | None:
    """The day of a deed: of a past that of the story, of a perfect that of publication, where the story is no older than a day."""
    if not clause.group.perfect:
        return running.day if number - running.sentence <= _GAP else None
    if reader.today is None or running.day.start is None or (reader.today - running.day.start).days > 1:
        return None
    return day(reader.today)


_GAP: Final = 6  # sentences
_HELPERS: Final = frozenset("has have".split())
_NAMED: Final = re.compile(r"PD?J*[anAX]+n")  # "in the mill blast"
_MOST: Final = 3
_BARE: Final = 2  # words of a subject: "the fire"
_RECENT: Final = 10  # days
_QUOTES: Final = "\"“'‘"
_KNOWN: Final = frozenset("the all both most many several dozens hundreds thousands another police troops crews".split())
_TO_COME: Final = frozenset("future next further another".split())
_KINDS: Final = frozenset(
    "launch strike halt charge injure court deal resign die attack crash sue arrest hire invade fight close expel sanction free transfer "
    "cancel postpone fine vote protest oath".split()
)
_DEEDS: Final = frozenset(
    "evacuate divert ground flee destroy damage collapse block order lift seize search issue flood reopen suspend cancel "
    "postpone halt declare deploy impose withdraw sack dissolve oust seal revoke reinstate restore reverse demolish loot hijack kidnap "
    "abduct pardon repeal erupt spill burst breach disband boycott nationalise rescue".split()
)
# They are of those kinds and tell less: "tried to help", "settled lower", "talked of".
_NO_DEEDS: Final = frozenset(
    "try settle accuse beat march drop move introduce available reveal showcase demo debate conclude resolve".split()
)
# Words of what was before, often or always.
_BEFORE: Final = frozenset(
    "ago earlier previously once often usually always never sometimes formerly recently years decades since had first already".split()
)


@cache
def _words() -> frozenset[str]:
    """The forms of the verbs that are listed, bare and with a mark behind."""
    found = [form for form, known in forms().items() if "v" in known.kinds and lists(known.lemma)]
    return frozenset(word + mark for word in found for mark in ("", ",", "."))
