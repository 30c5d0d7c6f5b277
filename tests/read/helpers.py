"""What the tests of the readers share: reading one article, and the law that offsets quote the file."""

from generator.config import Config
from generator.model import Article
from generator.read import decode, read_articles


def read_one(text: str | bytes, path: str = "content/story.txt", config: Config | None = None) -> Article:
    """The only article of a file, which must be read without an error."""
    data = text.encode() if isinstance(text, str) else text
    articles, problems = read_articles(data, path, config or Config())
    assert len(articles) == 1, problems
    return articles[0]


def quotes(article: Article, data: bytes) -> list[str]:
    """For each sentence, what stands in the file where the article says that the sentence stands."""
    text = decode(data, article.path)
    return [text[article.file_offset(s.start) : article.file_offset(s.end - 1) + 1] for s in article.sentences]


def sentences(article: Article) -> list[str]:
    """The sentences of an article."""
    return [article.text(s) for s in article.sentences]


def cuts(article: Article) -> list[tuple[int, str]]:
    """The cuts of an article, in order of line."""
    return sorted((cut.line, cut.rule) for cut in article.cuts)
