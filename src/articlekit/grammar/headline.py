"""What wires put before a headline: "UPDATE 1-", "CORRECTED-", "BREAKING:" (conventions 1.4)."""

from __future__ import annotations

from articlekit.pattern import lazy

_STATUS = lazy(
    r"((?:UPDATE|WRAPUP|LEAD|RPT|REFILE)(?:[ -]?\d{1,2})?|CORRECTED|CORRECTION|EXCLUSIVE|BREAKING|"
    r"URGENT|URGENTE|DRINGEND|EIL|EILMELDUNG|FLASH|ALERT|СРОЧНО|ÚLTIMA HORA|WIDER|ADVISORY)"
    r"(?:\s?[-–—:]\s?|\s(?=\+{3}))|\+{3}\s?"
)


def status_of(text: str) -> str | None:
    """The story-status prefix of a headline, as printed; None without one."""
    match = _STATUS.match(text)
    return (match[1] or match[0].strip()) if match else None
