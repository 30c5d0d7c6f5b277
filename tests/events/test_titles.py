"""Headlines: short, in the present, with people's surnames."""

from __future__ import annotations

import pytest

from generator.events.gate import headless
from tests.events.helpers import told

ROWS = [
    ("Officials will meet again in Lund on 20 March to settle who is invited.", "Officials to meet again in Lund"),
    ("Germany closed its embassy on Monday.", "Germany closes its embassy"),
    ("The talks began after the rulers of Lund, who fear a war, expelled the envoy on Monday.", "Rulers of Lund expel envoy"),
    ("The two men will appear in court on 20 March.", "Two men to appear in court"),
    ("Anna Berg announced her retirement on Monday.", "Berg announces her retirement"),
    ("Doctors on Monday declared the epidemic over.", "Doctors declare epidemic over"),
    ("A driver turned himself in on Monday.", "Driver turns himself in"),
    ("Gunmen stormed the mill on Monday.", "Gunmen storm mill"),
    ("The mill, which stands in Lund, was gutted by fire on Monday.", "Mill gutted by fire"),
    ("The mayor, Anna Berg, conceded defeat on Monday.", "Berg concedes defeat"),
    ("Lund declared independence in 1991 after a war.", "Lund declares independence after war"),
    ("The heirs will bring the books back into print in May.", "Heirs to bring books back into print"),
    ("The list follows the agreement that Berg and Holm reached in Lund on 2 March.", "Berg and Holm reach agreement in Lund"),
    ("The council voted to close the bridge from Monday.", "Council to close bridge"),
    ("A day of silence is planned for 16 March.", "Day of silence planned"),
    ("That deal with the union of porters closed in April 2019.", "Deal with union of porters closes"),
    ("Anna Berg visited Lund for the first time on Monday.", "Berg visits Lund for first time"),
    ("The crash occurred on Monday at the corner of Elm Street.", "Crash at corner of Elm Street"),
    ("The bank will decide in three days.", "Bank to decide"),
    ("Elmco plans a test flight of its new craft in August.", "Elmco plans test flight of its new craft"),
    ("Lawmakers called on Monday for the mayor to resign.", "Lawmakers call for mayor to resign"),
    ("Flights to the island resumed on Monday.", "Flights to island resume"),
    ("Four men dressed in black broke into the mill on Monday.", "Four men break into mill"),
    ("About 1,000 Marines flew to Lund on Monday.", "About 1,000 Marines fly to Lund"),
    ("Anna Berg spent more than three weeks in a coma in 2011.", "Berg spends more than three weeks in coma"),
    ("The owners will meet on Monday to vote on it.", "Owners to meet to vote"),
    ("The head of the mint said on Thursday he had sold the mill.", "Head of mint sells mill"),
    ("Glaziers said they would hold a vote of members on Thursday.", "Glaziers to hold vote of members"),
    ("The deal, reached late on Sunday, gives crews more.", "Deal reached"),
    ("Anna Roe will take over on Monday.", "Roe to take over"),
    ("The two sides last met on 2 March.", "Two sides meet"),
    ("The master of a barge which sank in January was charged.", "Barge sinks"),
    ("The collapse of a bridge in Lund that hurt four people last month was odd.", "Bridge hurts four people"),
    ("Divers found two missing climbers near the dam on Monday.", "Divers find two missing climbers near dam"),
    (
        "A court in Lund sentenced the former warden to three years in prison on Monday.",
        "Court in Lund sentences former warden to three years in prison",
    ),
    ("The canal burst its banks on Monday, officials said.", "Canal bursts its banks"),
    ("Botanists have found a new orchid in Fiji, according to a study published on Monday.", "Botanists find new orchid in Fiji"),
    ("The final will be played on 14 March at Elm Park.", "Final to be played at Elm Park"),
    ("US Secretary of Trade Maria Torp met the fishermen of Bergen on Monday.", "Torp meets fishermen of Bergen"),
    ("On Tuesday, the council in Ghent approved the tram line.", "Council in Ghent approves tram line"),
    ("The envoys will meet in Oslo next week.", "Envoys to meet in Oslo"),
    ("The bridge was closed on Monday.", "Bridge closed"),
    ("The trial is expected to open on 22 March.", "Trial expected to open"),
    ("The carnival is planned for 3 April.", "Carnival planned"),
    ("Workers in Gdansk walked out on Friday.", "Workers in Gdansk walk out"),
    ("In a letter, Maria Torp, who sold the dairy last week, thanked the town.", "Torp sells dairy"),
    ("The ban, which was lifted on Monday, had lasted for years.", "Ban lifted"),
    ("The lease will expire on 3 May.", "Lease to expire"),
    ("Their rally ended on Monday.", "Rally ends"),
    ("Former sprint champion Anna Berg was banned on Monday.", "Berg banned"),
    ("Maria Torp spoke in Oslo. Her company opened a plant on Monday.", "Torp's company opens plant"),
    ("Torvik Inc. sold its yard to Lund on Monday.", "Torvik sells its yard to Lund"),
    ("The dispute over the quay intensified on Monday.", "Dispute over quay intensifies"),
    ("Torvik Corp., which is also a bank, agreed on Monday to buy the yard.", "Torvik Corp agrees to buy yard"),
    ("The rebels failed to storm the fort on Monday when the bridge gave way.", "Rebels fail to storm fort"),
    ("Ten people were killed and more than 200 others wounded in the blast on Monday.", "More than 200 others wounded in blast"),
    ("The farmers oppose a takeover bid launched on Monday by the dairy.", "Takeover bid launched by dairy"),
    ("So far, the march is proceeding without trouble.", "March proceeds without trouble"),
    ("According to people near the case, lawyers filed their reply on Monday.", "Lawyers file their reply"),
    ("The firm showed the lander that the yard unveiled on Monday.", "Yard unveils lander"),
    ("Maria Torp runs an inn, which she bought on Monday for nine million.", "Torp buys inn for nine million"),
    ("The firm gave Oslo the boat that Torp unveiled on Monday.", "Torp unveils boat"),
    ("A man who met Torp and Lund was freed on Monday, a paper reported.", "Man freed"),
    ("The shares rose to nine crowns a share on Monday.", "Shares rise to nine crowns a share"),
    (
        "A man pleaded guilty to arson, the office of the attorney of Bergen announced Monday.",
        "Office of attorney of Bergen: man pleads guilty to arson",
    ),
    ("Bergen, where nine boats were sunk on Monday, asked for help.", "Nine boats sunk"),
    ("At least four people were hurt in the fire on Monday.", "At least four people hurt in fire"),
    ("Hundreds of men from the valley that fed the town gathered on Monday.", "Hundreds of men from valley gather"),
    ("The mill stopped paying its men on Monday because of the fire.", "Mill stops paying its men because of fire"),
    ("The tour kicks off on 5 June in Ghent.", "Tour to kick off in Ghent"),
    ("Lund met the rector, with whom the bishop had dined on Monday.", "Bishop dines"),
    ("King Harald of Norway arrived in Ghent on Monday.", "Harald of Norway arrives in Ghent"),
    ("Maria Torp told reporters she sold the boat on Monday.", "Torp sells boat"),
    ("The yard on Monday launched a new, cheaper ferry.", "Yard launches new cheaper ferry"),
    ("The court in its ruling on Monday forced Lund Inc. to lower its prices.", "Court in its ruling forces Lund to lower its prices"),
    ("Wardens found the torn and muddy flag on Monday wrapped in a net.", "Wardens find torn and muddy flag wrapped in net"),
    ("On 2 March, Norland invaded, taking the ports of both islands.", "Norland invades"),
    ("Torp had likely saved the dairy in 2012.", "Torp saves dairy"),
    ("A ruling on Monday gave the firm ten days to reply.", "Ruling gives firm ten days to reply"),
    ("Elmco announced on Monday that it will give pupils in Lund a free lamp.", "Elmco to give pupils in Lund free lamp"),
    ("The crews turned back three times as they neared the rock during February.", "Crews near rock"),
    ("The papers led to the arrest of Anna Berg, who was charged in January with arson.", "Berg charged with arson"),
    ("The yard, which makes copper and iron bells, will be closed in May.", "Yard to be closed"),
    ("The Fisheries and Ports Authority opened an office in Lund on Monday.", "Fisheries and Ports Authority opens office in Lund"),
    ("Ghent guards said on Tuesday they had seized 14 boats.", "Ghent guards seize 14 boats"),
    ("On 2 March, the British shelled the fort.", "British shell fort"),
    ("The mayor overrode the veto on Monday.", "Mayor overrides veto"),
    (
        "The guard will begin clearing the bridge on Friday and release Norland sailors.",
        "Guard to begin clearing bridge and release Norland sailors",
    ),
    ("A federal appeals court on Monday refused to hear the case.", "Federal appeals court refuses to hear case"),
    ("Torp was fined on Monday for running a red light and resisting arrest.", "Torp fined for running red light and resisting arrest"),
    ("The shed, which ignited on Monday, was old.", "Shed ignites"),
    ("The board shared on Monday that several heirs had sold their parts.", "Board shares that several heirs had sold their parts"),
    ("Torp's guards, facing wind and rain at the pass, turned back on Monday.", "Torp's guards turn back"),
    ("Boats are crossing the bay this week trying to find the buoy.", "Boats cross bay trying to find buoy"),
    ("The Ghent Accord, a pact with Norland signed on 2 March, was brief.", "Pact with Norland signed"),
    ("Mr. Holm joined Elmco in 2012.", "Holm joins Elmco"),
    ("A march by the bakers of Lund, under the eyes of the mayor, began on Monday.", "March by bakers of Lund begins"),
    ("Cooks were told by the firm to sign the papers by Friday.", "Cooks to sign papers"),
    ("Verdict: the court in Lund freed the baker on Monday.", "Court in Lund frees baker"),
    ("About 200 guests _ most of them cousins _ left Lund on Monday.", "About 200 guests leave Lund"),
    ("The loan is due on 3 May.", "Loan due"),
    ("The sprinter Oda Fenn was given a six-week ban on Monday.", "Fenn given ban"),
    ("Another march from April to June 2020 began to fill the square.", "Another march begins to fill square"),
    ("Also there was Robert Fenn, formerly head of sales at Elmco, who left the firm in January.", "Fenn leaves firm"),
    ("The clerks gathered papers on the wreck of the barge to begin talks in May.", "Clerks to begin talks"),
    ("The owner asked the bakers of Lund to open a stall in May.", "Bakers of Lund to open stall"),
    ("They ended the bridge project first announced in January.", "Bridge project announced"),
    ("The French with help from the Danes took the fort on Monday.", "French with help from Danes take fort"),
    ("Prices were mixed on Monday after Elmco reported that sales were poor.", "Prices mixed"),
    (
        "The first sheet of evidence from the Ghent shooting arrived on Monday at the mint.",
        "First sheet of evidence from Ghent shooting arrives at mint",
    ),
    ("Elmco, a maker of bells and lamps, today announced the sale of its yard.", "Elmco announces sale of its yard"),
    ("Opened last May, the hall seats ninety.", "Hall opened"),
    ("Elmco moved into lamps this year with the opening of a plant in January.", "Elmco moves into lamps with opening of plant"),
    (
        "The fund and the bonus will be payable on 3 May to holders of bonds of 16 April.",
        "Fund and bonus to be payable to holders of bonds",
    ),
    ("The report was a study conducted over the past year by Oda Fenn of Lund.", "Study conducted by Oda Fenn of Lund"),
    ("Elected mayors in Lund will meet on 20 March.", "Elected mayors in Lund to meet"),
    ("The clerk asked on Monday that the council hold a vote on the bridge.", "Clerk asks that council hold vote on bridge"),
    ('"I was lost," wrote Oda Fenn of Lund, Norland, in a memoir published on Monday in Ghent.', "Memoir published in Ghent"),
    ("The firm was likely to be sold as soon as trading opened on Monday.", "Trading opens"),
    ("Instead the rebels disarmed the Norland forces on Monday in Lund.", "Rebels disarm Norland forces in Lund"),
    ("The court set Monday as the deadline for a return to Lund.", "Court sets Monday as deadline for return to Lund"),
    ("The authorities in the Ghent, Norland, area say they have gathered papers this week.", "Authorities gather papers"),
    (
        "The Lund Institute of Trade and Science found on Monday that lamps from old ships heat small rooms.",
        "Lund Institute finds that lamps from old ships heat small rooms",
    ),
    ("Ida Holm would likely travel to Norland in May to look at bells.", "Ida Holm to travel to Norland to look at bells"),
    ("The fair will now open on 20 March.", "Fair to open"),
    ("The band showed, in plain words, on Monday that it could play.", "Band shows that it could play"),
    ("Cooks at the mill have voted down an offer made by the owner and plan to strike on Monday.", "Cooks at mill to strike"),
    (
        "The board read the pact reached by Anna Torp and the Norwegian union in Lund in January.",
        "Pact reached by Torp and Norwegian union in Lund",
    ),
    (
        "LUND—Kelda Industries said on Monday that its board ousted its chairman.",
        "Kelda Industries says that its board ousted its chairman",
    ),
    ("The 32nd feast of bells was put off on Monday.", "32nd feast of bells put off"),
    ("The warden anticipates that pupils may be able to return by Friday.", "Pupils to return"),
    ("Torp filed a request on Monday to Supreme Court Justice Anna Berg.", "Torp files request to Supreme Court Justice Berg"),
    ("An 8-year-old Fenn Lake girl was freed on Monday.", "8-year-old Fenn Lake girl freed"),
    (
        "Elmco Corp., a maker of bells, reported a fall in sales for its third quarter on Monday, citing rain.",
        "Elmco Corp reports fall in sales",
    ),
    ("Officials added that final forms to be published in April will tell whether the mill is safe.", "Final forms to be published"),
    ("The clerks issued a warning on Monday after one of Mr. Fenn's bakers asked whether ovens were safe.", "Clerks issue warning"),
    ("Nobody knew until the record of that dinner was released on Monday.", "Record of that dinner released"),
    (
        "The loss of orders for its boats this year led the yard of Lund to announce it would close its docks.",
        "Loss leads yard of Lund to announce it would close its docks",
    ),
    (
        "The board found in January that the fees set so far by the harbour of Ghent would halve the trade of the island.",
        "Fees to halve trade of island",
    ),
    ("The chairman picked Friday as the best time for the march.", "Chairman picks Friday as best time for march"),
    ("The loss came because of a fire and of Elmco's plan to cut bonuses by April.", "Elmco to cut bonuses"),
    ("The three are expected to march in April, as part of the feast.", "Three expected to march"),
    ("Rules for boats that now will be legal in 2022 were read.", "Boats to be legal"),
    ("Torp threw herself into the 2020 race on Monday by selling bells.", "Torp throws herself into race by selling bells"),
    (
        '"It is fine," said Oda Fenn, speaker for the panel appointed last May to read bids for the mill.',
        "Panel appointed to read bids for mill",
    ),
    ("Mr. Fenn and Vice Chairman Anna Holm are selling the yard this week.", "Fenn and Holm sell yard"),
    ("Bakers began to gather in Lund on Monday for the two-day feast of bread.", "Bakers begin to gather in Lund for feast of bread"),
    ("A Fenn 737-800 landed in Lund on Monday.", "Fenn 737-800 lands in Lund"),
    (
        "After closing the fair on Friday, bakers Anna Holm, Peter Berg and Maria Torp left for Oslo on Monday.",
        "Bakers Holm, Berg and Torp leave for Oslo",
    ),
    ("A barge loaded with bells sank in the bay on Monday.", "Barge sinks in bay"),
    ("The firm said it would extend its offer, due to expire on Friday.", "Offer to expire"),
    ("At a fair in Lund, Norland, the bakers opened a stall on Monday.", "Bakers open stall"),
    ("LUND • The race in Norland was put off on Monday.", "Race in Norland put off"),
    ("The Lund Rovers have signed a keeper, the club said on Monday.", "Lund Rovers sign keeper"),
    ("Anna Holm and Dr. Peter Berg will meet in Oslo on 20 March.", "Holm and Dr Berg to meet in Oslo"),
    ("A search team said on Monday they had found a door of the barge.", "Search team finds door of barge"),
    ("Anna Holm withdrew on Monday from the race in Lund that starts in a week.", "Holm withdraws from race in Lund"),
    ("The bakers would fight the order, announced on Monday by the court.", "Order announced by court"),
    ("Holm was told on Monday by Berg's son that he had lost the race in May.", "Holm loses race"),
    ("The sale is part of Elmco's program to repay its loan by May.", "Elmco to repay its loan"),
    ("The paper said that four of the crew - two cooks among them - were freed on Monday.", "Four of crew freed"),
    ("The paper reported that the man was from Lund and was expected to appear in court on Friday.", "Man expected to appear in court"),
    ("Wardens said there had been a shed fire at the inn on Monday.", "Shed fire at inn"),
    ("The union issued a statement on Monday urging the mayor to resign.", "Union issues statement urging mayor to resign"),
]


