"""An article's text in, safe HTML out, with each sentence that made an event in a `<span id="sN">`.

Markdown is rendered from the user's file; any other format from the body as read, which is plain text by then. The
result is sanitised in every case: an article is other people's text. Pictures are left out, since a page asks no other
host for anything and an article's own files are not part of the site.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape, unescape
from importlib.util import find_spec
from itertools import groupby
from typing import Final

from generator.config import FILE, Config
from generator.errors import ConfigError, Problem
from generator.model import Article
from generator.render import prose

_MARKDOWN: Final = re.compile(r"\.(?:md|markdown|mdown|mkd)(?:#\d+)?$", re.IGNORECASE)
# fmt: off
_TAGS: Final = frozenset({
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "var",
})
# fmt: on
_ATTRIBUTES: Final = {"a": {"href", "title"}, "abbr": {"title"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}}
_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_HEADING: Final = re.compile(r"<(?P<end>/?)h(?P<level>[1-6])\b[^>]*>", re.IGNORECASE)
_PIECE: Final = re.compile(r"(?P<tag><[^>]*>)|(?P<text>[^<]+)")
_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-z0-9]+)")
_LINK_TARGET: Final = re.compile(r"\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|<https?://[^>]*>|&#?\w+;")
_BLOCK_MARK: Final = re.compile(r"(?:[#>*+\s-]|\d+[.)])*")
_MARKS: Final = "[]*_`<>!"
_MOST_MARKS: Final = 400
# A line that opens thirty lists or quotations, each within the other.
_DEEP: Final = re.compile(r"\n[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]*){30}")
_BLANK: Final = re.compile(r"\n[ \t]*\n")
_EMPTY: Final = re.compile(r"<p>\s*</p>\s*")


def body_html(article: Article, file_text: str, marked: Collection[int], config: Config) -> str:
    """The text of an article as HTML; `marked` are the numbers of the sentences to wrap."""
    numbers = sorted(number for number in marked if 0 <= number < len(article.sentences))
    if not _MARKDOWN.search(article.path):
        return _paragraphs(article, frozenset(numbers))
    html = _sanitised(_headings(_rendered(_markdown_source(article, file_text), config)))
    return _marked(html, [(number, article.text(article.sentences[number])) for number in numbers])


def _paragraphs(article: Article, marked: Collection[int]) -> str:
    """Plain text: paragraphs stand between blank lines, and the sentences' offsets say what to wrap."""
    parts, at = [], 0
    for number, sentence in enumerate(article.sentences):
        parts.append(escape(article.body[at : sentence.start], quote=False))
        text = escape(article.text(sentence), quote=False)
        parts.append(f'<span id="s{number}">{text}</span>' if number in marked else text)
        at = sentence.end
    parts.append(escape(article.body[at:], quote=False))
    blocks = (block.strip().replace("\n", "<br>\n") for block in re.split(r"\n\s*\n", "".join(parts)))
    return "\n".join(f"<p>{block}</p>" for block in blocks if block)


def _markdown_source(article: Article, file_text: str) -> str:
    """The part of the file that the body comes from, in whole lines, without those that reading took out.

    A line of which a part was read (behind a dateline, say) stays; of the first line, what stands before the body stays
    only where it is Markdown's own (`# `, `> `, `- `).
    """
    if not article.runs:
        return ""
    first, last = article.runs[0], article.runs[-1]
    begin = file_text.rfind("\n", 0, first.file) + 1
    if not _BLOCK_MARK.fullmatch(file_text[begin : first.file]):
        begin = first.file
    end = file_text.find("\n", last.file + last.length)
    text = file_text[begin : end if end >= 0 else len(file_text)]
    first_line = file_text.count("\n", 0, begin) + 1
    kept = _lines_of(article, file_text, begin)
    cut = {one.line - first_line for one in article.cuts} - kept
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line for number, line in enumerate(lines) if number not in cut)


def _lines_of(article: Article, file_text: str, begin: int) -> set[int]:
    """The numbers of the lines, counted from the one at `begin`, that hold some of the body."""
    found: set[int] = set()
    line, at = 0, begin
    for run in article.runs:
        text = file_text[run.file : run.file + run.length].rstrip()
        if text:
            line, at = line + file_text.count("\n", at, run.file), run.file
            found.update(range(line, line + text.count("\n") + 1))
    return found


def _rendered(source: str, config: Config) -> str:
    """Markdown as HTML; a block with more marks than prose can have is plain text: engines take time without bound over "[[[[[[".

    A block is what stands between blank lines.
    """
    if not _is_wild(source):
        return _render(source, config)
    parts: list[str] = []
    for wild, group in groupby(_BLANK.split(source), key=_is_wild):
        blocks = list(group)
        parts += map(_plain, blocks) if wild else [_render("\n\n".join(blocks), config)]
    return "\n".join(parts)


