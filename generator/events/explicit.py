"""The events that a person wrote into an article's front matter in, their mentions out."""

from __future__ import annotations

from generator.dates import DateSpan
from generator.events.en import cues
from generator.events.lexicon import stem
from generator.model import Article, DatePhrase, ExplicitEvent, Mention, Source, Trigger


def explicit_mentions(article: Article, source: Source) -> tuple[Mention, ...]:
    """One mention for each event under `events:`, its quote the sentence that holds the words it names."""
    return tuple(_mention(article, source, event) for event in article.events)


def _mention(article: Article, source: Source, event: ExplicitEvent) -> Mention:
    number, quote, start, end = _quoted(article, event)
    trigger = Trigger(event.title, start, start, "")
    words = {stem(word.lower()) for word in event.title.split()} - cues.STOP
    return Mention(
        source, number, quote, start, end, trigger, _phrase(event.span, start), event.span, event.status, event.title, None,
        event.people, (), (event.place,) if event.place else (), tuple(sorted(words)), explicit=True,
    )  # fmt: skip


def _phrase(span: DateSpan, at: int) -> DatePhrase:
    return DatePhrase(span.edtf, at, at, span.timex3[0], "front matter", None, "written by hand in the article's front matter")


def _quoted(article: Article, event: ExplicitEvent) -> tuple[int, str, int, int]:
    """The sentence that holds the event's quote, with its number and place in the file; sentence -1 where none does."""
    if event.quote:
        for number, sentence in enumerate(article.sentences):
            if event.quote in article.text(sentence):
                return number, article.text(sentence), article.file_offset(sentence.start), article.file_offset(sentence.end - 1) + 1
    return -1, event.quote or event.title, 0, 0
