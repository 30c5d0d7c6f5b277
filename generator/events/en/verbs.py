"""English verbs, by what they tell: tables of base forms in, nothing computed here.

A class ("meet") is what merging compares, so that "held talks", "sat down" and "the summit" can be one event. A verb in
no class is a class of its own.
"""

from __future__ import annotations

from typing import Final

# Verbs that may mean the same event. The nouns of each class stand in nouns.py under the same name.
CLASSES: Final[dict[str, str]] = {
    "meet": "meet gather convene confer huddle negotiate talk",
    "visit": "visit travel arrive tour fly land head journey",
    "vote": "vote pass approve adopt reject ratify decide debate veto endorse amend",
    "launch": "launch unveil introduce release debut open inaugurate available showcase demo premiere reveal",
    "strike": "strike walkout",
    "election": "elect",
    "halt": "halt suspend abort abandon scrub",
    "charge": "charge accuse",
    "injure": "injure wound hurt",
    "oath": "swear",
    "court": "rule acquit convict sentence overturn uphold dismiss jail imprison plead indict prosecute try",
    "testify": "testify",
    "deal": "sign agree settle initial conclude resolve",
    "resign": "resign quit abdicate retire",
    "quake": "quake",
    "die": "die kill murder assassinate slay perish execute drown",
    "attack": "attack bomb shoot raid shell explode detonate ambush storm strafe blast fire torch",
    "crash": "crash plunge derail collide sink capsize",
    "sue": "sue litigate",
    "arrest": "arrest detain capture apprehend",
    "found": "found establish create",
    "buy": "buy acquire purchase sell merge",
    "hire": "appoint name hire nominate succeed replace promote",
    "protest": "protest march demonstrate rally riot",
    "rise": "rise soar jump surge gain climb",
    "fall": "fall drop slide slump tumble decline",
    "invade": "invade occupy annex seize conquer recapture overrun",
    "fight": "fight battle clash",
    "close": "close shut shutter",
    "expel": "expel deport oust extradite evict",
    "sanction": "sanction ban prohibit outlaw bar",
    "order": "preorder",
    "win": "win defeat beat triumph",
    "lose": "lose",
    "denounce": "denounce condemn criticize criticise reject blast deplore",
    "free": "free rescue",
    "ill": "sicken hospitalize hospitalise poison",
    "transfer": "transfer airlift evacuate move",
    "cancel": "cancel scrap axe annul",
    "postpone": "postpone delay reschedule defer adjourn",
    "deny": "deny refute",
    "fine": "fine penalize penalise",
    "choose": "choose pick select",
    "discover": "discover find uncover detect retrieve recover",
}

