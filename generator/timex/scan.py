"""A text and a language in, the phrases found in it out, with meanings that are not yet tied to the calendar."""

from __future__ import annotations

from generator.timex.language import Found, Language, Match, Reading, Rule
from generator.timex.tokens import Tokens, tokenise


def scan(text: str, language: Language) -> tuple[Tokens, list[Found]]:
    """The tokens of a text and its phrases in order: at each place the longest match, of equals the first rule's."""
    tokens = language.settle(tokenise(text, language.token, language.classes, language.names), language)
    found: list[Found] = []
    at, classes, size = 0, tokens.classes, len(tokens.classes)
    by_first, alone, other = language.by_first, language.alone, language.names["OTHER"]
    while at < size:
        first = classes[at]
        rules = by_first.get(first)
        hopeful = rules and (first in alone or classes[at + 1 : at + 2] != other)
        some = _longest(tokens, at, rules, language) if rules and hopeful else None
        if some:
            found += some
            at = some[-1].end
        else:
            at += 1
    return tokens, language.finish(tokens, found, language)


def _longest(tokens: Tokens, at: int, rules: tuple[Rule, ...], language: Language) -> list[Found] | None:
    """What begins at a token: matches are tried longest first until a rule reads one and no guard objects."""
    classes = tokens.classes
    matches = [(m.end(), -order, m) for order, rule in enumerate(rules) if (m := rule.pattern.match(classes, at))]
    if not matches:
        return None
    matches.sort(key=_length, reverse=True)
    for end, order, groups in matches:
        rule = rules[-order]
        made = rule.make(Match(tokens, language, groups)) if end > at else None
        if made is None:
            continue
        some = [_found(rule.name, groups.start(), end, one) for one in (made if isinstance(made, tuple) else (made,))]
        if not any(language.unlikely(tokens, one, language) for one in some):
            return some
    return None


def _length(match: tuple[int, int, object]) -> tuple[int, int]:
    return match[:2]


def _found(rule: str, begin: int, end: int, made: object) -> Found:
    reading = made if isinstance(made, Reading) else Reading(made)  # type: ignore[arg-type]
    first, last = reading.begin, reading.end
    return Found(begin if first is None else first, end if last is None else last, reading, rule, begin + 1 if reading.ranged else 0)