@pytest.mark.parametrize(("sentence", "title"), ROWS)
def test_a_clause_gives_a_headline(sentence: str, title: str) -> None:
    """Subject, verb, object and place, without articles and dates."""
    assert told(sentence)[0].title == title


def test_a_headline_ends_where_a_phrase_ends() -> None:
    """No headline ends on a preposition, an article, or a verb that has lost its object."""
    (mention,) = told(
        "On Monday the office of the attorney general of the southern state of Orlanda released a report accusing the owners of the mill "
        "and others of hiding papers."
    )
    assert mention.title.endswith(("report", "owners", "mill"))
    assert " releases report" in mention.title


def test_a_headline_has_at_most_twelve_words() -> None:
    """Long clauses are cut where a phrase ends."""
    (mention,) = told(
        "On Monday the regional assembly of the northern provinces adopted a long and much disputed law on the use of water from "
        "the rivers and lakes of the whole region for the fields of farmers."
    )
    words = mention.title.split()
    assert 4 < len(words) <= 12
    assert words[-1] not in ("of", "the", "and", "for", "from")


def test_they_are_those_who_did_the_thing_before() -> None:
    """Where nobody else of the sentence before can be meant."""
    clear = told("The wardens agreed on a plan on Monday. They will meet again in Lund on 20 March.")
    unclear = told("Police arrested two men on Monday. They will appear in court on 20 March.")

    assert clear[-1].title == "Wardens to meet again in Lund"
    assert "Police" not in unclear[-1].title


