"""Run a fuzz target: `python fuzz/run.py html --runs 10000`, or `--seconds 300`.

With atheris installed the target is run under its coverage guidance, and options of libFuzzer may
follow (`python fuzz/run.py html -max_total_time=3600 corpus/`). Without it, or with `--plain`, the
seeds of the target are cut, joined and stuffed with words of its dictionary at random; the same
`--seed` gives the same inputs. An input that breaks a promise is written to `fuzz/findings/`.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
SEEDS, FINDINGS = HERE / "seeds", HERE / "findings"
TARGETS = ("html", "text", "linked_data", "exporters", "feeds", "mail")
LONGEST = 4000
"""Longer inputs are cut: many short ones find more."""


class Target(Protocol):
    """A module of `targets`."""

    def check(self, data: bytes) -> None:
        """Raise where a promise is broken."""


def main() -> None:
    """Run the target that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--plain", action="store_true", help="without atheris")
    parser.add_argument("--runs", type=int, default=sys.maxsize)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=0)
    options, others = parser.parse_known_args()
    sys.path.insert(0, str(HERE))
    try:
        import atheris
    except ImportError:
        atheris = None
    if atheris is None or options.plain:
        target = importlib.import_module(f"targets.{options.target}")
        runs = run_plain(options.target, target, options)
        print(f"{options.target}: {runs} runs, nothing found")
        return
    with atheris.instrument_imports(include=["articlekit"]):
        target = importlib.import_module(f"targets.{options.target}")
    limits = [f"-max_len={LONGEST}", f"-seed={options.seed or 1}"]
    limits.append(f"-dict={SEEDS / options.target}.dict")
    if options.runs != sys.maxsize:
        limits.append(f"-runs={options.runs}")
    if options.seconds != float("inf"):
        limits.append(f"-max_total_time={int(options.seconds)}")
    FINDINGS.mkdir(exist_ok=True)
    limits.append(f"-artifact_prefix={FINDINGS / options.target}-")
    if not any(not other.startswith("-") for other in others):
        others.append(tempfile.mkdtemp(prefix=f"fuzz-{options.target}-"))  # what is found goes here
    atheris.Setup([sys.argv[0], *limits, *others, str(SEEDS / options.target)], target.check)
    atheris.Fuzz()


def run_plain(name: str, target: Target, options: argparse.Namespace) -> int:
    """Check mutated seeds until a limit is reached; the number of inputs that were checked."""
    dice = random.Random(options.seed)
    seeds = [path.read_bytes() for path in sorted((SEEDS / name).iterdir())]
    words = read_words(SEEDS / f"{name}.dict")
    end = time.monotonic() + options.seconds
    count = 0
    while count < options.runs and time.monotonic() < end:
        data = mutated(seeds, words, dice)
        try:
            target.check(data)
        except BaseException:
            FINDINGS.mkdir(exist_ok=True)
            found = FINDINGS / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
            found.write_bytes(data)
            print(f"{name}: run {count}, {found}", file=sys.stderr)
            raise
        count += 1
    return count


def read_words(path: Path) -> list[bytes]:
    """The words of a dictionary of libFuzzer: quoted, one a line, other bytes by number."""
    lines = path.read_text("ascii").splitlines()
    return [line[1:-1].encode().decode("unicode_escape").encode("latin-1") for line in lines]


def mutated(seeds: Sequence[bytes], words: Sequence[bytes], dice: random.Random) -> bytes:
    """A seed with some changes, each one of a few kinds."""
    data = bytearray(dice.choice(seeds))
    for _ in range(dice.choice((1, 2, 4, 8, 16, 32))):
        at = dice.randint(0, len(data))
        to = min(len(data), at + dice.choice((0, 1, 3, 10, 100)))
        kind = dice.randrange(6)
        if kind == 0:
            del data[at:to]
        elif kind == 1:
            data[at:to] = dice.choice(words)
        elif kind == 2:
            data[at:at] = dice.choice(words) * dice.choice((1, 1, 2, 40))
        elif kind == 3:
            data[at:at] = data[at:to] * dice.choice((1, 2, 20))
        elif kind == 4:
            data[at:at] = dice.randbytes(dice.choice((1, 2, 4)))
        else:
            other = dice.choice(seeds)
            cut = dice.randint(0, len(other))
            data[at:] = other[cut:]
    return bytes(data[:LONGEST])


if __name__ == "__main__":
    main()
