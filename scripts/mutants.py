"""Change the code at random places and see whether the tests notice: how much they hold.

    python scripts/mutants.py                       the modules of mutants.toml, 12 mutants of each
    python scripts/mutants.py settle build --count 20 --seed 2

A mutant is a copy of the package with one change: a comparison or an operator for another, a number
one larger, a condition turned round, a value that is not returned, a call that is not made. It is
found when a test fails, does not end in time, or cannot start. What no test notices is printed, to
be read: some changes change nothing. The same seed gives the same mutants.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src") / "articlekit"
CHOSEN = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SECONDS = 300
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult, ast.Mod: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


class Change(NamedTuple):
    """One change that can be made to a tree: where, what it does, and how it is made."""

    line: int
    what: str
    make: Callable[[], None]


def changes(tree: ast.Module) -> Iterator[Change]:
    """Every change that can be made; names, annotations and docstrings are left alone."""
    told = {id(part) for hint in _hints(tree) for part in ast.walk(hint)}
    for node in ast.walk(tree):
        if id(node) in told:
            continue
        if isinstance(node, ast.Compare):
            other = COMPARED[type(node.ops[0])]
            yield Change(node.lineno, f"compares by {other.__name__}", _put(node.ops, 0, other()))
        elif isinstance(node, ast.BinOp) and type(node.op) in COUNTED:
            sign = COUNTED[type(node.op)]
            yield Change(node.lineno, f"counts by {sign.__name__}", _set(node, "op", sign()))
        elif isinstance(node, ast.BoolOp):
            joint = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield Change(node.lineno, f"joins by {type(joint).__name__}", _set(node, "op", joint))
        elif isinstance(node, (ast.If, ast.IfExp, ast.While)) and not _is_for_types(node.test):
            turned = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
            yield Change(node.lineno, "condition turned round", _set(node, "test", turned))
        elif isinstance(node, ast.Constant) and type(node.value) in (int, bool):
            value = (not node.value) if isinstance(node.value, bool) else node.value + 1
            yield Change(node.lineno, f"{node.value} is {value}", _set(node, "value", value))
        elif isinstance(node, ast.Return) and not _is_nothing(node.value):
            nothing = ast.copy_location(ast.Constant(None), node)
            yield Change(node.lineno, "returns None", _set(node, "value", nothing))
        elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.Yield)):
            nothing = ast.copy_location(ast.Constant(None), node.value)
            yield Change(node.lineno, "is not done", _set(node, "value", nothing))


def _hints(tree: ast.Module) -> Iterator[ast.expr]:
    """The annotations of a tree."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.AnnAssign, ast.arg)) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
            yield node.returns


def _is_nothing(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _is_for_types(test: ast.expr) -> bool:
    """Whether a condition only hides imports from the interpreter."""
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def _set(node: ast.AST, field: str, value: object) -> Callable[[], None]:
    return lambda: setattr(node, field, value)


def _put(found: list[ast.cmpop], at: int, value: ast.cmpop) -> Callable[[], None]:
    return lambda: found.__setitem__(at, value)


def mutant(source: str, number: int) -> tuple[Change, str]:
    """The source with the change of a number made; a tree is parsed anew for each."""
    tree = ast.parse(source)
    change = list(changes(tree))[number]
    change.make()
    return change, ast.unparse(ast.fix_missing_locations(tree))


def is_noticed(folder: Path, tests: Sequence[str]) -> bool:
    """Whether a test fails with the package of a folder in place of the project's."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    env = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    running = subprocess.Popen(  # noqa: S603 - our own tests
        command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        return running.wait(SECONDS) != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        _stop(running)


def _stop(running: subprocess.Popen[bytes]) -> None:
    """End the tests and what they started: a mutant in an endless loop would run on."""
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def judge(module: str, folder: Path, count: int, seed: int) -> tuple[int, int]:
    """How many mutants of a module were noticed, of how many; the others are printed."""
    place = PACKAGE / f"{module}.py"
    source = (ROOT / place).read_text(encoding="utf-8")
    total = len(list(changes(ast.parse(source))))
    numbers = random.Random(f"{seed} {module}").sample(range(total), min(count, total))
    tests, noticed = CHOSEN["tests"][module], 0
    if is_noticed(folder, tests):
        sys.exit(f"{module}: its tests fail without any change")
    for number in sorted(numbers):
        change, text = mutant(source, number)
        (folder / place).write_text(text, encoding="utf-8")
        if is_noticed(folder, tests):
            noticed += 1
        else:
            line = source.splitlines()[change.line - 1].strip()
            print(f"  {module}:{change.line}: {change.what}: {line}", flush=True)
    (folder / place).write_text(source, encoding="utf-8")
    return noticed, len(numbers)


def main() -> int:
    """Judge the modules that the command line names, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", default=list(CHOSEN["tests"]))
    parser.add_argument("--count", type=int, default=12, help="mutants of each module")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    scores: dict[str, tuple[int, int]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "src", folder / "src")
        for module in options.modules:
            scores[module] = judge(module, folder, options.count, options.seed)
            print(f"{module}: {scores[module][0]} of {scores[module][1]}", flush=True)
    safe = [score for module, score in scores.items() if module in CHOSEN["security"]]
    for title, found in (("all", list(scores.values())), ("security", safe)):
        noticed, made = (sum(column) for column in zip(*found, strict=True)) if found else (0, 0)
        print(f"{title}: {noticed} of {made} noticed ({100 * noticed / max(1, made):.0f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
