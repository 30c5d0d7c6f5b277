"""One article file, or the id of an event, in, the reasons out: of each date, of each entry, and of what was joined."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from generator import build, config
from generator.config import Config
from generator.errors import Problem, ReadError
from generator.events.apply import concerning
from generator.events.corrections import Correction
from generator.labels import label
from generator.model import Analysis, Article, Change, Event, Mention, Sentence, Site, TimeExpression
from generator.render.body import check_engine

_WIDTH: Final = 100


def find_site(file: Path) -> tuple[Path, Config]:
    """The site folder that a file lies in, and its settings; the file's own folder with the defaults where there is none."""
    for folder in file.resolve().parents:
        if (folder / config.FILE).is_file():
            return folder, config.load(folder)
    return file.resolve().parent, Config()


def analyses(file: Path) -> tuple[Analysis, ...]:
    """Analyse one file as a build of its site would; raises ReadError where that gives no article."""
    root, settings = find_site(file)
    check_engine(settings)
    return build.analyse(file.read_bytes(), file.resolve().relative_to(root).as_posix(), settings)


def as_json(file: Path) -> str:
    """The reasons for programs: of a file with several articles the first, and all of them under `articles`."""
    found = [_data(analysis) for analysis in analyses(file)]
    data = found[0] if len(found) == 1 else {**found[0], "articles": found}
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_text(file: Path, cuts: bool = False) -> str:
    """The reasons for people; `cuts` adds the lines that were left out."""
    return "\n".join(line for analysis in analyses(file) for line in _lines(analysis, cuts))


def event_text(folder: Path, name: str) -> str:
    """The reasons for one event, for people: its reports, why they were joined, its history, and what may be the same."""
    event, site, rules = _event(folder, name)
    language = site.config.site.language
    lines = [event.title, f"  {event.id}", f"  {label(event.span, language)}, {event.status}{f': {event.note}' if event.note else ''}"]
    if event.alternatives:
        lines.append(f"  other sources give {', '.join(label(span, language) for span in event.alternatives)}")
    lines += ["", f"reports ({len(event.mentions)}):"]
    for mention in event.mentions:
        when = label(mention.span, language) if mention.span else "not dated"
        why = mention.inferred or (mention.time.reason if mention.time else "")
        lines += [f"  {mention.source.path}: {_short(mention.quote)}", f"    {when}, {mention.status}{f' ({why})' if why else ''}"]
    if event.reasons:
        lines += ["", "why they are one:", *(f"  {reason}" for reason in event.reasons)]
    if rules:
        lines += ["", f"corrected in {build.CORRECTIONS}:", *(f"  line {rule.line}: {_rule(rule)}" for rule in rules)]
    lines += ["", "history:", *(f"  {_change(change)}" for change in event.history)]
    others = [pair for pair in site.timeline.possible_pairs if event.id in (pair.first, pair.second)]
    if others:
        lines += ["", "possibly the same:"]
    lines += [f"  {pair.second if pair.first == event.id else pair.first}: {pair.reason}" for pair in others]
    return "\n".join(lines)


def event_json(folder: Path, name: str) -> str:
    """The same for programs."""
    event, site, rules = _event(folder, name)
    reports = [{"article": m.source.path, "quote": m.quote, **_entry_data(m)} for m in event.mentions]
    pairs = [
        {"event": pair.second if pair.first == event.id else pair.first, "score": pair.score, "reason": pair.reason}
        for pair in site.timeline.possible_pairs
        if event.id in (pair.first, pair.second)
    ]
    head = {"id": event.id, "title": event.title, "edtf": event.span.edtf, "status": event.status, "reports": reports}
    history = [_change(change) for change in event.history]
    by_hand = [{"line": rule.line, "correction": _rule(rule)} for rule in rules]
    data = {**head, "reasons": list(event.reasons), "corrections": by_hand, "history": history, "possibly_the_same": pairs}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _rule(rule: Correction) -> str:
    """A correction in words: `pin: date, title`."""
    given = ", ".join(key for key in ("date", "title", "status", "place", "people", "tags") if getattr(rule, key))
    return f"{rule.verb}: {given}" if given else rule.verb


def _event(folder: Path, name: str) -> tuple[Event, Site, tuple[Correction, ...]]:
    """The event that bears or once bore an id, and its corrections; an error that names the nearest where there is none."""
    root, _ = find_site(folder.resolve() / config.FILE)
    site = build.look(root).site
    for event in site.timeline.events:
        if name == event.id or name in event.aliases:
            return event, site, concerning(event, build.corrections(root))
    near = get_close_matches(name, [event.id for event in site.timeline.events], 1, 0.3)
    hint = f'the nearest id is "{near[0]}"' if near else "give a file, or the last part of the address of an event's page"
    raise ReadError(Problem("is neither a file nor an event of this site", name, hint=hint, severity="error"))


def _change(change: Change) -> str:
    """One line of a history: `2013-06-06 moved from 2013-06 to 2013-07 (content/talks.md)`."""
    dates = f" from {change.old} to {change.new}" if change.old and change.new and change.old != change.new else ""
    return f"{change.on or 'not dated'} {change.change}{f' by {change.by}' if change.by else ''}{dates} ({change.path})"


