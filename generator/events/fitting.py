"""The tokens behind a verb and the room that a headline has in, as many of their words as can stand there out."""

from __future__ import annotations

from typing import Final

from generator.events.en import verbs
from generator.events.gate import completes
from generator.events.lexicon import SAYING, forms
from generator.events.wording import People, phrase
from generator.events.words import Parse


def fitting(parsed: Parse, tokens: list[int], people: People, room: int) -> str:
    """Write as much of what follows the verb as there is room for, cut where a phrase begins, nothing left hanging."""
    tags = parsed.tags
    whole = tokens
    while tokens:
        tokens = _complete(parsed, _without_verbless(parsed, _without_content(parsed, _complete(parsed, tokens, whole))), whole)
        text = phrase(parsed, tokens, people)
        if len(text.split()) <= room:
            return text
        cuts = [n for n, i in enumerate(tokens) if n and tags[i] in "PSWCTg,;" and parsed.words[i].low != "than"]
        if not cuts:
            return text
        tokens = tokens[: cuts[-1]]
    return ""


def _without_content(parsed: Parse, tokens: list[int]) -> list[int]:
    """Leave out a "that" whose verb did not come along: "recommend [that its dividend]"."""
    if "that" not in parsed.known:
        return tokens
    if tokens and parsed.words[tokens[0]].low == "that" and not any(parsed.tags[i] in "vzigBHM" for i in tokens):
        return []  # "denies [that Norland]"
    last = max((n for n, i in enumerate(tokens) if n and parsed.words[i].low == "that" and parsed.tags[i] in "SW"), default=0)
    told = parsed.clause_at(tokens[last]) if last else None
    if told is not None and told.group.participle and told.start + 1 >= tokens[last]:
        main = next((c.group.head for c in parsed.clauses[told.index + 1 :] if c.group.finite), None)
        return tokens if main in tokens else tokens[:last]  # "that fees set by the board [would fall]"
    return tokens[:last] if last and not any(parsed.tags[i] in "vzigBHM" for i in tokens[last:]) else tokens


def _without_verbless(parsed: Parse, tokens: list[int]) -> list[int]:
    """Leave out an "after" or "because" whose verb did not come along: "lands in Lund [after one]"."""
    if "S" not in parsed.tags:
        return tokens
    last = max((n for n, i in enumerate(tokens) if n and parsed.tags[i] == "S" and parsed.words[i].low in _CONNECTS), default=0)
    behind = tokens[last:]
    told = any(parsed.tags[i] in "vzigBHM" or parsed.words[i].low.endswith("ing") for i in behind)
    return tokens[:last] if last and not told else tokens


_CONNECTS: Final = frozenset("after before because while when as although since until once if unless".split())
_PARTICLES: Final = frozenset("up out down off in over".split())


def _complete(parsed: Parse, tokens: list[int], whole: list[int]) -> list[int]:
    """Take from the end what cannot end a headline: a preposition, an article, a verb whose object was cut off."""
    tags = parsed.tags
    while tokens:
        last, tag = tokens[-1], tags[tokens[-1]]
        following = tags[last + 1 : last + 2]
        before = tags[last - 1 : last]
        if (
            (
                tag in "PDSCWTMBHON,;:("
                and (tag != "P" or len(tokens) > 1 or parsed.words[last].low not in _PARTICLES)
                and not (tag == "P" and completes([word.low for word in parsed.words[max(0, tokens[0] - 2) : last + 1]]))
            )
            or (tag in "JR" and len(tokens) < len(whole))
            or (parsed.words[last].low in _OF_WHAT and before in tuple("PD") and _of_cut(parsed, tokens, whole))
            or (tag == "J" and before in ("D", "J"))
            or (tag == "p" and len(tokens) > 2 and tags[tokens[-2]] in "SW")
            or (tag in "vzi" and len(tokens) > 2 and tags[tokens[-2]] in "WS" and parsed.words[tokens[-2]].low in _RELATING)
            or (tag in "gviz" and len(tokens) < len(whole))
            or (tag == "g" and before in ("P", "N", "R", "C"))
            or (tag == "g" and len(tokens) > 1 and _wants_more(parsed.words[last].low))
            or (tag == "v" and before in tuple("anA") and following in ("T", "P"))
            or (tag == "i" and following in tuple("DJ"))
        ):
            tokens = tokens[:-1]
        else:
            break
    return tokens


def _of_cut(parsed: Parse, tokens: list[int], whole: list[int]) -> bool:
    """Tell whether the "of" behind the last word was cut off, without which it says nothing: "as part [of the deal]"."""
    return len(tokens) < len(whole) and tokens == whole[: len(tokens)] and parsed.words[whole[len(tokens)]].low in ("of", "with")


_OF_WHAT: Final = frozenset(
    "part image connection wake aftermath favour favor terms spite form name behalf lieu suspicion event result light front support "
    "honour honor memory recognition violation search danger need excess charge control order".split()
)
_RELATING: Final = frozenset("that which who".split())  # "a fair in Lund that starts" lost its time


def _wants_more(low: str) -> bool:
    """Tell whether an -ing form says nothing without what follows it: "trying", "explaining"."""
    known = forms().get(low)
    return known is not None and (known.lemma in verbs.NEEDS_OBJECT or known.lemma in verbs.CONTROL or known.lemma in SAYING)
