"""The fuzz targets hold on their seeds, to which every finding is added, and on some mutations."""

import argparse
import importlib
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parents[2] / "fuzz"
TARGETS = ("html", "text", "linked_data", "exporters", "feeds", "mail")


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FUZZ)


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_break_no_promise(name: str) -> None:
    target = importlib.import_module(f"targets.{name}")
    seeds = sorted((FUZZ / "seeds" / name).iterdir())

    assert seeds
    for seed in seeds:
        target.check(seed.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_mutated_seeds_break_no_promise(name: str) -> None:
    run = importlib.import_module("run")
    target = importlib.import_module(f"targets.{name}")
    options = argparse.Namespace(runs=40, seconds=30.0, seed=1)

    assert run.run_plain(name, target, options) > 0


def test_a_broken_promise_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run = importlib.import_module("run")
    monkeypatch.setattr(run, "FINDINGS", tmp_path / "findings")

    class Broken:
        @staticmethod
        def check(data: bytes) -> None:
            raise AssertionError(data)

    with pytest.raises(AssertionError):
        run.run_plain("text", Broken, argparse.Namespace(runs=5, seconds=5.0, seed=1))

    assert len(list((tmp_path / "findings").iterdir())) == 1
    assert sys.path[0] == str(FUZZ)