def _is_wild(source: str) -> bool:
    return sum(map(source.count, _MARKS)) > _MOST_MARKS or _DEEP.search(f"\n{source}") is not None


def _plain(block: str) -> str:
    return f"<p>{escape(block, quote=False)}</p>"


def _render(source: str, config: Config) -> str:
    if config.pages.markdown == "pyromark":
        import pyromark

        return str(pyromark.html(source, options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH))
    engine = _converter(config.pages.markdown_extensions)
    try:
        return engine(source) if config.pages.markdown_extensions else prose.render(source, engine)
    except RecursionError:  # lists within lists, deeper than anybody means
        return "\n".join(map(_plain, _BLANK.split(source)))


def check_engine(config: Config) -> None:
    """Raise ConfigError where the Markdown engine that the settings name, or one of its extensions, cannot be loaded."""
    if config.pages.markdown == "pyromark":
        if find_spec("pyromark") is None:
            hint = "pip install 'dateline[fast]', or set markdown = \"markdown\""
            raise ConfigError(Problem('markdown = "pyromark" needs pyromark, which is not installed', FILE, hint=hint, severity="error"))
        return
    for name in config.pages.markdown_extensions:
        try:
            _converter((name,))
        except Exception as error:  # an extension is a program of others, and may fail in any way
            hint = 'extensions of Python-Markdown are named as "tables" or "footnotes"; those of others must be installed'
            raise ConfigError(Problem(f'there is no Markdown extension "{name}": {error}', FILE, hint=hint, severity="error")) from error


@lru_cache(maxsize=4)
def _converter(extensions: tuple[str, ...]) -> Callable[[str], str]:
    """One converter for all articles: building it costs more than converting."""
    from markdown import Markdown

    markdown = Markdown(extensions=list(extensions), output_format="html")

    def convert(source: str) -> str:
        markdown.reset()
        return markdown.convert(source)

    return convert


def _headings(html: str) -> str:
    """Headings one level at a time, beginning below the page's own title."""
    levels: list[int] = []

    def shifted(found: re.Match[str]) -> str:
        if not found["end"]:
            level = int(found["level"])
            while levels and levels[-1] >= level:
                levels.pop()
            levels.append(level)
        return f"<{found['end']}h{min(6, len(levels) + 1)}>"

    return _HEADING.sub(shifted, html)


def _sanitised(html: str) -> str:
    return _EMPTY.sub("", _cleaner()(html)).strip()


@cache
def _cleaner() -> Callable[[str], str]:
    import nh3

    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_kept_attribute,
        url_schemes=set(_SCHEMES),
        link_rel="noopener nofollow",
    ).clean


def _kept_attribute(tag: str, name: str, value: str) -> str | None:
    """Only absolute links: what a relative one meant beside the article means nothing here."""
    if name == "href" and not value.lower().startswith(("http://", "https://", "mailto:")):
        return None
    return value


# --- Sentences in rendered Markdown ----------------------------------------------------------------------------------------


def _marked(html: str, sentences: list[tuple[int, str]]) -> str:
    """Wrap sentences; most stand in the HTML word for word, the others are found by their letters and digits.

    Markup, quotation marks and spaces may have changed on the way.
    """
    wraps: list[tuple[int, int, int]] = []
    missing = []
    letters: _Letters | None = None
    at = 0
    for number, text in sentences:
        place = _verbatim(html, text, at)
        if place is None:
            key = _key(text)
            place = _near(html, key, at)
        if place is None:
            letters = letters or _letters(html)
            place = letters.find(key, at)
        if place is None:
            missing.append(number)
            continue
        wraps.append((*place, number))
        at = place[1]
    return _anchors(missing) + _wrapped(html, sorted(wraps))


def _verbatim(html: str, text: str, at: int) -> tuple[int, int] | None:
    """From the first to behind the last letter of a sentence that stands behind `at` just as it was read, and not inside a tag."""
    if "&" in text or "<" in text or ">" in text:
        return None
    begin, end = 0, len(text)
    while begin < end and not text[begin].isalnum():
        begin += 1
    while end > begin and not text[end - 1].isalnum():
        end -= 1
    if begin == end:
        return None
    words = text[begin:end]
    found = html.find(words, at)
    if found < 0 or html.rfind("<", 0, found) > html.rfind(">", 0, found):
        return None
    return found, found + len(words)


_AROUND: Final = 200  # characters of markup that may stand in a sentence


