"""Tense of the clause around a phrase, by its auxiliaries and verb endings: what says whether "Friday" is gone or to come."""

from __future__ import annotations

from typing import Final

from generator.timex.en.words import words
from generator.timex.language import Language
from generator.timex.tokens import Tokens

_REACH: Final = 14
_NEAR: Final = 8
_FUTURE: Final = words("will ll shall wo")
_FUTURE_AFTER_BE: Final = words("expected scheduled forecast predicted due slated planned going likely supposed bound to")
_LASTED: Final = words("continued lasted ran raged stayed stretched remained persisted dragged survived held")
_WERE: Final = words("was were")
_AHEAD: Final = words("to due expected scheduled set supposed planned be will would")
_LENGTHS: Final = words("hours days weeks months years decades hour day week month year")
# Past verbs whose “by Friday” or “through June” lies ahead.
_DEADLINES: Final = words(
    "ordered told asked given gave promised agreed vowed pledged expected required wanted hoped planned decided demanded urged said"
    " added announced predicted forecast extended prolonged postponed delayed adjourned suspended renewed booked need needed must"
    " should would may might could until warned called invited signed"
)
_AND: Final = words("and but")
_HAS: Final = words("has have")
_IS: Final = words("is are")
_BE: Final = words("is are s re be was were")
_FUTURE_VERBS: Final = words("plans plan hopes hope intends intend expects expect aims upcoming")
_PAST: Final = words(
    "was were had did said been told came went took made got gave met held began fell rose left won lost sent saw "
    "found became broke brought built bought caught chose drew drove fought flew forgot grew heard hid kept knew laid led "
    "meant paid rode ran sold shot sat slept spoke spent stood struck swore taught thought threw understood wore wrote "
    "ate bled blew bred clung crept dug drank dwelt fed felt fled flung foresaw forgave froze hung lent mistook overcame overtook "
    "overthrew pled rang sang sank sought shook shone shrank slid sped sprang stole stuck stung strode swam swept swung tore trod "
    "underwent undertook upheld wept woke withdrew withheld withstood"
)
_SAME_FORM: Final = words("bid cut hit put quit shut")  # past and present are alike
_NOT_PAST: Final = words("need indeed speed feed seed proceed exceed hundred united bed red shed breed bleed embed weed")
_BOUNDARY: Final = words(". ; ! ? : — – -- “ ” `` ''")
_OPENERS: Final = words("who which that when while where because although but whereas after before")
_ANNOUNCED: Final = words("scheduled slated expected planned likely invited")
_PLANS: Final = words("to for on a an")
_NEGATIVE: Final = words("not nor neither nobody none no")
_WEAK: Final = words("would could may might should must")
_TO_COME: Final = words("to going planning scheduled expected due hoping preparing")
_UNTIL: Final = words("until till by through effective")
_FIXED_BEFORE: Final = words(
    "match game final finals semi-final quarter-final fixture tie derby race fight bout leg opener playoff clash tour trip visit"
    " start election elections vote ballot referendum poll polls primary primaries caucus caucuses runoff debate summit meeting talks"
    " session hearing trial concert gig show performance premiere launch flight ceremony funeral wedding march rally strike walkout"
    " deadline budget conference congress time"
)
_FIXES: Final = words("called call calls calling arranged arranges booked announced")
_DETERMINERS: Final = words("a an the its his her their our this that these those")
SAYING: Final = words(
    "said told announced declared added warned wrote insisted explained spoke stated argued promised vowed replied tweeted"
)
# Verbs of what is arranged: their present tense tells a day to come (“the fair opens Friday”). Forms that are often nouns are left out.
_ARRANGED: Final = words(
    "opens meets begins starts flies lands arrives leaves hosts votes resumes returns convenes reopens kicks departs travels meet begin"
    " resume arrive convene ends closes concludes finishes plays visits faces tackles entertains shuts"
)
_NOUNS_TOO: Final = words("starts flies lands leaves hosts votes returns kicks travels plays visits faces")
# The same of two sides that meet: “Ashby play Saturday”, “the Comets host Portvale”; verbs only behind a name or a plural.
_FIXTURES: Final = words("vote play host visit face tackle entertain travel open reopen close start end leave return fly")
# Two or more words that are one such verb: "voters go to the polls Friday", "the law comes into force in May".
_INTO: Final = (("into", "force"), ("into", "effect"))
_ON: Final = (("to", "the", "polls"), ("on", "sale"), ("on", "trial"), ("on", "strike"), ("into", "effect"))
_HERE: Final = (("place",), ("effect",))
_ARRANGED_WITH: Final = {"take": _HERE, "takes": _HERE, "go": _ON, "goes": _ON, "come": _INTO, "comes": _INTO}
_NO_VERB_AFTER: Final = words("to of housing jet tax more most no not did didn t could would might may should must can and") | _DETERMINERS


