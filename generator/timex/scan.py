"""A text and a language in, the phrases found in it out, with meanings that are not yet tied to the calendar."""

from __future__ import annotations

from generator.timex.language import Found, Language, Match, Reading, Rule
from generator.timex.tokens import Tokens, tokenise


def scan(text: str, language: Language) -> tuple[Tokens, list[Found]]:
    """The tokens of a text and its phrases in order: at each place the longest match, of equals the first rule's."""
    tokens = language.settle(tokenise(text, language.token, language.classes), language)
    found: list[Found] = []
    at, by_first, classes, size = 0, language.by_first, tokens.classes, len(tokens.classes)
    while at < size:
        rules = by_first.get(classes[at])
        one = _longest(tokens, at, rules, language) if rules else None
        if one is None:
            at += 1
        else:
            found.append(one)
            at = one.end
    return tokens, language.finish(tokens, found, language)


def _longest(tokens: Tokens, at: int, rules: tuple[Rule, ...], language: Language) -> Found | None:
    """The phrase that begins at a token: matches are tried longest first until a rule reads one and no guard objects."""
    matches = [
        (m.end(), -order, rule, m) for order, rule in enumerate(rules) if (m := rule.pattern.match(tokens.classes, at)) and m.end() > at
    ]
    if not matches:
        return None
    matches.sort(key=lambda entry: entry[:2], reverse=True)
    for _, _, rule, groups in matches:
        made = rule.make(Match(tokens, language, groups))
        if made is None:
            continue
        reading = made if isinstance(made, Reading) else Reading(made)
        begin = groups.start() if reading.begin is None else reading.begin
        one = Found(begin, groups.end() if reading.end is None else reading.end, reading, rule.name)
        if not language.unlikely(tokens, one, language):
            return one
    return None
