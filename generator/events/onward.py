"""A sentence that goes on telling what happened on a day told just before in, its mention out with that day inherited.

"The mill burned down on Sunday. Forty families were evacuated." An editor lists the second deed as well, where it has consequences and
somebody definite does or suffers it; what was said, thought, planned, usual or over before breaks the thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan, day
from generator.events.doers import OWNERS, names_of
from generator.events.en import names as tables
from generator.events.en import verbs
from generator.events.gate import sound
from generator.events.joined import joined, main_clause, same_tense
from generator.events.kinds import near
from generator.events.lexicon import SAYING, WEAK_VERBS, class_of
from generator.events.listed import DEEDS, GOES, listed_words, lists, stands, to_a_place
from generator.events.mention import build, noun_told
from generator.events.reader import Reader, Running
from generator.events.relative import relative
from generator.events.status import judge
from generator.events.subject import is_pronoun, subject_words
from generator.events.wording import is_length
from generator.events.words import Bound, Clause, Parse
from generator.model import Mention, Sentence


def may_go_on(reader: Reader, number: int, text: str, said: list[str]) -> bool:
    """Tell, before it is taken apart, whether a sentence of these words may go on with what was told just before."""
    running = reader.running
    if running is None or running.kept >= _MOST or reader.article.kind != "news":
        return False
    if number - running.sentence > _GAP and _HELPERS.isdisjoint(said):
        return False
    listed = not listed_words().isdisjoint(said) or ("broke out" in text or text.startswith("There was"))
    return listed and text[0] not in _QUOTES and _BEFORE.isdisjoint(said)


def go_on(reader: Reader, number: int, sentence: Sentence, parsed: Parse) -> None:
    """Give the deeds of an undated sentence, as far as they are joined to its main one, the day of what was told just before."""
    running, main = reader.running, main_clause(parsed)
    if running is None or main is None:
        return
    for clause in _together(parsed, main):
        if running.kept >= _MOST:
            return
        mention = _deed(reader, number, sentence, parsed, clause, running)
        if mention is not None:
            reader.mentions.append(mention)
            running = reader.running = running._replace(kept=running.kept + 1)


def _together(parsed: Parse, main: Clause) -> Iterator[Clause]:
    """The main clause and those behind it that go on with it."""
    last = main
    if _dated(parsed, 0, main.end):
        return
    yield main
    for following in parsed.clauses[main.index + 1 : main.index + _MANY]:
        if _dated(parsed, following.start, following.end):
            return
        aside = following.opener in _ASIDES or (not following.group.finite and following.opener in ("", "to"))
        if aside:
            continue  # "used tear gas after stones were thrown, and arrested nine"
        if parsed.tags[following.start] == ";" and same_tense(main, following) and following.opener == "":
            yield following  # "the driver survived; he was arrested"
            last = following
            continue
        if following.opener not in ("", "and", "but") or joined(parsed, last, following) is None or not same_tense(main, following):
            return
        yield following
        last = following


_ASIDES: Final = frozenset("after when because since where which who whose that".split())


_MANY: Final = 20  # clauses of a sentence that are looked at


def _dated(parsed: Parse, low: int, high: int) -> bool:
    """Tell whether a date stands among some words; "until Saturday" and "now" are none."""
    words = parsed.words
    found = (i for i in range(low, high) if words[i].time >= 0 and not is_length(words[i]))
    return any(words[i].low not in _NOW and not (i and words[i - 1].low in _UNTIL) for i in found)


def only_until(text: str, ends: Sequence[int]) -> bool:
    """Tell whether all dates of a text, which begin at these offsets, say until when: "cancelled all sailings until Saturday"."""
    return all(text.endswith((" until ", " till "), 0, end) for end in ends)


_UNTIL: Final = frozenset("until till".split())


_NOW: Final = frozenset("now currently since".split())


def _deed(reader: Reader, number: int, sentence: Sentence, parsed: Parse, clause: Clause, running: Running) -> Mention | None:
    """The mention of a clause that tells a deed of the day of what was told before; None where it tells none, or one told already."""
    when = _when(reader, clause, running, number)
    reason = f"no date of its own: it goes on with what was told of {running.day.edtf}"
    if when is None:
        return None
    if (noun := _outbreak(parsed, clause)) is not None:
        if clause.group.copula:
            found = noun_told(reader, number, sentence, parsed, Bound(clause, noun, "noun"), reason)
        else:
            found = build(reader, number, sentence, parsed, Bound(clause, noun, "verb"), "happened", None, reason)
        more = any(word.low in _MORE for word in parsed.words[clause.start : noun])
        fresh = more or _fresh(reader, class_of(parsed.words[noun].low), when)
        return replace(found, span=when) if fresh and sound(found.title) else None
    if not _consequence(parsed, clause) or not _somebody(reader, parsed, clause, number) or _of_long_ago(reader, parsed, clause, when):
        return None
    status = judge(parsed, clause, None, reader.today).status
    if status not in ("happened", "cancelled", "postponed") or _of_another_day(reader, clause, when):
        return None
    told_again = _of_the_same(reader, parsed, clause, running) or not _fresh(reader, class_of(_told(clause)), when)
    if (told_again and not _one_more(parsed, clause)) or _hurt_then(reader, clause, when):
        return None
    mention = build(reader, number, sentence, parsed, Bound(clause, clause.group.head, "verb"), status, None, reason)
    if parsed.words[subject_words(parsed, clause)[0]].low in ("his", "her") and _OWNER.search(mention.title) is None:
        return None  # whose wife it was is not known
    return replace(mention, span=when) if stands(mention) else None


def _of_long_ago(reader: Reader, parsed: Parse, clause: Clause, when: DateSpan) -> bool:
    """Tell whether a deed is that of an event told as known which is not of the day: "laid flowers on Monday. The crash killed eight"."""
    who = subject_words(parsed, clause)
    if len(who) < 2 or parsed.words[who[0]].low != "the" or parsed.tags[who[-1]] != "n":
        return False
    noun = parsed.words[who[-1]].low
    news = (one for one in reader.mentions if one.span is not None and one.span.overlaps(when))
    return not any(one.trigger.lemma == class_of(noun) or any(near(word, noun) for word in one.title.lower().split()) for one in news)


_OWNER: Final = re.compile("s?['’]s? ")


def _hurt_then(reader: Reader, clause: Clause, when: DateSpan) -> bool:
    """Tell whether a clause says how many were hurt in what has been told of that day: "1,640 were wounded" after "a bomb went off"."""
    if not (clause.group.passive or clause.group.lemma == "die") or class_of(clause.group.lemma) not in ("die", "injure"):
        return False
    return any(one.trigger.lemma in _HURTS and one.span is not None and one.span.overlaps(when) for one in reader.mentions)


_HURTS: Final = frozenset("crash attack quake burn fight storm collapse die injure protest strike flood invade".split())


def _of_another_day(reader: Reader, clause: Clause, when: DateSpan) -> bool:
    """Tell whether a toll is that of a disaster told of another day: "was fined on Tuesday for a crash in July ... Three people died"."""
    if class_of(clause.group.lemma) not in ("die", "injure"):
        return False
    days = [one.span for one in reader.mentions if one.trigger.lemma in _DISASTERS and one.span is not None]
    return bool(days) and not any(span.overlaps(when) for span in days)


_DISASTERS: Final = frozenset("crash attack quake fire burn collapse explosion fight sink flood storm".split())


def _fresh(reader: Reader, kind: str, when: DateSpan) -> bool:
    """Tell whether nothing of a kind has been told of a day."""
    return not any(one.trigger.lemma == kind and one.span is not None and one.span.overlaps(when) for one in reader.mentions)


def _one_more(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a deed is told as one more of its kind: "a third bomb exploded", "another man was arrested"."""
    return clause.group.lemma in _LETS_GO or any(parsed.words[i].low in _MORE for i in subject_words(parsed, clause))


