"""Names under which pages state things, as data. Pure."""

import re
from functools import lru_cache

#: Types of schema.org that are one item.
ARTICLE_TYPES = frozenset(
    "Article NewsArticle BlogPosting ReportageNewsArticle OpinionNewsArticle"
    " AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle"
    " ReviewNewsArticle LiveBlogPosting SocialMediaPosting TechArticle Report"
    " ScholarlyArticle AdvertiserContentArticle SatiricalArticle MedicalWebPage"
    " DiscussionForumPosting SpecialAnnouncement GovernmentService".split()
)

_META_NAMES = {
    "titles": "og:title twitter:title dc.title dcterms.title parsely-title"
    " sailthru.title headline title citation_title article:title"
    " cxenseparse:recs:title hdl article_title",
    "published": "article:published_time og:published_time article:published"
    " og:article:published_time datepublished date pubdate publishdate publish-date"
    " publish_date published published_time published-date dc.date dc.date.issued"
    " dc.date.created dcterms.created dcterms.date dcterms.issued dc.date.published"
    " dcterms.available parsely-pub-date sailthru.date date.created"
    " cxenseparse:recs:publishtime article.published publication_date"
    " citation_date citation_publication_date citation_online_date rbpubdate"
    " article_date_original originalpublicationdate bt:pubdate ptime displaydate"
    " weibo:article:create_at og:pubdate vr:published_time created article.created"
    " creation_date article:create_at shareaholic:article_published_time datecreated"
    " dc:date dc:created dcterms:created dcterms:date og:datepublished pub_date"
    " publicationdate publish_time publishtime publishedtime releasedate pdate"
    " article:publish_time news_date timestamp cre doc_date mediator_published_time",
    "modified": "article:modified_time og:updated_time lastmod dcterms.modified"
    " dc.date.modified last-modified datemodified article:modified og:modified_time"
    " revised modified updated_time dc:modified dcterms:modified lastupdate"
    " og:article:modified_time article.updated",
    "authors": "author article:author dc.creator dcterms.creator parsely-author"
    " sailthru.author dc.contributor byl citation_author og:article:author authors"
    " cxenseparse:author article:author_name mediator_author dcterms.author",
    "summaries": "og:description description twitter:description dc.description"
    " dcterms.description dcterms.abstract",
    "languages": "og:locale dc.language dcterms.language inlanguage",
    "sections": "article:section parsely-section section sailthru.section"
    " og:article:section dc.subject article.section",
    "keywords": "keywords news_keywords article:tag parsely-tags sailthru.tags",
    "site_names": "og:site_name application-name twitter:site parsely-site"
    " apple-mobile-web-app-title dc.publisher",
    "kinds": "og:type parsely-type dc.type",
    "images": "og:image og:image:url twitter:image",
    "addresses": "og:url",
}
#: Name of a ``<meta>``, in lower case → the field it speaks of.
META = {name: field for field, text in _META_NAMES.items() for name in text.split()}

#: Ends of names, with no sign between their words, that speak of publication too.
_PUBLISHED = re.compile(
    r"(?<!un)(?<!re)(?<!last)(?:publish(?:ed)?(?:date|time|at|on)|pubdate|publicationdate"
    r"|date(?:first)?published|dateissued|releasedate)$|^issued$"
)
_SIGNS = re.compile(r"[^a-z]+")


@lru_cache(maxsize=1024)
def field_of(name: str) -> str | None:
    """Return the field that a ``<meta>`` of some name speaks of, if it is one of ours.

    >>> field_of("OG:Title"), field_of("press_publish-date"), field_of("viewport")
    ('titles', 'published', None)
    >>> field_of("unpublish_date"), field_of("last-published-date")
    (None, None)
    """
    name = name.strip().lower()
    field = META.get(name)
    if field is None and _PUBLISHED.search(_SIGNS.sub("", name)):
        return "published"
    return field


#: Property in microdata, as written → the field it speaks of.
MICRODATA = {
    "headline": "titles",
    "datepublished": "published",
    "datePublished": "published",
    "datecreated": "published",
    "dateCreated": "published",
    "datemodified": "modified",
    "dateModified": "modified",
    "author": "authors",
    "articlesection": "sections",
    "articleSection": "sections",
}
#: Properties of RDFa, without the prefix of their vocabulary, that date an item.
RDFA = frozenset(("datepublished", "date", "created", "datecreated", "issued"))
