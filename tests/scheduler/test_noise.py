"""What moves alike on many items, though its line names each item's own writer."""

from scheduler.comparing.noise import Moved, find_noise, parted, without_noise


def edit(number: int, *, come: tuple[str, ...] = ()) -> Moved:
    """Return what moved on an item whose line of facts holds a counter."""
    facts = f"{number} may 2026 | by writer {number}x | opened {{}} times"
    found = parted(Moved((facts.format(700),), (facts.format(912), *come)))
    return Moved(found.gone, found.come, frozenset(["opened # times"]))


def test_a_counter_beside_an_items_own_words_is_noise() -> None:
    """The line is another on each item; the part that counts is the same on all."""
    edits = [edit(n) for n in range(4)]
    noise = find_noise(enumerate(edits), looked=4)
    left = without_noise(edits[0], noise, lambda _: False)
    assert (left.gone, left.come) == ((), ())


def test_what_was_written_stays_when_the_counter_is_taken_away() -> None:
    """Noise must not hide an edit of the same night."""
    noise = find_noise(((n, edit(n)) for n in range(4)), looked=4)
    told = edit(9, come=("no boat was lost.",))
    left = without_noise(told, noise, lambda _: False)
    assert (left.gone, left.come) == ((), ("no boat was lost.",))


def test_a_row_of_figures_stays_whole() -> None:
    """A bare number would be taken for noise wherever it stands afterwards."""
    row = Moved(("old mole | 471",), ("old mole | 472",))
    assert parted(row) == row
