"""The text of a body in, its sentences out: half-open offsets and paragraph numbers.

Paragraphs are separated by blank lines and always end a sentence; a single line break is mere white space. A full stop
ends a sentence unless an abbreviation, an initial, an ordinal or a lower-case word says otherwise. The words below are
English with the German months, since "14. Mai" is the commonest ordinal that looks like an end; other scripts are split
at their own marks. Time is linear in the length of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from generator.model import Sentence

# A run of end marks with what closes after it and the white space beyond, or a blank line, or a mark of another script.
# It begins with one set of characters, which the engine looks for quickly; the look-behinds and the possessive counts
# keep one pass over "......" from becoming one pass per dot.
_BREAK: Final = re.compile(
    r"[.!?…\n。！？।؟](?:"
    r"(?<=\n)[ \t\r]*+(?P<blank>\n)\s*+"
    r"|(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?P<gap>\s++)"
    r"|(?<=[。！？।؟])[。！？।؟]*+[\"'”’」』）]*+(?P<wide>)\s*+)"
)
_SPEECH: Final = re.compile(
    r"(?:[A-Z][\w.'’-]*,? ){1,4}?(?:said|says|asked|asks|told|wrote|added|replied|answered|shouted|cried|wondered|tweeted)\b"
)
# A lead-in before a paragraph's first sentence, "Why it matters: The deal ..."; names before a colon speak, and stay.
_LABEL: Final = re.compile(
    r"[A-Z][\w'’]*+(?: [a-z][\w'’]*+){1,4}+(?<! said)(?<! says)(?<! asked)(?<! told)(?<! wrote)(?<! added)(?<! replied)(?<! read)(?<! is)"
    r":(?= [A-Z\"“])"
)
_WORD: Final = re.compile(r"[\"'“‘«(\[]*(?P<word>[^\W\d_]+|\d+)?")
_OPENING: Final = "\"'“‘«(["
_LONGEST: Final = 7
# Characters; the work on a sentence grows with the square of its length, and prose stays far below.
_LONGEST_SENTENCE: Final = 3000


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never the end of a sentence: a name or a number follows.
_TITLES: Final = _words(
    "mr mrs ms messrs dr prof sen rep gen gov lt col capt cpt cmdr maj sgt adm pres hon rev fr st ste mt ft amb vs v cf eg ie e.g i.e "
    "viz approx ca c dept est mme mlle m insp supt det pvt cpl ald atty asst assoc"
)
# An end only where a word follows that often opens a sentence and hardly ever a name.
_MAYBE: Final = _words(
    "u.s u.n u.k e.u u.s.a u.a.e d.c a.m p.m inc corp co ltd llc plc jr sr bros etc al ph.d m.d b.a m.a no nos fig vol pp p art sec "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd sq "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash "
    "wis wyo s.a s.p.a ret"
)
_OPENERS: Final = _words(
    "the a an this that these those it its he she they we i you his her their our my there here in on at by for from with without to of "
    "as if when while after before since although though because but and or nor so yet still then now however meanwhile moreover "
    "also earlier later last next some many most more all both each no not only what who where why how under over during despite "
    "according yesterday today tomorrow once until one two three another such even just"
)
_HOURS: Final = ("a.m", "p.m")
# What goes on after "8 p.m.": a day, a month, a zone, somebody's time.
_AFTER_HOUR: Final = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
    r"|[A-Z]{2,5}\b|(?:Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Christmas|Easter|Thanksgiving|Boxing|New Year)\b"
    r"|[A-Z]\w+(?: [A-Z]\w+)? time\b)"
)
_COUNTED: Final = _words("jan feb mar apr jun jul aug sep sept oct nov dec no nos fig vol pp p art sec")
_NUMBER: Final = 3  # digits that are no ordinal any more
_GERMAN: Final = _words("januar februar märz april mai juni juli august september oktober november dezember jahrhundert")


def split(body: str) -> tuple[Sentence, ...]:
    """Divide a body into sentences, ordered and not overlapping, without the white space between them."""
    found: list[Sentence] = []
    start, paragraph = len(body) - len(body.lstrip()), 0
    start = _labelled(found, body, start, paragraph)
    for m in _BREAK.finditer(body, start):
        at = m.end()
        if m.lastgroup == "gap":
            end = m.start("gap")
            fresh = at - end > 1 and body.count("\n", end, at) > 1
            if not fresh and not _ends(body, start, m.start(), end, at):
                continue
        else:
            end = m.start("wide") if m.lastgroup == "wide" else m.start()
            fresh = body.count("\n", end, at) > 1
        if end > start:
            _add(found, body, start, end, paragraph)
            start = at
        paragraph += fresh
        if fresh:
            start = _labelled(found, body, start, paragraph)
    end = len(body.rstrip())
    if end > start:
        _add(found, body, start, end, paragraph)
    return tuple(found)


def _labelled(found: list[Sentence], body: str, start: int, paragraph: int) -> int:
    """Keep the lead-in that a paragraph opens with as a sentence of its own; where the text after it begins."""
    m = _LABEL.match(body, start)
    if m is None:
        return start
    found.append(Sentence(start, m.end(), paragraph))
    return m.end() + 1


def _add(found: list[Sentence], body: str, start: int, end: int, paragraph: int) -> None:
    """Keep a stretch as a sentence; one without any letter or digit joins the sentence before, or is left out."""
    while body[end - 1].isspace():
        end -= 1
    if end - start > _LONGEST_SENTENCE:
        found.extend(_pieces(body, start, end, paragraph))
    elif end - start > 5 or any(map(str.isalnum, body[start:end])):
        found.append(Sentence(start, end, paragraph))
    elif found and found[-1].paragraph == paragraph:
        found[-1] = Sentence(found[-1].start, end, paragraph)


def _pieces(body: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    """A stretch without end marks that nobody would call a sentence, cut at white space into parts of bounded length."""
    while start < end:
        cut = end
        if end - start > _LONGEST_SENTENCE:
            space = body.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            cut = space if space > start else start + _LONGEST_SENTENCE
        first = start + len(body[start:cut]) - len(body[start:cut].lstrip())
        if last := len(body[first:cut].rstrip()):
            yield Sentence(first, first + last, paragraph)
        start = cut


def _ends(body: str, start: int, mark: int, close: int, at: int) -> bool:
    """Tell whether the end mark at `mark`, whose closing marks end at `close`, ends a sentence before the word at `at`."""
    if at >= len(body):
        return True
    char = body[at]
    if body[mark] == "." == body[close - 1] and _between_initials(body, start, mark, at):
        return False
    if char.islower() or (char in _OPENING and body[at + 1 : at + 2].islower()):
        return False
    if body[mark] != ".":
        last = body[close - 1]
        return last in ".?!…" or body[mark] == "…" or not _SPEECH.match(body, at, at + 80)
    if body[mark + 1] in ".?!…":
        return True
    tail = body[max(start, mark - _LONGEST - 1) : mark]
    pieces = tail.rsplit(None, 1)
    token = pieces[-1].lstrip("\"'“‘(-–—/[") if pieces else ""
    if not token or len(token) > _LONGEST or _is_word(token):
        return True
    closed = body[close - 1] != "."
    return _abbreviation_ends(body, token, at, closed, opens=mark - start == len(token))


@lru_cache(maxsize=10_000)
def _is_word(token: str) -> bool:
    """Tell whether a short token is a mere word, whose full stop ends the sentence: no title, initial, number or abbreviation."""
    low = token.lower()
    shortened = low in _TITLES or low in _MAYBE or "." in token
    return not (shortened or (len(token) == 1 and token.isupper()) or (len(token) < _NUMBER and token.isdigit()))


def _between_initials(body: str, start: int, mark: int, at: int) -> bool:
    """Tell whether an initial stands on either side, as between those of "J. R. Holt"; two capitals are looked at sooner than words."""
    return (
        body[mark - 1].isupper()
        and body[at].isupper()
        and not body[at + 1 : at + 2].isalpha()
        and (mark - 1 == start or body[mark - 2].isspace())
        and body[mark - 1] not in "VCP"
    )


def _abbreviation_ends(body: str, token: str, at: int, closed: bool, opens: bool) -> bool:
    """Tell whether a short token with one full stop ends the sentence; `opens` where it is all of the sentence so far."""
    low = token.lower()
    initial = len(token) == 1 and token.isupper()
    number = len(token) < _NUMBER and token.isdigit()
    if low in _TITLES:
        return closed or token in ("PM", "MS")
    if not (initial or number or low in _MAYBE or ("." in token and token.replace(".", "").isupper())):
        return True
    following = _WORD.match(body, at, at + 40)
    word = (following["word"] or "") if following else ""
    if low in _HOURS and word[:1].isupper() and not closed:
        return not _AFTER_HOUR.match(body, at)
    if number:
        return not opens and word.lower() not in _GERMAN
    if low in _COUNTED and (word.isdigit() or token[0].islower()):
        return not word.isdigit()
    return closed or (word[:1].isupper() and word.lower() in _OPENERS and not (initial and len(word) == 1))
