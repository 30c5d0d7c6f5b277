"""A text and a language in, the phrases found in it out, with meanings that are not yet tied to the calendar."""

from __future__ import annotations

from generator.timex.language import Found, Language, Match, Reading, Rule
from generator.timex.tokens import Tokens, tokenise


def scan(text: str, language: Language) -> tuple[Tokens, list[Found]]:
    """The tokens of a text and its phrases in order: at each place the longest match, of equals the first rule's."""
    tokens = language.settle(tokenise(text, language.token, language.classes, language.names), language)
    found: list[Found] = []
    at, classes = 0, tokens.classes
    known, rules_for, start = language.memo, language.rules_for, language.start.search
    while (place := start(classes, at)) is not None:
        at = place.start()
        pair = classes[at : at + 2]
        rules = known.get(pair)
        if rules is None:
            rules = rules_for(pair)
        some = _longest(tokens, at, rules, language) if rules else None
        if some:
            found += some
            at = some[-1].end
        else:
            at += 1
    return tokens, language.finish(tokens, found, language)


def _longest(tokens: Tokens, at: int, rules: tuple[tuple[int, Rule], ...], language: Language) -> list[Found] | None:
    """What begins at a token: matches are tried longest first until a rule reads one and no guard objects."""
    classes = tokens.classes
    matches = [(m.end(), rank, m, rule) for rank, rule in rules if (m := rule.pattern.match(classes, at))]
    if not matches:
        return None
    if len(matches) > 1:
        matches.sort(key=_length, reverse=True)
    for end, _, groups, rule in matches:
        made = rule.make(Match(tokens, language, groups)) if end > at else None
        if made is None:
            continue
        some = [_found(rule.name, groups.start(), end, one) for one in (made if isinstance(made, tuple) else (made,))]
        if not any(language.unlikely(tokens, one, language) for one in some):
            return some
    return None


def _length(match: tuple[int, int, object, object]) -> tuple[int, int]:
    return match[:2]


def _found(rule: str, begin: int, end: int, made: object) -> Found:
    reading = made if isinstance(made, Reading) else Reading(made)  # type: ignore[arg-type]
    first, last = reading.begin, reading.end
    return Found(begin if first is None else first, end if last is None else last, reading, rule, begin + 1 if reading.ranged else 0)
