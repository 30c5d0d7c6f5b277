"""Words with two lives: "May", "March", "Sun" are time words only where case and neighbours say so; the others become OTHER."""

from __future__ import annotations

from typing import Final

from generator.timex.en.words import AMBIGUOUS_MONTHS, MONTHS, words
from generator.timex.language import Language
from generator.timex.tokens import Tokens

_BEFORE_MONTH = words(
    "in of since until till by for last next this early late mid from through to and between after before during every each or is "
    "was and on around about end start beginning middle past"
)
_HAPPENS: Final = words("is was has had saw brought looks will")
_RANGE: Final = words("through to until till - – /")
_DETERMINERS: Final = words("the a its their his her our")


def settle(tokens: Tokens, language: Language) -> Tokens:
    """Give each ambiguous word of the text the class it has there."""
    month, weekday = language.names["MONTH"], language.names["WEEKDAY"]
    edits: list[tuple[int, str]] = []
    for m in language.extra["maybe_month"].finditer(tokens.classes):
        at = m.start()
        edits.append((at, month if _is_month(tokens, at, language) else "a"))
    for m in language.extra["maybe_weekday"].finditer(tokens.classes):
        at = m.start()
        edits.append((at, weekday if _is_weekday(tokens, at, language) else "a"))
    if not edits:
        return tokens
    classes = list(tokens.classes)
    for at, character in edits:
        classes[at] = character
    return Tokens(tokens.text, tokens.ends, tokens.words, "".join(classes))


def _is_month(tokens: Tokens, at: int, language: Language) -> bool:
    if not tokens.capital(at):
        return False
    words = tokens.words
    after = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    if after[:1].isdigit() or before[:1].isdigit() or _range_of_months(words, at):
        return True
    if after in ("'", "’") and words[at + 2 : at + 3] and words[at + 2].isdigit():  # “May '68”
        return True
    if words[at] not in ("may", "march"):
        return False
    if before in _BEFORE_MONTH:
        return not (words[at] == "march" and after in ("of", "for", "on") and _names(tokens, at + 2))
    starts = at == 0 or before in (".", "!", "?", '"', "“", ":") or before[:1] == "\n"
    name = (before.isalpha() and before not in _DETERMINERS and tokens.capital(at - 1)) or (after.isalpha() and tokens.capital(at + 1))
    if words[at] == "march" and after in _HAPPENS:  # “March was wet”
        return not name
    if words[at] == "march" and after in ("for", "of", "on", "to"):
        return False
    return not starts and not name and not tokens.capitals(at)


def _range_of_months(words: list[str], at: int) -> bool:
    """“May through August”, “Jan-Mar”: a month is the other end."""
    ends = (words[at + 1 : at + 3], words[max(0, at - 2) : at][::-1])
    return any(len(near) == 2 and near[0] in _RANGE and (near[1] in MONTHS or near[1] in AMBIGUOUS_MONTHS) for near in ends)


def _names(tokens: Tokens, at: int) -> bool:
    """Tell whether a word goes on with a name: “the March for Life”, “the March on Rome”."""
    return at < len(tokens.words) and tokens.capital(at)


def _is_weekday(tokens: Tokens, at: int, language: Language) -> bool:
    """“Sun, 5 May”: the short weekdays without full stop stand beside a date."""
    if tokens.words[at].endswith(".") and at and tokens.words[at - 1] in ("on", "last", "next", "this"):
        return tokens.capital(at)
    near = tokens.words[at + 1 : at + 3]
    beside = [word for word in near if word != ","][:1]
    return tokens.capital(at) and bool(beside) and (beside[0][0].isdigit() or language.classes.get(beside[0]) == language.names["MONTH"])
