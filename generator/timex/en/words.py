"""The time words of English as tables: class of word -> word -> what it stands for.

A word stands in one table only: its class is what rules ask for, its value what they calculate with. `AMBIGUOUS` words
are months and weekdays only when the text says so (see `settle`).
"""

from __future__ import annotations

from typing import Any, Final


def words(text: str) -> frozenset[str]:
    """A set of the words of a text."""
    return frozenset(text.split())


MONTHS: Final = {
    "january": 1, "february": 2, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12,
    "jan.": 1, "feb.": 2, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
    "feb": 2, "apr": 4, "jul": 7, "aug": 8, "sept": 9, "oct": 10, "nov": 11,
}  # fmt: skip
AMBIGUOUS_MONTHS: Final = {"may": 5, "march": 3, "jan": 1, "mar": 3, "mar.": 3, "jun": 6, "sep": 9, "dec": 12}
WEEKDAYS: Final = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon.": 1, "tue.": 2, "tues.": 2, "thu.": 4, "thur.": 4, "thurs.": 4, "fri.": 5,
    "tues": 2, "thurs": 4, "thur": 4,
}  # fmt: skip
AMBIGUOUS_WEEKDAYS: Final = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7, "wed.": 3, "sat.": 6, "sun.": 7}

CARDINALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
}  # fmt: skip
# Minutes east of UTC. Letters that name a zone in news copy; a name with two meanings has the American one, as agencies write it.
ZONES: Final = {
    "gmt": 0, "utc": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540, "hkt": 480, "aest": 600, "aedt": 660,
    "et": -300, "ct": -360, "pt": -480,
}  # fmt: skip
ZONE_ADJECTIVES: Final = {"eastern": -300, "pacific": -480, "greenwich": 0}

