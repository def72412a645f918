"""Scrapy as a run of ours starts it; imported only where something new is asked for."""

import logging

from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings

from crawler import settings as project_settings
from crawler.spiders.site import SiteSpider

__all__ = ["AsyncCrawlerRunner", "SiteSpider", "new_runner"]


def new_runner() -> AsyncCrawlerRunner:
    """Return what runs spiders with the project's settings."""
    logging.getLogger("scrapy").setLevel(logging.ERROR)
    settings = Settings()
    settings.setmodule(project_settings, priority="project")
    return AsyncCrawlerRunner(settings)
