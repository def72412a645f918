"""Scrapy's settings: what our fetch layer does itself is off here."""

BOT_NAME = "presswatch"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# One asyncio loop, no Twisted reactor. With True the asyncio reactor serves as well.
TWISTED_REACTOR_ENABLED = False

# Robots, delays, retries, redirects, codings and limits belong to crawler/fetch.py.
DOWNLOAD_HANDLERS = {
    "http": "crawler.handler.FetchHandler",
    "https": "crawler.handler.FetchHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
ROBOTSTXT_OBEY = False
DOWNLOAD_DELAY = 0
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 16
DOWNLOADER_MIDDLEWARES_BASE: dict[str, int] = {}
SPIDER_MIDDLEWARES_BASE = {"scrapy.spidermiddlewares.start.StartSpiderMiddleware": 25}
EXTENSIONS_BASE: dict[str, int] = {}

# Scrapy starts this many tasks for each response; we hand it none of our items.
CONCURRENT_ITEMS = 1

COOKIES_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 20_000_000
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "INFO"
STATS_DUMP = False

# Where everything lies that is kept; ``-s PRESSWATCH_HOME=…`` or the environment.
PRESSWATCH_HOME = ""