_ADVERBS: Final = words("not now still also widely currently never only")
_BEFORE_AFTER: Final = words("before after")  # right before a phrase these open no clause
_ENDS: Final = _BOUNDARY | _OPENERS
_GOES_ON: Final = _FUTURE | _PAST | _WEAK | _IS | _HAS | _FIXTURES | _ARRANGED
_CUES: Final = frozenset[str]().union(
    _SAME_FORM, _FUTURE, _FUTURE_VERBS, _FUTURE_AFTER_BE, _PAST, _ANNOUNCED, _WEAK, _ARRANGED, _ARRANGED_WITH, _FIXTURES
)
_TOLD: Final = _ENDS | _CUES | _AND | words("set due turns")


def tense(tokens: Tokens, begin: int, end: int, language: Language) -> str | None:
    """“past”, “future” or None: what the cue nearest to the phrase in its clause says."""
    if _looked_back_on(tokens.words, end):
        return "past"
    said = _said_before(tokens.words, begin, end)
    if said:
        return said
    month = language.names["MONTH"]
    left = _nearest(tokens, begin - 1, -1, _REACH, month)
    right = _nearest(tokens, end, 1, left[0] if left else _REACH, month)
    nearest = right or left
    return nearest[1] if nearest else None


def _looked_back_on(words: list[str], end: int) -> bool:
    """“Wednesday's ruling”: what belongs to a day has happened, unless it is one of the things that are fixed before (“Sunday's final”)."""
    if words[end : end + 2] not in (["'", "s"], ["’", "s"]):
        return False
    belongs = words[end + 2 : end + 6]
    return bool(belongs) and belongs[0].isalpha() and _FIXED_BEFORE.isdisjoint(belongs)


def _said_before(words: list[str], begin: int, end: int) -> str | None:
    """The words right before a phrase: “ended”, “until”, “by”, “effective”, “as early as”, “ahead of”."""
    before = words[begin - 1] if begin else ""
    if before in ("ended", "since"):
        return "past"
    two = words[begin - 2] if begin > 1 else ""
    if (before == "in" and two == "back") or (before == "of" and two == "as" and _FUTURE.isdisjoint(words[end : end + _NEAR])):
        return "past"  # “back in March”, “as of March 20”
    if before in _UNTIL and begin > 1 and words[begin - 2] in _LASTED:
        return "past"
    if before in _UNTIL and not _was_over(words, begin, end):
        return "future"
    if before == "for" and not _FIXES.isdisjoint(words[max(0, begin - _NEAR) : begin - 1]):  # “called an election for Sunday”
        return "future"
    if before in _IS or (before in ("on", "at") and two in _IS):  # “the vote is on Sunday”
        return "future"
    return "future" if (before == "as" and two in ("early", "soon")) or (before == "of" and two == "ahead") else None


def _was_over(words: list[str], begin: int, end: int) -> bool:
    """“By Tuesday it had stopped”, “she was gone by Friday”: the end of something past; not “was due by Friday”."""
    before = words[begin - 1]
    if "had" in words[begin if before == "until" else max(0, begin - 8) : end + 6]:
        return True
    close = words[max(0, begin - 6) : begin - 1] + words[end : end + 5]
    if before == "by" and not _WERE.isdisjoint(close) and _AHEAD.isdisjoint(close):
        return True
    if before in ("until", "till"):  # “was shut for 14 months until July”
        return words[max(0, begin - 2)] in _LENGTHS and "for" in words[max(0, begin - 5) : begin - 2]
    left = words[max(0, begin - _NEAR) : begin - 1]
    verbs = [word for word in left if word in _PAST or (len(word) > 4 and word[-2:] == "ed")]  # “left them without power by Thursday”
    return bool(verbs) and _DEADLINES.isdisjoint(left) and _AHEAD.isdisjoint(left) and _BOUNDARY.isdisjoint(left)