@pytest.mark.parametrize(
    "title", ["Touring the old town", "Warns that bridge may close", "Based on a census of boats", "This was signed", "According to Torp"]
)
def test_a_headline_without_its_subject_is_known(title: str) -> None:
    """What has no better headline stays in the background."""
    assert headless(title)


@pytest.mark.parametrize("title", ["Bombing in Lund kills two", "Talks to begin in Lund", "Police arrest two men", "Opening of bridge"])
def test_a_headline_that_begins_with_a_noun_is_none_of_them(title: str) -> None:
    """Many nouns look like verbs."""
    assert not headless(title)


def test_it_is_the_thing_that_the_sentence_before_was_about() -> None:
    """Rather than the nearest firm or office."""
    found = told("The blaze gutted a mill of Elmco Holdings in Lund on Monday. It was brought under control on Tuesday.")
    assert [m.title for m in found] == ["Blaze guts mill of Elmco Holdings in Lund", "Blaze brought under control"]


def test_what_follows_that_is_told_with_its_verb_or_not_at_all() -> None:
    """A clause cut before its verb says nothing."""
    (mention,) = told("Officials confirmed on Monday reports that a fourth craft of the northern fleet of the old republic had sailed.")
    assert mention.title == "Officials confirm reports"


def test_people_are_called_as_the_text_calls_them() -> None:
    """By the first name where it does so, and behind a verb by name rather than by "him"."""
    found = told("Anna Holm, six, was lost on Monday. Anna played in a barn on Tuesday. Peter Berg visited her on Wednesday.")
    assert [m.title for m in found][1:] == ["Anna plays in barn", "Berg visits Holm"]


