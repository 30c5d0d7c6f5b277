"""Lines that no article holds, as a table: the name of a rule, the patterns of its lines.

Every pattern must match the whole line, in any case of letters. The names are what `dateline explain --cuts` prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WORD_SHARE: Final = (
    r"(?:share|tweet|e-?mail|print|copy link|link copied|facebook|twitter|x|whats ?app|messenger|linkedin|pinterest|reddit|telegram"
    r"|pocket|flipboard|google\+|save|bookmark|like|comments?|\d{1,6}|k|this|article|story|page|on|via|to|by|with|a|friend|and|or)"
)
_DAY_WORD: Final = (
    r"(?:(?:on|at|as of|by|a|few|about|around|in|\w+ (?=ago)|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b[.,:|–-]*)"
)
_AGENCY: Final = r"(?:reuters|ap|afp|epa(?:-efe)?|getty(?: images)?|ap photo|associated press|shutterstock|istock|alamy|xinhua|tass|dpa|pa)"

DROPS: Final[Mapping[str, str]] = {
    "consent": r"(?:your |our )?(?:cookies?|privacy|consent|gdpr|ad choices|adchoices)(?: (?:settings|policy|preferences|notice"
    r"|choices|statement"
    r"|manager|and privacy|& privacy|\w+ ){0,2}(?:settings|policy|preferences|notice|choices|statement)?)?"
    r"|(?:manage|accept|reject|change|allow) (?:all |your |my )?(?:cookies?|consent|privacy|preferences)(?: \w+)?"
    r"|(?:we|this (?:web)?site|our (?:web)?site) (?:and our partners )?uses? cookies.*|by (?:continuing|using"
    r"|browsing).{0,60}(?:cookies|terms).*|by (?:signing up|subscribing|registering|clicking).{0,80}(?:terms|privacy|agree).*"
    r"|terms (?:of|and|&) (?:use|service|conditions).{0,60}|do not sell (?:or share )?my .{0,40}|privacy policy.{0,60}",
    "read-time": r"(?:estimated )?(?:reading|read) time:?.{0,30}|lesedauer ?:?.{0,30}|temps de lecture ?:?.{0,30}"
    r"|lecture \d{1,2} ?min.{0,5}"
    r"|tiempo de lectura ?:?.{0,30}|(?:about |approx\.? )?(?:\d{1,3}|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)"
    r"[ -]?min(?:ute)?s?\.?(?: (?:to )?read(?:ing)?(?: time)?| lesezeit| de lecture| de lectura)",
    "advertisement": r"advertisements?|advert|ad|anzeige|werbung|publicidad|publicité|(?:article|story|content) continues (?:below"
    r"|after).{0,40}"
    r"|continue reading (?:below|after|the main story).{0,40}|scroll (?:down )?(?:to|for) (?:continue|more).{0,40}|(?:sponsored"
    r"|paid|partner) content"
    r"|sponsor message|sponsored by .{1,60}|advertisement:? .{0,40}",
    "age": r"this (?:article|story|page) is (?:more than |over |about )?(?:an?|one|\d{1,2}) (?:day|week|month|year)s? old",
    "share": rf"{_WORD_SHARE}(?:[\s,|/·•&:.]+{_WORD_SHARE}){{0,15}}(?<!\d)|(?:share|tweet|e-?mail|print) (?:this|on|via|with|by"
    rf"|to)\b.{{0,40}}"
    r"|click to share.{0,60}|(?:artikel )?(?:teilen|drucken|merken|versenden)(?:[\s,|/·•]+(?:teilen|drucken|merken|versenden|facebook"
    r"|twitter"
    r"|whatsapp|e-?mail)){0,6}|partager(?: (?:sur|cet|l['’]article)\b.{0,40})?|like this|(?:sharing|share) (?:options|buttons?|tools)",
    "audience": r"this (?:story|article|post|video) has been (?:shared|viewed|read) [\d,.]+ times.{0,20}|(?:what do you think"
    r"|let us know|tell us|share your"
    r" (?:thoughts|views|story)|have an opinion).{0,60}\b(?:comments?|below)\b.{0,30}",
    "follow": r"(?:follow|like|find|join|connect with) (?:us|@\w+|him|her|them|the \w+|\w+(?: \w+)?) (?:on|@|at) (?:x\b|twitter"
    r"|facebook|instagram|telegram"
    r"|youtube|whatsapp|linkedin|google|social).{0,80}|follow (?:us|@\w+).{0,60}|@\w{2,20}",
    "subscribe": r"(?:subscribe|become a subscriber)(?:\W.{0,90})?|(?:sign up|sign in|log ?in|register"
    r"|create an account)(?: (?:here|now|free|today|for|to|with|or)\b"
    r".{0,90})?|(?:sign up|subscribe) (?:for|to) (?:our|the) .{1,80}|get (?:our|the) (?:\w+ ){0,2}(?:briefing|digest|round-?up|bulletin"
    r"|e-?mail"
    r"|dispatch)\b.{0,60}|(?:abonnez-vous|inscrivez-vous|jetzt (?:abonnieren|anmelden|newsletter)|newsletter abonnieren)\b.{0,80}"
    r"|.{0,140}\b(?:get|receive) e-?mail alerts\b.{0,100}|.{0,150}\b(?:to|in) your (?:e-?mail )?inbox\b.{0,60}|enter your e-?mail.{0,40}"
    r"|support our work\W.{0,60}|join (?:our|the) community(?: today)?"
    r"|already a member\?.{0,60}|you appreciate our .{2,40}|ready for more\?|donate(?: now| today)?"
    r"|get (?:the )?latest .{0,60}(?:news|updates|headlines)\b.{0,100}"
    r"|already (?:a subscriber|registered|have an account).{0,60}"
    r"|get (?:our|the|full|unlimited|breaking) .{0,60}"
    r"(?:newsletter|inbox|access|alerts|app|notifications).{0,40}|(?:download|get) (?:our|the) (?:\w+ ){0,3}app.{0,60}"
    r"|support (?:our|independent|quality) journalism.{0,60}|become a (?:member|supporter|patron).{0,60}|.{0,40}\b(?:daily|weekly"
    r"|free|email|e-mail|our) newsletters?.{0,40}"
    r"|you(?: have|'ve|’ve) (?:reached|read|used).{0,40}free articles.{0,60}|to continue reading.{0,80}|this (?:article|content"
    r"|story) is (?:for|only available to|"
    r"exclusively for|reserved for) .{0,30}(?:subscribers|members).{0,40}|(?:thank you|thanks) for (?:reading|signing up|subscribing"
    r"|registering).{0,60}",
    "copyright": r"(?:copyright|©|\(c\)|&copy;).{0,150}|.{0,110}\b(?:all rights reserved|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos reservados).{0,50}|(?:purchase )?(?:licensing rights|reprints?(?: (?:and|&|/"
    r"|\|) (?:permissions"
    r"|licensing))?)|(?:republish|reuse|license|order reprints of) this (?:article|story|content|image)\b.{0,60}|rights and permissions"
    r"|this material may not be published, broadcast.{0,100}",
    "loading": r"(?:loading|please wait)(?:\s?\.{1,3}|…)?(?: (?:comments|more|video|player|the).{0,30})?",
    "skip": r"skip (?:to|past|ad|advert|this)\b.{0,60}|skip|jump to (?:content|navigation|comments"
    r"|search)(?: ?\(?\d*\)?)?(?:jump to search)?|(?:after|end of|start of)"
    r" (?:the )?(?:\w+ )?(?:newsletter|promotion|promo|advert\w*)\b.{0,60}|end of (?:\w+ )?(?:post|tweet)s?(?: by .{1,60})?"
    r"|(?:back|return) to (?:top|home|the top|homepage|article).{0,30}|top of page",
    "listen": r"getting your .{0,30}player ready\W*|listen(?: now| to (?:this|the) (?:article|story|audio).{0,60})?|(?:play|pause|watch"
    r"|mute|unmute)(?: (?:audio|video"
    r"|again|live|now|the video).{0,40})?"
    r"|(?:this )?(?:video|media|audio) (?:is|playback is|cannot|can not|player|could not|unavailable|not supported).{0,80}"
    r"|media caption|image caption|your browser does not support.{0,60}"
    r"|(?:audio|video) (?:transcript|player|duration:? .{0,10})|\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})",
    "navigation": r"(?:from wiki\w+, the free .{2,60}|réagir|home|menu|search|close|next|prev(?:ious)?|more|show (?:more|less|all)"
    r"|(?:load|see|view|read) (?:more"
    r"|all)(?: (?:comments|photos|stories|articles|news))?"
    r"|expand|collapse|hide|toggle \w+|gallery|photos|slideshow|(?:\[?\+\]? ?)?enlarge(?: image)?"
    r"|view (?:\d+ )?(?:gallery|image|slideshow|larger image"
    r"|comments|full screen|photos)"
    r"|(?:next|previous) (?:article|story|post|slide|image|photo|page)|\d{1,3} (?:of|/) \d{1,3}|(?:view|add|leave|post|write|read"
    r"|show|hide|join) "
    r"(?:a |the |all |your )?(?:\d+ )?(?:comments?|reply|replies|conversation|discussion)|\d{1,5} (?:comments?|shares?|views?"
    r"|likes?|replies|restacks?)|discussion about this post|no comments(?: yet)?"
    r"|report (?:a|an|this) (?:typo|error|mistake|ad).{0,40}|image \d{1,3}(?: of \d{1,3})?|open image in .{0,30}"
    r"|click (?:here )?to (?:enlarge|view|expand|play|read).{0,60})",
    "embed": r"[(<\[]?(?:https?://|www\.|pic\.twitter\.com/)\S+|view (?:this|more) (?:post"
    r"|photo|video)s? on \w+.{0,30}"
    r"|a post shared by .{1,100}|this post has been .{0,40}",
    "related-line": r"(?:read|see|watch|listen|also read|also see)(?: more| also| next| it| this)*\s?[:>»|].{1,150}"
    r"|(?:related|more|recommended|also|must[- ]read|don['’]t miss|trending|related (?:story|article|stories|articles|coverage|news"
    r"|topics?))\s?:.{1,150}"
    r"|(?:lesen sie (?:auch|mehr|dazu)(?: dazu)?|lies auch|mehr dazu|mehr zum thema|siehe auch|zum thema|hintergrund"
    r"|(?:à )?lire (?:aussi|également)|voir aussi|lea también|lee también|leggi anche|lees ook)\s?[:>»|–-].{1,150}"
    r"|(?:for more|to read more|find out more|click here|more on this).{0,30}(?:click|visit|see|read|go to).{0,80}",
    "updated": r"\(?(?:(?:last |first )?(?:updated|modified|revised)|(?:this|the) (?:article|story|page|post) (?:was"
    r"|has been) (?:last |first )?(?:updated|published|modified))"
    rf"\b:?(?: ?{_DAY_WORD}){{0,6}} ?\d.{{0,50}}\)?|\(?updated?(?: (?:about )?(?:\d+|an?|one) (?:minutes?|hours?|days?|weeks?|months?"
    rf"|years?) ago)?\)?:?"
    r"|\(?(?:zuletzt )?(?:aktualisiert|geändert)\b.{0,20}\d.{0,40}\)?|mise? à jour\b.{0,20}\d.{0,40}",
    "live-stamp": r"[\[(]?(?:(?:posted|published) )?(?:at |from )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: \(?(?:[a-z]{2,4}"
    r"|local(?: time)?)\)?)?[\])]?(?: ?[-–—|])?|\d{1,2}h\d{2}"
    r"|\d{1,2} ?[ap]\.?m\.?|\d{1,3} ?(?:s|m|h|d|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?"
    r"|years?) ago(?: \d{1,2}[.:]\d{2}.{0,12})?",
    "correction": r"(?:\W{0,3})(?:correction|clarification|erratum|editor['’]?s['’]? note|author['’]?s note|note (?:to"
    r"|from) (?:readers|the editor)s?)"
    r"(?: \([^()]{1,40}\)| \d[\d/.]{5,9}(?:,? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?)?)?\s?[:\-–—.].*"
    r"|(?:(?:this|the) (?:article|story|post|report|piece)|an? (?:earlier|previous|original) version|(?:this|the) (?:headline"
    r"|photo caption))\b.{0,60}"
    r"\b(?:was|has been|have been|incorrectly|misstated|mistakenly|wrongly|originally|gave|said|stated)\b.{0,40}\b(?:amended"
    r"|corrected|updated|corrects?|misstated|incorrectly"
    r"|mistakenly|wrongly|misspelled|clarified|changed|edited)\b.*|an? (?:earlier|previous) version of this (?:article|story|post"
    r"|report|piece|headline|caption)\b.*",
    "reporting-note": r"(?-i:CNN|AP|AFP|REUTERS|Reuters|BBC) ?[—–-]{1,2}"
    r"|\(?(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written|translated) by .{2,160}\)?"
    r"|[–—(-]* ?with (?:inputs?|files|reporting|additional reporting|agenc(?:y|ies)) from .{2,120}"
    r"|\(?(?:except for the headline, )?this (?:story|article"
    r"|report) (?:has not been|was not|is) .{0,60}(?:edited|syndicated|auto-generated|published from) .{0,100}"
    rf"|\(?{_AGENCY}(?:[/,] ?(?:{_AGENCY}|[a-z]{{2,4}})){{0,3}}\)?"
    r"|mit (?:material|informationen|agenturmaterial) (?:von|der|des) .{2,60}"
    r"|(?:ani|ians|pti|bernama|kyodo|yonhap|interfax|efe|ansa|lusa|belga|anp|apa|sda|kuna|wam|irna|upi)|(?-i:[A-Z]{2,3}/[a-z]{2,3}|END)"
    r"|translated from .{2,80} by .{2,60}|(?:additional )?(?:reporting|research)(?: and (?:writing|editing))? ?: ?.{2,120}"
    r"|[–—-]* ?with files from .{2,120}"
    r"|(?:the )?associated press (?:writers?|journalists?|reporters?) .{2,120}contributed.{0,60}"
    r"|.{2,140}\bcontributed (?:reporting )?to this (?:report|story|article|post)\.?|.{0,60}our standards: .{2,80}",
    "mail": r"(?:you(?: are|['’]re) (?:receiving|getting)|you (?:have )?received|this (?:e-?mail|message|newsletter) was sent to) .{2,160}"
    r"|(?:to |click (?:here )?to )?unsubscribe(?: (?:from|here|now|at any time)\b.{0,80})?(?:\W.{0,100})?|.{0,90}\bunsubscribe (?:here"
    r"|at any time|now)"
    r"|(?:view|read|open|see) (?:this |it |the )?(?:e-?mail |message |newsletter |online )?(?:version )?(?:in|on|online in) (?:your|a|the)"
    r" (?:web )?browser.{0,40}|view (?:it |this (?:e-?mail )?)?(?:online|in browser|as (?:a )?web ?page)|(?:having )?trouble (?:viewing"
    r"|reading) this\b.{0,80}"
    r"|(?:sent|gesendet|envoyé) (?:from|von|depuis|de) (?:my|mein|mon) .{2,40}|(?:manage|update|change|edit) (?:your |my )?(?:e-?mail"
    r"|subscription|mailing)? ?(?:preferences|settings|subscriptions?)(?:\W.{0,60})?|(?:was this|has this) (?:e-?mail|message"
    r"|newsletter) (?:been )?"
    r"(?:forwarded|sent) to you.{0,80}|our (?:mailing|postal) address is\b.{0,80}|please do not reply to this .{2,80}"
    r"|add us to your address book.{0,40}"
    r"|you can (?:update|change) your preferences.{0,80}",
    "mail-head": r"(?:from|to|cc|bcc|subject|reply-to|von|an|betreff|de|à|objet): .{2,200}",
    "study-note": r"more information: .{2,400}\bdoi\b.{0,200}|citation: .{2,300}\bretrieved .{2,300}|journal information: .{2,160}"
    r"|provided by (?-i:[A-Z]).{2,100}(?<![.!?])|doi: ?10\.\S{4,80}|.{0,60}\bapart from any fair dealing for the purpose of .{2,300}",
    "poll": r"(?:vote|take part) in (?:our|this|the) poll\W{0,2}|(?:view|see|show) (?:the )?(?:poll )?results|cast your vote\W{0,2}"
    r"|poll: .{4,120}\?|(?:this )?poll (?:is |has )?(?:now )?closed\W?",
    "print-note": r"this was published under .{3,80}|(?:this|a version of this) (?:article|story|essay|report) (?:(?:first "
    r"|originally )?(?:appears?|appeared|ran)"
    r"|was (?:first"
    r" |originally )?published) (?:in|on) .{2,120}",
    "ornament": r"[\W_]{3,}",
    "feed-note": r"the post .{2,140} (?:first )?appeared (?:first )?on .{2,60}|(?:continue|keep) reading\W*(?:→|»)?|\[(?:…|\.{3})\]"
    r"|read the (?:full|original) (?:article|story|post)"
    r"(?: .{2,60})?",
    "exchange-rate": r"\(\W?1 = .{2,60}\)",
    "page-number": r"[-–—]? ?\d{1,4} ?[-–—]?|page \d{1,4}(?: of \d{1,4})?|seite \d{1,4}(?: von \d{1,4})?",
    "contact": r"\(\(.{2,120}\)\)|.{2,40} can be (?:reached|contacted) (?:at|on|by|via) .{2,140}|(?:media "
    r"|press )?contacts? ?: .{0,60}(?:\+?\d[\d ().-]{6,}|\S@\S).{0,100}|(?:e-?mail|write to|contact"
    r"|reach)(?: (?:the )?(?:author|writer|reporter|us|him|her|\w+ \w+))?(?: at| on"
    r"|:)? ?\S{1,60}@\S{1,60}|\S{1,60}@\S{1,60}\.\w{2,8}"
    r"|(?:send|got) (?:us )?(?:a )?(?:tips?|news tips?).{0,80}|have (?:a|you got a) (?:tip|story).{0,80}",
}  # fmt: skip

# As above, but a line that ends like a sentence is one: "Posted in Kabul in 1911." stays.
LABELS: Final[Mapping[str, str]] = {
    "filing": r"(?:posted|filed) (?:in|under):? .{2,150}|filed:? .{2,40}|tagged(?: (?:with|as))?:? .{2,150}|(?:keywords?|tags?"
    r"|categor(?:y|ies)"
    r"|topics?|schlagw[oö]rter"
    r"|schlagworte|mots[- ]clés|étiquettes) ?: ?.{2,150}",
    "related": r"(?-i:PHOTOS?|VIDEOS?|GALLERY|IN PICTURES|PICTURES|WATCH|LISTEN|POLL|QUIZ)\s?: ?.{4,150}"
    r"|(?:(?:à )?lire (?:aussi|également)|lesen sie auch|lea también|also read|read also) .{4,150}",
    "record": r"(?:length|section|load-date|dateline|language|(?:document|publication)-type|word count|graphic|edition|pages?|url|link"
    r"|accessed|retrieved)"
    r"\s?: ?.{1,150}",
    "source": r"(?-i:SOURCE) .{2,80}|(?:source|quelle|fuente|fonte)s? ?: ?.{2,80}",
}

CREDITS: Final[Mapping[str, str]] = {
    "gallery": r"(?!9/11)\d{1,2} ?/ ?\d{1,2}:? (?-i:[A-Z]).{2,400}",
    "credit": r"[(\[]?(?:(?:file |cover |lead )?(?:photo(?:graph)?s?|images?|pictures?|pics?|video|illustration|graphics?"
    r"|map)(?: credits?| courtesy(?: of)?| by| from| source)?|credits?|courtesy"
    r"|foto|bild|crédit(?: photo)?|photographie)"
    r"\s?(?::|/|\||\bby\b)\s?.{1,90}[)\]]?"
    r"|.{0,180}\((?:file )?(?:photo|image|picture|pic|video)(?: ?credits?| by| courtesy(?: of)?)?\s?[:/]\s?[^()]{1,90}\)\.?"
    rf"|.{{0,180}}[(\[](?:[^()\[\]]{{0,50}}[/|,] ?)?{_AGENCY}(?: ?[/|,] ?[^()\[\]]{{0,50}})?(?: (?:file )?(?:photo|pool"
    rf"|archive))?[)\]](?<!\w\))"
    rf"|[^.!?:]{{0,70}} ?[/|] ?{_AGENCY}(?: ?[/|] ?[^.!?]{{0,50}})?(?: (?:file )?(?:photo|pool|archive|images))?"
    r"|.{0,180}\((?-i:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}) ?[/|] ?(?-i:[A-Z])[^()]{1,40}\)"
    r"|.{0,170}[.:] ?(?-i:[A-Z]{3,20}(?: [A-Z]+)?/[A-Z][\w.’'-]+ [A-Z][\w.’' -]+)(?:/.{0,20})?|.{10,170}/(?:file|handout|pool)(?: photo)?"
    r"|(?-i:Image|Media|Video) ?(?:copyright|source|caption)(?:, ?|\s?)(?-i:[A-Z]).{1,160}|(?-i:FILE(?: PHOTO)?)\s?[:–—-] ?.{10,170}"
    r"|.{0,180}\((?:supplied|provided|handout|courtesy|contributed)(?: photo)?(?: ?[:/] ?[^()]{1,60})?\)"
    r"|.{2,140}[.!] (?:file |archive )?(?:photo|picture|image|pic|photograph|foto|bild)s?(?: by| credit)?: ?[^.!?]{2,60}"
    rf"|{_AGENCY} ?[/|] ?[^.!?]{{1,60}}|.{{0,160}}\b(?:getty images|ap photo)(?:/[^.!?]{{0,40}})?\)?|(?:file|archive|handout"
    rf"|stock) (?:photo|image|picture|pic)s?\.?",
}  # fmt: skip
