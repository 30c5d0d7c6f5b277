"""A clause in, whether what it tells has happened, is planned, denied and so on, as seen from the article's own date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.dates import DateSpan
from generator.events.en import cues, verbs
from generator.events.lexicon import SAYING, SPEECH, STATEMENT, WEAK_VERBS
from generator.events.subject import subject_words
from generator.events.words import Clause, Group, Parse
from generator.model import Status, TimeExpression


class Verdict(Struct, frozen=True, gc=False):
    """The status, or none with the reason why the clause tells no event."""

    status: Status | None
    reason: str = ""


_UNREAL: Final = frozenset("would could might should".split())
_FUTURE: Final = frozenset("will shall wo 'll".split())


def judge(parsed: Parse, clause: Clause, span: DateSpan | None, today: date | None) -> Verdict:
    """Decide the status of a clause dated `span` in an article published on the day `today`."""
    group = clause.group
    who = subject_words(parsed, clause)
    if parsed.known & _SPEAKER and _of_speaker(parsed, clause, who):
        return Verdict(None, "told of the speaker or the reader")
    if who and parsed.words[who[0]].low in _WHATEVER:
        return Verdict(None, "a condition, not a report")
    if group.lemma in _MOVES and _price(parsed, clause, who):
        return Verdict(None, "the day's price of a share")
    if group.lemma in _FINDS and _carries(parsed, clause):
        return Verdict(None, "only says when it was told")
    if clause.opener in cues.CONDITION or _under_condition(parsed, clause):
        return Verdict(None, "a condition, not a report")
    if group.unmet and group.lemma in _ENDS:
        return Verdict(None, "was to end, and goes on")
    if fixed := _fixed(group):
        if fixed == "denied" and _withheld(parsed, group):
            fixed = "happened"
        if fixed in ("cancelled", "postponed") and group.modal in _MAY and not group.perfect:
            fixed = "possible"
        return Verdict(fixed)
    if _is_denied(parsed, clause):
        return Verdict("denied")
    ahead = _ahead(span, today)
    if _not_until(parsed, clause):
        return Verdict("planned" if ahead else "happened")
    if group.negated or (parsed.known & _NO and _negated(parsed, clause)):
        return Verdict(None, "says that it did not happen")
    if parsed.known & _NEARLY and _only_nearly(parsed, clause):
        return Verdict(None, "says that it did not happen")
    if group.infinitive and not ahead and _bidden(parsed, clause):
        return Verdict(None, "says what somebody was told to do")
    if _by_now(group, span, today):
        return Verdict(None, "what has happened by now is not dated by a day long past")
    over = not ahead and span is not None and span.end is not None and today is not None and span.end < today
    by_control = _controlled(group, ahead, over)
    if by_control:
        return by_control
    if group.modal:
        return _modal(parsed, clause, ahead)
    if ahead and group.perfect and not group.passive and group.lemma not in verbs.CONTROL and group.lemma not in SAYING | WEAK_VERBS:
        return Verdict(None, "what has happened already is not dated by a day to come")
    if ahead:
        return Verdict("planned")
    if (parsed.known & cues.POSSIBLE and _doubtful(parsed, clause)) or _alleged(parsed, clause):
        return Verdict("possible")
    if group.progressive and not group.past and not group.perfect:
        return Verdict("ongoing")
    return Verdict("happened")


def _only_nearly(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a deed nearly happened: "the club nearly went bankrupt", unlike "nearly doubled"."""
    group = clause.group
    beside = parsed.words[max(clause.start, group.start - 1) : group.head]
    return group.lemma not in _BY_HOW_MUCH and any(word.low in _NEARLY for word in beside)


_NEARLY: Final = frozenset("nearly almost".split())
_BY_HOW_MUCH: Final = frozenset("double triple treble quadruple halve empty complete finish fill".split())


def still_to_come(time: TimeExpression, clause: Clause, today: date | None) -> DateSpan | None:
    """The part of a time that lies ahead, where the present tense tells what comes: "turns 90 later this month"."""
    span = time.span
    if span is None or span.start is None or span.end is None or today is None or span.start > today:
        return span
    present = clause.group.finite and not (clause.group.past or clause.group.perfect)
    if not present or not time.text.lower().startswith("later this") or span.end <= today + _DAY:
        return span
    return replace(span, start=today + _DAY)


_DAY: Final = timedelta(days=1)


def _bidden(parsed: Parse, clause: Clause) -> bool:
    """Tell whether an infinitive is what somebody was told or asked to do: "were told to sign by Monday"."""
    before = parsed.clauses[clause.index - 1] if clause.index else None
    if before is None or clause.group.controls:
        return False
    return before.group.lemma in _BIDDING or (before.group.lemma in _ALLOWING and not before.group.past and not before.group.modal)


_ALLOWING: Final = frozenset("allow let permit enable entitle require".split())  # "the law allows shops to open on Sunday"
_BIDDING: Final = frozenset("tell ask order urge instruct advise warn invite call request require want encourage".split())


