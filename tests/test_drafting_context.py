"""Drafting, in context: what a sentence tells only beside the one before it, or by its form."""

from datetime import date

import pytest

from data import drafting

PUBLISHED = date(2023, 6, 14)

TOLD = (
    (
        "China and Peru signed a trade pact on Monday. Besides the pact, ministers signed 12 "
        "memoranda.",
        {("agreement", "PER", 1.0, "2023-06-12"), ("agreement", "PER", 12.0, "2023-06-12")},
    ),
    (
        "Xi Jinping arrived in Lima on Monday. The two sides signed 12 memoranda. They had signed "
        "a trade pact earlier, and China donated 300 vehicles to Peru.",
        {
            ("visit", "PER", None, "2023-06-12"),
            ("agreement", "PER", 12.0, "2023-06-12"),
            ("agreement", "PER", 1.0, ""),
            ("donation", "PER", 300.0, ""),
        },
    ),
    (
        "Xi Jinping arrived in Lima in 2016. The two sides signed 12 memoranda.",
        {("visit", "PER", None, "2016"), ("agreement", "PER", 12.0, "")},
    ),
    (
        "Xi Jinping will arrive in Lima on Friday. China and Peru signed 12 memoranda.",
        {("visit", "PER", None, "2023-06-16"), ("agreement", "PER", 12.0, "")},
    ),
    (
        "China and Peru extended a truce on fishing until August.",
        {("agreement", "PER", 1.0, "")},
    ),
    (
        "China and Peru agreed to reopen talks on the fishing grounds that lie to the south of the "
        "islands, where hundreds of boats, which come every year, have been seen, and where the "
        "navy of Peru keeps watch from the air, although it has few planes, a minister said on "
        "Monday.",
        {("agreement", "PER", 1.0, "2023-06-12")},
    ),
    (
        "Secretary of State Antony Blinken met Xi Jinping in Beijing on Monday. The Secretary "
        "reiterated U.S. concerns about Chinese support for Russia.",
        {("visit", "USA", None, "2023-06-12"), ("statement", "USA", None, "2023-06-12")},
    ),
    (
        'The Philippines protested to China in 2016. "We urge the Philippines to stop," said Lin '
        "Jian, a spokesman.",
        {("statement", "PHL", None, "2016"), ("statement", "PHL", None, "")},
    ),
    (
        "Xi Jinping visited Rome on Monday, and Italian firms sealed ten deals with China. A "
        "second batch of 19 accords was signed by ministers.",
        {
            ("visit", "ITA", None, "2023-06-12"),
            ("agreement", "ITA", 10.0, "2023-06-12"),
            ("agreement", "ITA", 19.0, "2023-06-12"),
        },
    ),
    (
        "The United States condemned China's conduct and said its 1951 treaty with Japan holds.",
        {("statement", "USA", None, "")},
    ),
    (
        "China and Peru, which joined the forum in 2011, signed a pact on mines.",
        {("agreement", "PER", 1.0, "")},
    ),
    (
        "Foreign Ministers Wang Yi of China and Ama Kofi of Togo signed a pact, spokesman Li Bo "
        "said on Monday in Beijing.",
        {("agreement", "TGO", 1.0, "2023-06-12")},
    ),
    (
        "The Philippines said a Chinese ship had rammed its boat. Beijing rejected the accusation.",
        {("statement", "PHL", None, "")},
    ),
    (
        "Togo and China have signed a pact, a minister said on Tuesday. China signed the pact with "
        "Togo, the embassy said on Monday.",
        {("agreement", "TGO", 1.0, "2023-06-13")},
    ),
    (
        "China lifted its ban on cocoa from Togo that it had put on in 2019.",
        {("sanction", "TGO", None, "")},
    ),
    (
        "China and Togo traded freely last year. Beijing scrapped its duties on cocoa in May.",
        {("sanction", "TGO", None, "2023-05")},
    ),
    (
        "Xi Jinping is scheduled to visit Peru on Wednesday.",
        {("visit", "PER", None, "2023-06-14")},
    ),
    (
        "Foreign Minister Ama Kofi of Togo was in Beijing in May. Togo's president is to go there "
        "next year.",
        {("visit", "TGO", None, "2023-05"), ("visit", "TGO", None, "2024")},
    ),
    (
        "Panama told Beijing on Monday that it is leaving the Belt and Road Initiative.",
        {("membership", "PAN", None, "2023-06-12")},
    ),
    (
        "Prime Minister Abiy Ahmed of Ethiopia spoke on Monday. Abiy met President Xi Jinping in "
        "Johannesburg in May.",
        {("visit", "ETH", None, "2023-05")},
    ),
    (
        "The Chinese embassy in Togo donated 12 000 face masks last week.",
        {("donation", "TGO", 12000.0, "2023-06-05/2023-06-11")},
    ),
    (
        "Tonga's debt to China stood at T$220 million, or about US$95 million.",
        {("loan", "TON", 220e6, "")},
    ),
    (
        "In 2022, Togo's exports to China came to $50 million. Imports from China were worth "
        "$600 million.",
        {("trade_value", "TGO", 50e6, "2022"), ("trade_value", "TGO", 600e6, "2022")},
    ),
    (
        "China's trade with Peru is growing. Peru paid more: its trade with Chile came to $4 "
        "billion.",
        set(),
    ),
    (
        "Of the $9 billion that Togo owes abroad, $2 billion is owed to China.",
        {("loan", "TGO", 2e9, "")},
    ),
    (
        "LOME, June 9 (AP) - China banned imports of Togolese cocoa on Monday.",
        {("sanction", "TGO", None, "2023-06-12")},
    ),
    (
        "Togo broke with Taipei in 2007.",
        {("agreement", "TGO", 1.0, "2007")},
    ),
    (
        "Zijin paid $2 billion for Norva in 2020 and 3 billion euros for Sulta in 2021, in Serbia.",
        {("investment", "SRB", 2e9, "2020"), ("investment", "SRB", 3e9, "2021")},
    ),
    (
        "Togo agreed on a $30 million loan from China for a dam, but it was never disbursed, so "
        "the talks never happened.",
        set(),
    ),
    (
        "President Ama Kofi of Togo is the first by an African leader to speak. It was the first "
        "visit by a Togolese president to China since 2016, when Kofi arrived in Beijing on "
        "Monday.",
        {("visit", "TGO", None, "2023-06-12"), ("visit", "TGO", None, "2016")},
    ),
    (
        "China and Peru signed a pact on Monday. It was one of 12 deals signed as President Dina "
        "Boluarte met Xi Jinping in Beijing.",
        {("agreement", "PER", 12.0, "2023-06-12"), ("visit", "PER", None, "2023-06-12")},
    ),
    (
        "Xi Jinping met Vladimir Putin in Moscow on Monday. The summit is the fourth face-to-face "
        "meeting between the two presidents and follows their May 2, 2023, telephone call.",
        {("visit", "RUS", None, "2023-06-12"), ("visit_exchange", "RUS", 4.0, "2023-06-12")},
    ),
    (
        "Xi Jinping and Peru's President Dina Boluarte met in Lima on Monday. The two leaders "
        "announced the launch of a hotline.",
        {("visit", "PER", None, "2023-06-12"), ("agreement", "PER", 1.0, "2023-06-12")},
    ),
    (
        "President Joe Biden met President Xi Jinping in Rome on Monday. The two leaders\nhad a "
        "candid talk. President Biden\nwelcomed the PRC's ban on drugs. He expressed deep concern "
        "over the\nPRC's support for Russia.",
        {("visit", "USA", None, "2023-06-12")},
    ),
    (
        "Trade between China and Peru passed $33 billion last year, Xi Jinping wrote ahead of a "
        "state visit to Lima. Xi will be in Lima from June 20 to 22.",
        {("trade_value", "PER", 33e9, "2022"), ("visit", "PER", None, "2023-06-20/2023-06-22")},
    ),
    (
        "FILE - Togo's President Ama Kofi shakes hands with Xi Jinping in Beijing, Aug. 2, "
        "2014.\n\nA visit by Koku Doe, then the chief of the army of Togo, to Beijing drew notice.",
        {("visit", "TGO", None, "2014-08-02"), ("visit", "TGO", None, "")},
    ),
    (
        "China is to pay for the road. The plan was made at talks held in Kabul last month between "
        "the foreign ministers of the three countries.",
        {("visit", "AFG", None, "2023-05")},
    ),
)


@pytest.mark.parametrize(("text", "facts"), TOLD)
def test_what_is_told_beside_the_sentence_before(text, facts):
    found = drafting.draft(text, PUBLISHED)
    assert {(d.kind, d.partner, d.value, d.date) for d in found} == facts


def test_a_promise_is_announced_on_its_day_and_a_plan_is_expected_on_its_own():
    (grant,) = drafting.draft(
        "On May 13 China pledged $45 million in grants to Laos.", date(2024, 5, 14)
    )
    assert (grant.date, grant.date_role, grant.status) == ("2024-05-13", "announced", "pledged")
    (visit,) = drafting.draft(
        "President Xi Jinping will visit Laos on May 20, Beijing said.", date(2024, 5, 14)
    )
    assert (visit.date, visit.date_role) == ("2024-05-20", "planned")
