"""Which clause of a sentence has its date, and what else happened then; phrases are our own."""

from __future__ import annotations

import pytest

from tests.events.helpers import read, told

FILLER = "The square lies by the river. "
# Published on Wednesday, 10 March 2021: what stands in the text, each trigger with its date.
ENTRIES = [
    ("A court in Bern ruled to that effect in 2009, in a case brought by anglers.", [("ruled", "2009")]),
    ("Another took place in Lund on 3 March.", [("took", "2021-03-03")]),
    ("The most recent took place near Lund on 3 March.", [("took", "2021-03-03")]),
    ("The first was found on Monday.", [("found", "2021-03-08")]),
    ("The two met in 1975.", [("met", "1975")]),
    ("The peat that has been burning since Monday has reached the road.", [("burning", "2021-03-08")]),
    ("Holm, who has been talking to both camps since July, left on Tuesday.", [("talking", "2020-07"), ("left", "2021-03-09")]),
    ("The fire was put out on Tuesday.", [("put", "2021-03-09")]),
    ("The lease expires in 2030.", [("expires", "2030")]),
    ("The boat was last seen on Monday.", [("seen", "2021-03-08")]),
    ("The toll, a crown in each of two years, was rejected by a majority of carters in the mill on Sunday.", [("rejected", "2021-03-07")]),
    ("In 1985 the weavers stayed out for 17 days.", [("stayed", "1985")]),
    ("Holm was boarding a tram on Monday when a tree fell on it.", [("fell", "2021-03-08")]),
    ("Guards arrested two men on Monday and seized a van.", [("arrested", "2021-03-08"), ("seized", "2021-03-08")]),
    ("The line cancelled its trips on Monday and dismissed its crews.", [("trips", "2021-03-08"), ("dismissed", "2021-03-08")]),
    ("The guild is to decide at its meeting on Monday, and most promised to come.", [("decide", "2021-03-15")]),
    ("The guild had told the council in January that the beams were rotten.", [("told", "2021-01")]),
    ("Elmco wrote to its customers in January to say that lamps may burst.", [("wrote", "2021-01")]),
    ("Elmco said on Monday it would close two yards.", [("said", "2021-03-08")]),
    ("Hours after the ruling on Monday, weavers blocked the road.", [("blocked", "2021-03-08"), ("ruling", "2021-03-08")]),
    ("Holm resigned two days after a court rejected his plea on 2 March.", [("resigned", "2021-03-04"), ("rejected", "2021-03-02")]),
    ("Two days after a gale hit Lund on 2 March, the dyke burst.", [("burst", "2021-03-04"), ("hit", "2021-03-02")]),
    ("The guild called off the strike after the vote on Monday.", [("vote", "2021-03-08")]),
    ("The weavers came down on Tuesday and were arrested.", [("came", "2021-03-09"), ("arrested", "2021-03-09")]),
    ("The buoy turned twice before coming to rest on Tuesday.", [("turned", "2021-03-09")]),
    ("The port, closed since Sunday by ice, reopened on Tuesday.", [("closed", "2021-03-07"), ("reopened", "2021-03-09")]),
    ("The talks collapsed in January, and fighting resumed on 2 March.", [("collapsed", "2021-01"), ("resumed", "2021-03-02")]),
    (
        "The bank was bailed out in 2009, nationalised in 2010 and sold in 2016.",
        [("bailed", "2009"), ("nationalised", "2010"), ("sold", "2016")],
    ),
    ("Holm flew home from a summit on Monday.", [("flew", "2021-03-08")]),
    ("The guild pledged in January to mend the dyke.", [("mend", "2021-01")]),
    ("Lund last saw such a gale in 1911, when the old market collapsed.", [("collapsed", "1911")]),
    ("The barge sank on 1 March. Its crew was picked up the next morning.", [("sank", "2021-03-01"), ("picked", "2021-03-02")]),
    (
        "Holm was arrested in May 2018, charged in June and freed in March.",
        [("arrested", "2018-05"), ("charged", "2018-06"), ("freed", "2019-03")],
    ),
    ("Holm was elected in March 2019. She resigned in June.", [("elected", "2019-03"), ("resigned", "2019-06")]),
    ("Holm, elected in March 2019, resigned in January.", [("elected", "2019-03"), ("resigned", "2021-01")]),
    ("The strike began on Monday and ended on Tuesday.", [("strike", "2021-03-08"), ("ended", "2021-03-09")]),
    ("The council held a minute's silence on Monday.", [("held", "2021-03-08")]),
    ("Elmco won planning permission in January.", [("won", "2021-01")]),
    ("The guild now plans to bring the bill back in June.", [("bring", "2021-06")]),
    ("Elmco told Dorn in February that it would be shelved.", [("told", "2021-02")]),
    ("An earlier attempt to close the mill, in 2009, was dropped.", [("dropped", "2009")]),
    ("Holm told reporters in Lund that talks over aid had broken down on 2 March.", [("broken", "2021-03-02")]),
    ("3 May 2019: The council votes to close the bridge.", [("close", "2019-05-03")]),
    ("When Berg first announced the swap last week, he said Lund had agreed to it.", [("announced", "2021-03-01")]),
    ("When the firm announced the deal in January, its shares rose by a tenth.", [("deal", "2021-01")]),
    (
        "Holm was held in 2013, when he tried to board a barge, and extradited in May 2014.",
        [("held", "2013"), ("extradited", "2014-05")],
    ),
    ("Their next match is against Orne on 27 March.", [("is", "2021-03-27")]),
    ("A series of portraits was shown in London in 1961.", [("shown", "1961")]),
    ("Attempts to raise the barge failed on Monday.", [("failed", "2021-03-08")]),
    ("Thieves broke into the computers of the Norland tax office on Monday.", [("broke", "2021-03-08")]),
    ("The brakes failed, prompting the firm to recall 3,000 cars in January.", [("recall", "2021-01")]),
    ("With the arrest of Holm on Monday, guards hope to have stopped the gang.", [("arrest", "2021-03-08")]),
    ("In the wake of the flood in January, the dyke is being raised.", [("flood", "2021-01")]),
    ("Guards are investigating the deaths of two men on Sunday.", [("deaths", "2021-03-07")]),
    ("The murder of a judge in 2009 is still unsolved.", [("murder", "2009")]),
    ("The mayor told the islanders to take shelter on Monday.", [("told", "2021-03-08")]),
    ("The 7 March election was won by Ada Holt.", [("won", "2021-03-07")]),
    ("Ada Holt won the 7 March election.", [("won", "2021-03-07")]),
    ("A man described as a 'sad baker' shot four people on Monday.", [("shot", "2021-03-08")]),
    ("The boat will sail on Friday. Sirens stopped in the afternoon.", [("sail", "2021-03-12"), ("stopped", "2021-03-10")]),
    ("The dam broke on Monday. The flood reached Lund in the evening.", [("broke", "2021-03-08"), ("reached", "2021-03-08")]),
]


