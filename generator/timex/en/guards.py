"""Phrases that only look like times: prices, scores, rates, ages, numbers of things, names. A guard says what speaks against one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from generator.timex.en.words import words
from generator.timex.language import Found, Language
from generator.timex.meaning import Clock, Length
from generator.timex.tokens import Tokens

_COUNTED: Final = words(
    "people percent dollars miles meters metres kilometers kilometres km feet points votes seats shares tons tonnes pounds euros men women"
    " troops soldiers jobs cars homes houses students workers employees patients cases deaths dead acres barrels gallons pages words rpm"
    " million billion trillion thousand hundred kg mph cc hp rubles roubles yen marks francs prisoners refugees families units"
)
_NUMBERED: Final = words(
    "no number page room flight route highway model section article resolution bill chapter boeing airbus than least nearly almost over"
)
_MONEY: Final = words("$ € £ ¥")
_NO_YEAR_AFTER: Final = _MONEY | _NUMBERED | words("#")
_NO_YEAR_BEFORE: Final = _COUNTED | words("% /")
_LIKELY_YEARS: Final = ("1800", "2050")
_STREETS: Final = words("street avenue road boulevard drive lane")
_PAPERS: Final = words("chronicle times telegraph mirror post herald mail express standard star news tribune gazette observer courier echo")
_MEASURED: Final = words("temperature temperatures highs lows thermometer")
_OWN: Final = words("his her their its my our your")
_SUBJECTS: Final = _OWN | words("he she they we i it when")
_RUNNING: Final = words("in of final last first opening")
_BEFORE_FALL: Final = words("in during this last next until since by through throughout for early late mid")
_USUAL_HOURS: Final = words("working trading office opening business visiting peak rush school daylight waking licensing banking")
_HONOURED: Final = words(
    "player man woman person team book album song single manager coach rookie word artist car goal athlete sportsman sportswoman"
    " personality film game teacher newcomer photograph phrase quote entrepreneur citizen story event product company"
    " broker banker pub restaurant"
)
_NO_HOLIDAY: Final = words("happy merry white father lunar chinese jewish islamic orthodox coptic buddhist persian ethiopian")
_WARS: Final = words("war wars battle campaign offensive")
_GAME: Final = words(
    "touchdown touchdowns quarterback halftime rebounds layup layups throws three-pointer pointer pointers yards punt interception fumble"
    " dunk buzzer scored scoring"
)
_CRICKET: Final = words("runs balls wicket wickets innings batsman batter batsmen batted overs boundaries scored bowled")
_GAME_REACH: Final = 20  # tokens
_QUOTES: Final = words("\" “ `` ''")
_AGE_OF: Final = words(
    "world youth society generation generations standards children kids teenagers women men people technology language age era cities"
)
_PERSONS: Final = words("son daughter baby boy girl infant child toddler man woman twin twins brother sister grandson puppy")
_BEFORE_LENGTH: Final = words(
    "in for after within over during about than every of least most to take takes took spend spent last lasts lasted only just and or but"
    " nearly almost under as with more another until through into be is was from by on at around some half not then if when that"
)
_BEFORE_MONTH: Final = words("in of since until till by for last next this early late mid from through to between after before during each")
_MODALS: Final = words("would will could may might should must")
_OFTEN: Final = words("times once twice hours days dollars cents")
_AMOUNTS: Final = words(
    "% $ percent hundred thousand million billion trillion dozen one two three four five six seven eight nine ten eleven twelve fifteen"
    " twenty thirty forty fifty sixty seventy eighty ninety"
)


class _Around(Struct, frozen=True, gc=False):
    """A phrase with the words beside it."""

    tokens: Tokens
    begin: int
    end: int
    before: str
    after: str


def unlikely(tokens: Tokens, found: Found, language: Language) -> bool:
    """Tell whether the neighbours of a phrase speak against its being a time."""
    guard, kind = _GUARDS.get(found.rule), type(found.reading.meaning)
    if guard is None and kind is not Clock and kind is not Length:
        return False
    words, begin, end = tokens.words, found.begin, found.end
    around = _Around(tokens, begin, end, words[begin - 1] if begin else "", words[end] if end < len(words) else "")
    if guard is not None and guard(around):
        return True
    if kind is Clock:
        return around.after in ("%", "percent") or around.before in _MONEY or running_clock(around)
    if type(found.reading.meaning) is Length and found.reading.meaning.unit == "second" and (found.reading.meaning.count or 0) % 1:
        return True  # “5.8 seconds” is how fast somebody ran
    return kind is Length and (around.before in _MONEY or (around.before == "-" and tokens.glued(begin)))


def not_a_year(a: _Around) -> bool:
    """“$1998”, “1998 people”, “Boeing 1998”, “1998-99 series”: four digits that count or name something else."""
    if a.end - a.begin > 1:
        return False
    if not _STREETS.isdisjoint(a.tokens.words[a.end : a.end + 3]) and a.tokens.capital(a.end):
        return True
    if not _LIKELY_YEARS[0] <= a.tokens.words[a.begin] <= _LIKELY_YEARS[1] and model_or_house(a):
        return True
    if a.before in _NO_YEAR_AFTER or a.after in _NO_YEAR_BEFORE:
        return a.before != "than" or a.begin < 2 or a.tokens.words[a.begin - 2] not in ("earlier", "later", "sooner")
    if (a.before in ("+", ".", "/", ":", ",") or a.before.isalnum()) and a.tokens.glued(a.begin):
        return True
    return a.after != "" and (a.after[0].isalnum() or a.after == "_") and a.tokens.glued(a.end)


def model_or_house(a: _Around) -> bool:
    """“GTX 1660”, “2134 Elm Terrace”: capitals beside a number that few years have."""
    model = len(a.before) > 1 and a.before.isalpha() and a.before not in _BEFORE_MONTH and a.tokens.capitals(a.begin - 1)
    return model or (a.tokens.words[a.begin] > _LIKELY_YEARS[1] and a.after.isalpha() and a.tokens.capital(a.end))


def rate_or_age(a: _Around) -> bool:
    """“$5 a year”, “24 hours a day”, “52 years old”: a unit that measures something else than time."""
    words = a.tokens.words
    if words[a.end - 1] == "quarter" and (a.after == "of" or words[a.begin] in ("a", "one")):  # a fourth part
        return True
    if (
        words[a.begin : a.end][-1:] == ["century"]
        and "half" in words[a.begin : a.end]
        and not _CRICKET.isdisjoint(words[max(0, a.begin - _GAME_REACH) : a.end + _GAME_REACH])
    ):
        return True
    if a.after == "old" or compared(a) or name_of_war(a) or (words[a.begin : a.end] == ["one", "day"] and a.before not in _BEFORE_LENGTH):
        return True
    if words[a.end : a.end + 1] and words[a.end] in ("a", "an", "per") and a.end + 1 < len(words) and words[a.end + 1] in ("day", "week"):
        return True
    rated = words[a.begin] in ("a", "an") and words[a.end - 1] not in ("decade", "century")
    if rated and a.end - a.begin == 2 and a.before not in _BEFORE_LENGTH and a.after not in _COUNTED_FROM:
        near = words[max(0, a.begin - 5) : a.begin]
        return a.before in _OFTEN or any(word[0].isdigit() or word in _AMOUNTS for word in near)
    return capital_name(a)


_COUNTED_FROM: Final = ("after", "before")


def bare_units(a: _Around) -> bool:
    """“55 years old”, “a matter of days”, “working hours”, “Ada Weeks”: units that are counted, say only “soon” or “when”, or a name."""
    return (
        a.after == "old"
        or a.before in _USUAL_HOURS
        or a.before == "those"
        or (a.before == "after" and a.after != "of" and a.tokens.words[a.begin] == "hours")
        or capital_name(a)
        or a.before[:1].isdigit()
        or a.before in _AMOUNTS
        or (a.before == "of" and "matter" in a.tokens.words[a.begin - 2 : a.begin])
    )


def part_of_game(a: _Around) -> bool:
    """“a fourth-quarter touchdown”: a quarter of a game, not of a year."""
    words = a.tokens.words
    near = words[max(0, a.begin - _GAME_REACH) : a.end + _GAME_REACH]
    return not words[a.end - 1].isdigit() and not _GAME.isdisjoint(near)


def name_of_war(a: _Around) -> bool:
    """“the Six-Day War”, “the Hundred Years' War”: a capital unit before a capital noun is a name."""
    words, at = a.tokens.words, a.end
    while at < len(words) and words[at] in ("'", "’", "s"):
        at += 1
    return a.tokens.capital(a.end - 1) and at < len(words) and words[at] in _WARS and a.tokens.capital(at)