_MORE: Final = frozenset("one another second third fourth fifth subsequent further".split())
_LETS_GO: Final = frozenset("acquit clear".split())


def _outbreak(parsed: Parse, clause: Clause) -> int | None:
    """What broke out or happened besides: "clashes broke out near the hall", "there was another explosion"."""
    group, words = clause.group, parsed.words
    if words[group.head].low == "broke" and words[min(group.head + 1, len(words) - 1)].low == "out" and group.past:
        who = subject_words(parsed, clause)
        return who[-1] if who and words[who[-1]].low in _OUTBREAKS else None
    if not group.copula or not group.past or group.negated or words[max(0, group.start - 1)].low != "there":
        return None
    for i in range(group.end, clause.end):
        if words[i].low in _OUTBREAKS:
            return i
        if parsed.tags[i] not in "DJaA#R" or words[i].low == "no":
            return None
    return None


_OUTBREAKS: Final = frozenset(
    "clash clashes fight fighting fire blaze riot riots explosion explosions blast blasts attack attacks shooting shootings".split()
)


def follow(reader: Reader, number: int, parsed: Parse) -> None:
    """Note the day of what a sentence has told: that of its news, where it tells one; a plan or what is long over breaks the thread.

    What stands in an aside ("the firm, which was founded in 1996, said") does neither.
    """
    fresh = reader.mentions[reader.before :]
    main = [mention for mention in fresh if not mention.background and not in_aside(reader, parsed, mention)]
    kept = reader.running.kept if reader.running else 0
    if not main or (reader.running is not None and all(_looks_back(reader, parsed, mention) for mention in main)):
        return
    days = {mention.span for mention in main if _news(reader, mention)}
    if len(days) == 1 and all(mention.status == "happened" for mention in main):
        span = days.pop()
        assert span is not None and span.start is not None
        reader.running = Running(day(span.start), number, kept)
    else:
        reader.running = None


