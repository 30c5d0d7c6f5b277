"""What a verb tells with the noun beside it ("hit a reef", "filed for bankruptcy", "clinched the title"): tables only."""

from __future__ import annotations

from typing import Final

# The classes of verbs (or verbs in none), stems of words of which one stands in the clause, and the class that they tell together.
DEEDS: Final = (
    (
        "strike hit ram rip hole tear clip smash slam plough plow run veer skid drive",
        "rock reef iceberg sandbank shoal aground tree wall bridge pylon pole barrier lorry truck tanker bus rail embankment ravine ditch",
        "crash",
    ),
    ("break catch burn gut destroy rage sweep spread tear start", "fire blaze inferno", "burn"),
    ("be come reach arrive hit appear get land roll go", "shop store shelf shelve bookshop showroom cinema", "launch"),
    ("cut open", "ribbon door", "launch"),
    ("file seek go enter declare apply", "bankruptcy administration insolvency receivership liquidation creditor", "collapse"),
    ("give grant win get receive gain", "assent consent approval permission go-ahead blessing clearance backing", "vote"),
    ("put add", "name signature", "deal"),
    ("seal clinch ink broker reach finalise finalize thrash hammer", "deal agreement accord pact treaty settlement truce", "deal"),
    ("dismiss throw turf sweep oust choose return give hand", "voter electorate", "election"),
    ("clinch take lift claim land collect receive scoop secure earn award crown pick give",
     "title trophy cup championship crown gold medal prize award oscar grammy nobel", "win"),
    ("lose claim", "life", "die"),
    ("suffer have attack", "heart stroke", "ill"),
    ("suffer break tear rupture snap pull", "leg arm ankle knee tendon ligament hamstring achilles rib foot wrist shoulder", "injure"),
    ("have undergo need operate carry", "surgery operation operate transplant bypass", "transplant"),
    ("send go", "jail prison", "court"),
    ("hand give get receive", "sentence term verdict year", "court"),
    ("take assume", "office helm rein charge", "hire"),
    ("walk down stop", "tool", "strike"),
    ("lay put", "foundation stone cornerstone", "groundbreak"),
    ("break", "ground", "groundbreak"),
    ("make give", "debut", "launch"),
    ("take accept place put begin", "order pre-order", "order"),
)  # fmt: skip