def times_page(file: Path) -> str:
    """A page that shows one article with its time expressions marked."""
    from generator.timex.html import page

    analysis = analyses(file)[0]
    return page(analysis.article, analysis.times)


def _data(analysis: Analysis) -> dict[str, Any]:
    article = analysis.article
    head = {
        "path": article.path,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "has_time": article.has_time,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "url": article.url,
        "language": article.language,
        "place": article.place,
        "tags": list(article.tags),
        "text": article.body,
    }
    posts = [{"start": article.file_offset(post.start), "at": post.at.isoformat()} for post in article.posts]
    dates = [{"source": c.source, "text": c.text, "published": c.published.isoformat()} for c in article.date_candidates]
    cut = [{"line": c.line, "rule": c.rule, "text": c.text} for c in article.cuts]
    sentences = [_sentence_data(analysis, number, sentence) for number, sentence in enumerate(article.sentences)]
    problems = [str(problem) for problem in analysis.problems]
    return {
        "article": head,
        **({"posts": posts} if posts else {}),
        "dates": dates,
        "cuts": cut,
        "sentences": sentences,
        "problems": problems,
    }


def _sentence_data(analysis: Analysis, number: int, sentence: Sentence) -> dict[str, Any]:
    article = analysis.article
    return {
        "text": article.text(sentence),
        "start": article.file_offset(sentence.start),
        "end": article.file_offset(sentence.end - 1) + 1,
        "times": [_time_data(article, time) for time in _times_in(analysis, sentence)],
        "entries": [_entry_data(mention) for mention in analysis.mentions if mention.sentence == number],
        "unused": [unused.reason for unused in analysis.unused if unused.sentence == number],
    }


def _time_data(article: Article, time: TimeExpression) -> dict[str, Any]:
    return {
        "text": time.text,
        "start": article.file_offset(time.start),
        "end": article.file_offset(time.end - 1) + 1,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "edtf": time.span.edtf if time.span else None,
        "anchor": time.anchor.isoformat() if time.anchor else None,
        "reason": time.reason,
        "rule": time.rule,
        "confidence": round(time.confidence, 2),
    }


def _entry_data(mention: Mention) -> dict[str, Any]:
    return {
        "title": mention.title,
        "edtf": mention.span.edtf if mention.span else None,
        "status": mention.status,
        "trigger": mention.trigger.text,
        "time": mention.time.text if mention.time else None,
        "inferred": mention.inferred,
        "people": list(mention.people),
        "organisations": list(mention.organisations),
        "places": list(mention.places),
    }


def _times_in(analysis: Analysis, sentence: Sentence) -> list[TimeExpression]:
    return [time for time in analysis.times if sentence.start <= time.start < sentence.end]


def _lines(analysis: Analysis, cuts: bool) -> Iterator[str]:
    """The text for one article: its head, what was cut where asked for, then sentence by sentence."""
    article = analysis.article
    yield article.title
    yield f"  {article.path}"
    published = article.published
    form = "%Y-%m-%d %H:%M %Z" if article.has_time else "%Y-%m-%d"
    source = article.date_candidates[0].source if article.date_candidates else ""
    yield f"  published {published.strftime(form).strip()}{f' (from {source})' if source else ''}" if published else "  not dated"
    for name, value in (("publisher", article.publisher), ("place", article.place), ("address", article.url)):
        if value:
            yield f"  {name} {value}"
    if article.posts:
        yield f"  live blog of {len(article.posts)} posts, each read from its own stamp"
    for problem in analysis.problems:
        yield f"  {problem.severity}: {problem.message}"
        if problem.hint:
            yield f"    hint: {problem.hint}"
    if cuts:
        yield ""
        yield "cut:"
        yield from (f"  line {cut.line}, {cut.rule}: {_short(cut.text)}" for cut in article.cuts)
    for number, sentence in enumerate(article.sentences):
        yield ""
        yield from _sentence_lines(analysis, number, sentence)


def _sentence_lines(analysis: Analysis, number: int, sentence: Sentence) -> Iterator[str]:
    yield _short(analysis.article.text(sentence))
    for time in _times_in(analysis, sentence):
        meaning = label(time.span, analysis.article.language) if time.span else "no day of the calendar"
        anchor = f", counted from {time.anchor.isoformat()}" if time.anchor else ""
        reason = f": {time.reason}" if time.reason else ""
        yield f'  "{time.text}" is {time.type} {time.value} ({meaning}), rule {time.rule}{anchor}{reason}'
    for mention in analysis.mentions:
        if mention.sentence == number:
            when = label(mention.span, analysis.article.language) if mention.span else "not dated"
            why = f" ({mention.inferred})" if mention.inferred else ""
            if mention.background:
                yield f'  no entry by itself: {when}{why}, "{mention.trigger.text}" supports one that is told elsewhere'
            else:
                yield f'  entry: {when}{why}, {mention.status}: {mention.title} [by "{mention.trigger.text}"]'
    for unused in analysis.unused:
        if unused.sentence == number:
            yield f"  no entry: {unused.reason}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"