def in_aside(reader: Reader, parsed: Parse, mention: Mention) -> bool:
    """Tell whether a relative clause or participle tells a mention, or what somebody said in passing of times to come."""
    clause = clause_of(reader, parsed, mention)
    if clause is None:
        return False
    if clause.opener in ("and", "or") and clause.index:
        clause = parsed.clauses[clause.index - 1]
    said = clause.index > 0 and parsed.clauses[clause.index - 1].group.lemma in SAYING and clause.opener in ("", "that")
    return clause.group.participle or relative(parsed, clause) is not None or (said and mention.status == "planned")


def clause_of(reader: Reader, parsed: Parse, mention: Mention) -> Clause | None:
    """The clause of a sentence that tells a mention."""
    for clause in parsed.clauses:
        low, high = reader.file_range(parsed.words[clause.start].start, parsed.words[clause.end - 1].end)
        if low <= mention.trigger.start < high:
            return clause
    return None


def _looks_back(reader: Reader, parsed: Parse, mention: Mention) -> bool:
    """Tell whether a mention is told as over before what was told just now: "on that day he [had won] the stage"."""
    clause = clause_of(reader, parsed, mention)
    return clause is not None and clause.group.perfect and clause.group.past


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
    if (
        (group.lemma in GOES or group.lemma in _SENDS)
        and group.past
        and not (group.modal or group.negated or group.controls or group.perfect)
    ):
        objects = _SENDS.get(group.lemma, frozenset())
        gone = to_a_place(parsed, clause) if group.lemma in GOES else False
        gone = gone or (group.passive and group.lemma == "fly")
        if gone or any(parsed.words[i].low in objects for i in range(group.end, clause.end)):
            return True
    said = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if verb in ("agree", "decide") and said is not None and said.group.finite and said.opener in ("that", ""):
        return False  # "agreed that it was late"
    if group.lemma in (WEAK_VERBS | SAYING) - DEEDS or group.modal or group.negated or group.copula or group.unmet:
        return False
    if group.controls and not (verb in _RESOLVES and group.past and not (group.copula or group.lemma in WEAK_VERBS)):
        return False
    if verb == "agree" and any(parsed.words[i].low in _TO_COME for i in range(group.end, clause.end)):
        return False  # "agreed to a further round"
    if group.past == group.perfect or group.progressive or not lists(verb):
        return False
    if group.lemma == "replace" and parsed.words[min(group.end, len(parsed.words) - 1)].low != "by":
        return False  # "was replaced with a bench"
    whole = group.passive or verb not in verbs.NEEDS_OBJECT or parsed.tags[group.end : group.end + 1] in tuple("DanAJ#p")
    return whole and not _toll_of_another(parsed, clause)


