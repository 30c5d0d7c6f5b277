"""What goes on with a day told just before has that day, where an editor would list it."""

from __future__ import annotations

import pytest

from tests.events.helpers import told

FIRE = "A fire swept through the harbour of Kelda on Monday. "


def days(body: str) -> list[tuple[str, str]]:
    """The date and headline of each entry but the first."""
    return [(mention.span.edtf, mention.title) for mention in told(body)[1:] if mention.span]


GOES_ON = {
    "Hundreds of sailors were evacuated.": "Hundreds of sailors evacuated",
    "The mayor ordered the pier closed.": "Mayor orders pier closed",
    "Ole Lund, the harbour master, resigned over the blaze.": "Lund resigns over blaze",
    "Smoke hung over the bay. Police arrested two stokers.": "Police arrest two stokers",
    "The blaze injured at least nine people.": "Blaze injures at least nine people",
    "The council suspended its session.": "Council suspends its session",
    "The governor declared an emergency.": "Governor declares emergency",
    "The governor sent in troops.": "Governor sends in troops",
    "The harbour master was flown to a clinic.": "Harbour master flown to clinic",
    "The harbour master was taken to hospital.": "Harbour master taken to hospital",
    "All trams on the line were cancelled.": "All trams on line cancelled",
    "A tug towed the barge to port.": "Tug tows barge to port",
    "Another blaze destroyed the mill.": "Another blaze destroys mill",
    "Riots broke out near the pier.": "Riots break out near pier",
    "There was an explosion at the mill.": "Explosion at mill",
    "The governor dismissed the chief of the harbour.": "Governor dismisses chief of harbour",
    "The mayor flew to Orne.": "Mayor flies to Orne",
    "The weavers won 122 of the 222 seats.": "Weavers win 122 of 222 seats",
    "Norland recalled its ambassador.": "Norland recalls its ambassador",
    "The harbour master cancelled all sailings until Saturday.": "Harbour master cancels all sailings",
    "Police arrested a stoker who had fled the pier.": "Police arrest stoker",
    "The court ordered the guild to pay for the pier.": "Court orders guild to pay for pier",
    "The two guilds agreed to rebuild the pier.": "Two guilds agree to rebuild pier",
}


@pytest.mark.parametrize(("sentence", "title"), GOES_ON.items())
def test_a_second_deed_has_the_day_of_the_first(sentence: str, title: str) -> None:
    """Its date is inferred, and says from what."""
    body = FIRE + sentence
    assert days(body) == [("2021-03-08", title)]
    reason = told(body)[1].inferred
    assert reason is not None and "2021-03-08" in reason


STAYS_OUT = (
    "The mayor said that the pier was closed.",  # speech
    "The harbour had been closed by then.",  # before
    "The harbour was often closed.",  # usual
    "Sailors looked on.",  # nothing that an editor lists
    "The sailors agreed to a further inspection.",  # to come
    "It was closed.",  # of nobody in particular
    "A stoker sued a baker.",  # nor are these
    "The sailors have fought to keep the pier.",  # in words
    "The mayor recalled the feast.",  # only in mind
    "The pier was replaced with a jetty.",  # of things
    "The guilds agreed that the pier was old.",  # an opinion
    "The mayor dismissed the idea.",  # nobody was dismissed
    "The sailors returned to a hill.",  # to no place that has a name
    "The mayor sent her regrets.",  # nothing was sent that matters
    "His mother died at sea.",  # a family told of, and nobody knows whose
    "Nine sailors died in the explosion.",  # of that one
    "There was no explosion.",  # not done
    "The harbour is closed to large ships.",  # a state
    "The mayor tried to close the pier.",  # only tried
    "The 11 sailors were killed on the Skerry line.",  # of something known
    "Forty people died in the Brae mill explosion.",  # of another one
    "Sixty people have been arrested.",  # nobody knows since when
    "The harbour was closed in 1911. The mill was closed too.",  # a date of its own breaks the thread
    "A hearing will be held on Friday. The mill was closed too.",  # so does a plan
    "The council will be asked if the mill was closed.",  # a condition
    '"The mill was closed," a baker said.',  # a quotation
)


@pytest.mark.parametrize("sentence", STAYS_OUT)
def test_what_is_no_deed_of_that_day_makes_no_entry(sentence: str) -> None:
    """Nothing but dated sentences tells of these."""
    assert not [title for date, title in days(FIRE + sentence) if date == "2021-03-08"]


def test_news_in_the_perfect_is_of_the_day_of_publication() -> None:
    """Where the story is of that day or the one before."""
    assert days("A bomb went off in the market of Kelda on Tuesday. All trams have been diverted.") == [
        ("2021-03-10", "All trams diverted")
    ]
    assert days(FIRE + "All trams have been diverted.") == []