def compared(a: _Around) -> bool:
    """“quarter-to-quarter”, “year-end”: a unit that begins a compound."""
    return a.after == "-" and a.tokens.glued(a.end) and a.end + 1 < len(a.tokens.words) and a.tokens.glued(a.end + 1)


def award(a: _Around) -> bool:
    """“the player of the year”, “Word of the Month”: an honour."""
    words = a.tokens.words
    return a.before == "of" and a.begin > 1 and (words[a.begin - 2] in _HONOURED or a.tokens.capital(a.end - 1))


def running_clock(a: _Around) -> bool:
    """“with 2:55 left”, “2:55 into overtime”, “won in 2:04:31”: how long something runs."""
    words, digits = a.tokens.words, a.tokens.words[a.begin]
    if a.end - a.begin > 1 or not digits[0].isdigit():
        return False
    return a.after in ("left", "remaining", "into") or words[a.end : a.end + 2] in (["to", "play"], ["to", "go"]) or a.before in _RUNNING


def honour_or_compound(a: _Around) -> bool:
    """“player of the year”, “the turn of the year”, “the year his father died”: no unit that the text is in."""
    if a.before == "to" and a.begin > 1 and a.tokens.words[a.begin - 2] in ("year", "years"):  # “two years to the month”
        return True
    month_of = a.after == "of" and a.tokens.words[a.end - 1] == "month"  # “the month of May”
    return (
        award(a)
        or compared(a)
        or month_of
        or a.after in _SUBJECTS
        or (a.before == "of" and a.tokens.words[a.begin - 2 : a.begin - 1] == ["turn"])
    )


