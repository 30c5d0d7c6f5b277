"""The first paragraph of an article in, its dateline out: "KIRUNA, Sweden, May 14 (Agency) -" gives place and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.read.stamps import MONTHS
from generator.read.words import words

_MONTH: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_LOCAL: Final = (
    "Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    "|décembre"
)
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DATE: Final = (
    rf"{_WEEKDAY}(?:(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\.? (?P<month2>{_LOCAL}|{_MONTH})\.?)"
    r"(?:,? (?P<year>\d{4}))?"
)
_DATE_AGAIN: Final = re.sub(r"\?P<(\w+)>", r"?P<in_\1>", _DATE)
_CAPS: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,4}"
_REGION: Final = r"(?:, [A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|and|the)){0,3}?){0,2}?"
_MIXED: Final = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]*){0,3}"
_DASH: Final = r"(?:\s*[–—―]+\s*|\s+_{1,2}\s+|\s+-{1,3}\s*|\s*--+\s*|\s*:\s+)"
_KNOWN: Final = (
    r"(?:REUTERS|Reuters|AP|AFP|UPI|CNN|BBC|NPR|PA|DPA|dpa|EFE|ANSA|TASS|ITAR-TASS|RIA|Interfax|Xinhua|XINHUA|Kyodo|Yonhap|IANS|PTI"
    r"|ANI|APP|KUNA|SANA"
    r"|WAM|SPA|MENA|AAP|CP|VOA|RFE/RL|IRNA|ISNA|JTA|Bloomberg|Associated Press|Agence [\w-]+|[A-Z]\w+ (?:News|Agency|Press|Wire"
    r"|Service)|Agency|Agencies)"
    r"(?:[/ -][\w /-]{1,20})?"
)
_AGENCY: Final = r"(?:-- ?)?\((?P<agency>[A-Z][\w.&/' -]{1,40})\)"
_WIRES: Final = re.compile(_KNOWN)
_WIRE: Final = r"/ ?(?P<agency>[A-Z][\w.&' -]{1,40}) ?/"

_FULL: Final = re.compile(rf"(?P<place>{_CAPS}{_REGION})(?:,? {_DATE})?(?:,? ?{_AGENCY})?{_DASH}(?=[\"'“‘A-Z0-9À-Þ(])")
_SOFT: Final = re.compile(rf"(?P<place>{_MIXED}{_REGION})(?:,? {_DATE})?,? ?\((?P<agency>{_KNOWN})\){_DASH}")
# "SANDHOLM, Osterland (AP), Monday, May 3, 1999 _ The", "SANDHOLM, Osterland--(NORTHWIRE)--May 3, 1999--The".
_LATE: Final = re.compile(rf"(?P<place>(?:{_CAPS}|{_MIXED}){_REGION})(?:,? |--?|[–—]){_AGENCY}(?:,? |--? ?|[–—] ?){_DATE}{_DASH}")
# "Sandholm, May 3 - The", "SANDHOLM, Osterland (May 3, 1999) - The", "Sandholm, 3 May 1999: The".
_DATED: Final = re.compile(
    rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<place>{_MIXED}{_REGION}),? (?:{_DATE}|\({_DATE_AGAIN}\))"
    r"(?:\s*[–—―]+\s*|\s+-{1,3}\s+|\s*--+\s*|:\s+)"
)
# "SANDHOLM, June 5 /Newswire/ --", "Sandholm, Osterland—June 5, 2013—" and, of a known agency, "SANDHOLM (AP) The".
_WIRED: Final = re.compile(rf"(?P<place>(?:{_CAPS}|{_MIXED}){_REGION})(?:,? {_DATE})?[,.]? ?{_WIRE}(?:{_DASH}|\.\s+)")
_DASHED: Final = re.compile(rf"(?P<place>{_MIXED}{_REGION})\s*[–—]\s*{_DATE}(?:\s*[–—]+\s*|\s+-{{1,3}}\s+|\s*--+\s*)")
_OPEN: Final = re.compile(rf"(?P<place>{_CAPS}{_REGION})(?:,? {_DATE})? \((?P<agency>{_KNOWN})\)\s+(?=[\"'“‘A-ZÀ-Þ])")
_NO_PLACE: Final = re.compile(rf"{_DATE}(?:,? ?{_AGENCY})?\s*(?:[–—―]+|--?|:)\s+(?=[\"'“‘A-ZÀ-Þ])")
_DAYS: Final = tuple(f"{name}day" for name in "Mon Tues Wednes Thurs Fri Satur Sun".split())
_MONTHS_FIRST: Final = (*_MONTH.split("|"), *_DAYS)
# "(Sandholm, 3 May 1999) The", "(3 May 1999) The".
_ENCLOSED: Final = re.compile(rf"\((?:(?P<place>{_MIXED}{_REGION}), )?{_DATE}\)\s*[–—-]*\s*(?=[\"'“‘A-ZÀ-Þ])")
_BRACKETED: Final = re.compile(rf"\((?P<place>{_MIXED}, [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)?)\)\s*[–—-]+\s*(?=[\"'“‘A-ZÀ-Þ])")
_BARE: Final = re.compile(
    r"\((?P<agency>CNN|Reuters|REUTERS|AP|AFP|UPI|BBC|Bloomberg|Xinhua|IANS|PTI|ANI|dpa)\)\s*[-–—]*\s*(?=[\"'“‘A-Z0-9À-Þ])"
)
# Capitals before a dash or colon that are no place.
_NOT_PLACES: Final = re.compile(
    r"(?:UPDATE|CORRECTION|CORRECTED|WATCH|EXCLUSIVE|BREAKING|VIDEO|LIVE|NOTE|ANALYSIS|OPINION|READ|MORE|RELATED|FACT|PHOTOS?|Q|A"
    r"|QUESTION|ANSWER"
    r"|EDITOR['’]?S? NOTE|CLARIFICATION|FILE|LISTEN|PODCAST|WHO|WHAT|WHEN|WHERE|WHY|HOW|TRANSCRIPT|UPDATED|DISCLAIMER|SOURCE|KEY"
    r"|PUBLISHED|POSTED|DATE|BY|CONTACT|CREDIT|BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|TITLE|AUTHOR|LOAD|PUBLICATION|GRAPHIC)\b"
)
_SHORT_CITIES: Final = words(
    "OSLO ROME LIMA BAKU KIEV KYIV BONN BERN DOHA RIGA SUVA ADEN GAZA HOMS LYON NICE PERTH PORT CORK BATH YORK LVIV AGRA "
    "PUNE CEBU CALI NARA KOBE METZ GRAZ LINZ KIEL ESSEN GENT OULU TURKU ACRE HAIFA SANA JUBA LOME MALE APIA ERIE RENO WACO"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed; `end` is the offset at which its first sentence begins."""

    end: int
    place: str | None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    agency: str | None = None

    @property
    def wire(self) -> str | None:
        """The agency, if it is one that is known: brackets may also hold a reporter's name."""
        return self.agency if self.agency and _WIRES.fullmatch(self.agency) else None

    def date(self, published: date | None) -> date | None:
        """The day named, in the year that brings it nearest before the day of publication (or one day after)."""
        if self.month is None or self.day is None:
            return None
        years = [self.year] if self.year else [published.year, published.year - 1] if published else []
        for year in years:
            try:
                day = date(year, self.month, self.day)
            except ValueError:
                continue
            if self.year or published is None or day <= published + timedelta(days=1):
                return day
        return None


