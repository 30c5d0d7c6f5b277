"""What a sentence tells: its trigger, its date, its status; phrases are our own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.model import Post
from tests.events.helpers import read, told

# Published on Wednesday, 10 March 2021: sentence, trigger, date, status.
TOLD = [
    ("Rescuers found the boat on Monday near Split.", "found", "2021-03-08", "happened"),
    ("The 34-year-old signed a contract on Monday and will be back.", "signed", "2021-03-08", "happened"),
    ("A 71-year-old died on Monday.", "died", "2021-03-08", "happened"),
    ("Two men are in hospital after a gas explosion at a flat in Split on Monday.", "explosion", "2021-03-08", "happened"),
    ("Guards found two crates when they arrived at the mill on Sunday.", "found", "2021-03-07", "happened"),
    ("The train derailed shortly after leaving Split on Monday.", "derailed", "2021-03-08", "happened"),
    ("Orders fell to $4m in January from $5m in December.", "fell", "2021-01", "happened"),
    ("Guards have arrested a man over the raid, a spokesman said on Monday.", "arrested", "2021-03-08", "happened"),
    ("Rosa Petrov lost her seat in the 2015 election.", "lost", "2015", "happened"),
    ("Rosa Petrov won gold at the 2012 Games.", "won", "2012", "happened"),
    ("A plan to sell the mill, which the elders had planned to discuss on Thursday, was withdrawn.", "discuss", "2021-03-11", "cancelled"),
    ("The ferries could be back in service on Thursday.", "back", "2021-03-11", "possible"),
    ("They are expected to reach the hut, some miles off and cut off from the lane, on Friday.", "reach", "2021-03-12", "planned"),
    ("The owner said the firm heard of the leak on Friday and shut the mill the next day.", "shut", "2021-03-06", "happened"),
    ("Rosa Petrov pleaded not guilty on Monday to two charges of theft.", "pleaded", "2021-03-08", "happened"),
    ("Rosa Petrov was found not guilty on Monday.", "found", "2021-03-08", "happened"),
    ("The council of Ghent will vote on the tram line on 17 March.", "vote", "2021-03-17", "planned"),
    ("On Tuesday, the mayor of Tartu opened a new library.", "opened", "2021-03-09", "happened"),
    ("The trial of the banker is due to begin on 22 March in Lyon.", "trial", "2021-03-22", "planned"),
    ("A meeting of fishery ministers is planned in Bergen next week.", "meeting", "2021-03-15/2021-03-21", "planned"),
    ("Delegates are expected to gather in Porto on 2 April.", "gather", "2021-04-02", "planned"),
    ("The airline cancelled its flight to Malta on Monday.", "cancelled", "2021-03-08", "cancelled"),
    ("The orchestra postponed the concert on Tuesday.", "concert", "2021-03-09", "postponed"),
    ("The ministry denied on Tuesday that the bridge had been sold.", "denied", "2021-03-09", "denied"),
    ("The two firms may merge in 2023.", "merge", "2023", "possible"),
    ("An earthquake struck near Izmir on Sunday.", "earthquake", "2021-03-07", "happened"),
    ("Voters in Latvia went to the polls on Saturday.", "went", "2021-03-06", "happened"),
    ("The rector stepped down on Friday.", "stepped", "2021-03-05", "happened"),
    ("In February, the bank awarded the orders to three yards.", "awarded", "2021-02", "happened"),
    ("Police arrested the suspected burglar on Monday.", "arrested", "2021-03-08", "happened"),
    ("The lamp, allegedly stolen, was found on Monday.", "found", "2021-03-08", "happened"),
    ("The bombs exploded on Monday near the port.", "exploded", "2021-03-08", "happened"),
    ("Strikers have been detained since Monday.", "detained", "2021-03-08", "happened"),
    ("In a letter dated 2 March, the bank sued the mint.", "sued", "2021-03-02", "happened"),
    ("The family refused the offer on Monday.", "refused", "2021-03-08", "happened"),
    ("Tickets for the regatta go on sale in late April.", "go", "2021-04-21/2021-04-30", "planned"),
    ("The law came into force on Monday.", "came", "2021-03-08", "happened"),
    ("The pilot of the ferry was admitted to hospital last Saturday.", "admitted", "2021-03-06", "happened"),
    ("The choir got a new hall last week.", "got", "2021-03-01/2021-03-07", "happened"),
    ("They brought the mill back to life in 2014.", "brought", "2014", "happened"),
    ("The yard was bought by a firm owned by a banker in February.", "bought", "2021-02", "happened"),
    ("His wife had suffered a stroke over the weekend.", "suffered", "2021-03-06/2021-03-07", "happened"),
    ("Police used tear gas on Sunday.", "used", "2021-03-07", "happened"),
    ("The bridge will not open until June.", "open", "2021-06", "planned"),
    ("The second tram isn't planned until next year.", "planned", "2022", "planned"),
    ("The choir is due to tour Malta in a few weeks.", "tour", "2021-03/2021-04", "planned"),
    ("The hearing being held in Lund next to the mill on Monday is public.", "hearing", "2021-03-15", "planned"),
    ("The fair was held on 23 and 24 February.", "held", "2021-02-23/2021-02-24", "happened"),
    ("Berg has until Friday to appeal.", "appeal", "2021-03-12", "planned"),
    ("The baker, who won this year's Holm Prize, lives in Lund.", "won", "2021", "happened"),
    ("A gift of two boats on Monday saw the fleet grow.", "gift", "2021-03-08", "happened"),
    ("The Otters (4-2) play Saturday at Lakeside.", "play", "2021-03-13", "planned"),
    ("The barge was originally due to leave Lund on Saturday.", "leave", "2021-03-06", "planned"),
    ("They will wait until the canal reopens in mid-February.", "reopens", "2022-02-11/2022-02-20", "planned"),
    ("The vote was delayed until yesterday.", "vote", "2021-03-09", "postponed"),
    ("Holm, who ran against Berg during the 2012 election, smiled.", "ran", "2012", "happened"),
    ("The tram plan is to go before the mayor next week.", "go", "2021-03-15/2021-03-21", "planned"),
    ("In January, Elmco brought in a retired captain.", "brought", "2021-01", "happened"),
    ("In June last year, the board had a quarrel, and Holm was arrested.", "arrested", "2020-06", "happened"),
    ("The line added 40 stops last month, the firm said.", "added", "2021-02", "happened"),
    ("The guild decided to admit sailors in early March.", "admit", "2021-03-01/2021-03-10", "happened"),
    ("The club observed a minute of silence on Sunday.", "observed", "2021-03-07", "happened"),
    ("The council voted to close the bridge from Monday.", "close", "2021-03-15", "planned"),
    ("The first small cut in fares came in August 2019.", "cut", "2019-08", "happened"),
    ("The theft of the bells came to light last week.", "came", "2021-03-01/2021-03-07", "happened"),
    ("The firm will give up the contract in May.", "give", "2021-05", "planned"),
    ("The blast comes a day after the mayor of Lund resigned.", "resigned", "2021-03-09", "happened"),
    ("The guild has called off a march planned for 20 March, saying it rained.", "march", "2021-03-20", "cancelled"),
    ("On Tuesday the guild called off a march planned for 20 March.", "march", "2021-03-20", "cancelled"),
    ("A dance which was to open tonight at the mill has been cancelled.", "cancelled", "2021-03-10", "cancelled"),
    ("The ferry was to have sailed in January 2020, but that trip was called off.", "called", "2020-01", "cancelled"),
    ("The race, planned for Sunday, was put off to Monday.", "put", "2021-03-15", "postponed"),
    (
        "Doctors dismissed as false a rumour that the baker had been admitted to a clinic last week.",
        "admitted",
        "2021-03-01/2021-03-07",
        "denied",
    ),
    ("Holm said he would meet the guild on Monday.", "meet", "2021-03-15", "planned"),
    ("The mill is old. The guild rejected the offer and called a march for Monday.", "march", "2021-03-15", "planned"),
    ("The yard had to cancel two trips on 19 and 20 February.", "trips", "2021-02-19/2021-02-20", "cancelled"),
    ("The council axed the bus route in January.", "axed", "2021-01", "cancelled"),
    ("The choir will hold a sing-in on the steps this Saturday.", "hold", "2021-03-13", "planned"),
    ("The cup went to Lund in 2015.", "went", "2015", "happened"),
    ("The chain went bust in January.", "went", "2021-01", "happened"),
    ("In January the yard told investors that the dock would cost more.", "told", "2021-01", "happened"),
    ("Holm came second in Malmo last August.", "came", "2020-08", "happened"),
    ("The Otters were third in 2019.", "were", "2019", "happened"),
    ("There were scuffles on Monday when farmers blocked the port.", "blocked", "2021-03-08", "happened"),
    ("The party has been in power since 2014, when it ousted the Greens.", "ousted", "2014", "happened"),
    ("It was on Monday that the ship left Lund.", "left", "2021-03-08", "happened"),
    ("A night train is to be run from Lund from June.", "run", "2021-06", "planned"),
    ("The fair runs from 20 March to 4 April.", "runs", "2021-03-20/2021-04-04", "planned"),
    ("The book is out on 4 April.", "is", "2021-04-04", "planned"),
    ("A second round follows on 4 April.", "round", "2021-04-04", "planned"),
    ("The ceasefire runs out on Friday.", "ceasefire", "2021-03-12", "planned"),
    ("The bomb went off shortly after noon on Monday.", "went", "2021-03-08T12:00:00Z", "happened"),
    ("Holm went upstairs on Monday to fetch a lamp.", "went", "2021-03-08", "happened"),
    ("The firm, which went public in 2014, is broke.", "went", "2014", "happened"),
    ("A bailout from the state in January kept the yard afloat.", "bailout", "2021-01", "happened"),
    ("The crew staged strikes in 2010 and 2011.", "strikes", "2010/2011", "happened"),
    ("On Sunday Holm condemned the first two bomb attacks in Lund.", "condemned", "2021-03-07", "happened"),
    ("The offer of 3 March, which the board threw out on Tuesday, was low.", "threw", "2021-03-09", "happened"),
    ("The run-off is set for 7 May.", "run-off", "2021-05-07", "planned"),
    ("The heat is set for 7 May.", "set", "2021-05-07", "planned"),
    ("Under the law Holm has to hand over to Berg on 22 March.", "hand", "2021-03-22", "planned"),
    ("The guild had been due to begin handing out lamps on Sunday.", "handing", "2021-03-07", "cancelled"),
    ("The launch had been planned for Tuesday.", "launch", "2021-03-09", "cancelled"),
    ("Dancing was called off this morning because of rain.", "called", "2021-03-10", "cancelled"),
    ("Elmco has until 9 April to make an offer.", "make", "2021-04-09", "planned"),
    ("The firm walked away from a bid for Elmco last year.", "walked", "2020", "happened"),
    ("The crews went back to work on Tuesday.", "went", "2021-03-09", "happened"),
    ("Holm stood for mayor in 2011.", "stood", "2011", "happened"),
    ("The report, first printed in 2019, says that the mill is old.", "printed", "2019", "happened"),
    ("The guild denied that the law, first proposed in 2019, breaks the pact.", "proposed", "2019", "happened"),
    (
        "Elmco will release its results for the quarter ended 31 December after the market closes on Friday, 12 March.",
        "release",
        "2021-03-12",
        "planned",
    ),
    ("Elmco is due to report yearly earnings on 31 March.", "report", "2021-03-31", "planned"),
    ("The mill is old. Elmco, which reports its own results on 31 March, fell 3%.", "reports", "2021-03-31", "planned"),
    ("Talks with the minister, Jo Dahl, broke down on Monday night.", "broke", "2021-03-08", "happened"),
    ("Earlier this month, Elmco, which is among the largest yards, completed the dock.", "completed", "2021-03-01/2021-03-10", "happened"),
    ("The bank said on Sunday it was closing its branch in Lund.", "closing", "2021-03-07", "happened"),
    ("Elmco said on Tuesday it had agreed to buy the dock.", "buy", "2021-03-09", "happened"),
    ("Holm became the first woman to lead the guild in 1968.", "became", "1968", "happened"),
    ("The second model will follow in June.", "follow", "2021-06", "planned"),
    ("The fault caused two outages on Monday.", "caused", "2021-03-08", "happened"),
    ("A season of digs starts in May.", "starts", "2021-05", "planned"),
    ("Following a trial in January, a jury deliberated for an hour.", "trial", "2021-01", "happened"),
    ("The mine has been moved from 11 March to 18 March.", "moved", "2021-03-18", "planned"),
    ("The cliff was climbed in winter in 1971.", "climbed", "1971", "happened"),
    ("The ferry will not run until August.", "run", "2021-08", "planned"),
    ("Berg was appointed founding dean in January.", "appointed", "2021-01", "happened"),
    ("They set out on 2 March.", "set", "2021-03-02", "happened"),
    ("3 May 2011: The weekly Sol reports that Berg owned a yard.", "reports", "2011-05-03", "happened"),
    ("5 May 2011 - Guards search the yard and take a lamp", "search", "2011-05-05", "happened"),
    ("A vote of no confidence may be held as early as next week.", "vote", "2021-03-15/2021-03-21", "possible"),
    ("From Monday nurses will visit schools in Lund.", "visit", "2021-03-15", "planned"),
    ("The port reported 18 cases in the week to 3 March.", "reported", "2021-03-03", "happened"),
    ("The court held in July 2010 that the law was void.", "held", "2010-07", "happened"),
    ("Guards stay in the valley, 11 years after the army invaded.", "invaded", "2010", "happened"),
]


@pytest.mark.parametrize(("sentence", "trigger", "edtf", "status"), TOLD)
def test_a_dated_clause_gives_its_trigger_date_and_status(sentence: str, trigger: str, edtf: str, status: str) -> None:
    """The verb, or the event noun where the verb says little, names the event."""
    (mention,) = told(sentence)
    assert (mention.trigger.text, mention.status) == (trigger, status)
    assert mention.span is not None
    assert mention.span.edtf == edtf


# No entry of their own, and the reason contains these words.
NOT_TOLD = [
    ("They have seen worse, she said on Monday.", "dates only what was said"),
    ("Had the dam not been opened on Monday, the village would have been flooded.", ""),
    ("The harbour master could have been fined on Monday.", "might have been"),
    ("The club did not sign the goalkeeper on Monday.", "did not happen"),
    ("Will the ferry sail on Friday?", "question"),
    ("She said on Tuesday that the weather was fine.", "only what was said"),
    (f"The board met on {', '.join(f'{day} March' for day in range(1, 21))}.", "list of dates"),
    ("We needed to win the match on Monday.", "the speaker or the reader"),
    ("We hope to win the match on Monday.", "the speaker or the reader"),
    ("They met at 1909 Elm Court.", "the number of a house"),
    ("The firm's shares rose 30 cents to $9 on Monday.", "the day's price"),
    ("The team spent Monday mending nets.", "how the time was spent"),
    ("The price has dropped to that of 15 April.", "not dated by a day to come"),
    ("Whatever happens on Monday, the tower will stand.", "a condition"),
    ("The tower can be climbed until 20 April.", "what can be done"),
    ("Profit fell to $2 million from $3 million a year earlier.", "to compare with"),
    ("Profit rose from that of the year-ago quarter.", "to compare with"),
    ("The yard is the best shipyard of 2019.", "only describes a noun"),
    ("Monday was the hottest day of all.", "what the sentence is about"),
    ("The costs related to the crash in 2019 were high.", ""),
    ("It was around midnight on Monday.", ""),
    ('"It lit up my room at noon on Monday," Holm said.', "the speaker or the reader"),
    ("Elmco closed yesterday at $26.", "the day's price"),
    ("The ship left 56 minutes before it was to sail on Monday.", ""),
    ("Had the trip slipped past the end of April, the crew would have had to wait until May.", "might have been"),
    ("Had the trip slipped past April, the crew would be home.", "a condition"),
    ("The offer was to have expired on Monday, but it runs on.", "was to end"),
    ("Since 2011, three guards have been killed in the valley.", "since when"),
    ("The yard has sold 40 boats since 2011.", "since when"),
    ("Holm added on Monday that the club was poor.", "only what was said"),
    ("The move came on Monday as talks stalled.", "names an event"),
    ("Staff were told to sign the papers on Monday.", "told to do"),
    ("Sales fell to $4 million, down from $7 million the previous year.", "to compare with"),
    ("The tower has 212 steps and in 2019 it was open.", ""),
]


def test_two_deeds_of_one_passive_are_told_of_the_same_thing() -> None:
    """Who did the second one is told behind "by"."""
    mentions = told("The square lies by the river. The mill was built in 1931 and destroyed by fire in 1977.")
    assert [(m.title, m.span and m.span.edtf) for m in mentions] == [("Mill built", "1931"), ("Mill destroyed by fire", "1977")]


@pytest.mark.parametrize(("sentence", "reason"), NOT_TOLD)
def test_what_is_no_event_gives_none_and_says_why(sentence: str, reason: str) -> None:
    """Conditions, denials of fact, questions and what only dates speech make no entry; a reason is kept."""
    filler = "The square lies by the river. "
    mentions, unused = read(filler + sentence)
    shown = [m for m in mentions if not m.background and m.sentence == 1]
    if reason:
        assert not shown
        assert any(reason in one.reason for one in unused)
    else:
        assert len(shown) <= 1


def test_two_dated_clauses_give_two_entries() -> None:
    """Each time expression binds to the verb of its own clause."""
    first, second = told("The museum closed on 1 March, and the theatre reopened on 5 March.")
    assert (first.trigger.text, second.trigger.text) == ("closed", "reopened")
    assert [m.span.edtf for m in (first, second) if m.span] == ["2021-03-01", "2021-03-05"]


def test_what_a_firm_announces_is_one_event_and_its_announcement_none() -> None:
    """A closing "the firm announced today" only says when the dated plan before it was told."""
    (mention,) = told("The plaza lies by the river. The fare will drop within the next six months, the ferry line announced on Monday.")
    assert mention.trigger.text == "drop"


def test_a_lead_is_told_by_its_main_verb() -> None:
    """Of a lead with a relative clause the main clause inherits the day."""
    (mention,) = told("A hunter who shot and ate a hare has been struck by plague. The valley is quiet.")
    assert mention.trigger.text == "struck"


def test_a_lead_that_only_tells_a_saying_is_the_saying() -> None:
    """Further down the same words are only speech."""
    body = 'On the radio on Monday, Anna Berg said that a third bridge is "certain". The river rises.'
    (mention,), unused = read(body)
    assert (mention.title, mention.span and mention.span.edtf) == ("Berg says that third bridge is certain", "2021-03-08")
    assert not unused
    assert not told("The river rises. " + body)[1:]


def test_a_lead_that_somebody_told_on_a_day_is_news_of_the_article() -> None:
    """The date is that of speech; what the lead tells stands at the day of publication, and says so."""
    (mention,) = told("Two sailors have been killed in a collision off Ghent, the coast guard said Wednesday.")

    assert mention.span is not None and mention.inferred is not None
    assert (mention.span.edtf, mention.status) == ("2021-03-10", "happened")


def test_what_has_a_date_is_not_counted_once_more() -> None:
    """What "some hours before" would date, Tuesday dates already."""
    (mention,) = told("The mayor is away. He spoke in Lund on Tuesday, some hours before he met Anna Berg in Ystad.")
    assert (mention.trigger.text, mention.span and mention.span.edtf) == ("met", "2021-03-09")
    assert len(read("He spoke in Lund on Tuesday, some hours before he met Anna Berg in Ystad.")[0]) == 1


def test_days_in_a_row_are_one_event() -> None:
    """A conference on 23 and 24 March is one conference of two days."""
    (mention,) = told("The harbour conference will be held in Ghent on 23 and 24 March.")

    assert mention.span is not None
    assert mention.span.edtf == "2021-03-23/2021-03-24"


def test_a_date_that_describes_a_noun_stays_in_the_background() -> None:
    """A date inside "the 2009 crash" supports an event that is told elsewhere and makes none."""
    mentions, _ = read("The park lies by the river. Families of the victims of the 2009 crash have sold the field.")
    assert all(mention.background for mention in mentions if mention.span and mention.span.edtf == "2009")


def test_an_undated_lead_takes_the_day_of_publication_and_says_so() -> None:
    """The lead event inherits a date, marked as inferred with the reason in words."""
    (mention,) = told("The bishop of Turku has resigned. Nobody knows why.")
    assert mention.span is not None
    assert mention.span.edtf == "2021-03-10"
    assert mention.inferred is not None and "publication" in mention.inferred
    assert mention.time is None


def test_an_allegation_is_possible_and_takes_the_date_told_before() -> None:
    """What somebody alleges is not reported as having happened."""
    mentions = told("The runner collapsed on Monday. Friends alleged she drank water laced with bleach.")
    assert [m.status for m in mentions] == ["happened", "possible"]
    assert mentions[1].span == mentions[0].span


def test_an_allegation_told_twice_is_one() -> None:
    """What is alleged of the same person again supports the first."""
    body = "The runner Maria Torp collapsed on Monday. Friends alleged Torp was poisoned. They alleged Torp drank bad water."
    assert [m.status for m in told(body)] == ["happened", "possible"]


def test_ignored_words_and_articles_without_timeline_give_nothing() -> None:
    """`ignore:` leaves sentences out; `timeline: false` the whole article."""
    body = "The lake froze on Monday. Skaters marched on Tuesday."
    assert [m.trigger.text for m in told(body, ignore=("lake froze",))] == ["marched"]
    assert read(body, timeline=False) == ((), ())


def test_offsets_quote_the_file() -> None:
    """Sentence, trigger and time expression lie where the mention says."""
    body = "The sky was grey. The envoy arrived in Oslo on Monday."
    (mention,) = told(body)
    assert body[mention.start : mention.end] == mention.quote
    assert body[mention.trigger.start : mention.trigger.end] == mention.trigger.text
    assert mention.time is not None
    assert body[mention.time.start : mention.time.end] == mention.time.text


def test_a_sentence_without_end_is_quoted_short() -> None:
    """What is kept of a text that never ends its sentence grows with its dates, not with their square."""
    _, unused = read("2013-" * 2000)

    assert len(unused) > 1000
    assert all(len(one.quote) < 2100 for one in unused)


def test_a_report_in_the_first_person_is_one_of_the_firm_that_gives_it() -> None:
    """Its "we" are the firm of the title; a person who says "I" tells no news."""
    ours = "Orchard stores photos. In January we moved Orchard to Lund. Orchard is free."
    assert [m.title for m in told(ours, title="Orchard moves")] == ["Orchard moves Orchard to Lund"]
    assert not told("I store photos. In January we moved Orchard to Lund. Orchard is free.", title="Orchard moves")


def test_a_plan_without_a_year_is_the_next_one_also_among_old_dates() -> None:
    """Where an article tells years long past, what will be lies after publication all the same."""
    old = "She was born in 1922, fled in 1943, wed in 1951, sailed in 1956, retired in 1987 and died in 2019. "
    assert [m.span.edtf for m in told(old + "A service will be held in Lund on 14 May.") if m.span][-1] == "2021-05-14"
    assert [m.span.edtf for m in told(old + "A hearing was fixed for 3 May.") if m.span][-1] == "2021-05-03"


def test_the_lead_tells_its_news_also_beside_the_date_of_a_plan() -> None:
    """What is dated lies ahead; what is told without a date is the news of the day."""
    found = told("The guild has chosen Jo Roe, with the baker Al Berg to open a fair on 14 May.")
    assert {(m.trigger.text, m.span and m.span.edtf) for m in found} == {("chosen", "2021-03-10"), ("open", "2021-05-14")}


def test_each_post_of_a_live_blog_has_a_lead() -> None:
    """Its first sentence takes the day of the post."""
    at = datetime(2021, 3, 9, 18, 40, tzinfo=UTC)
    body = "Power has been restored to the mill. It is dry. A guard has died in Lund."
    posts = (Post(0, at), Post(body.index("A guard"), at))
    found = told(body, posts=posts)
    assert [(m.trigger.text, m.span and m.span.edtf) for m in found] == [("restored", "2021-03-09"), ("died", "2021-03-09")]


def test_one_date_at_the_head_of_a_sentence_dates_what_two_did() -> None:
    """Each with a subject of its own; in a time as long as a year the same doer's second deed belongs to the first."""
    found = told("In January a curfew was imposed and guards sealed off the mill.")
    assert [(m.trigger.text, m.span and m.span.edtf) for m in found] == [("imposed", "2021-01"), ("sealed", "2021-01")]
    assert len(told("In 2009 the mayor left the guild and sold the mill.")) == 1


