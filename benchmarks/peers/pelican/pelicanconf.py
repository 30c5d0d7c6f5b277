"""Pelican's settings for the comparison: one page an article, lists of twenty, a list for each tag, one feed."""

SITENAME = "Harbour"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SLUGIFY_SOURCE = "basename"
TIMEZONE = "UTC"
DEFAULT_CATEGORY = "report"
DEFAULT_PAGINATION = 20
DIRECT_TEMPLATES = ["index", "tags"]
PAGINATED_TEMPLATES = {"index": 20, "tag": 20}
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_DOMAIN = "https://harbour.example"
FEED_ALL_ATOM = "all.atom.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS: list[str] = []
