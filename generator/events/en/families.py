"""Words for events of one sort, verbs and nouns together, by which reports of one story can be one event: tables only.

Who tells again what is over seldom takes the word of the day: "was picked" for "will take over", "the walkout" for "downed tools". A
word may be of several sorts.
"""

from __future__ import annotations

from typing import Final

FAMILIES: Final[dict[str, str]] = {
    # offices and jobs
    "enter office": "hire appoint name nominate choose pick select succeed replace promote install swear oath inaugurate become join tap "
    "arrive come recruit assume appointment nomination promotion succession elect election inauguration installation enthronement crown "
    "coronation anoint designate take-over arrival",
    "leave office": "resign quit retire leave depart dismiss sack fire oust remove replace topple depose go exit resignation departure "
    "dismissal ouster drop axe removal sacking firing retirement abdicate abdication impeach unseat step-down vacate part ditch relieve",
    "put in office": "confirm confirmation approve install swear",
    "put out of office": "suspend suspension bar dismiss remove",
    "change club": "transfer move join sell buy sign deal loan swap switch leave recruit transfer signing",
    # life and health
    "death": "die kill murder assassinate slay perish drown succumb death killing murder bury stab shoot execute passing execution "
    "assassination lose claim",
    "funeral": "bury funeral burial mourn farewell ceremony cremate",
    "disease": "ill infect contract diagnose confirm detect find discover spread outbreak epidemic case sicken diagnosis illness",
    "surgery": "transplant operate undergo surgery operation amputate",
    "injury": "injure hurt wound break tear rupture sprain twist damage injury fracture",
    "breakdown": "ill collapse faint hospitalize hospitalise suffer die stroke",
    "birth": "bear birth deliver",
    "wedding": "marry wed wedding ceremony marriage engagement",
    "parting": "divorce separate split part divorce separation break-up breakup",
    "vaccination": "vaccinate inoculate receive jab dose administer give vaccination",
    # accidents and disasters
    "accident": "crash collide derail sink capsize ground founder overturn plunge wreck accident disaster tragedy collision shipwreck "
    "grounding sinking derailment loss overturn capsizing strand",
    "fire": "burn ignite engulf gut fire blaze inferno destroy torch raze destruction",
    "blast": "attack explode blast detonate bomb explosion blast bombing burn detonation",
    "fall down": "sweep wash collapse fall cave crumble subside topple burst breach collapse give rupture trap",
    "flood": "flood burst overflow inundate swamp submerge breach break fill storm deluge",
    "storm": "storm hit strike batter lash devastate ravage hurricane cyclone typhoon tornado",
    "quake": "quake earthquake tremor aftershock shake feel strike hit rock",
    "eruption": "erupt eruption spew explode awake awaken",
    "leak": "leak spill escape pour spillage leakage gush",
    "slide": "slide landslide mudslide avalanche bury",
    "failure": "fail lose explode crash break malfunction fault failure explosion loss destroy",
    "blackout": "blackout outage cut fail lose",
    # crime and courts
    "attack": "attack assault shoot stab bomb kill fire open massacre shooting stabbing bombing raid ambush storm strike ram",
    "theft": "steal rob burgle loot snatch raid take vanish disappear theft robbery heist burglary lift make-off",
    "break-in": "hack breach break steal leak attack intrude infiltrate compromise theft intrusion cyberattack hacking expose",
    "given back": "recover discover return restore retrieve surface find regain repatriate return reappear recovery restitution",
    "arrest": "arrest detain hold capture seize apprehend catch nab arrest detention capture custody",
    "charge": "charge indict accuse summon indictment prosecute prosecution arraign",
    "trial": "trial hearing try court begin open start",
    "conviction": "convict verdict conviction guilty jury find",
    "sentence": "sentence jail imprison term prison sentencing imprisonment hand condemn",
    "acquittal": "acquit clear acquittal exonerate",
    "ruling": "rule ruling court verdict judgment judgement decide decision find order side uphold",
    "overturning": "overturn quash annul reverse strike appeal",
    "appeal": "appeal challenge contest",
    "set free": "free release pardon bail rescue liberate release acquit clear commute clemency parole",
    "penalty": "fine penalize penalise sanction pay order fine ban penalty levy",
    "payment": "pay settle compensate award settlement deal payout compensation damages",
    "peace": "settle settlement agree deal resolve end drop",
    "lawsuit": "sue court challenge lawsuit suit file complaint claim litigation",
    "abduction": "kidnap abduct hijack seize abduction kidnapping hijacking",
    "escape": "escape flee break breakout jailbreak abscond",
    "expulsion": "expel deport evict extradite exclude suspend expulsion deportation extradition eviction banish",
    "exchange": "swap exchange trade hand transfer",
    "raid": "raid search swoop storm",
    "inquiry": "investigate find conclude blame investigation inquiry report probe criticise criticize publish fault",
    "poisoning": "poison ill sicken poisoning",
    # politics and war
    "approval": "vote approve pass ratify adopt accept endorse agree clear authorise authorize permit license deal back sign grant allow "
    "approval ratification decide adoption passage clearance consent go-ahead confirm confirmation green-light permission allow wave",
    "refusal": "vote reject refuse veto block defeat oppose refusal rejection rebuff turn-down decline spurn dismiss",
    "election": "election elect win vote defeat lose beat return oust victory choose poll ballot referendum",
    "referendum": "vote referendum reject choose decide plebiscite",
    "treaty": "deal sign agree conclude accord treaty agreement pact signing",
    "end of treaty": "withdraw end cancel terminate leave quit tear scrap withdrawal",
    "protest": "protest march demonstrate rally riot clash demonstration fight unrest",
    "war": "war invade attack fight occupy annex seize invasion",
    "coup": "coup topple oust overthrow depose seize putsch",
    "ban": "sanction ban bar forbid prohibit outlaw restrict suspend block embargo ban impose",
    "ban lifted": "lift remove ease end scrap abolish relax",
    "law": "vote pass enact adopt sign law raise tighten introduce",
    "visit": "visit arrive come tour travel pray meet trip",
    "meeting": "meet summit talk conference gather session meeting",
    "declaration": "declare proclaim announce independence proclamation",
    "reshuffle": "reshuffle replace name appoint sack",
    # business
    "contract": "deal sign agree seal settle clinch contract accord treaty agreement pact commit win award order",
    "purchase": "tie-up combine buy acquire purchase sell merge takeover sale merger acquisition deal absorb snap buyout buy-out pay",
    "offer": "offer bid propose tender buy proposal approach",
    "merger": "merge merger join combine union tie-up link-up",
    "listing": "list float flotation listing debut offering ipo offer launch go-public",
    "ruin": "collapse fail fold bankrupt bankruptcy insolvency liquidate crash insolvent bust receivership administration demise",
    "bailout": "rescue bail bailout lend loan aid nationalise nationalize control save prop inject",
    "end of work": "close shut shutter cease stop end suspend halt closure shutdown mothball idle abandon pause closing",
    "layoffs": "cut axe shed lose dismiss sack redundancy layoff slash eliminate",
    "walkout": "strike walkout stoppage protest down stop strike walk",
    "price cut": "cut lower reduce slash trim",
    "rise": "rise raise increase soar jump climb grow",
    "fall": "fall drop decline slump plunge shrink halve",
    "warning": "warn warning alert forecast",
    "recall": "recall withdraw pull stop",
    "investment": "invest pump inject put investment fund raise",
    "split": "split break separate secede divide leave quit spin demerge secession",
    "join": "join enter accede merge deal accession",
    "renewal": "renew extend prolong renewal extension",
    "expiry": "expire lapse end",
    "sale of seats": "sell order book",
    "freed price": "float free peg scrap abandon drop unpeg devalue",
    # beginnings and ends
    "start": "launch open begin start found opening launch release publication exhibition emerge arrive appear presentation unveil "
    "introduce present premiere inaugurate publish debut",
    "unveiling": "unveil introduce present show showcase demonstrate reveal debut premiere unveiling presentation preview display "
    "announce announcement presentation",
    "on sale": "launch release debut sale ship arrive appear come roll publish publication rollout queue available",
    "opening": "open inaugurate launch opening inauguration reopen",
    "founding": "found establish create start form launch foundation creation set set-up founding",
    "put off": "postpone delay defer slip miss adjourn cancel halt",
    "called off": "cancel scrap abandon drop shelve ditch axe halt stop suspend withdraw cancellation",
    "works begin": "groundbreak start begin build construction construct lay stone",
    "works end": "complete finish build open erect completion launch",
    "completion": "complete close finish finalise finalize completion conclude seal",
    "again": "resume restart reopen return continue resumption restore reopening",
    "publication": "publish issue release post print launch appear leak disclose publication disclosure",
    "statement": "announce press declare disclose reveal urge call warn denounce condemn apologise apologize announcement speech state",
    "apology": "apologise apologize apology",
    "reform": "reform restructure reorganise reorganize overhaul",
    "trial of a thing": "test inspect drill exercise examine inspection",
    "demolition": "demolish raze dismantle scrap tear pull blow demolition",
    # culture and sport
    "honour": "win award receive honour honor crown prize win choose pick present take collect",
    "victory": "win beat defeat triumph victory title match clinch final lift thrash",
    "match": "match final play beat draw win lose defeat semifinal game tie",
    "parade": "parade celebrate march line celebration",
    "record": "break set record beat",
    "show": "perform concert show play stage gig",
    # finding and saving
    "find": "discover find detect spot identify unearth uncover dig stumble discovery crack",
    "rescue": "rescue free save pull winch airlift evacuate lift pluck haul transfer bring",
    "evacuation": "evacuate flee move clear evacuation",
    "salvage": "raise lift salvage refloat recover float tow haul right roll retrieve recovery",
    # journeys and space
    "journey": "visit arrive travel tour fly come go return visit trip journey",
    "departure": "leave depart sail fly withdraw evacuate flee escape departure launch set-off",
    "arrival": "arrive reach land dock come visit enter arrival landing orbit",
    "space": "flight launch land dock orbit mission lift liftoff lift-off soar",
    "contact": "lose contact silence vanish hear fall",
}

# Words that name what happened only by what it was to people, and the sorts of events that each can mean.
VAGUE: Final[dict[str, str]] = {
    "disaster tragedy catastrophe calamity": "accident; fire; blast; fall down; flood; storm; quake; eruption; leak; slide; "
    "attack; failure",
    "accident mishap": "accident; fire; blast; fall down; leak; failure",
    "deal agreement": "purchase; merger; contract; treaty; payment; peace; change club",
    "decision move": "approval; refusal; ruling; purchase; leave office; end of work; called off; ban; freed price; layoffs",
    "crime murders": "attack; death; theft; abduction; poisoning",
    "massacre carnage bloodshed atrocity": "attack; blast; death",
    "affair scandal": "charge; arrest; publication; break-in",
}
