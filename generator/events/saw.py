"""A time that is said to see something in, what it sees out: "Monday will see [cranes lift the wreck]", "May saw [the mill close]"."""

from __future__ import annotations

from typing import Final

from generator.events.idle import is_subject
from generator.events.phrases import any_noun
from generator.events.words import Bound, Clause, Parse


def saw(parsed: Parse, token: int, clause: Clause) -> Bound | None:
    """What the time at `token` sees; None where it is not the subject of "see" or sees no event."""
    group = clause.group
    if group.lemma != "see" or group.negated or group.passive or not is_subject(parsed, token, clause):
        return None
    then = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if then is not None and not then.opener and then.start == clause.end and parsed.tags[then.group.head] == "i":
        bare = then.group.finite and then.group.start > then.start and not (then.group.modal or then.group.past)
        return Bound(then, then.group.head, "verb") if bare else None
    noun = any_noun(parsed, group.end, clause.end)
    if noun is None:
        noun = next((i for i in range(group.end, clause.end - 1) if _stage(parsed, i)), None)
    return Bound(clause, noun, "noun") if noun is not None else None


def _stage(parsed: Parse, at: int) -> bool:
    """Tell whether a word is where something begins or ends: "the start of the fair"."""
    return parsed.words[at].low in _STAGES and parsed.words[at + 1].low == "of"


_STAGES: Final = frozenset("start beginning opening launch end close birth arrival return".split())
