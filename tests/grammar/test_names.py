import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.names import ALONE, is_name, name_strength
from articlekit.language import lexicon

NAMES = [
    "Nora Quill", "Maud O’Regan", "Ida Thomson-Vane", "Ugo D'Amari", "J. Ashdown", "J.R. Ashdown",
    "BRUNO GOBAIN", "E. NURDAN", "Femi van der Berg", "Fouzia Van Der Fort", "Luis de la Cueva",
    "Omar al-Haddin", "Abu Bakr ibn Samad", "Dr. Femi Okoro", "Dr. Femi van der Berg Jr.",
    "Alan McAdder", "Atli Þór Guðmundsson", "Özge Şimşekli", "Michał Żurek", "Jiří Šťastka",
    "Анна Гусева", "Μαρία Παπαδάκη", "王小明", "山田 太郎", "홍길동", "أسماء نصري", "נועה ברק", "रवि मोहनकर",
    "AJ Hobson", "Nora d’Arlan",
]  # fmt: skip
OTHERS = [
    "", "a", "Nora", "nora quill", "The Herald", "Le Quotidien", "Los Gallardos", "Nora Quill.",
    "Nora quill writes", "Zürich nach Bregenz", "News Reporter", "Nora Quill 5", "Nora van",
    "Senior Political Correspondent", "www.harbour.example", "Nora, Quill", "BBC World", "Nora Quill?",
    "A Name That Is Far Too Long To Be One", "市议会批准新防洪墙", "J. R.", "42", "---",
]  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert is_name(text, lexicon("en"))


@pytest.mark.parametrize("text", OTHERS)
def test_others(text: str) -> None:
    assert not is_name(text, lexicon("en"))


def test_scripts_without_case_prove_less() -> None:
    words = lexicon("en")
    assert name_strength("أسماء نصري", words) < ALONE <= name_strength("Nora Quill", words)


@given(st.text(max_size=60))
def test_strength_is_a_share(text: str) -> None:
    assert 0 <= name_strength(text, lexicon("en")) <= 1
