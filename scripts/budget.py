"""Refuse files and functions that have grown too long to be read in one go.

python scripts/budget.py
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

FILE_LINES = 300
FUNCTION_LINES = 60
ROOT = Path(__file__).resolve().parent.parent / "src"


def main() -> int:
    found: list[str] = []
    for path in sorted(ROOT.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT.parent)
        lines = text.count("\n")
        if lines > FILE_LINES:
            found.append(f"{name}: {lines} lines, at most {FILE_LINES}")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    found.append(
                        f"{name}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES}"
                    )
    print("\n".join(found) or "every file and function is within the budget")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