def _nearest(tokens: Tokens, at: int, step: int, reach: int, month: str) -> tuple[int, str] | None:
    """Distance and tense of the first cue on one side, inside the clause and among so many words; `month` is the class of months."""
    words = tokens.words
    side = words[at : at + reach] if step > 0 else words[max(0, at + 1 - reach) : at + 1][::-1]
    for distance, word in enumerate(side):
        if word not in _TOLD and word[-2:] != "ed":
            if word[0] == "\n":
                return None
            continue
        if word in _ENDS and (word in _BOUNDARY or (step > 0 and distance)):
            return None
        if word in _AND:
            if step > 0 and _goes_on(words, at + distance + 1):
                return None
            continue
        place = at + step * distance
        if word == "may" and (tokens.classes[place] == month or tokens.capital(place)):  # a month or a name
            continue
        cue = _fixture(tokens, place) if word in _FIXTURES else _cue(words, place)
        if step < 0 and words[place : place + 2] == ["called", "for"]:  # “called for a strike on Friday”
            return distance, "future"
        if cue is None and distance < _NEAR and word in _WEAK:
            cue = "past" if words[place + 1 : place + 2] == ["have"] else "future"  # “would have met on Friday”
        if cue:
            return distance, cue
        if word in _OPENERS and step < 0 and (distance or word not in _BEFORE_AFTER):
            return None
    return None


def _goes_on(words: list[str], at: int) -> bool:
    """Tell whether a verb stands right behind “and”: a second clause, with a time of its own."""
    word = words[at] if at < len(words) else ""
    return word in _GOES_ON or word[-2:] == "ed"


def _fixture(tokens: Tokens, at: int) -> str | None:
    """“future” where the subject of a verb in the present is a club or a plural, no noun behind an article or a genitive."""
    if at == 0 or tokens.capital(at):
        return None
    if tokens.words[at - 1] == ")":  # “the Comets (9-1) play Saturday”
        opened = next((i for i in range(at - 2, max(0, at - _REACH), -1) if tokens.words[i] == "("), at)
        return _fixture_of(tokens, at, opened)
    return _fixture_of(tokens, at, at)


def _fixture_of(tokens: Tokens, at: int, behind: int) -> str | None:
    """The same of the verb at a place whose subject ends before another."""
    if behind == 0:
        return None
    before, second = tokens.words[behind - 1], tokens.words[behind - 2] if behind > 1 else ""
    if before == "and":  # “beat United on Sunday and face Rovers on Wednesday”
        return "future" if at + 1 < len(tokens.words) and tokens.capital(at + 1) else None
    plural = before.endswith("s") and len(before) > 3
    club = tokens.capital(behind - 1) and second not in _DETERMINERS and second not in ("'", "’")
    return "future" if before.isalpha() and (plural or club) else None


def _cue(words: list[str], at: int) -> str | None:
    word = words[at]
    before = words[at - 1] if at else ""
    if word in _FUTURE or (word in _FUTURE_VERBS and before not in _DETERMINERS):
        return "future"
    if word in _ARRANGED or word in _ARRANGED_WITH:
        whole = word in _ARRANGED or any(tuple(words[at + 1 : at + 1 + len(rest)]) == rest for rest in _ARRANGED_WITH[word])
        if before == "and" and word not in _NOUNS_TOO:  # “shuts on Monday and reopens in July”
            return "future" if whole else None
        return "future" if whole and before not in _NO_VERB_AFTER and not before[:1].isdigit() else None
    be = words[at - 2] if before in _ADVERBS and at > 1 else before  # “is not expected”
    if word in _FUTURE_AFTER_BE and be in _BE and (word != "to" or before in ("is", "are")):
        return "future"
    if "had" in words[max(0, at - 3) : at] and word in _FUTURE_AFTER_BE:
        return "past"
    if before in ("originally", "initially"):  # “was originally set for Friday”
        return "past"
    if word == "set" and at + 1 < len(words) and words[at + 1] in ("to", "for"):
        return "future"
    if word == "turns" and words[at + 1 : at + 2] and words[at + 1][0].isdigit():
        return "future"
    if word == "due" or (word in _ANNOUNCED and at + 1 < len(words) and words[at + 1] in _PLANS):
        return "future"
    if word in ("was", "were") and at + 1 < len(words) and words[at + 1] in _TO_COME:
        return "future"
    if word[-2:] == "ed" and (before in _DETERMINERS or (before == "still" and words[at - 2] in _DETERMINERS)):
        return None  # “an unspecified date”: no verb
    if word in _SAME_FORM:
        return "past" if before.isalpha() and before not in _NO_VERB_AFTER | _FUTURE | _BE else None
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST):
        nearby = words[max(0, at - 3) : at]
        if before in _IS:  # “is heard in May”: the present
            return None
        if before == "be":  # a passive behind "may", "to" or "will"; "could not be reached" is past
            return "past" if "could" in nearby and not _NEGATIVE.isdisjoint(words[max(0, at - _REACH) : at]) else "future"
        return "future" if _FUTURE.intersection(nearby) or ("to" in nearby and "be" in nearby) else "past"
    return None
