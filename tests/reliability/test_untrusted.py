"""Content is untrusted: nothing in an article becomes code, an address of ours, a header, a formula or a path."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from generator.build import build
from tests.reliability.sites import events, small_site

# Each is put into every text field, into the prose and into front matter that has no meaning.
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](&#106;avascript:alert(1))",
    "[click](java\tscript:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "[click](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' &#1; javascript:alert(1)'>x</a>",
    "<iframe src=https://evil.example></iframe>",
    "<object data=https://evil.example></object>",
    "<form action=https://evil.example><input name=q></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import url(https://evil.example/x.css)</style>",
    "<p style='background:url(https://evil.example/x)'>x</p>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "{{ config }} {% include 'x' %} {{ ''.__class__ }}",
    "<span id=s0>x</span><span id=search>x</span>",
]
SCHEMES = {"", "http", "https", "mailto", "webcal"}
# Elements that run, load or send something; `script` is looked at more closely.
FORBIDDEN = {"iframe", "object", "embed", "applet", "frame", "frameset", "math"}


class Page(HTMLParser):
    """What a page would run or load."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.policy = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        values = {name: value or "" for name, value in attrs}
        if tag in FORBIDDEN or (tag == "style" and "evil" in str(values)):
            self.wrong.append(f"<{tag}>")
        if tag == "base" and "href" in values:
            self.wrong.append("<base href>")
        if tag == "script" and "src" not in values and values.get("type", "") not in ("application/ld+json", "application/json"):
            self.wrong.append("inline script")
        if tag == "meta":
            if values.get("http-equiv", "").lower() == "content-security-policy":
                self.policy = values.get("content", "")
            elif values.get("http-equiv"):
                self.wrong.append(f"meta {values['http-equiv']}")
        for name, value in values.items():
            if name.startswith("on"):
                self.wrong.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "formaction", "data", "poster", "xlink:href"):
                self._address(tag, name, value)

    def _address(self, tag: str, name: str, value: str) -> None:
        plain = re.sub(r"[\x00-\x20]", "", value)
        if urlsplit(plain).scheme.lower() not in SCHEMES:
            self.wrong.append(f"<{tag} {name}={value!r}>")
        if tag in ("script", "link", "img", "source", "video", "audio") and re.match(r"(?:[a-z]+:)?//", plain) and "evil" in plain:
            self.wrong.append(f"<{tag} {name}={value!r}>")