def test_what_only_a_noun_tells_with_its_day_makes_an_entry_where_nothing_else_of_that_day_does() -> None:
    """A vote that is told with a verb of its own needs none."""
    (vote,) = told("Berg hopes to win. She fears the 12 March vote in Lund.")
    assert (vote.title, vote.span and vote.span.edtf, vote.status) == ("Vote in Lund planned", "2021-03-12", "planned")
    assert len(told("Lund will elect a mayor on Friday. The mood before Friday's vote is grim.")) == 1
    assert not told("The mood after the 2009 crash was grim.")


def test_a_plan_that_the_next_sentence_drops_is_cancelled() -> None:
    """Only the plan of the sentence before can be meant."""
    (trip,) = told("The guild will sail to Lund on 14 May. That plan has since been dropped.")
    assert (trip.span and trip.span.edtf, trip.status) == ("2021-05-14", "cancelled")
    (kept,) = told("The guild will sail to Lund on 14 May. The sea is wide. The plan was dropped.")
    assert kept.status == "planned"


def test_a_past_participle_looks_back_for_its_month() -> None:
    """Also where that month is still to come this year."""
    found = told("The mill is old. A curfew imposed in May was lifted on Monday.")
    assert [(m.span.edtf, m.status) for m in found if m.span] == [("2020-05", "happened"), ("2021-03-08", "happened")]


