"""Scripts to the data that they carry; programs are never run."""

import json

import pytest

from articlekit.page import Head
from articlekit.readers import states
from articlekit.readers.flight import read_flight
from articlekit.readers.states import read_states

DATA = {"body": 'He said "so" \\ <p>it’s</p>', "n": [1, None]}
TEXT = json.dumps(DATA)
SINGLE = TEXT.replace("\\", "\\\\").replace("'", "\\'")


def values(*programs: str) -> list[object]:
    return [value for _, value in read_states(Head(programs=list(programs)))]


PROGRAMS = [
    ("an assignment", f"window.__STATE__ = {TEXT};run();"),
    ("a name in brackets", f'window["__STATE__"]={TEXT}'),
    ("behind other statements", f"var a=1,b={{c:d}};if(a)b();window.x.y = {TEXT}"),
    ("a push", f"(self.q = self.q || []).push({TEXT})"),
    ("a string", f"window.a = {json.dumps(TEXT)};"),
    ("a string to parse", f"window.a = JSON.parse({json.dumps(TEXT)});"),
    ("a string in single marks", f"window.a = JSON.parse('{SINGLE}');"),
    ("escapes of programs", "window.a=" + TEXT.replace("</p>", "<\\/p\\>")),
]


@pytest.mark.parametrize("program", dict(PROGRAMS).values(), ids=dict(PROGRAMS))
def test_data_in_a_program(program: str) -> None:
    assert DATA in values(program)


@pytest.mark.parametrize(
    "program",
    [
        "",
        "window.a = ",
        'window.a = {"b": ',
        "window.a = JSON.parse('",
        "function (a) { return a == b ? [c] : {d: e} }",
        'window.a = "plain"',
        "window.a = {b: 'c'}",
        "window.a = " + "[" * 5000,
    ],
)
def test_no_data(program: str) -> None:
    assert values(program) == []


def test_scripts_of_data_come_first_with_their_text() -> None:
    head = Head(states=[TEXT], programs=["window.a = [1, 2]"])

    assert list(read_states(head)) == [(TEXT, DATA), ("window.a = [1, 2]", [1, 2])]


def test_brackets_that_never_close_are_not_followed_for_ever() -> None:
    program = '={"a":"b",' * 100_000

    assert values(program) == []


def test_so_much_of_programs_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "MOST_TEXT", 20)

    assert values("window.a = [1, 2]", "window.b = [3, 4]") == [[1, 2]]


def test_chunks_of_rows_are_joined() -> None:
    rows = f'1:{TEXT}\n2:T{len("Año <p>x</p>".encode()):x},Año <p>x</p>3:I["a"]\n4:["$","p",null,{{}}]\n'
    chunks = [rows[:9], rows[9:40], rows[40:]]
    programs = [f"self.__next_f.push({json.dumps([1, chunk])})" for chunk in chunks]

    assert values(*programs) == [DATA, "Año <p>x</p>", ["$", "p", None, {}]]


@pytest.mark.parametrize("rows", ["", "x", "1:", "1:T", "1:Tffff,abc", "1:{broken\n", "\n\n:\n"])
def test_broken_rows(rows: str) -> None:
    assert all(isinstance(value, str) for value in read_flight(rows))