WORDS: Final[dict[str, dict[str, Any]]] = {
    "MONTH": MONTHS,
    "MAYBE_MONTH": AMBIGUOUS_MONTHS,
    "WEEKDAY": WEEKDAYS,
    "MAYBE_WEEKDAY": AMBIGUOUS_WEEKDAYS,
    "WEEKDAYS": {"mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7},
    "UNIT": {
        "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year",
        "decade": "decade", "century": "century", "fortnight": "fortnight", "hr": "hour",
    },
    "SECOND": {"second": 2},
    "LETTER": {"q": "quarter", "h": "half"},
    "FY": {"fy": 0},
    "UNITS": {
        "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week", "months": "month", "quarters": "quarter",
        "years": "year", "decades": "decade", "centuries": "century", "fortnights": "fortnight", "yrs": "year", "hrs": "hour",
        "mins": "minute",
        "secs": "second",
    },
    "WEEKEND": {"weekend": "weekend"},
    "WEEKENDS": {"weekends": "weekend"},
    "PERIOD": {"period": "period"},
    "SEASON": {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI", "springtime": "SP", "summertime": "SU", "wintertime": "WI"},
    "FALL": {"fall": "FA"},
    "SEASONS": {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"},
    "PART": {
        "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI", "dawn": "MO", "dusk": "EV",
        "nighttime": "NI",
        "daybreak": "MO", "sunrise": "MO", "sunset": "EV", "nightfall": "EV",
    },
    "PARTS": {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"},
    "NOON": {"noon": 12, "midnight": 24, "midday": 12, "noontime": 12},
    "CARDINAL": CARDINALS,
    "SCALE": {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 10**6, "billion": 10**9},
    "ORDINAL": ORDINALS,
    "FEW": {"few": 0, "several": 0, "many": 0, "some": 0, "numerous": 0, "various": 0},
    "COUPLE": {"couple": 2, "pair": 2},
    "DOZENS": {"dozens": 0, "scores": 0, "hundreds": 0, "thousands": 0},
    "HALF": {"half": 0.5},
    "HALFSIGN": {"½": 0.5},
    "A": {"a": 1, "an": 1},
    "THE": {"the": 0},
    "OWN": {"its": 0, "his": 0, "her": 0, "their": 0, "our": 0, "my": 0, "your": 0},
    "THIS": {"this": 0, "these": 0},
    "THAT": {"that": 0, "those": 0},
    "SAME": {"same": 0},
    "CORRESPONDING": {"corresponding": 0, "comparable": 0},
    "CURRENT": {"current": 0},
    "LAST": {"last": -1},
    "FINAL": {"final": -1},
    "PAST": {"past": -1},
    "PREVIOUS": {"previous": -1, "preceding": -1, "prior": -1},
    "LATEST": {"latest": -1},
    "RECENT": {"recent": -1},
    "NEXT": {"next": 1},
    "COMING": {"coming": 1, "upcoming": 1, "forthcoming": 1},
    "FOLLOWING": {"following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1},
    "OTHERS": {"other": 0, "alternate": 0},
    "AGO": {"ago": -1},
    "BEFORE": {"before": -1},
    "AFTER": {"after": 1},
    "EARLIER": {"earlier": -1, "previously": -1, "beforehand": -1},
    "LATER": {"later": 1, "afterward": 1, "afterwards": 1, "thereafter": 1, "hence": 1},
    "EARLY": {"early": 0},
    "SMALL": {"small": 0, "wee": 0},
    "LATE": {"late": 0},
    "LATTER": {"latter": 2},
    "PORTION": {"part": 0},
    "MID": {"mid": 0, "middle": 0},
    "START": {"start": 0, "beginning": 0, "outset": 0, "onset": 0},
    "END": {"end": 0},
    "YEAREND": {"yearend": 0},
    "TODAY": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "TONIGHT": {"tonight": 0},
    "OVERNIGHT": {"overnight": 0},
    "NOW": {"now": "PRESENT", "currently": "PRESENT", "nowadays": "PRESENT", "presently": "PRESENT"},
    "RECENTLY": {"recently": "PAST", "lately": "PAST"},
    "FORMERLY": {"formerly": "PAST"},
    "SOON": {"soon": "FUTURE", "shortly": "FUTURE"},
    "ONCE": {"once": 1, "twice": 2, "thrice": 3},
    "TIMES": {"times": 0, "time": 0},
    "FUTURE": {"future": "FUTURE"},
    "PRESENT": {"present": "PRESENT"},
    "MOMENT": {"moment": "PRESENT"},
    "TERM": {"term": 0},
    "NEAR": {"near": 0, "distant": 0},
    "SHORT": {"short": 0, "long": 0, "medium": 0},
    "OLD": {"old": 0},
    "LONGWORD": {
        "hourlong": "hour", "daylong": "day", "weeklong": "week", "monthlong": "month", "yearlong": "year", "decadelong": "decade",
        "hourslong": "hour", "dayslong": "day", "weekslong": "week", "monthslong": "month", "yearslong": "year", "decadeslong": "decade",
    },
    "LONG": {"longest": 0},
    "EVERY": {"every": 0, "each": 0},
    "PER": {"per": 0},
    "DAILY": {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
              "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "bimonthly": "P2M", "biannually": "P6M", "fortnightly": "P2W"},
    "ANNUAL": {"annual": "P1Y", "biannual": "P6M", "biennial": "P2Y", "semiannual": "P6M"},
    "FISCAL": {"fiscal": 0, "financial": 0},
    "AM": {"a.m.": 0, "am": 0, "a.m": 0},
    "PM": {"p.m.": 12, "pm": 12, "p.m": 12},
    "OCLOCK": {"clock": 0},
    "O": {"o": 0},
    "ZONE": ZONES,
    "ZONE_WORD": ZONE_ADJECTIVES,
    "DAYLIGHT": {"standard": 0, "daylight": 60},
    "LOCAL": {"local": 0},
    "OF": {"of": 0},
    "IN": {"in": 0},
    "ON": {"on": 0},
    "AT": {"at": 0},
    "FROM": {"from": 0},
    "TO": {"to": 0, "till": 0, "until": 0, "through": 0, "thru": 0},
    "BETWEEN": {"between": 0},
    "AND": {"and": 0, "&": 0},
    "OR": {"or": 0},
    "SO": {"so": 0},
    "BEYOND": {"beyond": 0},
    "BY": {"by": 0},
    "FOR": {"for": 0},
    "SINCE": {"since": 0},
    "WITHIN": {"within": 0},
    "OVER": {"over": 0, "throughout": 0, "during": 0},
    "ABOUT": {"about": 0, "around": 0, "approximately": 0, "roughly": 0, "circa": 0, "ca.": 0},
    "NEARLY": {"nearly": 0, "almost": 0},
    "MORE": {"more": 0},
    "LESS": {"less": 0, "fewer": 0},
    "THAN": {"than": 0},
    "LEAST": {"least": 0},
    "MOST": {"most": 0},
    "NO": {"no": 0, "not": 0},
    "UP": {"up": 0},
    "FULL": {"full": 0, "entire": 0, "whole": 0, "additional": 0, "extra": 0, "further": 0, "consecutive": 0, "straight": 0, "solid": 0,
             "successive": 0, "long": 0, "mere": 0, "calendar": 0, "trading": 0, "working": 0, "business": 0},
    "ALL": {"all": 0, "much": 0},
    "ANOTHER": {"another": 1},
    "ENDED": {"ended": 0},
    "ENDING": {"ending": 0, "ends": 0},
    "RIGHT": {"right": 0},
    "SEASON_NOUN": {"season": 0},
    "SCHOOL": {"academic": 0, "school": 0},
    "S": {"s": 0},
    "ERA": {"ad": 1, "ce": 1, "a.d.": 1},
    "BC": {"bc": -1, "bce": -1, "b.c.": -1, "b.c": -1},
    "DECADEWORD": {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
                   "noughties": 0},
    "SOMETIME": {"sometime": 0},
    "AHEAD": {"ahead": 0},
    "AGE": {"age": 0, "aged": 0, "ages": 0},
    # Words of the clause that tell past from future; see `cues`.
    "WILL": {"will": 1, "ll": 1, "shall": 1, "won": 1},
    "EXPECTED": {"expected": 1, "scheduled": 1, "due": 1, "slated": 1, "planned": 1, "planning": 1, "plans": 1, "plan": 1, "hopes": 1,
    "intends": 1,
                 "expects": 1, "going": 1, "set": 1},
    "WAS": {"was": -1, "were": -1, "had": -1, "did": -1, "said": -1, "been": -1},
    "IS": {"is": 0, "are": 0, "be": 0, "has": 0, "have": 0, "re": 0},
}  # fmt: skip

ABBREVIATIONS: Final = (
    *(word for table in (MONTHS, WEEKDAYS, AMBIGUOUS_MONTHS, AMBIGUOUS_WEEKDAYS) for word in table if word.endswith(".")),
    "a.m.", "p.m.", "b.c.", "a.d.", "ca.",
)  # fmt: skip
ENDINGS: Final = ("st", "nd", "rd", "th", "s")

HOLIDAYS: Final = {
    "christmas eve": "christmas eve", "christmas day": "christmas", "christmas": "christmas", "boxing day": "boxing day",
    "new year's eve": "new year's eve", "new year's day": "new year", "new year's": "new year", "new year": "new year",
    "easter sunday": "easter", "easter monday": "easter monday", "easter": "easter", "good friday": "good friday",
    "palm sunday": "palm sunday", "ash wednesday": "ash wednesday", "maundy thursday": "maundy thursday", "pentecost": "pentecost",
    "whit monday": "whit monday", "ascension day": "ascension", "thanksgiving day": "thanksgiving", "thanksgiving": "thanksgiving",
    "black friday": "black friday", "independence day": "independence day", "memorial day": "memorial day", "labor day": "labor day",
    "labour day": "may day", "presidents day": "presidents' day", "presidents' day": "presidents' day",
    "columbus day": "columbus day", "veterans day": "veterans day", "veterans' day": "veterans day",
    "martin luther king day": "martin luther king day", "halloween": "halloween", "valentine's day": "valentine's day",
    "st. patrick's day": "st. patrick's day", "mother's day": "mother's day", "father's day": "father's day",
    "bastille day": "bastille day",
    "remembrance day": "veterans day", "armistice day": "veterans day", "groundhog day": "groundhog day",
    "epiphany": "epiphany", "earth day": "earth day",
    "tax day": "tax day", "inauguration day": "inauguration day", "election day": "election day", "st. valentine's day": "valentine's day",
    "cinco de mayo": "cinco de mayo", "guy fawkes night": "guy fawkes night", "anzac day": "anzac day",
    "canada day": "canada day", "australia day": "australia day", "international women's day": "women's day",
    "st patrick's day": "st. patrick's day", "st david's day": "st. david's day", "st george's day": "st. george's day",
    "st andrew's day": "st. andrew's day", "remembrance sunday": "remembrance sunday", "cyber monday": "cyber monday",
    "juneteenth": "juneteenth", "bonfire night": "guy fawkes night", "hogmanay": "new year's eve",
    "st. stephen's day": "boxing day", "mardi gras": "mardi gras", "shrove tuesday": "mardi gras", "holy saturday": "holy saturday",
}  # fmt: skip

# First word of a holiday's name -> the ways the name goes on, longest first.
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _name in sorted(HOLIDAYS, key=len, reverse=True):
    _words = tuple(_name.replace(".", " .").replace("'", " ' ").split())
    _BY_FIRST.setdefault(_words[0], []).append(_words)
WORDS["HOLIDAY"] = {word: tuple(names) for word, names in _BY_FIRST.items()}
