"""A clause in, the tokens behind its verb that a headline keeps out: to its end, a quotation or an aside, and what completes it."""

from __future__ import annotations

import re
from typing import Final

from generator.events.en import cues, verbs
from generator.events.gate import LONGEST
from generator.events.lexicon import SAYING
from generator.events.subject import LISTED
from generator.events.words import Clause, Parse


def tail(parsed: Parse, clause: Clause, limits: tuple[int, int] | None = None) -> list[int]:
    """The tokens after the verb that a headline keeps: up to the end of the clause, a quotation or an aside."""
    tags = parsed.tags
    kept: list[int] = []
    depth = over = 0
    low, high = limits or (clause.group.end, clause.end)
    for i in range(low, high):
        tag = tags[i]
        if tag == "(":
            depth += 1
        if depth:
            depth -= tag == ")"
            continue
        if tag == "." and parsed.words[i].text == "." and parsed.words[i - 1].text[:1].isupper() and i + 1 < len(tags):
            continue  # the full stop of "Inc." or "No."
        if i < over:
            continue
        if tag == "," and not kept and tags[i + 1 : i + 2] in ("P", "R") and (close := tags.find(",", i + 1, high)) > 0:
            over = close + 1  # "showed, [in plain terms], that"
            continue
        if tag == "," and clause.group.start == 0 and clause.group.participle:
            break
        if tag == "," and not kept:
            continue
        if tag == "," and (
            parsed.words[kept[-1]].low in cues.ADJECTIVES or (tags[kept[-1]] == "J" and tags[i + 1 : i + 2] in tuple("aJ#"))
        ):
            continue
        if tag == "C" and kept and _other_deed(tags, i):
            break
        if tag == "," and tags[i - 1] == "A" and _STATE_OF.match(tags, i + 1) and _IN_HOME.search(tags, clause.group.end, i):
            kept.append(i)  # "died in her Ghent, Belgia home"
            continue
        if tag in ".;" or (tag == "," and len(kept) > 1 and not _listed(tags, i, clause.end)):
            break
        if tag != ")":
            kept.append(i)
    else:
        if limits is None:
            kept += _complement(parsed, clause, kept)
    return kept


_IN_HOME: Final = re.compile(r"DA+$")
_STATE_OF: Final = re.compile(r"A+[an]")
_DEED: Final = re.compile(r"CR*[gvz](?![anJ]*[BHM])(?=[DPAapX#T])")


def _other_deed(tags: str, i: int) -> bool:
    """Tell whether an "and" goes on with another verb: "ran a stop sign [and resisting arrest]"."""
    return _DEED.match(tags, i) is not None


def _listed(tags: str, comma: int, end: int) -> bool:
    """Tell whether a comma stands in a list of nouns: "rulings, fines and bans"."""
    return bool(LISTED.match(tags, comma, end))


def _complement(parsed: Parse, clause: Clause, kept: list[int]) -> list[int]:
    """What follows the clause and completes it: an infinitive, a participle, "that ..." after a verb of saying."""
    if clause.index + 1 >= len(parsed.clauses):
        return []
    following = parsed.clauses[clause.index + 1]
    tags = parsed.tags
    bare = following.group.finite and not following.opener and not set(tags[following.start : following.group.start]) & set("anAp#")
    if bare:
        return []  # "guidelines to be published [will decide]"
    planned = following.group.participle and verbs.CONTROL.get(following.group.lemma) == "planned"
    if planned and re.match(r"P?X[.,;]", tags[following.group.end :] + "."):
        return []  # "a strike planned for Friday": the day is left out, and with it the word
    if tags[following.start] in ",;" or following.opener in (
        "and",
        "but",
        "while",
        "when",
        "because",
        "although",
        "which",
        "who",
        "as",
        "if",
    ):
        return []
    if len(kept) > LONGEST or (following.group.finite and (clause.group.participle or not _takes_clause(parsed, clause, following, kept))):
        return []
    found = _until_mark(parsed, following)
    behind = parsed.clauses[following.index + 1] if following.index + 1 < len(parsed.clauses) else None
    whole = following.end == following.group.end or following.group.lemma in verbs.MAKES_OTHERS
    if found and found[-1] + 1 == following.end and whole and behind is not None and _goes_on(following, behind):
        found += _until_mark(parsed, behind)  # "are searching the bay, trying [to find the boat]"
    return found


def _goes_on(following: Clause, behind: Clause) -> bool:
    """Tell whether a clause completes one that completes another: "trying [to find it]", "to announce [it would close]"."""
    said = following.group.lemma in SAYING and behind.group.finite and behind.opener in ("that", "")
    return behind.group.infinitive or said


def _until_mark(parsed: Parse, following: Clause) -> list[int]:
    """The tokens of a completing clause up to a mark; an aside between commas before its verb is left out."""
    tags, found, i = parsed.tags, [], following.start
    while i < following.end:
        if tags[i] == "," and i < following.group.start and (close := tags.find(",", i + 1, following.group.start)) > 0:
            i = close + 1
            continue
        if tags[i] in ",.;(" and not (tags[i] == "." and parsed.words[i].text != "."):
            break
        found.append(i)
        i += 1
    told = following.group.start in found or not following.group.finite
    spoken = following.group.finite and found and found[-1] == following.group.head and following.group.lemma in SAYING
    spoken = spoken and tags[following.end : following.end + 1] != "T"  # "that Norland threatened [to leave]"
    return found if told and not spoken else []  # "as Elmco reported" lacks what was said


def _takes_clause(parsed: Parse, clause: Clause, following: Clause, kept: list[int]) -> bool:
    """Tell whether a finite clause completes a verb: what was said, found or decided."""
    bare = not kept or parsed.tags[kept[0]] in "PXR"  # "shared [at the meeting] that"
    return (
        clause.group.lemma in SAYING | THAT
        or (bare and following.opener == "that" and parsed.tags[following.start] == "S")
        or following.opener in ("whether", "how", "why", "what", "after", "before")
    )


THAT: Final = frozenset(
    "find project testify demonstrate "
    "demand declare decide rule deny confirm show know believe reveal vote ensure propose agree order hear".split()
)
