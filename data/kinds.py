"""The registry of kinds: each kind of fact is declared here once and spelt nowhere else.

PLOVER is the event ontology of the field (Political Language Ontology for Verifiable
Event Records); a kind without an event type, such as a trade rank, describes a state.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Family:
    """A group of kinds that share a colour (hex, from the colour-blind-safe Okabe-Ito set)."""

    key: str
    label: str
    colour: str


@dataclass(frozen=True)
class Kind:
    """What a kind is called, means, counts in, looks like, and is in PLOVER.

    ``subkinds`` maps each allowed subkind to its meaning; ``plover`` is the event type, and
    ``plover_by_subkind`` refines it. ``symbol`` is one of `components.theme.SYMBOLS`.
    ``lasts`` says for which roles of its date the days of an interval are how long it lasted
    (`EVENT`, `STATE`); with any other role it lies somewhere in these days.
    """

    key: str
    label: str
    meaning: str
    family: Family
    symbol: str
    unit: str = ""
    plover: str = ""
    subkinds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    plover_by_subkind: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lasts: tuple[str, ...] = ()


EVENT = ("occurred", "observed", "as_of")
"""It goes on while it happens: a visit, a patrol, a year's trade."""
STATE = ("as_of",)
"""It begins at a moment and then holds: a signature, and the treaty in force."""

DIPLOMACY = Family("diplomacy", "Diplomacy", "#0072B2")
TRADE_FAMILY = Family("trade", "Trade and projects", "#009E73")
AID_FAMILY = Family("aid", "Aid", "#E69F00")
SECURITY = Family("security", "Security", "#D55E00")
SANCTIONS = Family("sanctions", "Sanctions", "#8B5FBF")
STATEMENTS = Family("statements", "Statements", "#7A8594")
FAMILIES = (DIPLOMACY, TRADE_FAMILY, AID_FAMILY, SECURITY, SANCTIONS, STATEMENTS)

_FLOWS = {
    "total trade": "imports and exports together",
    "imports": "what the partner buys",
    "exports": "what the partner sells",
}