def capital_name(a: _Around) -> bool:
    """“60 Minutes”, “This Week”: capitals inside a sentence make a name."""
    last = a.end - 1
    inside = a.before.isalpha() or (a.before in _QUOTES and a.end - a.begin > 1)
    return a.tokens.capital(last) and inside and not a.tokens.capitals(last)


def own_or_name(a: _Around) -> bool:
    """“her last day in office”, “This Week”: the last one that somebody had, or a name."""
    words = a.tokens.words
    own = words[a.begin] in _OWN or a.before in _OWN
    return capital_name(a) or (own and "last" in words[a.begin : a.end] and words[a.end - 1] in ("day", "week", "month"))


def fall_of(a: _Around) -> bool:
    """“the fall of the wall”, “a fall in prices”: no season; so is a season that follows no preposition."""
    if a.tokens.words[a.end - 1] == "fall":
        return a.after in ("of", "in") or a.before not in _BEFORE_FALL
    told = a.tokens.words[a.end + 1 : a.end + 2] in (["this"], ["last"], ["next"], ["that"])  # “the spring of next year”
    return (a.after == "of" and not told) or a.after in ("olympics", "games") or capital_name(a) or begins_name(a)


def that_clause(a: _Around) -> bool:
    """“said that Monday would be a holiday”, “reported that May 26 was too early”: a "that" which opens a clause."""
    if a.tokens.words[a.begin] != "that":
        return False
    return a.after in _MODALS or (a.after[:1].isdigit() and a.tokens.words[a.end - 1].isalpha())


def no_holiday(a: _Around) -> bool:
    """“Happy New Year”, “Orthodox Easter”: a wish, or a day that another calendar gives."""
    return a.before in _NO_HOLIDAY