# Words for events of one sort, by which reports of one story can be one event that are of different classes. Who tells what is long
# over seldom takes the word of the day: "was picked" for "will take over", "the walkout" for "downed tools". A word may be of several.
FAMILIES: Final[dict[str, str]] = {
    "enter office": "hire appoint name nominate choose pick select succeed replace promote install swear oath inaugurate become join "
    "arrive come recruit assume appointment nomination promotion succession elect election",
    "leave office": "resign quit retire leave depart dismiss sack fire oust remove replace topple depose go exit resignation departure "
    "dismissal ouster drop",
    "change club": "transfer move join sell buy sign deal loan swap switch leave recruit transfer",
    "death": "die kill murder assassinate slay perish drown succumb death killing murder bury stab shoot execute",
    "accident": "crash collide derail sink capsize ground founder overturn plunge wreck accident disaster tragedy collision shipwreck "
    "grounding sinking derailment",
    "fire": "burn ignite engulf gut fire blaze inferno destroy torch raze",
    "blast": "attack explode blast detonate bomb explosion blast bombing burn",
    "fall down": "collapse fall cave crumble subside topple burst breach collapse",
    "flood": "flood burst overflow inundate swamp submerge breach break fill storm",
    "storm": "storm hit strike batter lash devastate ravage hurricane cyclone typhoon tornado",
    "disease": "ill infect contract diagnose confirm detect find discover spread outbreak epidemic case sicken",
    "surgery": "transplant operate undergo surgery operation amputate",
    "injury": "injure hurt wound break tear rupture sprain twist damage injury",
    "breakdown": "ill collapse faint hospitalize hospitalise suffer die",
    "theft": "steal rob burgle loot snatch raid take vanish disappear theft robbery heist burglary lift",
    "given back": "recover discover return restore retrieve surface find regain repatriate return reappear",
    "arrest": "arrest detain hold capture seize apprehend catch nab arrest detention capture",
    "charge": "charge indict accuse summon indictment",
    "set free": "free release pardon bail rescue liberate release acquit clear",
    "approval": "vote approve pass ratify adopt accept endorse agree clear authorise authorize permit license deal back sign grant allow "
    "approval ratification decide",
    "refusal": "vote reject refuse veto block defeat oppose refusal rejection",
    "election": "election elect win vote defeat lose beat return oust victory choose",
    "contract": "deal sign agree seal settle clinch contract accord treaty agreement pact commit",
    "purchase": "buy acquire purchase sell merge takeover sale merger acquisition deal absorb",
    "ruin": "collapse fail fold bankrupt bankruptcy insolvency liquidate crash",
    "end of work": "close shut shutter cease stop end suspend halt closure shutdown mothball idle abandon pause",
    "layoffs": "cut axe shed lose dismiss sack redundancy layoff slash eliminate",
    "walkout": "strike walkout stoppage protest down stop strike",
    "start": "launch open unveil introduce release debut present premiere inaugurate publish begin start found opening launch release "
    "publication exhibition demonstrate showcase arrive emerge appear",
    "put off": "postpone delay defer slip miss adjourn cancel halt",
    "called off": "cancel scrap abandon drop shelve ditch axe halt stop suspend withdraw cancellation",
    "works begin": "groundbreak start begin build construction construct",
    "works end": "complete finish build open erect completion launch",
    "again": "resume restart reopen return continue resumption restore",
    "founding": "found establish create start form launch foundation creation set",
    "honour": "win award receive honour honor crown prize win choose pick present",
    "victory": "win beat defeat triumph victory title match clinch",
    "wedding": "marry wed wedding ceremony marriage",
    "parting": "divorce separate split part divorce",
    "birth": "bear birth deliver",
    "journey": "visit arrive travel tour fly come go return visit trip journey",
    "departure": "leave depart sail fly withdraw evacuate flee escape departure launch",
    "arrival": "arrive reach land dock come visit enter arrival",
    "protest": "protest march demonstrate rally riot clash demonstration fight",
    "war": "invade war attack fight occupy annex seize invasion",
    "recall": "recall withdraw pull stop recall",
    "ban": "sanction ban bar forbid prohibit outlaw restrict suspend block embargo ban impose",
    "ban lifted": "lift remove ease end scrap abolish relax",
    "price cut": "cut lower reduce slash trim",
    "rise": "rise raise increase soar jump climb grow",
    "fall": "fall drop decline slump plunge shrink",
    "inquiry": "investigate find conclude blame investigation inquiry report probe criticise criticize publish",
    "find": "discover find detect spot identify unearth uncover dig stumble",
    "rescue": "rescue free save pull winch airlift evacuate lift pluck haul transfer",
    "salvage": "raise lift salvage refloat recover float tow haul right roll retrieve",
    "penalty": "fine penalize penalise sanction pay order fine ban",
    "payment": "pay settle compensate award settlement deal",
    "lawsuit": "sue court challenge lawsuit",
    "apology": "apologise apologize apology",
    "split": "split break separate secede divide leave quit",
    "join": "join enter accede merge deal",
    "quake": "quake earthquake tremor aftershock shake feel",
    "eruption": "erupt eruption spew explode",
    "leak": "leak spill escape pour leak spill",
    "expulsion": "expel deport evict extradite exclude suspend",
    "sale of seats": "sell order book",
}

# What is one thing or another, never both: the stage of a case, the outcome of a vote, the beginning and the end. Of several values of a
# row that the words of a report name, the first counts.
OPPOSED: Final[dict[str, tuple[str, ...]]] = {
    "case": ("appeal uphold overturn quash", "sentence jail imprison", "convict acquit guilty verdict", "plead plea", "begin start open"),
    "verdict": ("acquit clear innocent", "convict guilty"),
    "vote": ("reject veto refuse oppose defeat", "approve adopt ratify endorse pass accept"),
    "rule": ("lift remove ease relax abolish scrap", "impose introduce tighten extend"),
    "course": ("end finish conclude stop halt close", "begin start open launch resume", "postpone delay adjourn"),
    "level": ("rise raise increase soar climb jump", "fall cut lower reduce drop slump"),
    "ordinal": ("fifth", "fourth", "third", "second"),
}