def test_the_same_deed_told_again_makes_no_second_entry() -> None:
    """Nor do more than five inherit a day."""
    assert len(told("Police arrested two stokers in Kelda on Monday. The officers arrested the men at the pier.")) == 1
    more = (
        "The mayor resigned. The mill was closed. Hundreds of sailors were evacuated. The pier was destroyed. The council sued the mill. "
    )
    more += "The army besieged the fort. The warden surrendered."
    assert len(days(FIRE + more)) == 5


def test_a_lead_that_tells_what_somebody_said_gives_its_day_to_what_follows() -> None:
    """The saying is the news, what was said supports it."""
    lead = "Premier Ada Holt said on Monday she would step down after a vote in the chamber. "
    found = told(lead + "Forty deputies voted to remove her minister of fish, Ole Lund.")
    assert [(mention.span.edtf, mention.status) for mention in found if mention.span] == [("2021-03-08", "happened")] * 2


def test_a_pronoun_goes_on_where_it_can_mean_one_only() -> None:
    """The thing that the sentence before was about, as one that does something."""
    assert days("The council of Kelda met on Monday. It imposed a tax on herring.") == [
        ("2021-03-08", "Council of Kelda imposes tax on herring")
    ]
    assert days("The council of Kelda met on Monday. Rain fell. It imposed a tax on herring.") == []


def test_deeds_that_are_joined_inherit_a_day_together() -> None:
    """Those behind the main one, and where that one is no deed of its own."""
    both = FIRE + "The mill was flooded and forty families were evacuated."
    assert days(both) == [("2021-03-08", "Mill flooded"), ("2021-03-08", "Forty families evacuated")]
    assert days(FIRE + "Soldiers surrounded the pier and arrested the mayor.") == [("2021-03-08", "Soldiers arrest mayor")]
    assert days(FIRE + "The mill was flooded, while the pier was closed.") == [("2021-03-08", "Mill flooded")]


def test_how_many_were_hurt_is_told_with_what_hurt_them() -> None:
    """No second entry beside a bomb."""
    assert days("A bomb exploded in the market of Kelda on Monday. Nine sailors were wounded.") == []


def test_a_deed_beside_a_plan_with_a_date_inherits_the_day() -> None:
    """Where it stands before the plan and is no plan itself; what looks back tells of another day."""
    assert days(FIRE + "The council closed the pier, and the guild called a strike for Friday.") == [
        ("2021-03-12", "Guild calls strike"),
        ("2021-03-08", "Council closes pier"),
    ]
    assert "2021-03-08" not in dict(days(FIRE + "The army seized the mill, which opened in 1911."))


def test_an_aside_breaks_no_thread() -> None:
    """What is over or to come breaks it only where it is the main thing."""
    aside = FIRE + "The guild, which was founded in 1911, said it would mend the pier by May. The mayor resigned."
    assert ("2021-03-08", "Mayor resigns") in days(aside)
    assert ("2021-03-08", "Mayor resigns") not in days(FIRE + "The guild was founded in 1911. The mayor resigned.")
    clubs = FIRE + "Police used tear gas after some of the sailors threw stones, and nine sailors were arrested."
    found = told("A tanker exploded in Kelda on Monday. The driver jumped out and survived; he was arrested at a clinic.")
    assert [mention.title for mention in found][1:] == ["Driver arrested at clinic"]
    assert days(clubs) == [("2021-03-08", "Nine sailors arrested")]


def test_a_pronoun_means_what_the_sentence_before_was_about() -> None:
    """Also where nothing else was asked of that sentence."""
    (found,) = told("The square is old. The clinic paid the family. It introduced new rules in January.")
    assert found.title == "Clinic introduces new rules"
    (found,) = told("The square is old. The guilds of Kelda paid the family. They introduced new rules in January.")
    assert found.title == "Guilds of Kelda introduce new rules"


def test_a_person_without_a_name_is_meant_by_he_and_she() -> None:
    """One that the sentence before was about; a thing is not."""
    found = told("A gunman shot four sailors in Kelda on Monday. He then killed himself.")
    assert [mention.title for mention in found][1:] == ["Gunman kills himself"]
    assert len(told("A bomb hurt four sailors in Kelda on Monday. He then killed himself.")) == 1


def test_how_the_deed_itself_went_on_makes_no_entry() -> None:
    """What was told before is the subject."""
    assert days("A bomb exploded in the market of Kelda on Monday. The explosion destroyed two stalls.") == []


def test_a_state_of_a_country_is_no_verb() -> None:
    """A base form before "of" behind a noun."""
    (found,) = told("On 3 March, nurses in the US state of Ohio identified the first case.")
    assert found.trigger.text == "identified"


def test_a_lead_that_says_what_has_been_done_tells_that() -> None:
    """What is only planned or going on is not done."""
    (found,) = told("Divers in Kelda say they have discovered the wreck of the Heron.")
    assert (found.trigger.text, found.span and found.span.edtf) == ("discovered", "2021-03-10")
    assert told("Divers in Kelda say they would like the wreck of the Heron to be raised.") == []
    assert told("Divers in Kelda say they have been looking for the wreck of the Heron.") == []
