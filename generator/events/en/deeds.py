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
    ("give grant win get receive gain", "assent consent approval permission go-ahead blessing clearance backing light nod thumb", "vote"),
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
    ("vote impose serve", "sentence term verdict", "court"),
    ("take assume", "office helm rein charge", "hire"),
    ("walk down stop", "tool", "strike"),
    ("lay put", "foundation stone cornerstone", "groundbreak"),
    ("break", "ground", "groundbreak"),
    ("make give", "debut", "launch"),
    ("send blast carry fly", "orbit space", "launch"),
    ("take accept place put begin", "order pre-order", "order"),
)  # fmt: skip

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
