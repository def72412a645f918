"""A page and what it says, as lines of JSON to and from the reading process. Pure."""

from pydantic import TypeAdapter

from parsers.model import Article, Capture, Listing, Problem, Teaser

CAPTURE: TypeAdapter[Capture] = TypeAdapter(Capture)
TEASER: TypeAdapter[Teaser] = TypeAdapter(Teaser)
ARTICLE: TypeAdapter[Article | Problem] = TypeAdapter(Article | Problem)
LISTING: TypeAdapter[Listing | Problem] = TypeAdapter(Listing | Problem)