def _toll_of_another(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause counts those of something known: "the 11 men were killed", "died in the mill blast", "have been charged"."""
    kind, who = class_of(clause.group.lemma), subject_words(parsed, clause)
    if kind == "fight" and parsed.tags[clause.group.end : clause.group.end + 1] == "T":
        return True  # "have fought to keep the child"
    if clause.group.perfect:
        return kind in ("charge", "court", "arrest", "die", "injure", "ill")
    if kind not in ("die", "injure"):
        return False
    if any(parsed.words[i].low in ("those", "them") for i in who):
        return True
    if who and parsed.words[who[0]].low in OWNERS:
        return True  # "his mother died at sea"
    tags = "".join(parsed.tags[i] for i in who)
    return tags[:2] == "D#" or ("n" in tags and len(tags) > _BARE) or _in_named(parsed, clause)


def _in_named(parsed: Parse, clause: Clause) -> bool:
    """Tell whether people were hurt in something named or told: "in the mill blast", "in the fire"."""
    found = _NAMED.finditer(parsed.tags, clause.group.end, clause.end)
    return any(parsed.words[m.start()].low in ("in", "during") for m in found)


# Deeds with some objects only: "sent in troops", "dismissed the director".
_SENDS: Final = {
    "send": frozenset("troops soldiers police forces reinforcements aid supplies ships warships planes agents investigators".split()),
    "win": frozenset("seats majority election vote referendum".split()),
    "recall": frozenset("ambassador envoy parliament troops cars vehicles models".split()),
    "dismiss": frozenset((*tables.ROLES.split(), "cabinet", "government", "board")),
}
_RESOLVES: Final = frozenset("vote agree decide order".split())


def _told(clause: Clause) -> str:
    """The verb that tells what was done: of "voted to remove" the first."""
    return clause.group.controls[-1] if clause.group.controls else clause.group.lemma


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
    if not who or parsed.tags[who[0]] == "W":
        return False
    if is_pronoun(parsed, who):
        if parsed.words[who[0]].low in ("he", "she"):
            return True  # its headline tells whom it can mean
        return not clause.group.passive and _one_meant(reader, parsed.words[who[0]].low, number)
    first = parsed.words[who[0]].low
    if first in OWNERS:
        return True  # so does that of "his wife"
    if first in ("a", "an"):
        known = any(parsed.words[i].low in _OBJECTS for i in range(clause.group.end, clause.end))
        return _one_more(parsed, clause) or (known and not clause.group.passive)  # "a tug towed it to port"
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


_GAP: Final = 10  # sentences
_HELPERS: Final = frozenset("has have".split())
_NAMED: Final = re.compile(r"PD?J*(?:[anAX]+n|n)")
_MOST: Final = 5
_BARE: Final = 2  # words of a subject: "the fire"
_RECENT: Final = 10  # days
_QUOTES: Final = "\"“'‘"
_OBJECTS: Final = frozenset("the it him her them his their its".split())
_KNOWN: Final = frozenset("one the all both most many several dozens hundreds thousands another police troops crews".split())
_TO_COME: Final = frozenset("future next further another".split())
# Words of what was before, often or always.
_BEFORE: Final = frozenset(
    "ago earlier previously reported, once often usually always never sometimes formerly recently years decades since first already".split()
)
