"""English words that steer reading: closed classes, signs of doubt, denial, plans and conditions. Tables only."""

from __future__ import annotations

from typing import Final

# One letter a word, see parse.py for what the letters mean.
CLOSED: Final[dict[str, str]] = {
    "D": "a an the this that these those his her its their my our your some any no each every another both all several many few such",
    "P": "in on at by for from with without of into onto over under between among during against about near toward towards through "
    "across via upon within outside inside off per despite amid amidst amongst along around behind beyond except like unlike concerning "
    "regarding alongside throughout than ahead up down out including pending",
    "S": "because although though while whilst whereas unless if whether when since after before until as once so lest till",
    "C": "and or but nor yet plus",
    "W": "who whom whose which where what why how",
    "M": "will would may might could can shall should must wo ca 'll cannot",
    "B": "be am is are was were been being 's 're 'm",
    "H": "have has had having 've",
    "O": "do does did",
    "N": "not n't never neither hardly barely",
    "T": "to",
    "R": "also already now then just still soon later earlier again ever even only here there formerly first often always together "
    "almost well temporarily recently thus therefore however meanwhile nearly twice ago ahead afterwards instead too once yet either",
    "p": "he she it they we i you him them us me who himself itself themselves herself",
}
# They end in -ly and are nouns or adjectives.
NOT_ADVERBS: Final = frozenset(
    "family assembly monopoly supply reply ally bully rally jelly belly butterfly anomaly homily tally folly lily bodily "
    "friendly early daily weekly monthly quarterly hourly yearly nightly deadly elderly likely unlikely ugly lovely costly "
    "orderly timely lonely holy lively scholarly worldly hilly chilly silly fly".split()
)
# -ing words that are nouns beside another noun: "Friday's trading", "flood warning".
GERUND_NOUNS: Final = frozenset(
    "trading pricing funding training spending testing voting shopping banking housing financing holding building filing recording finding "
    "charging ruling warning offering screening lending borrowing mining farming fishing shipping planning engineering marketing "
    "advertising manufacturing processing packaging licensing sentencing opening closing gathering winning losing".split()
)
# Behind "to" they are mostly places and states: "to power", "to court".
AFTER_TO: Final = frozenset("power court trial work market school book bed press office fire ground land term face love sail".split())
# They cannot end a headline: a noun has to follow.
ADJECTIVES: Final = frozenset(
    "new old young major last first big large small high low long former several many possible public other own early late "
    "full final good bad great recent key top main national local federal general real total similar various due huge senior "
    "chief special strong such more most some any every each few additional second third further next previous current top- "
    "secret so-called very year-old".split()
)
COUNTED: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
NUMBERS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozens dozen".split()
)
# Nouns that "that" tells the content of: no relative clause follows.
CONTENT: Final = frozenset(
    "report reports fact claim claims news hope hopes belief idea sign signs evidence warning warnings statement announcement "
    "allegation allegations rumour rumours rumor rumors view concern concerns fear fears possibility suggestion condition "
    "grounds assurance assurances chance decision agreement conclusion feeling argument accusation accusations charge charges "
    "suspicion proof speculation prediction assumption complaint complaints doubt confidence guarantee impression indication "
    "notion theory threat promise requirement demand".split()
)
FIRMS: Final = frozenset("inc ltd llc plc corp l.p lp n.v s.a".split())
SUBORDINATORS_OF_TIME: Final = frozenset("since after before until till following".split())
CONDITION: Final = frozenset("if unless whether".split())
POSSIBLE: Final = frozenset("may might could possibly perhaps reportedly allegedly alleged purportedly supposedly apparently "
                            "rumoured rumored unconfirmed suspected potentially".split())  # fmt: skip
DENIAL: Final = frozenset("deny refute".split())
RUMOUR: Final = frozenset("rumour rumours rumor rumors report reports claim claims suggestion suggestions allegation allegations "
                          "speculation".split())  # fmt: skip
CANCEL: Final = frozenset("cancel scrap axe annul".split())
POSTPONE: Final = frozenset("postpone delay reschedule defer adjourn".split())
NEGATION: Final = frozenset("not n't never no neither nor nobody none without".split())
# Words that say that a plan was moved, or that the day is a new one for a known plan.
MOVED: Final = frozenset("postpone delay reschedule move shift".split())
# Content words that say nothing about which event is meant.
STOP: Final = frozenset(
    "the a an of in on at to for and or by with from as is are was were be been being it its that this his her he she they their them "
    "who which whom has have had will would could may might should can not no but also said says say told tell after before since until "
    "during while when where there here than then so such into over under about between against through new old first last more most "
    "other some any all both each many much very just only now still again later earlier ago early late mid next week month year day "
    "today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december one two three four five six seven eight nine ten add added we i you our your my me us him if "
    "because out up down off what how held hold take took place make made set due plan expect expected planned scheduled".split()
)