def _near(html: str, key: str, at: int) -> tuple[int, int] | None:
    """Where the letters of a sentence stand in the lines behind `at`; None where they do not, or where a word or a tag would be cut."""
    end = html.find("\n", at + len(key) + _AROUND)
    if end < 0 or html.rfind("<", at, end) > html.rfind(">", at, end) or (at and html[at - 1].isalnum() and html[at].isalnum()):
        return None
    return _letters(html, at, end).find(key, at)


def _anchors(missing: list[int]) -> str:
    """Places to lead to for sentences that the rendering has changed beyond recognition: the beginning of the text."""
    return "".join(f'<span id="s{number}"></span>' for number in missing)


def _key(text: str) -> str:
    return "".join(_WORD.findall(unescape(_LINK_TARGET.sub("]", text)).casefold()))


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a page in one string, and for each word where it begins there and where it lies in the HTML.

    A word of one letter may lie on several characters, those of an entity.
    """

    text: str
    begins: list[int]
    spans: list[tuple[int, int]]

    def find(self, key: str, at: int) -> tuple[int, int] | None:
        """Where some letters begin and end in the HTML: the first place behind `at` there, else the first of all."""
        if not key:
            return None
        word = bisect_left(self.spans, (at, at))
        found = self.text.find(key, self.begins[word] if word < len(self.begins) else len(self.text))
        if found < 0:
            found = self.text.find(key)
        return (self._place(found)[0], self._place(found + len(key) - 1)[1]) if found >= 0 else None

    def _place(self, position: int) -> tuple[int, int]:
        """Where a letter begins and ends in the HTML."""
        word = bisect_right(self.begins, position) - 1
        start, end = self.spans[word]
        size = (self.begins[word + 1] if word + 1 < len(self.begins) else len(self.text)) - self.begins[word]
        if end - start != size:
            return start, end
        at = start + position - self.begins[word]
        return at, at + 1


_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = re.compile(r"<[^>]*>|(?P<entity>&(?:#\d+|#x[0-9a-f]+|\w+);)|(?P<word>[^\W_]+)", re.IGNORECASE)


def _letters(html: str, at: int = 0, to: int | None = None) -> _Letters:
    """All words of a page, or of what lies between two offsets, in a row, as `_key` writes them."""
    words: list[str] = []
    begins: list[int] = []
    spans: list[tuple[int, int]] = []
    size = 0
    for piece in _LETTERS.finditer(html, at, len(html) if to is None else to):
        if piece.lastgroup is None:
            continue
        start, end = piece.span()
        word = piece[0].casefold() if piece.lastgroup == "word" else "".join(_WORD.findall(unescape(piece[0]).casefold()))
        if len(word) == end - start or piece.lastgroup == "entity":
            parts = [(word, start, end)] if word else []
        else:  # a letter that folds to several, such as a sharp s
            parts = [("".join(_WORD.findall(c.casefold())), start + n, start + n + 1) for n, c in enumerate(piece[0])]
        for folded, first, last in parts:
            if folded:
                words.append(folded)
                begins.append(size)
                spans.append((first, last))
                size += len(folded)
    return _Letters("".join(words), begins, spans)


def _wrapped(html: str, wraps: list[tuple[int, int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, number in wraps:
        if start < at:  # two sentences with the same words: the first keeps the place
            parts.append(f'<span id="s{number}"></span>')
            continue
        end = _end_mark(html, end)
        parts.append(html[at:start])
        parts.append(_span(html[start:end], number))
        at = end
    parts.append(html[at:])
    return "".join(parts)


def _end_mark(html: str, end: int) -> int:
    """Take the full stop and closing quotation marks after the last letter in too."""
    while end < len(html) and html[end] in ".!?…\"'”’)»":
        end += 1
    return end


def _span(inner: str, number: int) -> str:
    """One span where the tags inside are balanced; otherwise one for each stretch of text, the first with the id."""
    if _balanced(inner):
        return f'<span id="s{number}">{inner}</span>'
    parts: list[str] = []
    named = False
    for piece in _PIECE.finditer(inner):
        if piece["text"] is None or not piece["text"].strip():
            parts.append(piece[0])
        else:
            parts.append(f"<span>{piece[0]}</span>" if named else f'<span id="s{number}">{piece[0]}</span>')
            named = True
    return "".join(parts)


def _balanced(inner: str) -> bool:
    open_: list[str] = []
    for tag in _TAG.finditer(inner):
        if tag["name"] in ("br", "hr"):
            continue
        if not tag["end"]:
            if tag["name"] in ("p", "li", "ul", "ol", "blockquote", "td", "tr"):
                return False
            open_.append(tag["name"])
        elif not open_ or open_.pop() != tag["name"]:
            return False
    return not open_