def test_a_distance_counts_from_what_was_told() -> None:
    """Days into a strike, hours after a resignation, a day after two people spoke."""
    bodies = {
        "The strike began on 9 February. Prices hit a record four days into the strike.": ["2021-02-09", "2021-02-13"],
        "Berg resigned on Monday. Hours later her deputy left the party.": ["2021-03-08", "2021-03-08"],
        "The ferry left Lund on Monday evening and sank two hours later.": ["2021-03-08", "2021-03-08"],
        "Berg returned to her post on 20 January, a day after the two mayors spoke by telephone.": ["2021-01-20", "2021-01-19"],
    }
    for body, days in bodies.items():
        assert [m.span.edtf for m in told(f"The mill is old. {body}") if m.span] == days


def test_what_was_done_before_something_else_has_its_own_date() -> None:
    """As a participle that opens the sentence, and as the news that moved a share."""
    having = told("The mill is old. Having bought the mill in 2012, Holm closed it in 2019.")
    assert [m.span.edtf for m in having if m.span] == ["2012", "2019"]
    moved = told("The mill is old. Shares in Elmco fell 9 percent on Tuesday after the firm cut its dividend.")
    assert [(m.trigger.text, m.span.edtf) for m in moved if m.span] == [("fell", "2021-03-09"), ("cut", "2021-03-09")]


