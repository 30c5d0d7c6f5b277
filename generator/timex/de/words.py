"""The time words of German as tables: class of word -> word -> what it stands for."""

from __future__ import annotations

from typing import Any, Final

MONTHS: Final = {
    "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9,
    "oktober": 10, "november": 11, "dezember": 12, "jan.": 1, "febr.": 2, "feb.": 2, "apr.": 4, "aug.": 8, "sept.": 9, "okt.": 10,
    "nov.": 11, "dez.": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6, "sonntag": 7,
}  # fmt: skip
PARTS: Final = {
    "morgen": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV", "nacht": "NI",
}  # fmt: skip
_NUMBERS: Final = {
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
}  # fmt: skip

WORDS: Final[dict[str, dict[str, Any]]] = {
    "MONTH": MONTHS,
    "WEEKDAY": WEEKDAYS,
    "WEEKDAY_PART": {day + part: (number, code) for day, number in WEEKDAYS.items() for part, code in PARTS.items()},
    "DAY": {"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2},
    "TOMORROW": {"morgen": 1},
    "PART": {part: code for part, code in PARTS.items() if part != "morgen"},
    "UNIT": {"tag": "day", "woche": "week", "monat": "month", "jahr": "year", "quartal": "quarter"},
    "UNITS": {
        "tage": "day", "tagen": "day", "wochen": "week", "monate": "month", "monaten": "month", "jahre": "year", "jahren": "year",
        "jahrzehnte": "decade", "jahrzehnten": "decade", "stunden": "hour", "minuten": "minute",
    },
    "WEEKEND": {"wochenende": "weekend"},
    "SEASON": {"frühjahr": "SP", "frühling": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"},
    "NUMERAL": _NUMBERS,
    "LAST": {f"{stem}{ending}": -1 for stem in ("letzt", "vergangen", "vorig") for ending in ("e", "en", "er", "es", "em")},
    "NEXT": {f"{stem}{ending}": 1 for stem in ("nächst", "kommend") for ending in ("e", "en", "er", "es", "em")},
    "THIS": {f"dies{ending}": 0 for ending in ("e", "en", "er", "es", "em")},
    "ARTICLE": {"der": 0, "dem": 0, "den": 0},
    "AGO": {"vor": -1},
    "IN": {"in": 0, "im": 0, "am": 0},
    "CLOCKWORD": {"uhr": 0},
    "UNTIL": {"bis": 0},
    "AND": {"und": 0},
    "EARLY": {"anfang": 0},
    "MIDDLE": {"mitte": 0},
    "LATE": {"ende": 0},
    "WILL": {"wird": 1, "werden": 1, "soll": 1, "sollen": 1, "will": 1, "wollen": 1},
}  # fmt: skip
ABBREVIATIONS: Final = tuple(word for word in MONTHS if word.endswith("."))
ENDINGS: Final[tuple[str, ...]] = ()
