"""Line rules: furniture that must go, wherever it stands, and sentences that must stay although they look like it."""

import pytest

from generator.read import line_rules

DROPPED = [
    ("Correction 8/29/10 7:05 a.m. PDT: A previous version gave another day.", "correction"),
    ("[+] Enlarge", "navigation"),
    ("3 Restacks", "navigation"),
    ("Ready for more?", "subscribe"),
    ("Thanks for reading The Quay! Subscribe for free to support my work.", "subscribe"),
    ("♦ Download our app", "subscribe"),
    ("This article is more than 2 years old", "age"),
    ("Media caption,", "listen"),
    ("Sponsor Message", "advertisement"),
    ("after newsletter promotion", "skip"),
    ("2/5 A deckhand mends a rope at the quay in Sandholm.", "credit"),
    ("More information: Holt A. et al, Ferries and fog, Letters of the Coast (2023). DOI: 10.1000/abc12", "study-note"),
    ("Citation: Fog delays ferries (2024, March 4) retrieved 5 March 2024 from https://fog.example/ferries.html", "study-note"),
    ("Journal information: Letters of the Coast", "study-note"),
    ("Provided by Sandholm University", "study-note"),
    ("Vote in our poll", "poll"),
    ("View results", "poll"),
    ("4 min read", "read-time"),
    ("Estimated reading time: 3 minutes", "read-time"),
    ("Cookie Settings", "consent"),
    ("We use cookies to improve your visit.", "consent"),
    ("Advertisement", "advertisement"),
    ("Story continues below", "advertisement"),
    ("Share on Facebook", "share"),
    ("Share  Tweet  Email", "share"),
    ("Follow us on Twitter @harbournews", "follow"),
    ("Sign up for our newsletter", "subscribe"),
    ("Already a subscriber? Log in", "subscribe"),
    ("© 2013 The Harbour Press", "copyright"),
    ("Harbour Press. All rights reserved.", "copyright"),
    ("Loading...", "loading"),
    ("Skip to main content", "skip"),
    ("Listen to this article", "listen"),
    ("Photo: Ada Holt", "credit"),
    ("(photo credit: NORTHLIGHT)", "credit"),
    ("harbour wave 219. (photo credit: NORTHLIGHT)", "credit"),
    ("Ada Holt/Reuters", "credit"),
    ("A quay at night (Getty Images)", "credit"),
    ("Updated at 1:23 p.m.", "updated"),
    ("10.42am BST", "live-stamp"),
    ("3 hours ago", "live-stamp"),
    ("Correction: An earlier version said 3 June.", "correction"),
    ("This article was amended on 4 June to give the right name.", "correction"),
    ("An earlier version of this article misstated the day.", "correction"),
    ("(Reporting by Ada Holt; editing by Jo Ray)", "reporting-note"),
    ("Jo Ray contributed to this report.", "reporting-note"),
    ("Read more: Old bridge sold", "related-line"),
    ("https://example.org/a/b", "embed"),
    ("Lesedauer: 3 Minuten", "read-time"),
    ("Temps de lecture : 3 min", "read-time"),
    ("Werbung", "advertisement"),
    ("Email Print", "share"),
    ("Like this:", "share"),
    ("Artikel teilen", "share"),
    ("Partager sur Facebook", "share"),
    ("Get our daily briefing", "subscribe"),
    ("Sign up for the Harbour Letter", "subscribe"),
    ("Purchase Licensing Rights", "copyright"),
    ("Harbour Press. Alle Rechte vorbehalten.", "copyright"),
    ("Lesen Sie auch: Alte Brücke verkauft", "related-line"),
    ("À lire aussi : Le vieux pont est vendu", "related-line"),
    ("Updated 11 years ago", "updated"),
    ("Aktualisiert am 6. Juni 2013", "updated"),
    ("Posted at 10:05 GMT", "live-stamp"),
    ("[14:32]", "live-stamp"),
    ("Additional reporting: Jo Ray", "reporting-note"),
    ("— With files from Jo Ray", "reporting-note"),
    ("Our Standards: The Northlight Principles.", "reporting-note"),
    ("You are receiving this email because you signed up at the quay.", "mail"),
    ("Unsubscribe", "mail"),
    ("To unsubscribe, click here.", "mail"),
    ("View in browser", "mail"),
    ("View this email in your browser", "mail"),
    ("Sent from my telephone", "mail"),
    ("From: Jo Ray <jo@example.org>", "mail-head"),
    ("Posted in Transport | Tagged bridge, trains", "filing"),
    ("Filed under: Transport", "filing"),
    ("Tags: bridge, trains", "filing"),
    ("Source: Osterland Railways", "source"),
    ("Quelle: Northlight", "source"),
    ("The quay at night (Nils Aker/Northlight)", "credit"),
    ("Foto: Nils Aker", "credit"),
    ("- Advertisement -", "advertisement"),
    ("The post Bridge to close appeared first on Harbour News.", "feed-note"),
    ("Continue reading →", "feed-note"),
    ("[…]", "ornament"),
    ("This story has been shared 1,204 times. 1,204", "audience"),
    ("What do you think? Let us know in the comments below.", "audience"),
    ("PHOTOS: The old bridge in pictures", "related"),
    ("Image caption The bridge closed in June", "credit"),
    ("Image source, Northlight", "credit"),
    ("FILE PHOTO: A train crosses the bridge at Sandholm, Osterland, June 3, 2013. NORTHLIGHT/Nils Aker", "credit"),
    (
        "In this Monday, June 3, 2013 photo, a train crosses the old bridge at Sandholm in the north of the country. The bridge is to be "
        "closed for two years, and those who work in the yards will have to take a boat. (AP Photo/Nils Aker, File)",
        "credit",
    ),
    ("* * *", "ornament"),
    ("[Read: Old bridge sold]", "related-line"),
    ("(Related: Old bridge sold)", "related-line"),
    ("Start your day with what you need to know, straight to your inbox each weekday.", "subscribe"),
    ("By signing up you agree to our terms of use.", "consent"),
    ("Enter your email", "subscribe"),
    ("(ANI)", "reporting-note"),
    ("AH/jr", "reporting-note"),
    ("Translated from the German by Jo Ray.", "reporting-note"),
    ("View 6 Photos", "navigation"),
    ("Media contact: Jo Ray, +47 555 01 01", "contact"),
]
KEPT = [
    "9/11 Commission members met in Sandholm on Tuesday.",
    "More information: the office opens on Monday.",
    "Provided by the town at no cost, the boats sail on Friday.",
    "Share prices fell to 3.",
    "He left at 10:30.",
    "The committee read the report on Monday.",
    "They follow the ministers on Tuesday.",
    "Subscribers to the old railway shares were paid in 1921 after a court ruled for them.",
    "He works for Getty Images in London now.",
    "In 2013",
    "Ministers share the view that talks should begin in June.",
    "Print shops closed.",
    "The ad ran in May.",
    "A correction in share prices followed on Friday.",
    "Steady rain fell.",
    "Comments by the minister upset the crews on Tuesday.",
    "The post appeared on the ministry's page on Tuesday and was gone by noon on Friday.",
    "Image source code was lost in June.",
    "— Ada Holt (@adaholt) June 5, 2013",
    "(They had met before, on Monday.)",
    "By signing the treaty on Tuesday they ended a quarrel of ten years over the two banks.",
    "By using the bridge they agree.",
    "Donate blood today, the mayor said.",
    "The letter came to your office on Monday, not to mine.",
    "This story has been told for years in Sandholm, in the yards and on the boats.",
    "File sizes grew in June.",
    "The train left Lisle on Monday (see the map on the last page of this paper for the way it took) and came to Sandholm on Tuesday "
    "night, after a stop of nine hours in the snow above the pass, from which it was freed by a plough (of 1911).",
    "Posted in Kabul in 1911.",
    "Filed in June.",
    "Tagged birds came back.",
    "Source: the minister himself, on Tuesday.",
    "Unsubscribed shares were sold on Monday.",
    "View from the quay on Monday.",
    "Sent from Sandholm in June, the letter came in May.",
    "You are receiving guests on Tuesday, the mayor told him.",
    "From: a word that is often misread.",
    "Get our boys home by June, the crowd shouted.",
    "Purchase of licensing firms fell in June.",
    "Our standards fell in June.",
    "Werbung für die Fähre beginnt im Juni.",
    "Lesen Sie die Akten, sagte der Richter am Dienstag.",
    "Lire est un droit, a dit le ministre mardi.",
    "Updated rules take effect on 3 June.",
    "Reporting in June, the committee found nothing.",
    "Partager le pouvoir, a dit le ministre mardi, sera difficile.",
    "Sign up 400 men by June, the order said.",
    "He met the mayor (Lund/Sandholm) on Tuesday and left in June, as he does.",
]
STOPS = [
    "Explore further",
    "Related Content",
    "RELATED STORIES",
    "Read more",
    "More from Harbour News",
    "You may also like",
    "Recommended",
    "Most read",
    "Comments",
    "About the author",
    "Tags",
    "Topics",
    "Sponsored",
    "Around the web",
    "Trending now",
    "Newsletter",
    "Share this",
    "3 thoughts on “Bridge to close for two years after a storm”",
    "12 responses to “Bridge to close”",
    "Comments (12)",
    "Leave a reply",
    "Join the conversation",
    "Mehr zum Thema",
    "Das könnte Sie auch interessieren",
    "Lesen Sie auch",
    "12 Kommentare",
    "Lire aussi",
    "À lire aussi",
    "Sur le même sujet",
    "-----Original Message-----",
    "list of 2 items",
    "About Osterland Railways",
    "# # #",
    "- ENDS -",
    "Media contacts",
]
NO_STOPS = [
    "The talks",
    "Related problems remained unsolved on Monday.",
    "More talks are planned.",
    "Recommended dose raised",
    "Hostages freed",
    "3 thoughts crossed his mind on Tuesday.",
    "12 responses came",
    "About four hundred",
    "Ends meet",
    "Mehr Geld für Schulen",
    "Lire et écrire",
    "A list of 2 items was found on him.",
]
SECTIONS = [
    "News | Politics",
    "PRESS RELEASE",
    "FOR IMMEDIATE RELEASE",
    "World",
    "Middle East",
    "Home > News > Transport",
    "Politik",
    "Harbour News",
]
HEADLINES = ["World leaders meet", "News of the raid reaches the capital", "Press freedom falls", "Live: bridge closes", "Bridge closes"]


