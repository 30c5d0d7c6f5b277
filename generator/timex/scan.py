"""A text and a language in, the phrases found in it out, with meanings that are not yet tied to the calendar."""

from __future__ import annotations

import sys

from generator.timex.language import Found, Language, Match, Matching, Reading
from generator.timex.tokens import Tokens, tokenise


def scan(text: str, language: Language, most: int = sys.maxsize) -> tuple[Tokens, list[Found]]:
    """The tokens of a text and its first phrases in order: at each place the longest match, of equals the first rule's."""
    tokens = language.settle(tokenise(text, language.vocabulary), language)
    found: list[Found] = []
    at, classes = 0, tokens.classes
    known, behind, run, start = language.memo, language.behind, language.run.match, language.start.search
    while len(found) < most and (place := start(classes, at)) is not None:
        at = place.start()
        key = run(classes, at)[0]  # type: ignore[index]
        if at and classes[at - 1] in behind:
            key = f"{classes[at - 1]} {key}"
        rules = known.get(key)
        if rules is None:
            rules = language.remember(key, classes, at)
        some = _longest(tokens, at, rules, language) if rules else None
        if some:
            found += some
            at = some[-1].end
        else:
            at += 1
    return tokens, language.finish(tokens, found, language)


def _longest(tokens: Tokens, at: int, rules: tuple[Matching, ...], language: Language) -> list[Found] | None:
    """What begins at a token: the rules that match there, longest match first, until one reads it and no guard objects."""
    for match, rule in rules:
        groups = match(tokens.classes, at)
        made = rule.make(Match(tokens, language, groups)) if groups else None
        if made is None or groups is None:
            continue
        end = groups.end()
        if type(made) is not tuple:
            one = _found(rule.name, at, end, made)
            if not language.unlikely(tokens, one, language):
                return [one]
            continue
        some = [_found(rule.name, at, end, part) for part in made]
        if not any(language.unlikely(tokens, part, language) for part in some):
            return some
    return None


def _found(rule: str, begin: int, end: int, made: object) -> Found:
    if type(made) is not Reading:
        return Found(begin, end, Reading(made), rule)  # type: ignore[arg-type]
    first, last = made.begin, made.end
    return Found(begin if first is None else first, end if last is None else last, made, rule, begin + 1 if made.ranged else 0)
