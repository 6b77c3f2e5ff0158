"""Files that cannot be read: one documented error, which is an `OSError` too."""

import errno
import io
from pathlib import Path

import pytest

import articlekit


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.html"

    with pytest.raises(articlekit.FileError) as caught:
        articlekit.parse(missing)

    assert caught.value.errno == errno.ENOENT
    assert caught.value.filename == str(missing)
    assert isinstance(caught.value, OSError)
    assert isinstance(caught.value, articlekit.ArticleKitError)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(articlekit.FileError):
        articlekit.parse(tmp_path)


def test_a_path_that_no_system_can_hold_is_refused() -> None:
    with pytest.raises(articlekit.FileError, match="null"):
        articlekit.parse(Path("a\0b"))


def test_a_file_that_fails_while_it_is_read() -> None:
    class Failing(io.StringIO):
        def read(self, _size: int | None = -1) -> str:
            raise OSError(errno.EIO, "device gone", "/dev/tape")

    with pytest.raises(articlekit.FileError, match="device gone"):
        articlekit.parse(Failing())


def test_a_file_opened_as_text_in_another_encoding(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes("<p>Größe</p>".encode("latin-1"))

    with (
        page.open(encoding="utf-8") as file,
        pytest.raises(articlekit.InputTypeError, match="binary"),
    ):
        articlekit.parse(file)