# Verbs that carry what is told and tell nothing themselves.
SPEECH: Final = (
    "say tell add note state explain comment write quote ask reply respond claim argue insist stress emphasise emphasize remark "
    "describe suggest indicate estimate predict forecast speak acknowledge admit concede observe mention recall reiterate underline "
    "underscore maintain contend assert tweet post think believe know hope fear want wish feel understand learn hear see show cite "
    "mean imply recognise recognize worry doubt wonder attribute blame praise joke read promise assure"
)
# Verbs of speech that are acts where a thing follows: "added two routes", "observed a minute's silence".
ALSO_ACTS: Final = frozenset("hear add admit concede observe recall claim write post cite".split())
# What follows these is a thing or a person, never all that was said.
OF_THINGS: Final = frozenset(
    "offer publish unveil welcome criticise criticize denounce condemn reject invite thank dismiss refute accuse apologise "
    "apologize".split()
)
# Saying this is itself the news.
STATEMENT: Final = (
    "announce declare confirm denounce condemn deny reject reveal disclose urge demand warn call accuse apologise apologize pledge vow "
    "allege report publish welcome appeal propose offer invite unveil criticise criticize rule order recommend request threaten thank "
    "refute dismiss"
)
# They need an event noun beside them to tell an event.
LIGHT: Final = (
    "hold take make begin start open end give have be attend join go come occur happen host stage get keep do participate follow "
    "continue resume complete conduct finish conclude undergo mark face precede last bring lead put set prompt trigger cause follow "
    "organise organize plan prepare schedule expect precede cancel scrap postpone delay reschedule witness see stop halt suspend"
)
# What is told stays so: no event without more.
STATE: Final = (
    "be have own know like love live belong contain consist cost weigh remain stay seem appear represent include involve depend need "
    "require mean resemble lack matter concern hold suffer differ exist stand lie wear owe deserve prefer use serve support allow enable "
    "provide feature contain run work play date compare allude amount total range "
    "account hover stem average reside dub"
)
# States that are acts too: told of a single day or week in the past, they are events ("police used tear gas on Sunday").
ACTS: Final = frozenset(
    "hold appear run use provide support serve stand suffer play allow enable prefer feature lie stay love like wear work represent".split()
)
# They say little by themselves, but with what follows them they tell what happened: "got a pay rise", "was put on show".
FILLED: Final = frozenset("come go get put bring set lead take give end cause".split())
# A verb behind these, with "to", is the event; the words say how sure it is.
CONTROL: Final[dict[str, str]] = {
    "expect": "planned", "plan": "planned", "schedule": "planned", "set": "planned", "slate": "planned", "due": "planned",
    "intend": "planned", "aim": "planned", "poise": "planned", "ready": "planned", "prepare": "planned", "agree": "agreed",
    "decide": "agreed", "choose": "agreed", "hope": "possible", "want": "possible", "seek": "possible", "likely": "planned",
    "unlikely": "not", "vow": "planned", "pledge": "planned", "promise": "planned", "about": "planned", "bind": "planned",
    "continue": "", "begin": "", "start": "", "manage": "", "help": "", "go": "planned", "have": "", "use": "state",
    "fail": "self", "refuse": "self", "decline": "self", "threaten": "self", "try": "self", "attempt": "self", "offer": "self",
    "order": "self", "urge": "self", "tell": "self", "ask": "self", "invite": "self", "force": "self", "forecast": "planned",
    "allege": "possible", "rumour": "possible", "rumor": "possible", "report": "possible", "believe": "possible", "think": "possible",
    "say": "possible", "project": "planned", "propose": "possible", "consider": "possible", "mean": "planned", "move": "", "tip": "planned",
    "need": "", "vote": "agreed", "claim": "possible", "earmark": "planned", "suppose": "planned",
}  # fmt: skip
# What follows with "to" is done by whom they name: "asked the firm to leave".
MAKES_OTHERS: Final = frozenset(
    "ask tell order urge invite force allow expect want get help need authorise authorize persuade enable permit encourage require press "
    "push send tap hire appoint choose select pick lead cause compel instruct direct command advise warn recommend train forecast project "
    "intend plan set schedule wait call arrange pay beg challenge commission prompt oblige let leave name elect designate nominate assign "
    "contract recruit bring give grant draft convince invite request sentence deploy lure drive see free clear put inspire motivate tempt "
    "enlist engage summon subpoena like prefer demand hear prepare".split()
)
# They say how far what an -ing form behind them tells has come: "stopped paying", "began mailing".
ASPECT: Final = frozenset("stop begin start continue keep finish resume quit suspend halt delay avoid cease".split())
# Said without an object they say nothing: "the club signs", "the firm unveils".
NEEDS_OBJECT: Final = frozenset(
    "announce accuse award unveil introduce offer report assign pick let reject buy acquire purchase capture injure deny confirm condemn "
    "denounce charge send give take make put bring arouse cause expect include cover say tell declare reveal disclose demand urge propose "
    "publish release present show display deploy build destroy seize arrest detain appoint name nominate sue defeat beat hit reach receive "
    "welcome praise criticise criticize warn plan find discover identify develop create establish found produce design use provide carry "
    "set impose lift approve adopt endorse pass issue file post submit grant order recommend request invite call describe measure hold "
    "become detail hint spend earn "
    "keep leave have get raise cut reduce increase lower add remove replace achieve handle revise convince inform notify persuade contact "
    "oust expel deport kidnap abduct rescue free transfer own join enter attend spend pay attack bomb invade occupy annex visit".split()
)
# Of those, they may stand alone: "Norland invaded, and".
ALONE: Final = frozenset("invade attack leave enter attend visit spend pay join".split())
# Two words that are one verb: the second word, and what the pair means.
PHRASES: Final[dict[tuple[str, str], str]] = {
    ("step", "down"): "resign", ("stand", "down"): "resign", ("step", "aside"): "resign", ("walk", "out"): "strike",
    ("sit", "down"): "meet",
    ("put", "out"): "extinguish", ("come", "down"): "descend",
    ("call", "off"): "cancel", ("put", "off"): "postpone", ("push", "back"): "postpone", ("put", "back"): "postpone",
    ("call", "for"): "urge", ("call", "on"): "urge", ("take", "over"): "hire", ("set", "up"): "found", ("break", "out"): "begin",
    ("give", "up"): "cancel", ("break", "down"): "collapse", ("shut", "down"): "close", ("close", "down"): "close",
    ("blow", "up"): "attack", ("go", "live"): "launch", ("pass", "away"): "die", ("take", "place"): "happen", ("take", "off"): "fly",
    ("hold", "off"): "postpone", ("bring", "forward"): "move", ("pull", "out"): "withdraw", ("fall", "ill"): "ill",
    ("show", "off"): "launch", ("set", "off"): "leave", ("set", "out"): "leave",
    ("take", "part"): "participate", ("leave", "office"): "resign", ("be", "born"): "born", ("roll", "out"): "launch",
    ("appear", "court"): "court",
    ("go", "polls"): "election", ("go", "strike"): "strike", ("strike", "down"): "court", ("leave", "post"): "resign",
    ("turn", "down"): "reject", ("go", "sale"): "launch", ("come", "sale"): "launch", ("put", "sale"): "launch",
    ("come", "force"): "enforce", ("come", "effect"): "enforce", ("go", "effect"): "enforce", ("take", "effect"): "enforce",
    ("enter", "force"): "enforce", ("come", "power"): "govern", ("go", "missing"): "vanish", ("set", "fire"): "burn",
    ("catch", "fire"): "burn",
    ("put", "trial"): "court", ("go", "trial"): "court", ("stand", "trial"): "court", ("go", "display"): "exhibition",
    ("go", "show"): "exhibition", ("go", "view"): "exhibition", ("admit", "hospital"): "ill", ("take", "hospital"): "ill",
    ("weigh", "in"): "comment", ("get", "married"): "marry", ("go", "bankrupt"): "collapse",
    ("go", "bust"): "collapse", ("go", "public"): "list",
    ("go", "administration"): "collapse",
    ("bring", "up"): "rescue", ("bring", "ashore"): "rescue", ("bring", "back"): "return", ("bring", "down"): "topple",
    ("bring", "home"): "return", ("leave", "company"): "resign", ("leave", "firm"): "resign", ("leave", "job"): "resign",
    ("leave", "board"): "resign", ("leave", "role"): "resign",
    ("bring", "court"): "court", ("bring", "judge"): "court", ("bring", "magistrate"): "court",
    ("get", "way"): "begin", ("get", "underway"): "begin",
    ("run", "office"): "campaign", ("stand", "election"): "campaign", ("come", "fire"): "criticise", ("go", "down"): "sink",
    ("run", "aground"): "strand", ("run", "against"): "campaign", ("come", "light"): "discover", ("lift", "off"): "launch",
    ("stand", "for"): "campaign", ("hand", "over"): "transfer", ("go", "work"): "return", ("walk", "away"): "withdraw",
    ("go", "under"): "sink", ("come", "out"): "launch", ("run", "out"): "end",
    ("touch", "down"): "land", ("set", "down"): "land", ("throw", "out"): "dismiss", ("vote", "down"): "reject",
    ("take", "office"): "swear",
    ("tell", "court"): "testify",
    ("tell", "jury"): "testify",
    ("tell", "inquiry"): "testify",
    ("tell", "investors"): "announce",
    ("tell", "shareholders"): "announce",
}  # fmt: skip
# Everyday verbs of the news in no class: known so that their -s and base forms are read as verbs.
OTHER: Final = (
    "kick pick become leave return withdraw join attend participate host stage award receive send bring carry collapse recover retrieve "
    "expand increase reduce cut raise lower build destroy damage hit strike injure wound hurt burn flood evacuate deploy test fail break "
    "block halt suspend resume restore extend renew grant issue file submit deliver ship pay spend invest borrow lend owe charge accuse "
    "investigate probe inspect search question interview address brief inform consult advise help assist back oppose challenge contest "
    "compete play score draw qualify finish break record mark celebrate commemorate bury marry divorce bear graduate study teach "
    "write publish print broadcast air film direct produce design develop upgrade update install replace restart repair fix recall "
    "withhold remove delete add drop abandon scrap ditch end stop start begin continue complete finalise finalize conclude cover "
    "lift ease tighten impose enforce break violate breach comply cooperate accept refuse decline agree allow permit forbid order "
    "instruct force compel push pull move shift turn change transform convert switch enter exit cross reach pass approach near follow "
    "chase pursue flee escape hide surrender defect desert defend protect guard secure save lose miss find seek obtain gain earn "
    "collect gather store steal rob loot smuggle traffic hack leak reveal expose disclose mandate authorise authorize certify "
    "license register list join unite split divide separate secede liberate topple overthrow depose crown swear dissolve "
    "disband outlast erupt spread infect vaccinate treat cure diagnose test isolate quarantine reopen relaunch rename redesign "
    "double triple halve fine compensate refund reward donate fund finance sponsor subsidise privatise nationalise restructure "
    "bid auction outbid list trade settle clear veto shelve freeze unfreeze thaw stall falter deadlock mediate broker facilitate "
    "monitor observe oversee supervise manage operate staff crew orbit dock undock lift blast land splash hover dive drown rescue "
    "tow ram collide overturn skid stray veer hijack kidnap abduct ransom release torture abuse rape stab behead hang execute lynch "
    "eject eliminate dominate score transfer loan bench captain coach relegate promote lift tie host fall worsen improve deteriorate "
    "stabilise stabilize normalise normalize cease ratify revoke repeal overhaul rewrite redraft table shut run stand campaign canvass "
    "concede tally count recount certify inaugurate sail dock anchor drift explode leave present assume escalate intensify flare "
    "work live stay serve use see watch look show give take make get put keep set let go come do try want need like know think "
    "ask tell call name feel seem appear remain hold lead meet send sit stand speak read write spend grow teach offer remember "
    "love consider wait die expect build stay fall cut reach kill raise pass require report decide pull break happen lie occur hail "
    "mourn greet clash shake rock devastate ravage sweep batter swamp overwhelm inundate hamper disrupt delay ground divert redirect "
    "reroute route escort accompany fete honour honor knight decorate recommend prompt trigger spark cause provoke lure woo court tap "
    "pick choose select draft sack fire dismiss suspend reinstate rehire demote relieve substitute step drink eat warn "
    "burst thrust expire "
    "exceed top surpass outsell overtake outpace total amount account generate post book report swing recoup unload dump hoard stockpile "
    "surround besiege blockade encircle penetrate breach infiltrate repel repulse retaliate retreat regroup advance gain hide dig drill "
    "pump mine extract refine burn heat cool power generate supply demand consume export import tax levy collect audit review assess "
    "evaluate survey poll measure weigh test trial pilot experiment observe photograph spot sight identify name trace track locate"
)
# Known by their past and -ing forms, and by the base after "to" and "will" only: their base and -s forms are mostly nouns.
REGULAR: Final = (
    "exchange congratulate abolish commence recruit bombard transport quash reinforce capitulate accede massacre reaffirm repudiate "
    "strand unfold ensue rebel purge paralyse paralyze knife scorch submerge winch pinpoint absolve redeploy conscript ransack raze gut "
    "decommission exhume cremate unseal barricade pelt decriminalise decriminalize criminalise enthrone anoint desecrate elope "
    "shipwreck founder berth disembark board alight overheat malfunction misfire backfire parachute descend ascend trek "
    "hand telephone float drain graze swerve clip trample electrocute asphyxiate contaminate gush nosedive snap shave hike delist relist "
    "demerge recapitalise recapitalize foreclose default refinance securitise securitize guarantee prop shore peg prorogue rebuke "
    "admonish waive clinch seal romp edge net slot fumble concuss sprain fracture rupture recuperate convalesce transplant inoculate "
    "immunise immunize cull euthanise euthanize maul gore "
    "pour roar steer blur stir lure compare perform place express control decrease focus combine target reflect engage price "
    "commit contribute experience result poach form exercise affect repeat enhance handle equip share revise define wrap rip "
    "adjust boost dispatch trap alarm satisfy prolong subject benefit solve complain cheer market rush discuss scatter listen "
    "fuel televise point achieve capitalise capitalize accelerate customise customize justify assign object fill analyse "
    "analyze stream notify knock prevent originate amass strengthen advertise chant exhort attract stem discontinue "
    "discipline apply activate attach position couple mount unearth transmit connect subpoena pack touch revert embroil alter "
    "specify disappoint darken exaggerate sideline morph evolve recycle magnify erode calculate characterise characterize "
    "inspire display station echo demolish steer rely notice trust crowd exacerbate term alert inflame sound clean populate "
    "correct pray revive resist baffle bother amaze outline struggle spearhead limit shock downplay bounce classify terminate "
    "exclaim inch lock pressure unleash fold compromise waste stretch round trim guide anticipate incur debunk frustrate "
    "manipulate embrace integrate distribute applaud repatriate bolster scale speculate assail confuse slash coerce anger "
    "dwindle arouse complicate affirm risk modernise modernize interrupt shatter laugh shop automate simplify spike reap emit "
    "melt camp prime document intern mobilise mobilize confess deliberate grab thrill program programme safeguard deem crush "
    "avoid discard fluctuate persevere warrant stack inject sacrifice perceive mangle curb scare refurbish configure package "
    "overrule rent number vindicate punish weaken seep yank repurchase yield smoke prescribe narrow paint whack reason slip "
    "incorporate arrange ration modify corner empty panic pronounce regret distance adapt renegotiate invent improvise shout "
    "prize disapprove toil correspond volunteer ignore reconnect carve discharge redeem instigate lobby overshadow confiscate "
    "taint deprive validate administer concentrate conceive compose endure peak reorganise reorganize plague implement slap "
    "confine dash reserve spurn click cloud align plot hurry task embarrass entrust fulfil fulfill warp suffocate exonerate "
    "augment park translate tease intercept elude scan spur intrude cascade illuminate compile hatch swirl caution convince "
    "institute maroon lease circulate relinquish smother privatize disregard rebound yell render uproot plummet encounter "
    "encourage lob lash abort wipe betray mail respect afford frown implicate smash divest surface pluck reimburse allocate "
    "wield twist vanish tarnish downgrade optimise optimize match pause trail trickle squeeze imagine accomplish figure "
    "funnel swallow eclipse exhibit range reassign ensure scuttle sort throng counter dream embark formalise formalize "
    "contact strangle slaughter favor favour liquidate await broaden drape ricochet decry extol resent insert hammer "
    "diversify restrict offend forestall punch duck relax articulate contrast engineer leap skyrocket practise practice "
    "mistreat lament sketch amplify emerge survive prove crank dub retain dispute vie intervene persuade stumble fade "
    "lag skip shun tout trumpet revamp streamline offset outnumber loosen soften harden sharpen soothe reunite unify "
    "reshuffle migrate relocate resettle vacate renovate restock dismantle dispose defuse disarm disclaim dispel christen "
    "canonise canonize consecrate beatify bless worship preach ordain baptise baptize crack launder embezzle defraud bribe "
    "extort blackmail intimidate harass stalk molest torment persecute enslave plunder pillage vandalise vandalize sabotage "
    "stampede wrestle box race sprint ski skate row cycle dribble tackle equalise equalize disqualify trounce thrash sequence "
    "clone fertilise fertilize germinate hibernate mutate replicate synthesise synthesize simulate compute encrypt decrypt "
    "upload download log tag text dial phone video patch ebb recede subside rumble blanket crumble buckle cave flatten level "
    "bulldoze excavate salvage refloat beach moor tether load reload pardon parole commute remand arraign bail cross-examine "
    "impanel sequester adjudicate arbitrate renominate censure impeach reelect re-elect outvote filibuster gerrymander "
    "redistrict enfranchise "
    "accumulate assemble avert behave breathe bypass commission communicate compound confront construct consolidate cruise culminate "
    "curtail dedicate deepen depart depict dictate diminish disagree disappear discourage devalue devote educate elaborate enact "
    "endanger engulf enjoy enlist enroll entertain entitle examine exclude exhaust explore exploit foil foster formulate govern grapple "
    "grasp harm haul heighten herald hoist hug hurl ignite illustrate impress infringe inherit initiate insult insure interfere invoke "
    "irritate jeopardise jeopardize jolt legalise legalize manufacture mature motivate multiply neglect obey oblige obstruct omit opt "
    "overlook patrol pave persist pioneer pollute possess preside presume prevail proceed proclaim prosper rattle react realise realize "
    "reassure reclaim reconsider reconstruct regain regulate renounce replay reposition reprimand rescind retract revolve roam scramble "
    "sever shrug smile snatch specialise specialize stamp starve stimulate straddle succumb summon swap symbolise symbolize tempt "
    "terrorise toughen tweak undermine unlock unravel unseat utilise utilize verify visualise wage weather widen wreck zoom cordon"
)
# Irregular forms: base, past, participle.
IRREGULAR: Final = (
    "be was been|have had had|do did done|go went gone|come came come|take took taken|make made made|give gave given|get got gotten|"
    "say said said|tell told told|see saw seen|find found found|leave left left|put put put|keep kept kept|begin began begun|"
    "bring brought brought|hold held held|meet met met|lead led led|send sent sent|stand stood stood|win won won|lose lost lost|"
    "pay paid paid|buy bought bought|sell sold sold|sit sat sat|speak spoke spoken|read read read|write wrote written|spend spent spent|"
    "grow grew grown|fall fell fallen|cut cut cut|hit hit hit|set set set|let let let|rise rose risen|shoot shot shot|strike struck struck|"
    "fly flew flown|sink sank sunk|break broke broken|build built built|burn burned burned|choose chose chosen|draw drew drawn|"
    "drink drank drunk|drive drove driven|eat ate eaten|fight fought fought|flee fled fled|forbid forbade forbidden|freeze froze frozen|"
    "hang hanged hung|hide hid hidden|hurt hurt hurt|know knew known|lay laid laid|lend lent lent|mean meant meant|quit quit quit|"
    "ride rode ridden|ring rang rung|run ran run|shake shook shaken|shut shut shut|sing sang sung|sleep slept slept|spread spread spread|"
    "steal stole stolen|swear swore sworn|sweep swept swept|swim swam swum|teach taught taught|tear tore torn|think thought thought|"
    "throw threw thrown|understand understood understood|wear wore worn|withdraw withdrew withdrawn|wake woke woken|"
    "become became become|bear bore born|feel felt felt|hear heard heard|seek sought sought|split split split|beat beat beaten|"
    "bid bid bid|cost cost cost|deal dealt dealt|dig dug dug|overthrow overthrew overthrown|overtake overtook overtaken|"
    "overturn overturned overturned|outsell outsold outsold|rebuild rebuilt rebuilt|rewrite rewrote rewritten|slay slew slain|"
    "slide slid slid|stick stuck stuck|undergo underwent undergone|uphold upheld upheld|withhold withheld withheld|show showed shown|"
    "forecast forecast forecast|broadcast broadcast broadcast|bind bound bound|plead pleaded pleaded|testify testified testified|"
    "swing swung swung|lie lay lain|try tried tried|bury buried buried|marry married married|deny denied denied|"
    "burst burst burst|thrust thrust thrust|"
    "find found found|oversee oversaw overseen|quit quit quit|cast cast cast|reset reset reset|catch "
    "caught caught|feed fed fed|bend bent bent|bleed bled bled|bite bit bitten|blow blew blown|arise arose arisen|awake awoke awoken|"
    "cling clung clung|creep crept crept|fling flung flung|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|"
    "grind ground ground|kneel knelt knelt|leap leapt leapt|light lit lit|mislead misled misled|mistake mistook mistaken|"
    "overcome overcame overcome|shed shed shed|shine shone shone|shrink shrank shrunk|spin spun spun|spring sprang sprung|"
    "sting stung stung|strive strove striven|thrust thrust thrust|undertake undertook undertaken|undo undid undone|weave wove woven|"
    "weep wept wept|withstand withstood withstood|wring wrung wrung|sue sued sued|die died died|"
    "override overrode overridden|overhear overheard overheard|foretell foretold foretold|outgrow outgrew outgrown|outdo outdid outdone|"
    "repay repaid repaid|resell resold resold|rethink rethought rethought|retake retook retaken|undercut undercut undercut|"
    "upset upset upset|outshine outshone outshone|"
    "wind wound wound|swell swelled swollen|stride strode stridden|forgo forwent forgone|overrun overran overrun|breed bred bred|"
    "outbid outbid outbid|outrun outran outrun|overhang overhung overhung|remake remade remade|redo redid redone|rerun reran rerun|"
    "sling slung slung|speed sped sped|spill spilled spilt|spit spat spat|string strung strung|tread trod trodden|wed wed wed|"
    "overshoot overshot overshot|undershoot undershot undershot|oversell oversold oversold|outspend outspent outspent|"
    "rewind rewound rewound|strew strewed strewn|underwrite underwrote underwritten|rebroadcast rebroadcast rebroadcast"
)
# Adjectives that stand where a participle would: "is due to", "is available".
LIKE_PARTICIPLES: Final = "due available likely unlikely ready poised about bound"