def _not_until(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a denial only says from when on: "will not open until June", "did not meet again before 1995"."""
    group = clause.group
    if not group.negated or (group.copula and not group.controls):
        return False
    words, tags = parsed.words, parsed.tags
    for i in range(group.end, clause.end - 1):
        if words[i].low in ("until", "till", "before"):
            return "X" in tags[i + 1 : i + 3]
    return False


def _of_speaker(parsed: Parse, clause: Clause, who: list[int]) -> bool:
    """Tell whether a word for the speaker or the reader stands before the verb; outside quotations "we" may be the firm that reports."""
    speaker, places = _SPEAKER, (*range(clause.start, clause.group.start), *who)
    if parsed.ours and parsed.tags.count('"', 0, clause.start) % 2 == 0:
        if parsed.ours == "our":
            places = tuple(i for i in places if i not in who or parsed.words[i].low != "our")
        else:
            speaker = _SPEAKER - _OURS
    if parsed.tags.count('"', 0, clause.start + 1) % 2 == 1:
        places = (*places, *(i for i in range(clause.group.end, clause.end) if parsed.words[i].low == "my"))  # "it lit up my bedroom"
    return any(parsed.words[i].low in speaker and parsed.tags[i] in "pD" for i in places)


_OURS: Final = frozenset("we our ourselves".split())
_SPEAKER: Final = frozenset("we i you my our your yourself myself ourselves yourselves".split())
_WHATEVER: Final = frozenset("whatever whoever whichever".split())
_SHARES: Final = frozenset("shares stock".split())


def _price(parsed: Parse, clause: Clause, who: list[int]) -> bool:
    """Tell whether a clause only quotes a price: "shares closed at $9", "the stock rose 37.5 cents"; the lead may."""
    if parsed.words[0].start == 0:
        return False
    after = range(clause.group.end, clause.end)
    if not any(parsed.words[i].low[0] in "$€£¥" or parsed.words[i].low in ("cents", "pence") for i in after):
        return False
    if clause.group.lemma == "close" and "n" not in parsed.tags[clause.group.end : clause.end]:
        return True  # "the firm closed yesterday at $26"
    return any(parsed.words[i].low in _SHARES for i in who)


_MOVES: Final = frozenset(
    "close rise fall gain jump drop climb soar slip slide tumble plunge leap trade end open surge add lose advance".split()
)


_FINDS: Final = STATEMENT | {"find", "show"}


def _carries(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause at the end only says who told what stands before, with a date of its own: "..., the firm said"."""
    if clause.index == 0 or clause.index + 1 < len(parsed.clauses) or clause.group.passive or clause.group.participle:
        return False
    before = parsed.clauses[clause.index - 1]
    own = "X" in parsed.tags[before.start if clause.group.lemma == "announce" else 0 : before.end]
    after = set(parsed.tags[clause.group.end : clause.end]) - set('XPR.,"')
    return own and not after and parsed.tags[clause.start] == "," and not clause.opener and before.group.finite


def _doubtful(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause has a word of doubt: "allegedly", "may"."""
    stretch = range(clause.start, min(clause.end, clause.group.end + 2))
    return any(parsed.words[i].low in cues.POSSIBLE and parsed.words[i].time < 0 and not _of_somebody(parsed, i) for i in stretch)


def _of_somebody(parsed: Parse, i: int) -> bool:
    """Tell whether a word of doubt only describes a person or thing: "the suspected bomber was arrested"."""
    return parsed.words[i].low in ("suspected", "alleged", "potential") and parsed.tags[i + 1 : i + 2] in ("a", "A")


def _is_denied(parsed: Parse, clause: Clause) -> bool:
    """Tell whether the clause is what somebody denies ("denied that she had met them", "denied meeting them")."""
    before = parsed.clauses[clause.index - 1] if clause.index else None
    doing = clause.group.participle and parsed.words[clause.group.head].low.endswith("ing") and clause.start == clause.group.start
    if before is None or not ((clause.opener == "that" and not clause.group.participle) or doing):
        return False
    told = clause.opener == "that" and any(parsed.words[i].low in cues.RUMOUR for i in range(before.group.end, clause.group.start))
    return before.group.lemma in cues.DENIAL or (told and before.group.lemma in _WAVED_OFF)


_WAVED_OFF: Final = frozenset("dismiss reject rubbish".split())


def _by_now(group: Group, span: DateSpan | None, today: date | None) -> bool:
    """Tell whether a date cannot be that of its present perfect: "the first to sail round the world, in 1988, has died"."""
    perfect = (
        group.perfect
        and group.finite
        and not (group.past or group.modal or group.passive or group.progressive or group.controls or group.copula)
    )
    return perfect and span is not None and span.end is not None and today is not None and (today - span.end).days > _LONG_PAST


_LONG_PAST: Final = 92  # days


def _ahead(span: DateSpan | None, today: date | None) -> bool:
    """Tell whether all of a span lies after the day of publication."""
    return span is not None and today is not None and span.start is not None and span.start > today


def _fixed(group: Group) -> Status | None:
    """The status that a verb gives by itself."""
    lemmas = (group.lemma, *group.controls)
    if group.modal in _FUTURE and group.lemma in cues.CANCEL and group.end - group.head > 1:
        return None  # "will give up the contract": to come
    if not cues.CANCEL.isdisjoint(lemmas):
        return "cancelled"
    if group.unmet and group.lemma not in _ENDS:
        return "cancelled"
    if not cues.POSTPONE.isdisjoint(lemmas):
        return "postponed"
    return "denied" if group.lemma in cues.DENIAL else None


_MAY: Final = frozenset("may might".split())


def _withheld(parsed: Parse, group: Group) -> bool:
    """Tell whether "deny" means that somebody did not get something: "were denied visas", "denied him entry", "denied bail"."""
    tags, after = parsed.tags, group.end
    if group.lemma != "deny" or group.controls:
        return False
    if group.passive:
        return tags[after : after + 1] in ("a", "n", "D", "J", "#")
    if tags[after : after + 1] == "p" and tags[after + 1 : after + 2] in ("a", "n", "D"):
        return True
    return any(word.low in _GRANTED for word in parsed.words[after : after + 3])


_GRANTED: Final = frozenset("bail entry access permission visa visas asylum parole request requests motion appeal application".split())
_ENDS: Final = frozenset("expire end lapse close".split())


def _negated(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a "no" or "not" stands close before the verb or opens its subject."""
    before = parsed.words[max(clause.start, clause.group.start - 3) : clause.group.start]
    if any(word.low == "confidence" for word in before):
        before = []  # "a vote of no confidence was held"
    after = parsed.words[clause.group.end : clause.group.end + 1]
    if [word.low for word in parsed.words[clause.group.end : clause.group.end + 2]] == ["not", "guilty"]:
        after = []  # "pleaded not guilty"
    opening = parsed.words[clause.start : clause.start + 2]
    return any(word.low in cues.NEGATION for word in (*before, *opening)) or any(word.low in _NOTHING for word in after)


_NOTHING: Final = frozenset("no not nothing".split())
_NO: Final = cues.NEGATION | _NOTHING


def _controlled(group: Group, ahead: bool, over: bool) -> Verdict | None:
    """The status that "expected to", "plans to" or "is to" gives to the verb behind it; also "is planned", without one."""
    controls = group.controls
    if not controls and group.lemma in _PLANNING and group.passive and group.perfect and group.past:
        return Verdict("cancelled")  # "had been planned for Friday"
    if not controls and group.lemma in _PLANNING and (group.passive or group.lemma == "due"):
        return Verdict("planned")
    for lemma in controls:
        meaning = "planned" if lemma == "be" else verbs.CONTROL.get(lemma, "")
        if meaning == "not":
            return Verdict(None, "said to be unlikely")
        if meaning == "state":
            return Verdict(None, "a habit, not an event")
        if meaning == "agreed":
            told = group.past or group.perfect or over  # "3 May: the council votes to close the bridge"
            return Verdict("planned" if ahead or not told else "happened")
        if meaning == "planned":
            kept = lemma in _PROMISED and not ahead and group.past
            return Verdict("happened" if kept else "planned")
        if meaning == "possible":
            return Verdict("possible")
    return None


_PROMISED: Final = frozenset("promise pledge vow".split())  # "promised in May to pay": that was the promise
_PLANNING: Final = frozenset("plan schedule expect set fix slate due intend".split())


def _modal(parsed: Parse, clause: Clause, ahead: bool) -> Verdict:
    group = clause.group
    if group.modal in _FUTURE:
        return Verdict("planned")
    if group.modal in ("do", "does", "did"):
        return Verdict("planned" if ahead else "happened")
    if group.perfect and group.modal in _UNREAL:
        return Verdict(None, "told as what might have been")
    if group.modal == "would":
        told = any(c.group.lemma in SAYING for c in parsed.clauses[: clause.index])
        return Verdict("planned") if told or ahead else Verdict(None, "told as what would be")
    if group.modal in ("should", "must"):
        return Verdict("planned") if ahead else Verdict(None, "says what should be")
    if group.modal in ("can", "ca", "cannot"):
        return Verdict(None, "says what can be done")
    if group.modal == "could" and not ahead:
        return Verdict(None, "says what could be")
    return Verdict("possible")


def _alleged(parsed: Parse, clause: Clause) -> bool:
    """Tell whether the clause is what somebody alleges."""
    before = parsed.clauses[clause.index - 1] if clause.index else None
    return before is not None and before.group.lemma in ("allege", "suspect") and clause.group.lemma not in SPEECH


def _under_condition(parsed: Parse, clause: Clause) -> bool:
    """Tell whether an "if" or "whether" governs the clause from the one before, or it begins "Had the judge known"."""
    words = parsed.words
    at = clause.start
    if parsed.tags[:1] in ("H", "B", "M") and words[0].low in ("had", "were", "should") and clause.index < 2:
        return True
    return bool(parsed.known & _WHETHER) and any(words[i].low in _WHETHER for i in range(max(0, at - 1), clause.group.start))


_WHETHER: Final = frozenset("whether unless".split())
