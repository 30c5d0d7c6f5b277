"""Lines that divide a page, as tables: headings after which the article is over, what heads readers' comments, labels above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

STOPS: Final = (
    r"related(?: (?:content|articles?|stories|story|topics?|posts?|news|links?|coverage|reading|items|videos?|searches))?"
    r"|(?:read|see|discover|explore|watch) (?:more|next|also)(?: (?:about|on|from|in|stories|news|articles)(?: .{1,40})?)?"
    r"|more (?:from|on|in|about|by|for) .{1,50}|explore further"
    r"|more (?:stories|news|articles|headlines|coverage|like this|to explore|to read)"
    r"|(?:you (?:may|might) (?:also )?(?:like|be interested in|have missed)|you['’]ll also like|also (?:on|in|from) .{1,40}"
    r"|in case you missed it|what to read next|up next|read these next)"
    r"|(?:recommended|suggested)(?: (?:for you|stories|articles|reading|videos|content|by \w+))?|(?:most|more) (?:read|popular"
    r"|viewed|shared|watched|commented|recent)(?: .{1,30})?"
    r"|(?:trending|popular)(?: (?:now|today|stories|articles|news|topics|on .{1,30}|in .{1,30}))?|(?:sponsored|promoted"
    r"|paid)(?: (?:content|stories|links|posts|by .{1,30}))?"
    r"|(?:around|from (?:around|across)|elsewhere on) the (?:web|internet)|from (?:our|the) (?:partners|web|archives?|newsletter)"
    r"|partner (?:content|offers|stories)|editors?['’]?s?['’]? (?:picks?|choices?)"
    r"|(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)"
    r"|(?:readers?['’]?s? |user |view |show )?comments|have your say|what do you think|(?:leser)?kommentare?(?: \(?\d+\)?)?"
    r"|\d+ kommentare?|commentaires?(?: \(?\d+\)?)?"
    r"|mehr (?:zum thema|zu|aus|von|dazu)(?: .{1,40})?|(?:das könnte|könnte) (?:sie|dich) (?:auch )?interessieren|das könnte (?:sie"
    r"|dich) auch interessieren"
    r"|lesen sie (?:auch|mehr|weiter)|weitere (?:artikel|meldungen|nachrichten|themen)(?: .{1,30})?|ähnliche (?:artikel|beiträge)"
    r"|meistgelesen(?:e artikel)?|zum thema"
    r"|zur startseite|auch interessant|schlagworte|(?:à )?lire (?:aussi|également)|sur le même (?:sujet|thème)|les plus (?:lus|partagés)"
    r"|à ne pas manquer"
    r"|articles (?:liés|similaires)|lea también|te puede interesar|leggi anche|lees ook"
    r"|-{2,} ?(?:original|forwarded) message ?-{2,}|(?:-+ ?)?(?:ursprüngliche|weitergeleitete) nachricht(?: ?-+)?|begin forwarded message"
    r"|#(?: ?#){2}|-? ?30 ?-|-? ?ends? ?-|(?-i:ENDS|Ends)|forward-looking statements?|safe harbou?r(?: statement)?|(?:media"
    r"|press) (?:contacts?|enquiries|inquiries)|about this (?:release|story|article|series)"
    r"|list of \d{1,3} items"
    r"|share (?:this|your)(?: .{1,40})?"
    r"|sign up.{0,40}|.{0,20}newsletters?(?: .{0,20})?|about the (?:authors?|writers?)|about (?:us|our ads)|tags?:?|topics:?"
    r"|topics in this (?:article|story)|categories:?|filed under:?.{0,80}"
    r"|(?:latest|breaking|top|other|featured|today['’]s|recent) (?:news|stories|headlines|articles|posts|videos|comments"
    r"|from .{1,30}|in .{1,30})|sources?:?|references|footnotes|external links|further reading|see also"
    r"|(?:next|previous) (?:article|story|post)|contact us|popular in the community|what others are reading|people also (?:read|ask"
    r"|viewed)|don['’]t miss|get in touch|view comments|notes to editors|our (?:mailing|postal) address is"
)

# Boxes that say where they end, as they are read aloud: the line that opens one and the line that closes it.
ENCLOSED: Final[tuple[tuple[str, str], ...]] = (
    (r"list of \d{1,3} items", r"end of list"),
    (
        r"skip (?:past )?.{2,60}",
        r"(?:after|end of|end) .{0,40}\b(?:promotion|promo|post|tweet|advert\w*|video|podcast|newsletter)s?(?: by .{1,60})?",
    ),
)

# Those of them that mostly open a box between paragraphs.
BOXES: Final = (
    r"(?:read|see) (?:more|also)(?: (?:on|about) .{1,40})?|also read|more on this(?: story| topic)?|lesen sie (?:auch|mehr)"
    r"|auch interessant"
    r"|mehr (?:zum thema|dazu)|(?:à )?lire (?:aussi|également)|lea también|leggi anche|lees ook"
)
# Headings of what readers wrote, of which there may be any amount; the second kind needs a reader's line soon after it.
COMMENTS: Final = (
    r"\d{1,5} (?:thoughts?|responses?|replies|comments?|reactions?|réponses?|kommentare?|antworten) (?:on|to|for|zu|auf|à"
    r"|sur|so far)\b.{0,160}"
)
MAYBE_COMMENTS: Final = (
    r"(?:\d{1,5} )?(?:comments?|replies|responses|kommentare?|commentaires?)(?: \(?\d{1,5}\)?)?|(?:leave|post|add|write) a (?:comment"
    r"|reply)"
    r"|join the (?:conversation|discussion)|(?:readers?['’]?s? |user |view |show )comments|have your say|what do you think|leserkommentare?"
)
COMMENT_SIGNS: Final = (
    r"(?:reply(?: ↓)?|antworten|répondre|report(?: abuse| this comment)?|flag|sort(?:ed)? by\b.{0,40}|(?:newest|oldest|best)(?: first)?"
    r"|upvote"
    r"|downvote"
    r"|your e-?mail address will not be published.{0,60}|required fields.{0,40}|(?:log|sign) ?in to (?:comment|reply|post).{0,40}"
    r"|be the first to comment"
    r"|.{2,40} (?:says|said|wrote|writes|commented|sagt|dit)(?: on .{4,40})? ?:|.{2,40} on .{8,40} (?:said|wrote) ?:"
    r"|.{2,40}\b\d{1,3} ?(?:h|d|m|w|y|(?:minute|hour|day|week"
    r"|month|year)s?) ago"
    r"|like|most relevant|top fan|\d{1,3} ?(?:s|m|h|d|w|y|mo|yrs?)"
    r"|(?-i:[a-z])[a-z]{2,15}|[a-z][a-z._-]{1,15}\d{1,4})"
)

HEAD: Final[Mapping[str, str]] = {
    "agency": r"[(\[]?(?:by )?(?:the )?(?:reuters|associated press|ap|afp|agence france-presse|agencies|staff|bbc news|xinhua|dpa"
    r"|upi|tass|itar-tass|bloomberg|staff (?:and agencies|report(?:er|ers|s)?|writers?)|news ?desk|wire (?:reports?|services?))[)\]]?",
    "kicker": r"(?:breaking|exclusive|live|opinion|analysis|world|news|politics|business|sports?|video|world news|top stor(?:y|ies)"
    r"|local|national|international|middle east|europe|asia|africa|americas|technology|tech|science|health|culture"
    r"|entertainment|u\.?s\.?|u\.?k\.?|economy|markets|print edition|from the archive|politik|wirtschaft|ausland|inland|panorama|kultur"
    r"|wissenschaft"
    r"|politique|économie|monde|société|sciences)(?: news)?(?:\s?[|/>»:-]\s?.{0,40})?",
    "feature": r"(?:the )?long reads?|special report|in[- ]depth|explainer|fact ?check|interview|obituary|editorial|essay",
    "release": r"(?:press|media|news) (?:release|statement)(?: no\.? ?\S{1,12})?|for (?:immediate|general) (?:release|publication)"
    r"|pressemitteilung"
    r"|communiqué(?: de presse)?|statement|announcement|newsletter|(?:not for release|embargoed) .{2,60}",
}
# A first line that only says where the page belongs, above the headline.
SECTION: Final = (
    r"(?:home|breaking(?: news)?|exclusive|live|opinion|analysis|world|news|politics|business|sports?|video|top stor(?:y|ies)|local"
    r"|national|international"
    r"|regional|middle east|europe|asia|africa|americas?|technology|tech|science|health|culture|entertainment|u\.?s\.?|u\.?k\.?|economy"
    r"|markets|environment"
    r"|education|crime|transport|travel|weather|features?|latest|print edition|from the archive|politik|wirtschaft|ausland|inland"
    r"|panorama|kultur|wissenschaft"
    r"|lokales|long reads?|the long read|special reports?|investigations?|essays?|profiles?|interviews?|obituar(?:y|ies)|editorials?"
    r"|columns?|comment|letters"
    r"|in depth|in-depth|explainers?|fact ?checks?|reviews?|q ?& ?a|(?:late|early|final|first|morning"
    r"|evening)(?: \w+)? edition(?: - final)?|reports?|politique|économie|monde|société|sciences|(?:\w+ )?news"
    r"|world \w+)"
)  # fmt: skip