def find(text: str) -> Dateline | None:
    """Read the dateline that a paragraph opens with, if it has one."""
    first = text[:1]
    if first.isdigit() or text.startswith(_MONTHS_FIRST):
        m = _NO_PLACE.match(text[:80])
        if m and m["year"]:
            return _read(m)
    if not (first.isupper() or first == "("):
        return None
    opening = text[:140]
    if first != "(" and not any(mark in opening for mark in "-—–―:)/_"):
        return None
    if first == "(":
        around = _BRACKETED.match(opening)
        if around:
            return Dateline(around.end(), _cased(around["place"]))
        dated = _ENCLOSED.match(opening)
        if dated and dated["year"]:
            return _read(dated)
        bare = _BARE.match(opening)
        return Dateline(bare.end(), None, agency=bare["agency"]) if bare else None
    m = _FULL.match(opening) if text[1:2].isupper() or text[1:2] in ".'’" else None
    if m and (not _plausible(m) or (m["agency"] and (late := _LATE.match(opening)) and late.end() > m.end())):
        m = None  # or its date stands behind the agency
    if m is None and any(mark in opening for mark in "(-—–/:"):
        m = (
            _SOFT.match(opening)
            or (_LATE.match(opening) if ")" in opening else None)
            or _DATED.match(opening)
            or _DASHED.match(opening)
            or (_WIRED.match(opening) if "/" in opening else None)
        )
    if m is None and text[1:2].isupper() and ")" in opening:
        m = _OPEN.match(opening)
    return _read(m) if m else None


def _plausible(m: re.Match[str]) -> bool:
    """Tell a place from other words in capitals: "OSLO -" and "NATO (AP) -" pass, "NATO -" does not."""
    place = m["place"]
    if _NOT_PLACES.match(place):
        return False
    certain = m["agency"] or m["month"] or m["month2"] or "," in place
    return bool(certain) or len(place) > 4 or place in _SHORT_CITIES


def _read(m: re.Match[str]) -> Dateline:
    told = m.groupdict()
    month, day, year = (
        next((told[key] for key in keys if told.get(key)), None)
        for keys in (("month", "month2", "in_month", "in_month2"), ("day", "day2", "in_day", "in_day2"), ("year", "in_year"))
    )
    place = told.get("place")
    return Dateline(
        m.end(),
        _cased(_bare(place)) if place else None,
        MONTHS[month.lower()] if month else None,
        int(day) if day else None,
        int(year) if year else None,
        told.get("agency"),
    )


def _bare(place: str) -> str:
    """A place without the dashes and the full stop that end it, save in "D.C."."""
    place = place.rstrip("-")
    return place[:-1] if place.endswith(".") and place.count(".") == 1 else place


def _cased(place: str) -> str:
    """Write "KIRUNA, Sweden" as a person does: capitals go, save in abbreviations such as "D.C."."""
    found: list[str] = []
    for word in place.split(" "):
        short = len(word.strip(",")) < 3 and (not found or found[-1].endswith(","))
        found.append(word if "." in word or short or not word.isupper() else _capitalise(word))
    return " ".join(found)


def _capitalise(word: str) -> str:
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m[0][0] + m[0][1:].lower(), word)