@pytest.mark.parametrize(("line", "rule"), DROPPED)
def test_furniture_is_dropped_by_the_rule_that_names_it(line: str, rule: str) -> None:
    """Each kind of line has its rule."""
    assert line_rules.drop(line) == rule


@pytest.mark.parametrize("line", KEPT)
def test_sentences_that_use_the_words_of_furniture_stay(line: str) -> None:
    """A rule needs the whole line."""
    assert line_rules.drop(line) is None


@pytest.mark.parametrize("line", STOPS)
def test_headings_after_which_another_thing_follows_are_known(line: str) -> None:
    """Stop-headings are matched whole, in any case of letters."""
    assert line_rules.stop(line)


@pytest.mark.parametrize("line", SECTIONS)
def test_a_line_that_names_a_section_is_known(line: str) -> None:
    """It says what kind of page follows, and no more."""
    assert line_rules.section(line)


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_is_no_section(line: str) -> None:
    """Even where it begins with the name of one."""
    assert not line_rules.section(line)


@pytest.mark.parametrize("line", NO_STOPS)
def test_other_short_lines_end_no_article(line: str) -> None:
    """A heading of the article itself is no stop-heading."""
    assert not line_rules.stop(line)


ENCLOSED = [
    (
        (
            "Skip past newsletter promotion",
            "Sign up to The Quay",
            "Free each Friday",
            "after newsletter promotion",
            "The vote is due in May.",
        ),
        3,
    ),
    (("Skip post by Harbour Press", "Ferries are late.", "End of post by Harbour Press", "More follows."), 2),
    (("list of 2 items", "list 1 of 2", "Ferry sails", "end of list"), 3),
    (("Skip the queue at the ferry", "The quay opens at six.", "Boats leave at seven."), 0),
]


@pytest.mark.parametrize(("lines", "expected"), ENCLOSED)
def test_a_box_read_aloud_ends_where_it_says(lines: tuple[str, ...], expected: int) -> None:
    """What stands after the end of such a box belongs to the article again."""
    assert line_rules.enclosed(lines, 0) == expected