def no_part_of_day(a: _Around) -> bool:
    """“the Evening Post”, “the dawn of a new age”: a name, or a beginning."""
    return begins_name(a) or (a.tokens.words[a.end - 1] == "dawn" and a.after == "of")


def begins_name(a: _Around) -> bool:
    """“the Winter Palace”, “the Evening Post”: a capital word before a capital noun."""
    return a.tokens.capital(a.end - 1) and a.after.isalpha() and a.tokens.capital(a.end)


def newspaper(a: _Around) -> bool:
    """“the Sunday Chronicle”: a newspaper; “Black Monday”, “Super Tuesday”: the name of one day."""
    return (a.after in _PAPERS and a.tokens.capital(a.end)) or (a.before in _NAMED_DAYS and a.tokens.capital(a.begin - 1))


def age_of_person(a: _Around) -> bool:
    """“the six-month-old baby”: the age of a person."""
    return a.after in _PERSONS or a.after == "old" or name_of_war(a) or rate_or_age(a)


def person_in_decade(a: _Around) -> bool:
    """“in his 30s”: an age; “temperatures in the 60s”."""
    if a.before in ("in", "into", "the") and not _MEASURED.isdisjoint(a.tokens.words[max(0, a.begin - 5) : a.begin]):
        return True
    words, at = a.tokens.words, a.begin - 1
    if not (words[a.begin][0].isdigit() and len(words[a.begin]) == 3):
        return False
    while at > 0 and words[at] in ("mid", "late", "early", "-"):
        at -= 1
    return words[at] in _OWN or (at < a.begin - 1 and words[at] != "the")


def given_name(a: _Around) -> bool:
    """“April Jones”: a month that is a given name, with a surname behind it and no preposition before it."""
    if a.tokens.words[a.begin] not in ("april", "june", "august") or a.before in _BEFORE_MONTH or a.end >= len(a.tokens.words):
        return False
    return a.end - a.begin == 1 and a.after.isalpha() and a.tokens.capital(a.end)


def high_noon(a: _Around) -> bool:
    """“High Noon”: a film."""
    return a.before == "high"


def no_day(a: _Around) -> bool:
    """“today's world”, “the people of tomorrow”: an age, not a day."""
    words = a.tokens.words
    if words[a.end : a.end + 2] in (["'", "s"], ["’", "s"]):
        return a.end + 2 < len(words) and words[a.end + 2] in _AGE_OF
    return (a.before == "of" and a.begin > 1 and words[a.begin - 2] in _AGE_OF) or capital_name(a)


def at_the_time_of(a: _Around) -> bool:
    """“at the time of the vote”: what follows tells the time."""
    return a.after in ("of", "that", "when")


def a_rate(a: _Around) -> bool:
    """“rise 5% annually”, “10,000 units annually”: a rate; “the Daily Herald”: a name."""
    if capital_name(a) or begins_name(a):
        return True
    if a.tokens.words[a.begin] not in ("annually", "monthly", "yearly", "weekly", "hourly"):
        return False
    near = a.tokens.words[max(0, a.begin - 4) : a.begin]
    return any(word[0].isdigit() or word in ("%", "percent", "million", "billion") for word in near)


_NAMED_DAYS: Final = words("black bloody super cyber blue fat wild")


_GUARDS: Final[Mapping[str, Callable[[_Around], bool]]] = {
    "year": not_a_year, "old_year": not_a_year, "duration": rate_or_age, "compound": age_of_person, "season": fall_of,
    "decade": person_in_decade, "noon": high_noon, "month": given_name, "relative_unit": own_or_name, "today": no_day,
    "the_time": at_the_time_of, "frequency": a_rate, "the_units": rate_or_age, "vague_units": bare_units,
    "definite_unit": honour_or_compound, "quarter": part_of_game, "holiday": no_holiday, "weekday": newspaper, "relative_date": that_clause,
    "part_of_day": no_part_of_day, "dawn": no_part_of_day,
}  # fmt: skip
