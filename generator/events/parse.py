"""One sentence in, its clauses out: cut between the verb groups that stand in the string of letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.events.en import verbs
from generator.events.groups import groups_of
from generator.events.letters import letters_of
from generator.events.lexicon import SAYING, SPEECH, STATEMENT, only_pasts, verb_classes
from generator.events.words import Clause, Group, Parse, Word, split_words


def parse(text: str, start: int, times: Sequence[tuple[int, int]], names: frozenset[str] = frozenset()) -> Parse:
    """Take a sentence apart; `start` is its offset in the body, `times` the spans of its time expressions there.

    `names` are words known as names, for the first word of a sentence.
    """
    words = split_words(text, start, times)
    tags = letters_of(words, names)
    parsed = Parse(words, tags, frozenset([word.low for word in words]))
    groups = groups_of(words, tags)
    if "according" in parsed.known:
        groups = _without_sources(words, tags, groups)
    parsed.clauses = _clauses(words, tags, groups)
    return parsed


def _without_sources(words: list[Word], tags: str, groups: list[Group]) -> list[Group]:
    """Leave out what is told of a source: the study of ", according to a study published on Monday" dates the finding."""
    kept = groups
    for i in range(len(words) - 2):
        if words[i].low != "according" or words[i + 1].low != "to" or (i and tags[i - 1] not in ",anAX"):
            continue
        ends = [at for mark in ",;" if (at := tags.find(mark, i)) > 0]
        inside = range(i, min(ends, default=len(words)))
        kept = [group for group in kept if group.start not in inside]
    return kept or groups


def _clauses(words: list[Word], tags: str, groups: list[Group]) -> list[Clause]:
    clauses: list[Clause] = []
    start, opener = 0, _opener(words, tags, 0)
    for i, group in enumerate(groups):
        if i + 1 == len(groups):
            if not i and group.start == 0 and tags[:1] == "v" and tags[1:2] in ("P", "X") and "," in tags:
                group.participle = True  # "[Opened] in May, the hall seats nine"
            _done_by(words, group)
            clauses.append(Clause(start, len(words), group, opener, i))
            break
        following = groups[i + 1]
        _done_by(words, group)
        if _done_by(words, following) and group.passive and group.finite and tags[following.start - 1] == "C":
            following.participle = False  # "was built in 1931 and [destroyed by] fire in 1977"
        apart = 0 if i else _closes_opening(tags, group, following)
        group.participle = group.participle or apart > 0
        cut = apart or _cut(words, tags, group, following)
        _mark_participles(words, tags, group, following, cut)
        clauses.append(Clause(start, cut, group, opener, i))
        start, opener = cut, _opener(words, tags, cut)
        _share_helpers(words, tags, group, following, opener)
        _share_across(tags, clauses, following, start, opener)
        _mark_reduced(tags, clauses, following, start)
    return clauses


def _closes_opening(tags: str, group: Group, following: Group) -> int:
    """The comma behind an opening phrase whose noun a bare past form describes: "Under a pact signed in May[,] the bank would"; else 0."""
    bare = group.past and not (group.passive or group.perfect or group.modal or group.lemma == "due")
    if not bare or not following.finite or _IN_OPENING.fullmatch(tags, 0, group.start) is None:
        return 0
    return max(0, tags.find(",", group.end, following.start))


def _opener(words: list[Word], tags: str, at: int) -> str:
    """The word that opens a clause: a conjunction or relative, after a comma too."""
    for position in range(at, min(at + 3, len(words))):
        if tags[position] in "SCW":
            return words[position].low
        if tags[position] not in ',;R"P':
            return ""
    return ""


def _cut(words: list[Word], tags: str, group: Group, following: Group) -> int:
    """Where the clause of `group` ends and that of `following` begins."""
    low, high = group.end, following.start
    between = tags[low:high]
    if (
        ";" in between
        and (aside := _DASHED.search(between))
        and words[low + aside.start()].text in _DASHES
        and "S" in between[: aside.start()]
    ):
        between = between[: aside.start()] + "R" * (len(between) - aside.start())  # "said that two men - bakers both - were ill"
    for mark in (";", "S", "W"):
        if (at := between.rfind(mark) if mark != "W" else between.find(mark)) >= 0:
            at = _pied(tags, low + at) - low
            return low + at - (at > 0 and between[at - 1] == ",")
    if following.infinitive or following.participle:
        comma = between.rfind(",")
        return low + comma if comma >= 0 and len(between) - comma < 3 else high
    saying = not group.participle or words[group.head].low.endswith("ing")
    acts = group.lemma in verbs.ALSO_ACTS and between[:1] in ("D", "#", "A", "a", "n", "J") and "," in between
    bare = _JOINED.search(between) if following.finite and "C" in between else None
    if bare is None and following.finite and between.count(",") == 1 and "W" in tags[max(0, group.start - 2) : group.start]:
        bare = _BEHIND_COMMA.search(between)  # "the firm, which reports its results in May, fell"
    acts = acts or group.lemma in verbs.OF_THINGS or (following.participle and between[:1] in ("P", "T") and "," in between)
    if (group.lemma in SPEECH or group.lemma in STATEMENT) and saying and not group.passive and not acts:
        if bare is not None and bare.start() > 0:
            return low + bare.start() - (between[bare.start() - 1] == ",")  # "denounced the deal [and called a rally]"
        if between[:1] in tuple("DanAJ#") and following.finite and _UNDER_CONJUNCTION.search(tags, 0, group.start) and "," in between:
            return low + between.index(",")  # "when the firm announced the deal in May, [its shares rose]"
        return _after_speech(words, tags, low, high, group.lemma)
    if following.finite and _in_aside(tags, group) and (closed := _BEHIND_COMMA.search(between)) and closed.start() > 0:
        return low + closed.start()  # "the men, facing wind and rain, [turned back]"
    listed = _LIST.search(between) if following.finite and tags[0] in "SPXgvR" and not group.finite else None
    if listed is not None:
        return low + listed.start()  # "after closing the fair, [Holm, Berg and Fenn left]"
    between = _DESCRIBED.sub("DJJJ", between) if "C" in between else between  # "a damp and crumpled note"
    joint = max(between.rfind("C"), between.rfind(",C"))
    comma = between.rfind(",")
    if _relative_in_subject(tags, group) and joint > 0 and comma < 0 and set(between[joint:]) & set("anA"):
        return high  # "a man [who met Torp and Lund] was freed"
    if following.lemma in SAYING and comma > joint >= 0:
        return low + comma  # "..., who met Torp and Lund, a paper reported"
    if joint > 0 or (joint == 0 and between):
        return low + joint - (joint > 0 and between[joint - 1] == ",")
    return low + comma if comma >= 0 else high


_UNDER_CONJUNCTION: Final = re.compile(r"[SW][DJaAn#RpX]*$")
_DASHED: Final = re.compile(r";[^;]*;[RN]*$")
_DASHES: Final = frozenset("— – - _".split())
_LIST: Final = re.compile(r",[DJ#]*[anA]+(?:,[DJ#]*[anA]+)*,?C[DJ#]*[anA]+[RN]*$")
_DESCRIBED: Final = re.compile(r"DJC[Ja](?=[aAn])")
_JOINED: Final = re.compile(r"C[RN]*$")
_BEHIND_COMMA: Final = re.compile(r",[RNX]*$")


def _in_aside(tags: str, group: Group) -> bool:
    """Tell whether a comma and "which", "who" or an -ing form open the aside that a verb stands in."""
    at = group.start
    if at and tags[at - 1] == "W":
        at -= 1
    elif not (group.participle and tags[group.head] == "g"):
        return False
    elif at and tags[at - 1] == "S":
        at -= 1  # "the jet, while flying to Lund, [vanished]"
    return at > 1 and tags[at - 1] == "," and tags[at - 2] in "anA)"


def _pied(tags: str, at: int) -> int:
    """Step back over a preposition that belongs to the relative: "in which"."""
    return at - 1 if tags[at] == "W" and at and tags[at - 1] == "P" else at


def _after_speech(words: list[Word], tags: str, low: int, high: int, lemma: str) -> int:
    """The end of "said late on Tuesday" or "told reporters on Tuesday", where what was said begins without "that"."""
    at = low
    m = _SPOKEN.match(tags, low, high)
    addressed = _ADDRESSED.match(tags, low, high) if lemma in _ADDRESSES else None
    if addressed is not None:
        return addressed.end()
    if m:
        at = m.end()
        if at > low and tags[at - 1] == "X" and tags[at : at + 1] == "M" and (at - 1 == low or tags[at - 2] != "P"):
            return at - 1  # "said [Monday will see]"
        if at > low and "-" in words[at - 1].text and tags[at : at + 1] in ("a", "n"):
            at -= 1  # "reported [third-quarter profit jumped]"
    joint = tags.rfind("C", at, high)
    if joint > 0 and tags[joint - 1] == ",":
        return joint - 1
    return at if high - at > 0 else high


_ADDRESSES: Final = frozenset("tell inform assure warn remind notify".split())
_ADDRESSED: Final = re.compile(r"(?:p|D?[JaAn#]*[aAn])(?:P[DJaA#]*[aAn]+)?(?:R*P?X)+(?=[DpaAn#J])")
_SPOKEN: Final = re.compile(r"(?:R*P?X|R)*")


def _mark_participles(words: list[Word], tags: str, group: Group, following: Group, cut: int) -> None:
    """Of two past forms with nothing between that joins clauses, one only describes a noun."""
    between = tags[group.end : following.start]
    if "XD" in between:
        between = _OWNED.sub("J", between) if _owned(words, tags, group.end, following.start) else between
    spoken = group.lemma in SPEECH or group.lemma in STATEMENT
    if group.start == 0 and tags[:1] == "v" and tags[group.end : group.end + 1] in ("P", "X"):
        group.participle = True  # "[Rescued] by fishermen, he lives"
    if group.infinitive and _kept(tags, group, following, between):
        following.participle = True  # "to keep the papers [released] on Monday secret"
    if group.participle or group.infinitive:
        return
    if following.finite and _believed(tags, group, between):
        group.participle = True  # "debris [believed to be] that of a raft has washed ashore"
        return
    if group.past and not (group.passive or group.perfect) and group.lemma in _REDUCED and following.past:
        group.participle = True  # "men [dressed] in black broke in"
        return
    if _relative_in_subject(tags, group):
        return
    agent = _done_by(words, group, mark=False)
    if agent and following.past and following.finite and not set("SCW;") & set(between):
        group.participle = True  # "the strike called by the union, ..., stopped all trains"
        return
    if following.finite and _named_aside(tags, group, between):
        group.participle = True  # "the pact, a deal with Norland signed in May, was"
        return
    unlike = ",C" in between or words[group.head].low in only_pasts()  # "Holm, freed in May, [began] a trip to Lund, where he"
    if following.finite and not unlike and _apposed(tags, group, between):
        group.participle = not group.passive and not group.perfect
        return
    between = _DESCRIBED.sub("DJJJ", between) if "C" in between else between
    if group.lemma in ("describe", "name", "call") and between.count('"') == 2 and not following.participle:
        between = between.replace('"', "")  # "a man described as a 'loner' shot four people"
    if not _PARTING.isdisjoint(between) or (cut < following.start and spoken) or following.participle or following.infinitive:
        return
    bare = following.past and not following.passive and not following.perfect and not following.modal
    pure = "P" in between and not set(_PHRASE.sub("", between)) - {"R", "X"}
    if bare and pure and group.past and not (group.passive or group.perfect) and following.lemma in _NEVER_PASSIVE:
        group.participle = group.lemma not in _NEVER_PASSIVE  # "a barge loaded with bells sank"
        return
    plain = group.past and not group.passive and not group.perfect and group.lemma not in _INTRANSITIVE
    if plain and _OBJECT.isdisjoint(_PHRASE.sub("", between)) and (not bare or between[-1:] in ("X", "R") or following.lemma in SPEECH):
        group.participle = True
    elif bare:
        following.participle = True


def _believed(tags: str, group: Group, between: str) -> bool:
    """Tell whether a bare "believed to be" behind a noun only describes it, since the verb is still to come."""
    bare = group.past and not (group.passive or group.perfect or group.modal) and group.controls and group.controls[-1] in _BELIEVES
    return bool(bare) and tags[group.start - 1 : group.start] in tuple("anA") and not set("SCW;") & set(between)


_BELIEVES: Final = frozenset("believe think suspect say know report allege rumour rumor suppose claim mean expect".split())


def _kept(tags: str, group: Group, following: Group, between: str) -> bool:
    """Tell whether a bare past can only describe the object of an infinitive, since nothing joins it to another clause."""
    bare = following.past and not (following.passive or following.perfect or following.modal or following.copula)
    saying = group.lemma in SPEECH or group.lemma in STATEMENT or group.lemma in _LETS
    dated = _DATED_HERE.match(tags, following.end) is not None
    return bare and dated and not saying and _OBJECT_ONLY.fullmatch(between) is not None


_LETS: Final = frozenset("make let help have see hear ensure mean show find decide".split())
_DATED_HERE: Final = re.compile(r"[^,;.CSWvzigBHMO]*X")
_OBJECT_ONLY: Final = re.compile(r"[DJ#]*[an]+(?:P[DJ#]*[an]+)?")


def _owned(words: list[Word], tags: str, low: int, high: int) -> bool:
    """Tell whether a time in a stretch owns what follows: "in [Sunday's] raid"."""
    at = tags.find("XD", low, high)
    return words[at + 1].low in ("'s", "’s", "'")


_OWNED: Final = re.compile("XD")
_IN_OPENING: Final = re.compile(r"R?P[DJ#]*[an]+")
_NEVER_PASSIVE: Final = frozenset(
    "crash sink collapse explode plunge resign skid arrive fall die come go happen begin vanish disappear capsize erupt derail".split()
)
_PARTING: Final = frozenset('SCW,;"(')
_OBJECT: Final = frozenset("anAp")
_PHRASE: Final = re.compile(r"P[DJaR#]*[anAX]+")


def _apposed(tags: str, group: Group, between: str) -> bool:
    """Tell whether a past form opens an aside between commas: "the deal, [first] reached on Sunday, gives"."""
    at = group.start
    while at and tags[at - 1] == "R":
        at -= 1
    return group.past and at > 1 and tags[at - 1] == "," and tags[at - 2] in "anA)" and "," in between


def _named_aside(tags: str, group: Group, between: str) -> bool:
    """Tell whether a bare past ends an aside that says what the subject is, so that another verb has to come."""
    if not group.past or group.passive or group.perfect or group.lemma in _INTRANSITIVE or not _CLOSED.fullmatch(between):
        return False
    return _ASIDE.search(tags, 0, group.start) is not None


_CLOSED: Final = re.compile(r"(?:P?X|P[DJ#]*[aAn]+)+,[RN]*")
_ASIDE: Final = re.compile(r"[^CSWvzigBHM]*[anA],D[^,;CSWvzigBHM]*$")


def _relative_in_subject(tags: str, group: Group) -> bool:
    """Tell whether a verb stands in a relative clause of a subject that still waits for its verb: "the rule that fell [was]"."""
    opened = tags.rfind("W", 0, group.start)
    return (
        opened > 0 and opened + 1 == group.start and not set(tags[:opened]) & set("vzigBHMOSWC") and "n" in tags[:opened].replace("a", "n")
    )


def _mark_reduced(tags: str, clauses: list[Clause], following: Group, start: int) -> None:
    """Mark a bare past without subject or conjunction behind a noun as a participle: "in a letter [published Wednesday]"."""
    bare = following.past and not (following.passive or following.perfect or following.modal or following.participle or following.copula)
    if not bare:
        return
    main = any(clause.group.finite and not _relative_in_subject(tags, clause.group) for clause in clauses)
    if main and following.lemma in verbs.NEEDS_OBJECT and following.start > start and tags[following.start - 1] in "an":
        following.participle = _TO_DO.match(tags, following.end) is not None  # "said Torp of the panel named last May to look"
    if main and _IN_PHRASE.fullmatch(tags, start, following.start) and following.lemma not in _INTRANSITIVE:
        following.participle = tags[following.end : following.end + 1] in ("X", "P", "R")  # "wrote Torp, in a study published on Monday"
    behind_comma = (
        tags[start] == "," and following.start == start + 1 and tags[start - 1] in "anA#" and tags.find("C", start, start + 40) < 0
    )
    if behind_comma and any(c.group.perfect and c.group.finite and not c.group.past for c in clauses[-_NEAR:]):
        following.participle = following.lemma not in _INTRANSITIVE  # "has lost its satellite Vega 3, [launched] in May"
    if main and start == following.start and tags[start - 1] in "an" and following.lemma not in _INTRANSITIVE:
        following.participle = tags[following.end : following.end + 1] in ("X", "P", "R", ".", ",")


_NEAR: Final = 4  # clauses: to look at all of them would take time that grows with their square
_TO_DO: Final = re.compile(r"P?X+Ti")
_IN_PHRASE: Final = re.compile(r",?P[DJ#]*[aAn]+")


def _done_by(words: list[Word], group: Group, mark: bool = True) -> bool:
    """Tell whether a bare past is a participle because "by" names who did it: "the bid launched last week by the firm"."""
    if not group.past or group.passive or group.perfect or group.copula or group.lemma in _INTRANSITIVE:
        return False
    if words[group.head].low in only_pasts():
        return False  # "the presidents spoke by telephone"
    at = group.end
    if at + 1 < len(words) and words[at].low in ("over", "in", "on", "during") and words[at + 1].time >= 0:
        at += 1
    while at < len(words) and (words[at].time >= 0 or words[at].low in ("so", "far", "jointly")):
        at += 1
    after = words[at + 1].low if at + 1 < len(words) and words[at].low == "by" and words[at + 1].time < 0 else ""
    found = bool(after) and not after[0].isdigit() and after[0] not in "$€£" and not after.endswith("ing") and after not in _AMOUNTS
    if found and mark:
        group.participle = True
    return found


_AMOUNTS: Final = frozenset("about nearly almost around over more less as half a at some up only just another".split())


def _share_helpers(words: list[Word], tags: str, group: Group, following: Group, opener: str) -> None:
    """Give the second of two joined participles the helpers of the first: "100 were killed and 200 wounded"."""
    between = tags[group.end : following.start]
    listed = group.passive and not opener and _WHERE_AND_WHEN.fullmatch(between) is not None
    listed = listed and following.lemma not in SPEECH | STATEMENT | _INTRANSITIVE and words[following.head].low not in only_pasts()
    joined = listed or ((opener in ("and", "or") or (opener == "but" and between[-1:] == "C")) and not set(between) & set("SW;"))
    alone = following.past and not following.passive and not following.perfect and not following.modal
    if joined and (group.modal or group.infinitive) and tags[following.head] == "i" and following.start == following.head:
        following.modal, following.infinitive, following.controls = group.modal, group.infinitive, group.controls
        following.past, following.perfect = group.past, group.perfect
    acts = words[min(following.end, len(words) - 1)].low in ("off", "up", "down") and tags[following.end + 1 : following.end + 2] in tuple(
        "DAan"
    )
    whereto = tags[following.end : following.end + 2] in ("Ta", "TD", "Tn", "TA")  # "was raised and towed to port"
    alone = alone and following.lemma not in _NEVER_PASSIVE  # "was shot and died"
    if joined and group.passive and alone and not acts and (whereto or tags[following.end : following.end + 1] in tuple("PX.,CR")):
        following.passive, following.past, following.perfect = True, group.past, group.perfect


_WHERE_AND_WHEN: Final = re.compile(r"(?:P[DJ#]*[aAn]+|P?X|R)*,")


def _done_to_somebody(lemma: str) -> bool:
    return lemma in verbs.NEEDS_OBJECT or verb_classes().get(lemma) in ("expel", "court", "charge", "arrest", "free", "die", "injure")


def _share_across(tags: str, clauses: list[Clause], following: Group, start: int, opener: str) -> None:
    """Give a participle the helpers of one before an aside: "was held in 2013, when he landed in Lund, and [extradited] in May"."""
    alone = following.past and not (following.passive or following.perfect or following.modal) and following.lemma not in _INTRANSITIVE
    if not alone or opener != "and" or tags[start] != "," or following.head != following.start or not _done_to_somebody(following.lemma):
        return
    if tags[following.end : following.end + 1] not in tuple("PX.,"):
        return
    before = next((clause for clause in reversed(clauses[-_NEAR:]) if clause.group.passive and clause.group.finite), None)
    aside = clauses[before.index + 1] if before is not None and before.index + 1 < len(clauses) else None
    if before is not None and aside is not None and aside.opener in ("when", "where", "after", "who", "which") and tags[aside.start] == ",":
        following.passive, following.past, following.perfect = True, before.group.past, before.group.perfect


_REDUCED: Final = frozenset("dress arm base bear know trap accuse suspect involve wear".split())
_INTRANSITIVE: Final = frozenset(
    "come go arrive happen occur die stand stop pass begin start fall rise remain live appear meet travel jump climb "
    "drop grow slip soar surge gain lose tumble plunge decline increase stop".split()
)