def test_who_is_called_by_a_last_name_is_a_person() -> None:
    """Two words of which the last stands alone beside "said"."""
    (mention,) = told("Nadim Harb met the bakers in Lund on Monday. Harb said the bread was good.")
    assert mention.title == "Harb meets bakers in Lund"
    assert mention.people == ("Nadim Harb",)


def test_a_pronoun_means_who_stands_before_it_in_its_sentence() -> None:
    """Also where a verb was missed between the two."""
    found = told("The release of 35-year-old Gorm Fenn on Thursday comes weeks after he was fined in January.")
    assert found[-1].title == "Fenn fined"


def test_he_is_who_the_sentence_before_was_about() -> None:
    """Not who is named most often; what stands in an opening phrase is not what a sentence is about."""
    lead = "Leo Holm spoke. Holm sang. Karl Berg fought Holm for years. "
    assert told(lead + "He was elected on Monday.")[-1].title == "Berg elected"
    lead = "Leo Holm spoke. Holm sang. In a note to Karl Berg, Holm waved. "
    assert told(lead + "He was elected on Monday.")[-1].title == "Holm elected"


def test_a_visit_to_a_place_is_not_told_of_the_dateline() -> None:
    """What is visited is the place."""
    (mention,) = told("Anna Torp will visit Sweden on Saturday.", place="Lund")
    assert mention.title == "Torp to visit Sweden"


def test_a_lead_without_a_headline_of_its_own_has_the_title_of_the_article() -> None:
    """Where that tells the same with a name; else it keeps its pronoun."""
    body = "They reached Ghent on Monday after a storm."
    assert [m.title for m in told(body, title="Rowers from Lund reach Ghent")] == ["Rowers from Lund reach Ghent"]
    assert [m.title for m in told(body, title="Bakers of Lund close shops")] == ["They reach Ghent after storm"]
