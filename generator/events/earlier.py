"""The mentions of an article in, in order; out, at one look-up each, which of them told of the same people before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from generator.dates import DateSpan
from generator.model import Mention

_LEAD: Final = 3  # sentences, in which what is launched or announced at one event is told


@dataclass(slots=True)
class Earlier:
    """The dated mentions of the sentences before, so that no later sentence has to go through all of them.

    `kinds` are their classes, `named` each class with each person and organisation, `first` the first mention of such with each
    of its words; `lead` are those of the first sentences, `alleged` the first allegation of each date and person.
    """

    counted: int = 0
    kinds: set[str] = field(default_factory=set)
    named: set[tuple[str, str]] = field(default_factory=set)
    first: dict[tuple[str, str, str], int] = field(default_factory=dict)
    lead: list[Mention] = field(default_factory=list)
    alleged: dict[tuple[DateSpan | None, str], int] = field(default_factory=dict)

    def learn(self, mentions: list[Mention], end: int) -> None:
        """Take in the mentions up to `end` that were not known."""
        for number in range(self.counted, end):
            self._add(number, mentions[number])
        self.counted = end

    def _add(self, number: int, mention: Mention) -> None:
        if mention.status == "possible":
            for person in mention.people:
                self.alleged.setdefault((mention.span, person), number)
        if mention.span is None:
            return
        kind = mention.trigger.lemma
        self.kinds.add(kind)
        if mention.sentence < _LEAD:
            self.lead.append(mention)
        for name in (*mention.people, *mention.organisations):
            self.named.add((kind, name))
            for word in mention.words:
                self.first.setdefault((kind, name, word), number)

    def alike(self, kind: str, mention: Mention) -> int | None:
        """The number of the first mention of a kind that has a name in common with this one, and a word besides its kind."""
        names, words = (*mention.people, *mention.organisations), [word for word in mention.words if word != kind]
        return min((self.first[key] for name in names for word in words if (key := (kind, name, word)) in self.first), default=None)

    def allegation(self, mention: Mention) -> int | None:
        """The number of the first mention that alleges something of the same person and day."""
        return min((self.alleged[key] for person in mention.people if (key := (mention.span, person)) in self.alleged), default=None)
