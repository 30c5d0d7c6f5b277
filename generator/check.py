"""A site folder in, what an editor should look at out: gaps, contradictions, undated reports, stale corrections, possible doubles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator import build
from generator.dates import DateSpan
from generator.errors import Problem
from generator.labels import label
from generator.model import Event, Mention, Pair, Site, Unused
from generator.result import counted

# A stretch without events is worth a look when it is this many times longer than the usual one, and at least a month.
_GAP_FACTOR: Final = 8
_GAP_DAYS: Final = 30
_WIDTH: Final = 90


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: where, what, and the line to paste into timeline.yaml or an article, where one would help."""

    kind: str
    text: str
    path: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found, and the problems of the run itself."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    feeds: int = 0

    def as_text(self) -> str:
        """The findings for people, one heading a kind; problems first, then how many feeds were looked at."""
        lines = [str(problem) for problem in self.problems]
        if self.feeds:
            lines.append(f"{counted(self.feeds, 'feed')} checked")
        for kind, title in _KINDS.items():
            some = [finding for finding in self.findings if finding.kind == kind]
            if some:
                lines += ["", f"{title} ({len(some):,})"]
            for finding in some:
                lines.append(f"  {finding.path}: {finding.text}" if finding.path else f"  {finding.text}")
                lines += [f"    {line}" for line in finding.line.splitlines()]
        return "\n".join(lines).strip() or "nothing to look at"

    def as_json(self) -> str:
        """The findings for programs."""
        names = ("severity", "message", "path", "line", "column", "hint")
        problems = [{name: getattr(problem, name) for name in names} for problem in self.problems]
        data: dict[str, Any] = {"findings": [_finding_data(one) for one in self.findings], "problems": problems}
        data |= {"feeds": self.feeds} if self.feeds else {}
        return json.dumps(data, ensure_ascii=False, indent=2)


_KINDS: Final = {
    "contradiction": "Sources give different dates",
    "pair": "Possibly the same event",
    "overdue": "Planned, its day has passed, no report that it took place",
    "undated": "Reports without a date a reader would accept",
    "unused": "Sentences that tell a date and made no entry",
    "gap": "Long stretches without any event",
}


def check(root: Path, feeds: bool = False) -> Findings:
    """Assemble the site, write nothing, and look; `feeds` checks the feeds of the output folder too.

    Raises ConfigError and CorrectionError.
    """
    assembled = build.look(root)
    site = assembled.site
    found = (*_contradictions(site), *_pairs(site), *_overdue(site), *_undated(site), *_unused(assembled.unused), *_gaps(site))
    problems = assembled.problems
    number = 0
    if feeds:
        number, complaints = _feed_problems(root / "output")
        problems = (*problems, *complaints)
    return Findings(found, problems, number)


def _contradictions(site: Site) -> Iterator[Finding]:
    for event in site.timeline.events:
        if event.disagreement:
            dates = sorted({(_when(site, m.span), m.source.publisher or m.source.path) for m in event.mentions if m.span})
            told = "; ".join(f"{when} ({who})" for when, who in dates)
            pin = f"- pin: {event.id}\n  date: {event.span.edtf}"
            yield Finding("contradiction", f"{event.title}: {told}", event.mentions[0].source.path, pin)


def _pairs(site: Site) -> Iterator[Finding]:
    by_id = {event.id: event for event in site.timeline.events}
    for pair in site.timeline.possible_pairs:
        first, second = by_id.get(pair.first), by_id.get(pair.second)
        if first and second:
            yield _pair(site, pair, first, second)


def _pair(site: Site, pair: Pair, first: Event, second: Event) -> Finding:
    text = f"{first.title} ({_when(site, first.span)}) and {second.title} ({_when(site, second.span)}): {pair.reason}"
    return Finding("pair", text, "", f"- merge: [{pair.first}, {pair.second}]")


def _overdue(site: Site) -> Iterator[Finding]:
    for event in site.timeline.events:
        if event.status == "planned" and event.overdue(site.as_of):
            line = f"- pin: {event.id}\n  status: happened"
            yield Finding(
                "overdue", f"{_when(site, event.span)}: {event.title}", event.mentions[-1].source.path if event.mentions else "", line
            )


def _undated(site: Site) -> Iterator[Finding]:
    for mention in site.timeline.undated:
        yield Finding("undated", _quote(mention), mention.source.path)


def _unused(unused: Iterable[Unused]) -> Iterator[Finding]:
    for one in unused:
        yield Finding("unused", f'"{one.phrase}", {one.reason}: {_short(one.quote)}', one.path)


def _gaps(site: Site) -> Iterator[Finding]:
    """Stretches between two events that are far longer than the usual ones of this timeline."""
    spans = [event.span for event in site.timeline.events if event.span.start and event.span.end and (event.span.days or 0) <= 366]
    gaps: list[tuple[int, DateSpan, DateSpan]] = []
    latest = None
    for span in spans:
        if latest is not None and latest.end and span.start and span.start > latest.end:
            gaps.append(((span.start - latest.end).days, latest, span))
        if latest is None or (span.end and latest.end and span.end > latest.end):
            latest = span
    if len(gaps) < 3:
        return
    usual = sorted(days for days, _, _ in gaps)[len(gaps) // 2]
    for days, before, after in gaps:
        if days >= max(_GAP_DAYS, _GAP_FACTOR * usual):
            yield Finding("gap", f"{days:,} days between {_when(site, before)} and {_when(site, after)}")


def _feed_problems(output: Path) -> tuple[int, tuple[Problem, ...]]:
    """How many feeds the output folder has, and what is wrong with them."""
    from generator.render.feeds import rules

    number = len(rules.feeds(output))
    if not number:
        return 0, (Problem("holds no feeds", output.name, hint="`dateline build` makes them", severity="error"),)
    return number, tuple(rules.check(output))


def _when(site: Site, span: DateSpan | None) -> str:
    return label(span, site.config.site.language) if span else "not dated"


def _quote(mention: Mention) -> str:
    return f"{mention.title}: {_short(mention.quote)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {"kind": finding.kind, "text": finding.text, "path": finding.path, "line": finding.line}
