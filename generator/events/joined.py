"""The clauses of a sentence in, which is the main one and which go on with what another tells out, of the same doer or of another one."""

from __future__ import annotations

import re
from typing import Final, Literal

from generator.events.subject import is_pronoun, subject_words
from generator.events.words import Clause, Parse

Link = Literal["same", "other"]


def joined(parsed: Parse, first: Clause, second: Clause) -> Link | None:
    """Tell whether a clause goes on with what the one before tells, and of whom: "and", "but" or the commas of a list join them."""
    tags, opening = parsed.tags, parsed.tags[second.start : second.group.start].strip("R")
    if second.opener in ("and", "but") and opening.strip(",R") == "C":
        return "same"
    if opening == "," and not second.opener:
        third = parsed.clauses[second.index + 1] if second.index + 1 < len(parsed.clauses) else None
        return (
            "same"
            if third is not None and third.opener == "and" and "W" not in tags[max(0, first.group.start - 2) : first.group.start]
            else None
        )
    own = subject_words(parsed, second)
    if first.opener in _WHEN and not first.index and opening[:1] == "," and not second.opener and own and own[0] >= second.start:
        return None if is_pronoun(parsed, own) else "other"  # "when the dam burst on Sunday, [two mills were flooded]"
    if second.opener not in ("and", "while", "as") or not own or own[0] < second.start or is_pronoun(parsed, own) or "W" in opening:
        return None
    between = tags[parsed.clauses[second.index - 1].group.end : second.start]
    listed = "S" in between or _LISTED.search(between) is not None  # "after his mother, his aunt [and two others drowned]"
    return None if listed or parsed.words[own[0]].low == "much" else "other"


_WHEN: Final = frozenset("when as after once".split())
_LISTED: Final = re.compile(r",[DJ#]*[anA]+,?$")


def same_tense(first: Clause, second: Clause) -> bool:
    """Tell whether two clauses tell of one time by their verbs: both in the past, or both in the perfect."""
    a, b = first.group, second.group
    return b.finite and a.past == b.past and a.perfect == b.perfect and not (b.modal or b.negated or b.progressive or b.unmet)


def main_clause(parsed: Parse) -> Clause | None:
    """The clause of a sentence that is no participle, no relative and under no conjunction."""
    in_relative = False
    for clause in parsed.clauses:
        opened = "W" in parsed.tags[clause.start : clause.group.start] or clause.opener in _UNDER
        joined = in_relative and clause.opener in ("and", "or", "but")
        in_relative = opened or joined
        if clause.group.finite and not in_relative:
            return clause
    return None


_UNDER: Final = frozenset(
    "that because although though while when where whereas unless if whether after before until as since who which".split()
)