def test_a_present_perfect_is_not_dated_by_a_day_long_past() -> None:
    """The year of an aside is not that of the main clause."""
    assert not told("The mill is old. Berg, the first woman to sail round the world alone, in 1988, has died aged 80.")


def test_a_date_behind_what_somebody_wears_is_that_of_what_happened() -> None:
    """A state in -ing only describes who did it."""
    (found,) = told("Lund and Dahl were abducted by men wearing masks in the heart of Kelda in August 2016.")
    assert (found.trigger.text, found.span and found.span.edtf) == ("abducted", "2016-08")


@pytest.mark.parametrize(
    ("sentence", "trigger", "edtf"),
    [
        ("Moser was sent off in the last minute of Saturday's match.", "sent", "2021-03-06"),
        ("The first tram of Kelda ran in 1899.", "ran", "1899"),
        ("Her second novel appeared in 1988.", "appeared", "1988"),
        ("Anna Dahl had a daughter in 1974.", "had", "1974"),
        ("The law expires in December.", "expires", "2021-12"),
        ("The court will hear the appeal on 12 April.", "hear", "2021-04-12"),
        ("Last Thursday's storm tore down a mast.", "tore", "2021-03-04"),
        ("Two days earlier, on Saturday, the men had robbed a bank.", "robbed", "2021-03-06"),
        ("The fair in Kelda starts on 12 June and ends on 2 July.", "ends", "2021-07-02"),
    ],
)
def test_acts_that_are_told_like_states_or_moments(sentence: str, trigger: str, edtf: str) -> None:
    """What stands beside them says that they happened, and when."""
    found = [mention.span and mention.span.edtf for mention in told(f"Kelda is a town. {sentence}") if mention.trigger.text == trigger]
    assert found == [edtf]


def test_states_stay_out() -> None:
    """Also those of trams and families."""
    assert told("Kelda is a town. The trams of Kelda ran in 1899. Anna Dahl had a house in 1974. Her stories appeared in 1988.") == []


def test_a_noun_that_two_times_describe_is_told_once() -> None:
    """The second time adds no mention of its own, and nothing is asked of one that is not there."""
    mentions, _ = read("Monday the Dawn agreement.")
    assert [mention.trigger.text for mention in mentions] == ["agreement"]