@pytest.mark.parametrize(("text", "entries"), ENTRIES)
def test_each_deed_with_a_date_makes_its_entry(text: str, entries: list[tuple[str, str]]) -> None:
    """Whatever stands between the date and its verb."""
    found = [(mention.trigger.text, mention.span.edtf[:10]) for mention in told(FILLER + text) if mention.span and mention.sentence]
    assert [(word, day[: len(edtf)]) for (word, day), (_, edtf) in zip(found, entries, strict=True)] == entries


def test_a_participle_behind_an_aside_has_the_helpers_of_the_one_before() -> None:
    """So that its headline tells what was done to somebody."""
    found = told("Leo Holm was arrested in 2013, when he tried to board a barge, and extradited in May 2014.")
    assert [mention.title for mention in found] == ["Holm arrested", "Holm extradited"]
    assert [mention.title for mention in told("The rule was introduced in 2019 but lifted on Monday.")][1:] == ["Rule lifted"]


NO_ENTRY = [
    ("The law allows shops to open on Sunday.", "told to do"),
    ("According to a report printed in January, pipes leak.", "when a source was published"),
    ("The strike is the second this year.", "a state"),
    ("The budget for 2023 is 4 million crowns.", "a state"),
    ("The Greens want a vote before the summer.", "what somebody wants"),
    ("The weavers began the year in good heart.", "how the time was spent"),
    ("Holm was remanded in custody until 3 June.", "until when"),
    ("The minister called the protest a stunt on Tuesday.", "only what was said"),
    ("Divers lost the wreck three days later.", "whose day is not told"),
    ("Karla is the third gale to hit Osterland this year.", "a state"),
    ("The board declared a dividend of two crowns, payable on 15 June to holders of record on 31 May.", "is paid"),
    ("Holm is out of contract in June.", "a state"),
    ("Holm told reporters on Monday that she was glad.", "only what was said"),
    ("The club nearly went bankrupt in 2017.", "did not happen"),
    ("The yard shut in 2001 and found few friends.", ""),
]


@pytest.mark.parametrize(("sentence", "reason"), NO_ENTRY)
def test_what_stays_so_or_is_only_wished_makes_none(sentence: str, reason: str) -> None:
    """Nor does what many do, what a source says, or a second deed in a whole year."""
    mentions, unused = read(FILLER + sentence)
    shown = [mention for mention in mentions if not mention.background and mention.sentence]
    assert len(shown) == (not reason)
    assert not reason or any(reason in one.reason for one in unused)


def test_a_game_of_a_day_to_come_is_told_by_its_noun_also_beside_a_whole_year() -> None:
    """What is told of the year says nothing of a day in it."""
    found = told(FILLER + "The Otters moved in 2021. Friday's game against Lund will go ahead, Holm said.")
    assert [mention.trigger.text for mention in found] == ["moved", "game"]


def test_a_lead_that_tells_what_somebody_will_do_is_the_saying() -> None:
    """Also where another clause of it could recall an event."""
    (mention,) = told("Mayor Jo Holm said on Monday she would step down after the council held a vote of no confidence against her deputy.")
    assert (mention.trigger.text, mention.span and mention.span.edtf, mention.status) == ("said", "2021-03-08", "happened")
