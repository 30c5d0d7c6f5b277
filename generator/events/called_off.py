"""A dated clause that tells a plan in, the word out that calls the plan off, in the clause before it or behind."""

from __future__ import annotations

from typing import Final

from generator.events.en import cues, verbs
from generator.events.phrases import any_noun
from generator.events.words import Bound, Clause, Parse

_OFF: Final = cues.CANCEL | cues.POSTPONE


def called_off(parsed: Parse, clause: Clause) -> Bound | None:
    """Of "called off a strike planned for" a day the strike, of "a fair that was to open" on a day "was cancelled" the cancelling."""
    if not _plans(clause):
        return None
    before = parsed.clauses[clause.index - 1] if clause.index else None
    behind = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if before is not None and before.group.lemma in _OFF and (clause.opener in ("that", "which") or clause.group.participle):
        noun = any_noun(parsed, before.group.end, clause.group.start)
        return None if noun is None else Bound(before, noun, "verb")
    if behind is None or not _ends_plan(parsed, clause, behind) or new_day(parsed, behind):
        return None
    return Bound(behind, behind.group.head, "verb")


def says_when(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause calls off what has a day of its own: the day in the clause itself is only that of the decision."""
    if clause.group.lemma not in _OFF or new_day(parsed, clause):
        return False
    before = parsed.clauses[clause.index - 1] if clause.index else None
    behind = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    told_before = before is not None and _dated(parsed, before) and _plans(before) and _ends_plan(parsed, before, clause)
    told_behind = behind is not None and _dated(parsed, behind) and called_off(parsed, behind) is not None
    return told_before or told_behind


def given_up(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause tells the day of a plan for which the next clause names a new one: "planned for May, was put off to June"."""
    behind = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if behind is None or behind.group.lemma not in _OFF:
        return False
    return _plans(clause) and _ends_plan(parsed, clause, behind) and new_day(parsed, behind)


def new_day(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause puts something off to a day that it names."""
    if clause.group.lemma not in cues.POSTPONE:
        return False
    return any(
        parsed.tags[i] == "X" and parsed.words[i - 1].low in ("to", "until", "till", "for") for i in range(clause.group.end, clause.end)
    )


def _plans(clause: Clause) -> bool:
    """Tell whether a clause says for when something was planned: "planned for", "which was to be held"."""
    group = clause.group
    if verbs.CONTROL.get(group.lemma) == "planned":
        return True
    return bool(group.controls) and any(c == "be" or verbs.CONTROL.get(c) == "planned" for c in group.controls)


def _ends_plan(parsed: Parse, plan: Clause, behind: Clause) -> bool:
    """Tell whether the clause behind a plan calls it off: the plan only describes its subject, or a "but" stands between."""
    if behind.group.lemma not in _OFF or not behind.group.passive:
        return False
    describes = plan.group.participle or "W" in parsed.tags[plan.start : plan.group.start]
    but = any(parsed.words[i].low == "but" for i in range(plan.group.end, behind.group.start))
    had_been = plan.group.passive and plan.group.perfect and verbs.CONTROL.get(plan.group.lemma) == "planned"
    return describes or (but and (bool(plan.group.controls) or had_been))


def _dated(parsed: Parse, clause: Clause) -> bool:
    return "X" in parsed.tags[clause.start : clause.end]
