"""What keeping a page costs, against warcio's own gzip writer (target 8).

Both write the same exchange to the same disk: request, response and metadata, with
block and payload digests. A page is kept here as it was received; warcio is given it
decoded, as client libraries hand it out, and for comparison also as received. CPU
time, the two by turns, median of five rounds.
"""

import io
import random
import statistics
import tempfile
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.archive import Archive, Locator
from corpus.exchange import Exchange

ROUNDS = 5
COUNT = 300
MUST_COST, AIM_COST, MUST_SIZE = 0.15, 0.07, 1.03
SITE = "press.harbour.example"
NOW = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


def make_page(seed: int, *, size: int = 43_000) -> bytes:
    """Return a page of about 43 KB that compresses as news pages do, four to one."""
    dice = random.Random(seed)
    letters = "etaoinshrdlucmfwygpbvk"
    words = ["".join(dice.choices(letters, k=dice.randint(2, 9))) for _ in range(900)]
    page, length = [], 0
    while length < size:
        text = " ".join(dice.choices(words, k=40))
        line = f'<div class="item"><a href="/news/{dice.randint(1, 9999)}">{text}</a>'
        page.append(line)
        length += len(line)
    return "\n".join(page).encode()


def make_exchange(seed: int, *, is_coded: bool) -> Exchange:
    """Return the exchange of one page, sent gzipped or plain."""
    page = make_page(seed)
    coding = (("Content-Encoding", "gzip"),) if is_coded else ()
    return Exchange(
        url=f"https://{SITE}/news/2026/notice-{seed}.html",
        request_headers=(
            ("Host", SITE),
            ("User-Agent", "presswatch/0.1.0"),
            ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
            ("Accept-Encoding", "gzip, deflate"),
        ),
        request_line_target=f"/news/2026/notice-{seed}.html",
        status=200,
        reason="OK",
        headers=(
            ("Server", "nginx"),
            ("Date", "Fri, 02 Jan 2026 03:04:05 GMT"),
            ("Content-Type", "text/html; charset=utf-8"),
            *coding,
            ("Cache-Control", "max-age=300"),
            ("ETag", f'"{seed:x}"'),
            ("Vary", "Accept-Encoding"),
        ),
        body=zlib.compress(page, 6, wbits=31) if is_coded else page,
        payload=page,
        fetched_at=NOW,
        ip="192.0.2.7",
    )


def write_ours(root: Path, exchanges: list[Exchange]) -> list[Locator]:
    """Write with our writer."""
    writer = Archive(root).writer(SITE, run=1, now=lambda: NOW)
    found = [writer.add(exchange) for exchange in exchanges]
    writer.close()
    return found


def write_theirs(root: Path, exchanges: list[Exchange]) -> None:
    """Write with warcio's."""
    with (root / "theirs.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for exchange in exchanges:
            _write_one(writer, exchange)


def _write_one(writer: WARCWriter, exchange: Exchange) -> None:
    url, fields = exchange.url, {"WARC-IP-Address": exchange.ip}
    answer = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=StatusAndHeaders(
            "200 OK", list(exchange.headers), protocol="HTTP/1.1"
        ),
        warc_headers_dict=dict(fields),
    )
    request = writer.create_warc_record(
        url,
        "request",
        http_headers=StatusAndHeaders(
            f"GET {exchange.request_line_target} HTTP/1.1",
            list(exchange.request_headers),
            is_http_request=True,
        ),
        warc_headers_dict=dict(fields),
    )
    about = writer.create_warc_record(url, "metadata", payload=io.BytesIO(), length=0)
    writer.write_request_response_pair(request, answer)
    writer.write_record(about)


def read_theirs(root: Path, locators: list[Locator]) -> None:
    """Read records one by one with warcio's reader."""
    for locator in locators:
        with (root / locator.file).open("rb") as file:
            file.seek(locator.offset)
            record = next(iter(ArchiveIterator(file, check_digests=True)))
            record.content_stream().read()


def measure(job: Callable[[Path], object]) -> tuple[float, int]:
    """Return the CPU seconds of a job and how many bytes it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        start = time.process_time()
        job(root)
        spent = time.process_time() - start
        return spent, sum(p.stat().st_size for p in root.rglob("*") if p.is_file())


def compare_writing(*, ours_coded: bool, theirs_coded: bool) -> tuple[float, ...]:
    """Return the ratios of cost and size to warcio's, and our µs an exchange."""
    mine = [make_exchange(seed, is_coded=ours_coded) for seed in range(COUNT)]
    other = [make_exchange(seed, is_coded=theirs_coded) for seed in range(COUNT)]
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(measure(lambda root: write_theirs(root, other)))
        ours.append(measure(lambda root: write_ours(root, mine)))
    cost = [one[0] / two[0] for one, two in zip(ours, theirs, strict=True)]
    each = statistics.median(one[0] for one in ours) / COUNT * 1e6
    return statistics.median(cost), ours[0][1] / theirs[0][1], each


def compare_reading() -> tuple[float, float]:
    """Return the ratio of the cost of reading to warcio's, and our µs a capture."""
    exchanges = [make_exchange(seed, is_coded=True) for seed in range(COUNT)]
    ratios, each = [], []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        locators, archive = write_ours(root, exchanges), Archive(root)
        for _ in range(ROUNDS):
            start = time.process_time()
            read_theirs(root, locators)
            between = time.process_time()
            for locator in locators:
                archive.read(locator)
            end = time.process_time()
            ratios.append((end - between) / (between - start))
            each.append((end - between) / COUNT * 1e6)
    return statistics.median(ratios), statistics.median(each)


def main() -> None:
    """Print the figures."""
    cost, size, each = compare_writing(ours_coded=True, theirs_coded=False)
    print(
        f"archive, page as received, warcio given it decoded: {cost:.3f} of the cost"
        f" (must {MUST_COST}, aim {AIM_COST}), {size:.3f} of the size"
        f" (must {MUST_SIZE}), {each:.0f} µs an exchange"
    )
    for name, is_coded in (("gzipped", True), ("plain", False)):
        ratios = compare_writing(ours_coded=is_coded, theirs_coded=is_coded)
        print(
            f"archive, both given the {name} page: {ratios[0]:.3f} of the cost,"
            f" {ratios[1]:.3f} of the size, {ratios[2]:.0f} µs an exchange"
        )
    reading, each_read = compare_reading()
    print(f"archive, reading: {reading:.3f} of warcio's cost, {each_read:.0f} µs each")


if __name__ == "__main__":
    main()