def hostile(attack: str) -> str:
    """An article with the attack in every place that a person, or a page that was saved, can fill."""
    quoted = "'" + attack.replace("'", "''") + "'"
    fields = "\n".join(f"{name}: {quoted}" for name in ("title", "publisher", "author", "deck", "place", "url", "language", "nonsense"))
    return (
        f"---\n{fields}\ndate: 2013-05-15\ntags: [{quoted}]\nevents:\n  - title: {quoted}\n    date: 2013-05-17\n    place: {quoted}\n"
        f"    url: {quoted}\n    quote: {quoted}\n---\n\nAnna {attack} Berg met Carlos Ruiz in Oslo on Tuesday, and said {attack} to him.\n"
        f"\n{attack}\n\nThe ministers will meet in {attack} next week.\n"
    )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a site with one article for each attack."""
    root = small_site(tmp_path_factory.mktemp("hostile"), **{f"a{number:02}": hostile(attack) for number, attack in enumerate(ATTACKS)})
    build(root)
    return root / "output"


def pages(output: Path) -> Iterator[tuple[Path, Page]]:
    """Every HTML page as read."""
    for path in sorted(output.rglob("*.html")):
        yield path, Page(path.read_text(encoding="utf-8"))


def test_no_page_runs_or_loads_anything_of_an_article(output: Path) -> None:
    """No page has an inline script, an event handler, a frame, or an address with a scheme that is not allowed."""
    wrong = {path.relative_to(output).as_posix(): page.wrong for path, page in pages(output) if page.wrong}

    assert not wrong


def test_every_attack_made_a_page(output: Path) -> None:
    """The hostile articles were published, so that the other tests look at something."""
    assert len(list((output / "articles").glob("a*.html"))) == len(ATTACKS)
    assert len(events(output)) > len(ATTACKS)


def test_every_page_has_a_policy_without_foreign_hosts_and_inline_scripts(output: Path) -> None:
    """Each page forbids, by a Content-Security-Policy, what the sanitiser might miss; redirects run nothing and need none."""
    for path, page in pages(output):
        if "http-equiv" in path.read_text(encoding="utf-8") and page.policy:
            rules = dict(rule.strip().partition(" ")[::2] for rule in page.policy.split(";") if rule.strip())
            scripts = rules.get("script-src", rules.get("default-src", ""))
            assert "default-src" in rules, path
            assert "unsafe-inline" not in scripts, path
            assert "unsafe-eval" not in page.policy, path
            assert "*" not in page.policy, path
            assert "http" not in page.policy, path
        else:
            pytest.fail(f"{path.relative_to(output)} has no policy")


def test_feeds_are_well_formed(output: Path) -> None:
    """Every XML file parses, whatever the titles hold."""
    for path in [*output.rglob("*.xml"), *output.rglob("*.atom")]:
        ElementTree.parse(path)


def test_feeds_carry_no_active_content(output: Path) -> None:
    """HTML inside Atom and JSON feeds is as clean as the pages."""
    for path in [*output.rglob("atom.xml"), *output.rglob("*.atom")]:
        for node in ElementTree.parse(path).iter():
            if node.get("type") == "html":
                assert not Page(node.text or "").wrong
            if node.get("href"):
                assert urlsplit(node.get("href", "")).scheme in SCHEMES


def everywhere(words: str) -> str:
    """An article with words, already escaped for YAML, as its title and as the title and place of an event."""
    event = f'  - title: "{words}"\n    date: 2013-05-14\n    place: "{words}"\n'
    return f'---\ntitle: "{words}"\ndate: 2013-05-15\nevents:\n{event}---\n\nText.\n'


LINE_BREAKERS = ["Talks\r\nATTENDEE:mailto:x@evil.example", "Talks\nEND:VEVENT\nBEGIN:VEVENT", "Talks\u2028X", "Talks\x0bX", "Talks\x85X"]


@pytest.mark.parametrize("title", LINE_BREAKERS, ids=repr)
def test_no_title_adds_a_line_to_a_calendar(title: str, tmp_path: Path) -> None:
    """A line break in a title is escaped in calendars: no property and no component comes from an article."""
    escaped = title.encode("unicode_escape").decode().replace('"', '\\"')
    article = everywhere(escaped)
    root = small_site(tmp_path / "site", hostile=article)
    build(root)

    for path in (root / "output").rglob("*.ics"):
        lines = re.sub(rb"\r\n[ \t]", b"", path.read_bytes()).decode().split("\r\n")
        assert not any(line.startswith("ATTENDEE") for line in lines)
        assert not any("\n" in line or "\r" in line for line in lines)
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == sum(line.startswith("DTSTAMP") for line in lines)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="], ids=repr)
def test_no_cell_is_a_formula(start: str, tmp_path: Path) -> None:
    """A cell of a CSV file that would begin like a formula does not: spreadsheets show it as text."""
    formula = f"{start}HYPERLINK(1)".encode("unicode_escape").decode()
    article = everywhere(formula)
    root = small_site(tmp_path / "site", hostile=article)
    build(root)

    tables = list((root / "output").rglob("*.csv"))
    assert tables
    for path in tables:
        cells = [cell for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")) for cell in row]
        assert any("HYPERLINK" in cell for cell in cells)
        assert not any(re.match(r"\s*[=+@]|\s*-(?!\d)", cell) for cell in cells)


PATHS = ["../../../../tmp/evil", "..\\..\\evil", "/etc/evil", "a\x00b", "CON", ".", "..", "~root", "x" * 5000, "index", "%2e%2e%2fevil"]


@pytest.mark.parametrize("name", PATHS, ids=lambda name: repr(name[:20]))
def test_no_name_leads_out_of_the_output_folder(name: str, tmp_path: Path) -> None:
    """Titles, names, tags and aliases that look like paths write inside the output folder only."""
    quoted = '"' + name.encode("unicode_escape").decode() + '"'
    article = (
        f"---\ntitle: {quoted}\ndate: 2013-05-15\npublisher: {quoted}\ntags: [{quoted}]\naliases: [{quoted}]\nevents:\n"
        f"  - title: {quoted}\n    date: 2013-05-14\n    place: {quoted}\n    people: [{quoted}]\n---\n\nText.\n"
    )
    root = small_site(tmp_path / "site", hostile=article)
    build(root)

    known = {"content", "site.toml", "output", ".dateline", "dateline.lock"}
    assert {path.name for path in tmp_path.iterdir()} == {"site"}
    assert {path.name for path in root.iterdir()} <= known
    assert (root / "output/index.html").is_file()


def test_links_out_of_the_content_folder_are_not_followed(tmp_path: Path) -> None:
    """A symbolic link in content/, to a file or to a folder, is not read; a linked article is reported."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "private.md").write_text("---\ntitle: Private\ndate: 2013-05-15\n---\n\nThe spy met the minister in Oslo on Tuesday.\n")
    root = small_site(tmp_path / "site")
    (root / "content/link.md").symlink_to(secret / "private.md")
    (root / "content/folder").symlink_to(secret)
    (root / "content/circle").symlink_to(root / "content")

    result = build(root)

    assert result.articles == 1
    assert "content/link.md" in {problem.path for problem in result.problems}
    assert not any(b"spy" in path.read_bytes() for path in (root / "output").rglob("*") if path.is_file())


def test_the_program_does_not_read_what_markdown_points_at(tmp_path: Path) -> None:
    """An image or a link in an article never makes the build read a file outside content/."""
    (tmp_path / "secret.txt").write_text("the secret word is barley")
    article = "---\ntitle: X\ndate: 2013-05-15\n---\n\n![x](../../secret.txt) [y](file:///etc/passwd) They met in Oslo on Tuesday.\n"
    root = small_site(tmp_path / "site", link=article)
    build(root)

    assert not any(b"barley" in path.read_bytes() for path in (root / "output").rglob("*") if path.is_file())
    assert 'href="file:' not in (root / "output/articles/link.html").read_text()