_DECLARED = (
    Kind(
        "visit",
        "Visits",
        "A person of rank goes to the other country, or holds talks there.",
        DIPLOMACY,
        "circle",
        "hours",
        "CONSULT",
        {
            "state": "at the head of state's invitation, with full ceremony",
            "official": "at a government's invitation",
            "working": "for talks, without ceremony",
            "talks": "talks within a visit",
            "unspecified": "the source does not say what kind of visit",
        },
        lasts=EVENT,
    ),
    Kind(
        "visit_exchange",
        "Visit exchanges",
        "How many visits or meetings there were in a period, counted by somebody.",
        DIPLOMACY,
        "bowtie",
        "visits",
        "CONSULT",
        {
            "leader meetings": "meetings of the two leaders",
            "two-way visits": "visits of delegations in both directions",
        },
        lasts=EVENT,
    ),
    Kind(
        "agreement",
        "Agreements",
        "A text that both sides signed, or a programme that they agreed on.",
        DIPLOMACY,
        "square",
        "",
        "SUPPORT",
        {
            "programme": "several deals under one name",
            "treaty": "binding on both states",
            "memorandum": "a statement of intent",
        },
        lasts=STATE,
    ),
    Kind(
        "membership",
        "Memberships",
        "Who belongs to, or has signed up to, an initiative or organisation.",
        DIPLOMACY,
        "pentagon",
        "countries",
        "SUPPORT",
        {
            "Belt and Road documents": "cooperation documents of the Belt and Road Initiative",
            "organisation": "membership of an international organisation",
        },
        lasts=STATE,
    ),
    Kind(
        "trade_rank",
        "Trade ranks",
        "China's place among the partner's trading partners, or the partner's among China's.",
        TRADE_FAMILY,
        "square",
        "rank of China",
        "",
        _FLOWS,
        lasts=STATE,
    ),
    Kind(
        "trade_value",
        "Trade values",
        "What was traded in a period, in money or in goods that were counted.",
        TRADE_FAMILY,
        "diamond",
        "USD",
        "",
        _FLOWS,
        lasts=EVENT,
    ),
    Kind(
        "trade_comparison",
        "Trade comparisons",
        "Trade with China as a ratio to trade with another country.",
        TRADE_FAMILY,
        "hourglass",
        "ratio to Russia",
        "",
        _FLOWS,
        lasts=STATE,
    ),
    Kind(
        "investment",
        "Investments",
        "Money put into a company or asset of the other country.",
        TRADE_FAMILY,
        "triangle-up",
        "USD",
        "COOPERATE",
    ),
    Kind(
        "project",
        "Projects",
        "Something built or run together.",
        TRADE_FAMILY,
        "pentagon",
        "",
        "COOPERATE",
        {
            "industrial park": "a zone for joint industry",
            "infrastructure": "roads, rail, ports, power, networks",
        },
        lasts=EVENT,
    ),
    Kind(
        "donation",
        "Donations",
        "Goods given, counted in pieces or by their value.",
        AID_FAMILY,
        "diamond",
        "USD",
        "AID",
        {
            "equipment": "pieces of equipment",
            "equipment value": "the worth of the equipment in money",
            "goods": "other goods",
        },
    ),
    Kind(
        "grant",
        "Grants",
        "Money given that need not be paid back.",
        AID_FAMILY,
        "square",
        "USD",
        "AID",
    ),
    Kind(
        "loan",
        "Loans",
        "Money lent.",
        AID_FAMILY,
        "triangle-up",
        "USD",
        "AID",
    ),
    Kind(
        "vessel_count",
        "Vessel counts",
        "How many ships somebody counted at a place.",
        SECURITY,
        "triangle-up",
        "vessels",
        "MOBILIZE",
        {
            "maritime militia": "boats that the observer attributes to China's maritime militia",
            "coast guard": "ships of the coast guard",
            "navy": "warships",
            "fishing": "fishing boats",
        },
    ),
    Kind(
        "deployment",
        "Deployments",
        "Ships, aircraft or troops that were sent.",
        SECURITY,
        "triangle-down",
        "vessels",
        "MOBILIZE",
        {"patrol": "sent to watch an area", "exercise": "sent to train"},
        lasts=EVENT,
    ),
    Kind(
        "arms_transfer",
        "Arms transfers",
        "Weapons sold, given or delivered.",
        SECURITY,
        "star",
        "USD",
        "COOPERATE",
    ),
    Kind(
        "sanction",
        "Sanctions",
        "Restrictions that one party puts on another.",
        SANCTIONS,
        "x",
        "sanctioning parties",
        "SANCTION",
        {
            "on partner": "third parties' sanctions on the partner",
            "on China": "sanctions on China or its companies",
            "by China": "China's own sanctions",
        },
        lasts=STATE,
    ),
    Kind(
        "statement",
        "Statements",
        "What was said: by China, by the partner, by third parties, by independent voices.",
        STATEMENTS,
        "cross",
        "",
        "",
        {
            "support": "backs or praises",
            "pledge": "promises or offers",
            "request": "asks or urges",
            "accusation": "blames",
            "denial": "rejects a charge",
            "claim": "asserts a right",
            "assessment": "judges or explains",
        },
        {
            "support": "SUPPORT",
            "pledge": "AGREE",
            "request": "REQUEST",
            "accusation": "ACCUSE",
            "denial": "REJECT",
        },
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.key: kind for kind in _DECLARED})
"""All kinds by key, in the order in which filters and legends list them."""

VISITS = ("visit", "visit_exchange")
TRADE = ("trade_rank", "trade_value", "trade_comparison", "investment", "project")
AID = ("donation", "grant", "loan", "agreement")
MARITIME = ("vessel_count", "deployment")


def plover(kind: str, subkind: str = "") -> str:
    """Return the PLOVER event type of a kind and subkind, or "" where it is no event."""
    declared = KINDS[kind]
    return declared.plover_by_subkind.get(subkind, declared.plover)
