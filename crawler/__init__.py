"""How are pages got, politely and incrementally? The Scrapy project."""
