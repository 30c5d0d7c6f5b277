"""One line of an article in, the name of the rule that knows it out: the furniture of news pages as a table of patterns.

Every pattern must match the whole line, in any case of letters, after white space and list marks are gone. DROPS hold anywhere;
STOPS are headings after which other things than the article follow; HEAD rules hold above the first paragraph only. The
names are what `dateline explain --cuts` prints, so each says what the line is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from generator.read.words import words

_WORD_SHARE: Final = (
    r"(?:share|tweet|e-?mail|print|copy link|link copied|facebook|twitter|x|whats ?app|messenger|linkedin|pinterest|reddit|telegram"
    r"|pocket|flipboard|google\+|save|bookmark|like|comments?|\d{1,6}|k|this|article|story|page|on|via|to|by|with|a|friend|and|or)"
)
_AGENCY: Final = r"(?:reuters|ap|afp|epa(?:-efe)?|getty(?: images)?|ap photo|associated press|shutterstock|istock|alamy|xinhua|tass|dpa|pa)"

DROPS: Final[Mapping[str, str]] = {
    "consent": r"(?:your |our )?(?:cookies?|privacy|consent|gdpr|ad choices|adchoices)(?: (?:settings|policy|preferences|notice"
    r"|choices|statement"
    r"|manager|and privacy|& privacy|\w+ ){0,2}(?:settings|policy|preferences|notice|choices|statement)?)?"
    r"|(?:manage|accept|reject|change|allow) (?:all |your |my )?(?:cookies?|consent|privacy|preferences)(?: \w+)?"
    r"|(?:we|this (?:web)?site|our (?:web)?site) (?:and our partners )?uses? cookies.*|by (?:continuing|using"
    r"|browsing).{0,60}(?:cookies|terms).*"
    r"|terms (?:of|and|&) (?:use|service|conditions).{0,60}|do not sell (?:or share )?my .{0,40}|privacy policy.{0,60}",
    "read-time": r"(?:estimated )?(?:reading|read) time:?.{0,30}|(?:about |approx\.? )?(?:\d{1,3}|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)"
    r"[ -]?min(?:ute)?s?\.?(?: (?:to )?read(?:ing)?(?: time)?| lesezeit| de lecture| de lectura)",
    "advertisement": r"advertisements?|advert|ad|anzeige|publicidad|publicité|(?:article|story|content) continues (?:below|after).{0,40}"
    r"|continue reading (?:below|after|the main story).{0,40}|scroll (?:down )?(?:to|for) (?:continue|more).{0,40}|(?:sponsored"
    r"|paid|partner) content"
    r"|sponsored by .{1,60}|advertisement:? .{0,40}",
    "share": rf"{_WORD_SHARE}(?:[\s,|/·•&:.]+{_WORD_SHARE}){{0,15}}(?<!\d)|(?:share|tweet|e-?mail|print) (?:this|on|via|with|by"
    rf"|to)\b.{{0,40}}"
    r"|click to share.{0,60}|(?:sharing|share) (?:options|buttons?|tools)",
    "follow": r"(?:follow|like|find|join|connect with) (?:us|@\w+|him|her|them|the \w+|\w+(?: \w+)?) (?:on|@|at) (?:x\b|twitter"
    r"|facebook|instagram|telegram"
    r"|youtube|whatsapp|linkedin|google|social).{0,80}|follow (?:us|@\w+).{0,60}|@\w{2,20}",
    "subscribe": r"(?:subscribe|become a subscriber)(?:\W.{0,90})?|(?:sign up|sign in|log ?in|register"
    r"|create an account)(?: (?:here|now|free|today|for|to|with|or)\b"
    r".{0,90})?|already (?:a subscriber|registered|have an account).{0,60}|get (?:our|the|full|unlimited|breaking) .{0,60}"
    r"(?:newsletter|inbox|access|alerts|app|notifications).{0,40}|(?:download|get) (?:our|the) (?:\w+ ){0,3}app.{0,60}"
    r"|support (?:our|independent|quality) journalism.{0,60}|become a (?:member|supporter|patron).{0,60}|.{0,40}\b(?:daily|weekly"
    r"|free|email|e-mail|our) newsletters?.{0,40}"
    r"|you(?: have|'ve|’ve) (?:reached|read|used).{0,40}free articles.{0,60}|to continue reading.{0,80}|this (?:article|content"
    r"|story) is (?:for|only available to|"
    r"exclusively for|reserved for) .{0,30}(?:subscribers|members).{0,40}|thank you for (?:reading|signing up|subscribing"
    r"|registering).{0,60}",
    "copyright": r"(?:copyright|©|\(c\)|&copy;).{0,150}|.{0,110}\ball rights reserved.{0,50}"
    r"|this material may not be published, broadcast.{0,100}",
    "loading": r"(?:loading|please wait)(?:\s?\.{1,3}|…)?(?: (?:comments|more|video|player|the).{0,30})?",
    "skip": r"skip (?:to|past|ad|advert|this)\b.{0,60}|skip|jump to (?:content|navigation|comments|search)|(?:end"
    r"|start) of (?:newsletter|promotion).{0,60}"
    r"|(?:back|return) to (?:top|home|the top|homepage|article).{0,30}|top of page",
    "listen": r"listen(?: now| to (?:this|the) (?:article|story|audio).{0,60})?|(?:play|pause|watch|mute|unmute)(?: (?:audio|video"
    r"|again|live|now|the video).{0,40})?"
    r"|(?:this )?(?:video|media|audio) (?:is|playback is|cannot|can not|player|could not|unavailable|not supported).{0,80}"
    r"|media caption|your browser does not support.{0,60}"
    r"|(?:audio|video) (?:transcript|player|duration:? .{0,10})|\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})",
    "navigation": r"(?:home|menu|search|close|next|prev(?:ious)?|more|show (?:more|less|all)|(?:load|see|view|read) (?:more"
    r"|all)(?: (?:comments|photos|stories|articles|news))?"
    r"|expand|collapse|hide|toggle \w+|gallery|photos|slideshow|enlarge(?: image)?|view (?:gallery|image|slideshow|larger image"
    r"|comments|full screen|photos)"
    r"|(?:next|previous) (?:article|story|post|slide|image|photo|page)|\d{1,3} (?:of|/) \d{1,3}|(?:view|add|leave|post|write|read"
    r"|show|hide|join) "
    r"(?:a |the |all |your )?(?:\d+ )?(?:comments?|reply|replies|conversation|discussion)|\d{1,5} (?:comments?|shares?|views?"
    r"|likes?|replies)|no comments(?: yet)?"
    r"|report (?:a|an|this) (?:typo|error|mistake|ad).{0,40}|image \d{1,3}(?: of \d{1,3})?|open image in .{0,30}"
    r"|click (?:here )?to (?:enlarge|view|expand|play|read).{0,60})",
    "embed": r"(?:https?://|www\.|pic\.twitter\.com/)\S+|view (?:this|more) (?:post|photo|video)s? on \w+.{0,30}"
    r"|a post shared by .{1,100}|this post has been .{0,40}",
    "related-line": r"(?:read|see|watch|listen|also read|also see)(?: more| also| next| it| this)*\s?[:>»|].{1,150}"
    r"|(?:related|more|recommended|also|must[- ]read|don['’]t miss|trending|related (?:story|article|stories|articles|coverage|news"
    r"|topics?))\s?:.{1,150}"
    r"|(?:for more|to read more|find out more|click here|more on this).{0,30}(?:click|visit|see|read|go to).{0,80}",
    "updated": r"\(?(?:(?:last |first )?(?:updated|modified|revised)|(?:this|the) (?:article|story|page|post) (?:was"
    r"|has been) (?:last |first )?(?:updated|published|modified))"
    r"\b.{0,30}\d.{0,50}\)?|\(?updated?(?: \d+ (?:minutes?|hours?|days?) ago)?\)?:?",
    "live-stamp": r"(?:posted (?:at )?)?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:[a-z]{2,4}|local(?: time)?))?(?: ?[-–—|])?"
    r"|\d{1,2} ?[ap]\.?m\.?|\d{1,3} ?(?:s|m|h|d|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?) ago(?: \d{1,2}[.:]\d{2}.{0,12})?",
    "correction": r"(?:\W{0,3})(?:correction|clarification|erratum|editor['’]?s['’]? note|author['’]?s note|note (?:to"
    r"|from) (?:readers|the editor)s?)(?: \([^()]{1,40}\))?\s?[:\-–—.].*"
    r"|(?:(?:this|the) (?:article|story|post|report|piece)|an? (?:earlier|previous|original) version|(?:this|the) (?:headline"
    r"|photo caption))\b.{0,60}"
    r"\b(?:was|has been|have been|incorrectly|misstated|mistakenly|wrongly|originally|gave|said|stated)\b.{0,40}\b(?:amended"
    r"|corrected|updated|corrects?|misstated|incorrectly"
    r"|mistakenly|wrongly|misspelled|clarified|changed|edited)\b.*|an? (?:earlier|previous) version of this (?:article|story|post"
    r"|report|piece|headline|caption)\b.*",
    "reporting-note": r"\(?(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written) by .{2,160}\)?"
    r"|(?:the )?associated press (?:writers?|journalists?|reporters?) .{2,120}contributed.{0,60}"
    r"|.{2,140}\bcontributed (?:reporting )?to this (?:report|story|article|post)\.?|.{0,60}our standards: .{2,80}",
    "contact": r"(?:e-?mail|write to|contact|reach)(?: (?:the )?(?:author|writer|reporter|us|him|her|\w+ \w+))?(?: at| on"
    r"|:)? ?\S{1,60}@\S{1,60}|\S{1,60}@\S{1,60}\.\w{2,8}"
    r"|(?:send|got) (?:us )?(?:a )?(?:tips?|news tips?).{0,80}|have (?:a|you got a) (?:tip|story).{0,80}",
}  # fmt: skip

CREDITS: Final[Mapping[str, str]] = {
    "credit": r"[(\[]?(?:(?:file |cover |lead )?(?:photo(?:graph)?s?|images?|pictures?|pics?|video|illustration|graphics?"
    r"|map)(?: credits?| courtesy(?: of)?| by| from| source)?|credits?|courtesy)"
    r"\s?(?::|/|\||\bby\b)\s?.{1,90}[)\]]?"
    r"|.{0,180}\((?:file )?(?:photo|image|picture|pic|video)(?: ?credits?| by| courtesy(?: of)?)?\s?[:/]\s?[^()]{1,90}\)\.?"
    rf"|.{{0,180}}[(\[](?:[^()\[\]]{{0,50}}[/|,] ?)?{_AGENCY}(?: ?[/|,] ?[^()\[\]]{{0,50}})?(?: (?:file )?(?:photo|pool"
    rf"|archive))?[)\]](?<!\w\))"
    rf"|[^.!?:]{{0,70}} ?[/|] ?{_AGENCY}(?: ?[/|] ?[^.!?]{{0,50}})?(?: (?:file )?(?:photo|pool|archive|images))?"
    rf"|{_AGENCY} ?[/|] ?[^.!?]{{1,60}}|.{{0,160}}\b(?:getty images|ap photo)(?:/[^.!?]{{0,40}})?\)?|(?:file|archive|handout"
    rf"|stock) (?:photo|image|picture|pic)s?\.?",
}  # fmt: skip

STOPS: Final = (
    r"related(?: (?:content|articles?|stories|story|topics?|posts?|news|links?|coverage|reading|items|videos?|searches))?"
    r"|(?:read|see|discover|explore|watch) (?:more|next|also)(?: (?:about|on|from|in|stories|news|articles)(?: .{1,40})?)?"
    r"|more (?:from|on|in|about|by|for) .{1,50}|more (?:stories|news|articles|headlines|coverage|like this|to explore|to read)"
    r"|(?:you (?:may|might) (?:also )?(?:like|be interested in|have missed)|you['’]ll also like|also (?:on|in|from) .{1,40}"
    r"|in case you missed it|what to read next|up next|read these next)"
    r"|(?:recommended|suggested)(?: (?:for you|stories|articles|reading|videos|content|by \w+))?|(?:most|more) (?:read|popular"
    r"|viewed|shared|watched|commented|recent)(?: .{1,30})?"
    r"|(?:trending|popular)(?: (?:now|today|stories|articles|news|topics|on .{1,30}|in .{1,30}))?|(?:sponsored|promoted"
    r"|paid)(?: (?:content|stories|links|posts|by .{1,30}))?"
    r"|(?:around|from (?:around|across)|elsewhere on) the (?:web|internet)|from (?:our|the) (?:partners|web|archives?|newsletter)"
    r"|partner (?:content|offers|stories)|editors?['’]?s?['’]? (?:picks?|choices?)"
    r"|(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)"
    r"|share (?:this|your)(?: .{1,40})?"
    r"|sign up.{0,40}|.{0,20}newsletters?(?: .{0,20})?|about the (?:authors?|writers?)|about (?:us|our ads)|tags?:?|topics:?"
    r"|topics in this (?:article|story)|categories:?|filed under:?.{0,80}"
    r"|(?:latest|breaking|top|other|featured|today['’]s|recent) (?:news|stories|headlines|articles|posts|videos|comments"
    r"|from .{1,30}|in .{1,30})|sources?:?|references|footnotes|external links|further reading|see also"
    r"|(?:next|previous) (?:article|story|post)|contact us|popular in the community|what others are reading|people also (?:read|ask"
    r"|viewed)|don['’]t miss|get in touch|view comments|notes to editors"
)

HEAD: Final[Mapping[str, str]] = {
    "agency": r"[(\[]?(?:by )?(?:the )?(?:reuters|associated press|ap|afp|agence france-presse|agencies|staff|bbc news|xinhua|dpa"
    r"|upi|tass|itar-tass|bloomberg|staff (?:and agencies|report(?:er|ers|s)?|writers?)|news ?desk|wire (?:reports?|services?))[)\]]?",
    "kicker": r"(?:breaking|exclusive|live|opinion|analysis|world|news|politics|business|sports?|video|world news|top stor(?:y|ies)"
    r"|local|national|international|middle east|europe|asia|africa|americas|technology|tech|science|health|culture"
    r"|entertainment|u\.?s\.?|u\.?k\.?|economy|markets|print edition|from the archive)(?: news)?(?:\s?[|/>»:-]\s?.{0,40})?",
}  # fmt: skip

BYLINE: Final = re.compile(
    r"(?P<label>(?i:(?:written |reported |story |words )?by|von|par|por|di"
    r"|door)[:\s]\s?)?(?P<names>[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*|de|van|von|al|bin)){0,4}"
    r"(?:(?:,| and| &| und| et) [^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}){0,4}?)"
    r"(?P<role>\s?[,|/•·(–-]+\s?.{0,30}?(?i:staff|writer|correspondent|reporter|editor|reuters|associated press|\bap\b|afp"
    r"|contributor|in [A-Z]\w+)[\w ,]{0,40}\)?)?\s?[|•·,–-]?"
)


def _table(rules: Mapping[str, str]) -> re.Pattern[str]:
    body = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in rules.items())
    return re.compile(rf"(?:{body})", re.IGNORECASE)


_DROP: Final = _table(DROPS)
_CREDIT: Final = _table(CREDITS)
_HEAD: Final = _table(HEAD)
_STOP: Final = re.compile(rf"(?:{STOPS})[.:!…»>]*", re.IGNORECASE)
_CORRECTION: Final = re.compile(DROPS["correction"], re.IGNORECASE | re.DOTALL)
_LONG_STARTS: Final = tuple("CcEeTtAaNn*[(_—–")
# A line that ends like a sentence and has seven words or more is furniture only if it says one of these words.
_SUSPECTS: Final = frozenset(
    word + end
    for word in words(
        "cookie cookies newsletter newsletters subscribe subscriber subscribers reserved copyright © (c) photo photos "
        "image images picture pictures credit credits courtesy getty version correction clarification corrected corrects "
        "amended clarified updated modified misstated misspelled incorrectly mistakenly wrongly contributed reporting "
        "editing compiled written continue continues sign click share tweet follow articles read reading listen watch "
        "video audio privacy journalism thank comment comments note register download app tip tips material browser "
        "e-mail email writers journalists reporters inbox access alerts via ap afp reuters supporter member"
    )
    for end in ("", ".", ",", ":", ")", "!")
)
SHORT: Final = 180
LONG: Final = 80
_ENDS: Final = (".", "!", "?", "…")
_CLOSERS: Final = "\"'”’)]"


def like_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return line[-1:] in _ENDS or line[-6:].rstrip(_CLOSERS)[-1:] in _ENDS


def long_paragraph(line: str) -> bool:
    """Tell whether a line is at least 80 characters long and ends as a sentence does."""
    return len(line) >= LONG and like_sentence(line)


def drop(line: str) -> str | None:
    """Name the rule that keeps this line out of any article, wherever it stands."""
    if len(line) > SHORT:
        return "correction" if line.startswith(_LONG_STARTS) and _CORRECTION.fullmatch(line[:1000]) else None
    if line.count(" ") > 5 and like_sentence(line):
        low = line.lower()
        if "@" not in low and _SUSPECTS.isdisjoint(low.replace("(", " ").split()):
            return None
    return _furniture(line)


@lru_cache(maxsize=4096)
def _furniture(line: str) -> str | None:
    """Look a line up in the tables; the same buttons stand on all pages of an outlet, so answers are kept."""
    m = _DROP.fullmatch(line.rstrip(".:!…"))
    if m:
        return str(m.lastgroup).replace("_", "-")
    return "credit" if _CREDIT.fullmatch(line) else None


def stop(line: str) -> bool:
    """Tell whether this line is a heading after which something else than the article follows."""
    return len(line) <= 60 and line.count(" ") < 6 and _ends_article(line)


@lru_cache(maxsize=4096)
def _ends_article(line: str) -> bool:
    return _STOP.fullmatch(line) is not None


def head(line: str) -> str | None:
    """Name the rule that keeps this line, standing above the first paragraph, out of the body."""
    m = _HEAD.fullmatch(line) if len(line) <= SHORT else None
    return m.lastgroup if m else None
