"""Refuse files and functions that have grown too long to be read in one go.

python scripts/budget.py
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

FILE_LINES = 300
FUNCTION_LINES = 60
CLOSURES = {"src/articlekit/readers/flatten.py": (370, 320)}
"""Files and functions that may be longer, and why: the events of the reader share local variables,
which is what makes them fast, so that they cannot be told apart into functions of their own."""
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    found: list[str] = []
    paths = [*ROOT.glob("src/**/*.py"), *ROOT.glob("scripts/**/*.py")]
    for path in sorted(paths):
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(ROOT))
        lines = text.count("\n")
        most, longest = CLOSURES.get(name, (FILE_LINES, FUNCTION_LINES))
        if lines > most:
            found.append(f"{name}: {lines} lines, at most {most}")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > longest:
                    found.append(
                        f"{name}:{node.lineno}: {node.name} has {length} lines, at most {longest}"
                    )
    print("\n".join(found) or "every file and function is within the budget")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
