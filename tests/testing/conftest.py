"""Runs of pytest inside of tests."""

import hypothesis  # noqa: F401 - see below
import pytest

import articlekit.testing.plugin

articlekit.parse_html("<p>What is loaded here need not be loaded in every run.</p>")
"""The plugin of hypothesis would load that at the end of each."""


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
