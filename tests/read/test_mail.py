"""Mails: who counts as author or outlet, what a forwarded one says of its inside, and the furniture around the text."""

from tests.read.helpers import cuts, quotes, read_one, sentences

LEAD = "The council of Sandholm voted on Tuesday to close the old bridge for two years, officials said."
SECOND = "The bridge was built in 1911 and carries some four thousand people a day to the yards across the channel."


def mail(sender: str, subject: str, *lines: str) -> str:
    head = (f"From: {sender}", "To: reader@example.org", f"Subject: {subject}", "Date: Fri, 07 Jun 2013 09:12:00 +0200")
    return "\n".join((*head, "Content-Type: text/plain; charset=utf-8", "", *lines)) + "\n"


def test_a_person_is_the_author_and_a_desk_the_outlet() -> None:
    """By the name, and by the address where the name could be a person's."""
    person = read_one(mail("Ada Holt <ada@example.org>", "Bridge closes", LEAD, "", SECOND), "content/a.eml")
    letter = read_one(mail('"The Quay Letter" <letter@example.org>', "Bridge closes", LEAD, "", SECOND), "content/a.eml")
    desk = read_one(mail("Nordic Wharf <press@example.org>", "PRESS RELEASE: Bridge closes", LEAD, "", SECOND), "content/a.eml")
    assert (person.authors, person.publisher) == (("Ada Holt",), None)
    assert (letter.authors, letter.publisher) == ((), "The Quay Letter")
    assert (desk.authors, desk.publisher, desk.title) == ((), "Nordic Wharf", "Bridge closes")


def test_a_forwarded_mail_has_the_date_and_sender_of_the_one_inside() -> None:
    """What it says of yesterday counts from when it was written, not from when it was passed on."""
    text = mail(
        "Ada Holt <ada@example.org>", "Fwd: Bridge to close", "Have you seen this?", "", "-----Original Message-----",
        "From: Northwire Alerts <alerts@example.org>", "Sent: Wednesday, June 5, 2013 7:40 AM", "To: Ada Holt", "Subject: Bridge to close",
        "", f"SANDHOLM, June 5 (Northwire) - {LEAD}", "", SECOND, "", "Sent from my telephone",
    )  # fmt: skip
    article = read_one(text, "content/a.eml")
    assert article.published is not None and article.published.isoformat()[:16] == "2013-06-05T07:40"
    assert (article.title, article.publisher, article.authors) == ("Bridge to close", "Northwire Alerts", ())
    assert article.body == f"{LEAD}\n\n{SECOND}"
    assert quotes(article, text.encode()) == sentences(article)


def test_what_letters_have_around_their_text_is_cut() -> None:
    """Above and below."""
    text = mail(
        '"The Quay Letter" <letter@example.org>', "Bridge closes", "View this email in your browser", "(https://example.org/1)", "",
        LEAD, "https://example.org/2", "", SECOND, "", "=" * 60, "Was this email forwarded to you? Sign up here.",
        "You are receiving this email because you signed up at the quay.", "", "Our mailing address is:", "1 Quay Street", "Sandholm",
    )  # fmt: skip
    article = read_one(text, "content/a.eml")
    assert article.body == f"{LEAD}\n\n{SECOND}"
    assert [rule for _, rule in cuts(article)] == [
        "mail", "embed", "embed", "ornament", "mail", "mail", "stop-heading", "after-stop", "after-stop",
    ]  # fmt: skip
