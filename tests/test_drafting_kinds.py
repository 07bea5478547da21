"""Drafting, kind by kind: sentences that tell a fact, and sentences that only look like one."""

from datetime import date

import pytest

from data import drafting
from data.kinds import KINDS

PUBLISHED = date(2024, 6, 12)

TOLD = (
    # visit
    (
        "Tanzanian President Samia Suluhu Hassan flew to Beijing on Tuesday for a "
        "three-day state visit.",
        [("visit", "TZA", None)],
    ),
    (
        "Wang Yi wrapped up a tour of Fiji, Tonga and Vanuatu on Friday.",
        [("visit", "FJI", None), ("visit", "TON", None), ("visit", "VUT", None)],
    ),
    (
        "Beijing will host Iranian Foreign Minister Abbas Araghchi next week.",
        [("visit", "IRN", None)],
    ),
    (
        "Prime Minister of Vietnam Pham Minh Chinh met with Premier Li Qiang in Hanoi.",
        [("visit", "VNM", None)],
    ),
    (
        "Treasury Secretary Janet Yellen sat down with Vice Premier He Lifeng in "
        "Guangzhou for two days of talks.",
        [("visit", "USA", None)],
    ),
    (
        "Chilean President Gabriel Boric was in Beijing last week to attend the forum.",
        [("visit", "CHL", None)],
    ),
    (
        "Li Keqiang arrived late Sunday in Berlin, where he was to hold talks with "
        "Chancellor Angela Merkel.",
        [("visit", "DEU", None)],
    ),
    (
        "Chinese Defense Minister Li Shangfu is on a visit to Moscow, the Russian military said.",
        [("visit", "RUS", None)],
    ),
    (
        "Thai Prime Minister Srettha Thavisin is scheduled to travel to China in October.",
        [("visit", "THA", None)],
    ),
    (
        "Xi's trip to Pyongyang was the first by a Chinese leader in 14 years.",
        [("visit", "PRK", None)],
    ),
    (
        "Cambodian leader Hun Sen was received by Xi Jinping at the Great Hall of the "
        "People on Monday.",
        [("visit", "KHM", None)],
    ),
    (
        "The visiting Namibian president held talks with Chinese leaders in Beijing.",
        [("visit", "NAM", None)],
    ),
    (
        "Sergey Lavrov will meet his Chinese counterpart in Tianjin on Tuesday.",
        [("visit", "RUS", None)],
    ),
    (
        "Peru's foreign minister will visit China in May.",
        [("visit", "PER", None)],
    ),
    (
        "A Chinese delegation led by Vice Premier Liu Guozhong visited Gabon in June.",
        [("visit", "GAB", None)],
    ),
    (
        "Uganda's leader, Yoweri Museveni, is among dozens of African heads of state in "
        "Beijing this week for a summit with Xi.",
        [("visit", "UGA", None)],
    ),
    (
        "During a visit to Beijing in 2017, then-President Juan Carlos Varela of Panama "
        "praised the move.",
        [("visit", "PAN", None)],
    ),
    (
        "The announcement came during Xi's three-day state visit to Rome, where he met "
        "Italian Prime Minister Giuseppe Conte.",
        [("visit", "ITA", None)],
    ),
    (
        "Chinese Foreign Minister Wang Yi began a five-nation African trip in Ethiopia "
        "on Thursday.",
        [("visit", "ETH", None)],
    ),
    (
        "FILE - Chinese President Xi Jinping and Nigerian President Muhammadu Buhari "
        "attend a welcome ceremony in Beijing, April 12, 2016.",
        [("visit", "NGA", None)],
    ),
    (
        "FILE - Zimbabwe's President Emmerson Mnangagwa, left, walks with Chinese "
        "President Xi Jinping during a ceremony in Beijing, April 3, 2018.",
        [("visit", "ZWE", None)],
    ),
    (
        "Secretary Blinken traveled to Beijing June 16-21, the State Department said.",
        [("visit", "USA", None)],
    ),
    (
        "President Xi Jinping paid a state visit to Serbia on May 7 and 8, 2024.",
        [("visit", "SRB", None)],
    ),
    (
        "At the invitation of President Xi Jinping, President Lazarus Chakwera of "
        "Malawi will pay a working visit to China from September 3 to 6.",
        [("visit", "MWI", None)],
    ),
    (
        "After talks in Beijing with Xi, Angolan President Joao Lourenco said the debt "
        "would be rescheduled.",
        [("visit", "AGO", None)],
    ),
    (
        "Kim Jong Un made his first known trip abroad as leader last month, taking a "
        "train to Beijing.",
        [("visit", "PRK", None)],
    ),
    (
        "Chinese Vice President Wang Qishan represented Beijing at the queen's funeral in London.",
        [("visit", "GBR", None)],
    ),
    (
        "The president's national security adviser, Jake Sullivan, met for 10 hours "
        "with Wang Yi in Vienna last week.",
        [("visit", "USA", None)],
    ),
    (
        "A two-day visit to Dodoma last week by China's top diplomat ended with few deals.",
        [("visit", "TZA", None)],
    ),
    (
        "Antony Blinken left Beijing on April 26 after three days of meetings.",
        [("visit", "USA", None)],
    ),
    (
        "Austrian Chancellor Karl Nehammer toured a battery plant in Shenzhen on Monday.",
        [("visit", "AUT", None)],
    ),
    (
        "Xi flew on to Serbia after meeting Emmanuel Macron in Paris on Monday.",
        [("visit", "SRB", None), ("visit", "FRA", None)],
    ),
    (
        "The presidents of Kyrgyzstan and Uzbekistan arrived in Xi'an on Thursday.",
        [("visit", "KGZ", None), ("visit", "UZB", None)],
    ),
    (
        "Vietnam's top leader, To Lam, chose China for his first foreign trip in August 2023.",
        [("visit", "VNM", None)],
    ),
    (
        "Tanzanian President Samia Suluhu Hassan told reporters in Beijing that talks went well.",
        [("visit", "TZA", None)],
    ),
    (
        "Narendra Modi and Xi Jinping ended an informal summit in the temple town on Saturday.",
        [("visit", "IND", None)],
    ),
    (
        "Secretary Antony Blinken will travel to Seoul, Tokyo and Beijing next week.",
        [("visit", "USA", None)],
    ),
    (
        "President Donald Trump's tour of Asia took him to Japan, South Korea, China and Vietnam.",
        [("visit", "USA", None)],
    ),
    # visit_exchange
    (
        "Xi has met Putin more than 30 times since 2013.",
        [("visit_exchange", "RUS", 30)],
    ),
    (
        "The two sides exchanged 14 ministerial visits last year, China's ambassador to "
        "Ghana said.",
        [("visit_exchange", "GHA", 14)],
    ),
    (
        "It was the third time this year that Xi and Tokayev of Kazakhstan have met.",
        [("visit_exchange", "KAZ", 3)],
    ),
    # agreement
    (
        "Iran and China signed a 25-year cooperation agreement on Saturday.",
        [("agreement", "IRN", 1)],
    ),
    (
        "Pakistan and China inked six memorandums of understanding in Islamabad.",
        [("agreement", "PAK", 6)],
    ),
    (
        "A free trade deal between China and Ecuador was signed in May.",
        [("agreement", "ECU", 1)],
    ),
    (
        "Beijing and Honduras have struck a deal to open embassies.",
        [("agreement", "HND", 1)],
    ),
    (
        "The Solomon Islands has signed a security pact with China, Prime Minister "
        "Manasseh Sogavare told parliament.",
        [("agreement", "SLB", 1)],
    ),
    (
        "During the visit the two countries signed a dozen agreements on farming and "
        "energy, the Chinese Foreign Ministry said of Nepal.",
        [("agreement", "NPL", 12)],
    ),
    (
        "Kenya's government said the contract, signed with China Road and Bridge "
        "Corporation in 2014, is secret.",
        [("agreement", "KEN", 1)],
    ),
    (
        "Sri Lanka formally handed over the port to China in December 2017 under a 99-year lease.",
        [("agreement", "LKA", 1)],
    ),
    (
        "Nicaragua and China signed a free trade agreement on August 31.",
        [("agreement", "NIC", 1)],
    ),
    (
        "Beijing has concluded bilateral swap deals with Argentina.",
        [("agreement", "ARG", None)],
    ),
    (
        "Dominican officials say the two sides signed 18 accords, ranging from tourism "
        "to trade with China.",
        [("agreement", "DOM", 18)],
    ),
    (
        "An agreement reached in Cairo between Egypt and China would create a canal zone.",
        [("agreement", "EGY", 1)],
    ),
    (
        "Baghdad signed a $10 billion contract with PowerChina to build schools in Iraq.",
        [("agreement", "IRQ", 10e9)],
    ),
    (
        "China and Mongolia renewed a currency swap line worth 15 billion yuan in 2023.",
        [("agreement", "MNG", 15e9)],
    ),
    (
        "China and Suriname have agreed to restructure the country's debt.",
        [("agreement", "SUR", 1)],
    ),
    (
        "Ties between China and Barbados were elevated to a comprehensive strategic "
        "partnership on Monday.",
        [("agreement", "BRB", 1)],
    ),
    (
        "China and Samoa agreed to waive visas for each other's citizens.",
        [("agreement", "WSM", 1)],
    ),
    (
        "A mutual visa exemption between Georgia and China entered into force on May 28.",
        [("agreement", "GEO", 1)],
    ),
    (
        "India and China agreed on Monday to pull back their troops from the last two points.",
        [("agreement", "IND", 1)],
    ),
    (
        "China has kept a base in Djibouti since a 2016 agreement between the two governments.",
        [("agreement", "DJI", 1)],
    ),
    (
        "A 1996 treaty between India and China forbids the use of firearms on the border.",
        [("agreement", "IND", 1)],
    ),
    (
        "Rosatom and China's nuclear agency signed contracts for four reactors worth 20 billion "
        "yuan in Russia.",
        [("agreement", "RUS", 20e9)],
    ),
    (
        "Xi agreed with President Donald Trump on a 90-day trade truce.",
        [("agreement", "USA", 1)],
    ),
    (
        "Panama, which cut off Taiwan in June 2017, sells bananas.",
        [("agreement", "PAN", 1)],
    ),
    (
        "China agreed in 2018 to put off repayments for five years, Tonga's premier said.",
        [("agreement", "TON", 1)],
    ),
    (
        "Nicolas Maduro and Xi Jinping announced on Wednesday the elevation of their countries' "
        'ties to an "all-weather" partnership.',
        [("agreement", "VEN", 1)],
    ),
    # membership
    (
        "Lithuania quit the 17+1 forum with China in May.",
        [("membership", "LTU", None)],
    ),
    (
        "Iran was accepted as a full member of the Shanghai Cooperation Organization in 2023.",
        [("membership", "IRN", None)],
    ),
    (
        "Italy joined the Belt and Road Initiative in March 2019, the first Group of "
        "Seven nation to do so.",
        [("membership", "ITA", None)],
    ),
    (
        "Panama will withdraw from China's Belt and Road Initiative, President Jose "
        "Raul Mulino said.",
        [("membership", "PAN", None)],
    ),
    (
        "So far 138 countries have signed Belt and Road cooperation documents with China.",
        [("membership", "", 138)],
    ),
    (
        "Hungary was admitted to the Asian Infrastructure Investment Bank in 2017.",
        [("membership", "HUN", None)],
    ),
    # trade_rank
    (
        "China is Australia's largest trading partner.",
        [("trade_rank", "AUS", 1)],
    ),
    (
        "China has overtaken Germany as Hungary's second-biggest trading partner.",
        [("trade_rank", "HUN", 2)],
    ),
    (
        "Vietnam is now China's fourth-largest trading partner.",
        [("trade_rank", "VNM", 4)],
    ),
    (
        "For Chile, China is the No. 1 export market.",
        [("trade_rank", "CHL", 1)],
    ),
    (
        "China replaced the European Union as Iran's top trading partner last year.",
        [("trade_rank", "IRN", 1)],
    ),
    (
        "Brazil counts China as its leading trade partner.",
        [("trade_rank", "BRA", 1)],
    ),
    (
        "China, Zambia's second largest trade partner, buys most of its copper.",
        [("trade_rank", "ZMB", 2)],
    ),
    # trade_value
    (
        "Trade between China and Angola amounted to $28 billion in 2018.",
        [("trade_value", "AGO", 28000000000.0)],
    ),
    (
        "Kenya imported $3.8 billion worth of goods from China last year.",
        [("trade_value", "KEN", 3800000000.0)],
    ),
    (
        "Chinese exports to Nigeria rose to $16 billion in 2019, from $13 billion the year before.",
        [("trade_value", "NGA", 16000000000.0)],
    ),
    (
        "Bilateral trade between Beijing and Jakarta hit $124 billion in 2021.",
        [("trade_value", "IDN", 124000000000.0)],
    ),
    (
        "China bought 1.5 million tons of Argentine soybeans in June.",
        [("trade_value", "ARG", 1500000.0)],
    ),
    (
        "China Southern Airlines ordered 40 Airbus aircraft from France.",
        [("trade_value", "FRA", 40)],
    ),
    (
        "Iran's oil exports to China were worth $21 billion in 2016.",
        [("trade_value", "IRN", 21000000000.0)],
    ),
    (
        "Two-way trade was valued at $12.9 billion last year, making China South "
        "Africa's biggest trading partner.",
        [("trade_value", "ZAF", 12900000000.0), ("trade_rank", "ZAF", 1)],
    ),
    (
        "Annual trade between China and Central Asia's largest economy, Kazakhstan, "
        "passed $30 billion in 2022.",
        [("trade_value", "KAZ", 30000000000.0)],
    ),
    (
        "Sales of Russian gas to China reached $8 billion last year.",
        [("trade_value", "RUS", 8000000000.0)],
    ),
    (
        "Chinese buyers agreed to purchase $11 billion in goods from Thailand.",
        [("trade_value", "THA", 11000000000.0)],
    ),
    # trade_comparison
    (
        "Laos now trades twice as much with China as with Thailand.",
        [("trade_comparison", "LAO", 2)],
    ),
    # trade_comparison, further
    (
        "Mongolia buys three times as much from China as from Russia.",
        [("trade_comparison", "MNG", 3.0)],
    ),
    (
        "Ghana imported about four times more from China than from France.",
        [("trade_comparison", "GHA", 4.0)],
    ),
    (
        "A delegation of U.S. senators led by Chuck Schumer met Xi Jinping in Beijing on Monday.",
        [("visit", "USA", None)],
    ),
    (
        "South Korean President Moon Jae-in began a four-day state visit to China on Wednesday.",
        [("visit", "KOR", None)],
    ),
    (
        "China's top diplomat, Wang Yi, is visiting Moscow this week.",
        [("visit", "RUS", None)],
    ),
    (
        "Chinese Premier Li Keqiang and Ethiopian Prime Minister Hailemariam Desalegn "
        "signed 16 agreements in Addis Ababa.",
        [("agreement", "ETH", 16), ("visit", "ETH", None)],
    ),
    (
        "In 2018, the two countries' trade was worth $87 billion, and China sold India "
        "$70 billion worth of goods.",
        [("trade_value", "IND", 87000000000.0), ("trade_value", "IND", 70000000000.0)],
    ),
    (
        "Angola's debt to China, which exceeds $20 billion, is repaid in oil.",
        [("loan", "AGO", 20000000000.0)],
    ),
    (
        "Beijing agreed on Thursday to lend Sri Lanka $1.5 billion.",
        [("loan", "LKA", 1500000000.0)],
    ),
    (
        "Papua New Guinea has signed up to China's Belt and Road.",
        [("membership", "PNG", None)],
    ),
    (
        "Philippine officials counted 48 Chinese vessels around Sandy Cay on July 24.",
        [("vessel_count", "PHL", 48)],
    ),
    (
        "The first batch of 600,000 doses of Sinovac vaccine, donated by China, arrived "
        "in Manila on Sunday for the Philippines.",
        [("donation", "PHL", 600000.0)],
    ),
    (
        "China imposed a 212 percent tariff on Australian wine last year.",
        [("sanction", "AUS", 212.0)],
    ),
    (
        "Ghana received $3 billion in Chinese loans in 2011.",
        [("loan", "GHA", 3000000000.0)],
    ),
    (
        "Chinese President Xi Jinping will travel to Saudi Arabia, the United Arab "
        "Emirates and Egypt next week.",
        [("visit", "SAU", None), ("visit", "ARE", None), ("visit", "EGY", None)],
    ),
    # further phrasings
    (
        "Costa Rica negotiated a credit line of $296 million with Beijing to widen a road.",
        [("loan", "CRI", 296000000.0)],
    ),
    ("Ethiopia sold China only $380 million in goods.", [("trade_value", "ETH", 380000000.0)]),
    (
        "Three Chinese destroyers sailed past Okinawa on Saturday, Japan said.",
        [("deployment", "JPN", 3.0)],
    ),
    # donation
    (
        "China donated 500,000 doses of its Sinopharm vaccine to Senegal on Wednesday.",
        [("donation", "SEN", 500000)],
    ),
    (
        "Beijing has given Nepal 2,000 tons of rice.",
        [("donation", "NPL", 2000)],
    ),
    (
        "Sierra Leone received 10 ambulances from the Chinese government.",
        [("donation", "SLE", 10)],
    ),
    (
        "The Chinese embassy handed over 50 tractors to Malawi's agriculture ministry in May.",
        [("donation", "MWI", 50)],
    ),
    (
        "Police in Kiribati took delivery of 30 vehicles, a gift from Beijing.",
        [("donation", "KIR", 30)],
    ),
    (
        "China delivered equipment worth $4 million to Lesotho as a donation.",
        [("donation", "LSO", 4000000.0)],
    ),
    (
        "China sent 1 million masks to Italy in March.",
        [("donation", "ITA", 1000000.0)],
    ),
    (
        "A plane carrying 20 tons of Chinese relief goods landed in Port Vila after the "
        "earthquake in Vanuatu.",
        [("donation", "VUT", 20)],
    ),
    (
        "China has shipped some 800,000 vaccine doses to Bolivia free of charge.",
        [("donation", "BOL", 800000.0)],
    ),
    (
        "Laos got 300,000 doses from Beijing in February.",
        [("donation", "LAO", 300000.0)],
    ),
    # grant
    (
        "Beijing gave Samoa a grant of $9.6 million for a sports complex.",
        [("grant", "WSM", 9600000.0)],
    ),
    (
        "China has pledged 1 billion yuan in aid to Burundi.",
        [("grant", "BDI", 1000000000.0)],
    ),
    (
        "China will provide $31 million in economic assistance to Bangladesh, officials said.",
        [("grant", "BGD", 31000000.0)],
    ),
    (
        "Djibouti received a $20 million grant from Beijing in 2016.",
        [("grant", "DJI", 20000000.0)],
    ),
    (
        "In 2015 China handed Cambodia $100 million in military aid.",
        [("grant", "KHM", 100000000.0)],
    ),
    (
        "The hospital was built with a 30 million euro grant from the Chinese "
        "government, Moldova said.",
        [("grant", "MDA", 30000000.0)],
    ),
    (
        "Beijing announced it would give the African Union $100 million in military assistance.",
        [("grant", "", 100000000.0)],
    ),
    (
        "China promised Kenya $100 million to fight terrorism.",
        [("grant", "KEN", 100000000.0)],
    ),
    # loan
    (
        "The China Development Bank lent Ecuador $1.5 billion in 2015.",
        [("loan", "ECU", 1500000000.0)],
    ),
    (
        "Zambia owes Chinese lenders about $6.6 billion.",
        [("loan", "ZMB", 6600000000.0)],
    ),
    (
        "Montenegro borrowed nearly $1 billion from China to build a highway.",
        [("loan", "MNE", 1000000000.0)],
    ),
    (
        "China's Exim Bank agreed to lend Malawi $600 million.",
        [("loan", "MWI", 600000000.0)],
    ),
    (
        "Laos took out a $480 million loan from Beijing for its share of the railway.",
        [("loan", "LAO", 480000000.0)],
    ),
    (
        "Maldives' debt to China has been put at US$1.4bn.",
        [("loan", "MDV", 1400000000.0)],
    ),
    (
        "Chinese banks have financed the $675 million Kaleta dam in Guinea.",
        [("loan", "GIN", 675000000.0)],
    ),
    (
        "Work on the line is being paid for with $3.75 billion in credit from the "
        "Export-Import Bank of China, Nigerian officials said.",
        [("loan", "NGA", 3750000000.0)],
    ),
    (
        "By the end of last year Kyrgyzstan owed the Chinese bank $1.7 billion, or 40 "
        "percent of its foreign debt.",
        [("loan", "KGZ", 1700000000.0)],
    ),
    (
        "Beijing, which has lent Angola more than $42 billion since 2000, is its largest creditor.",
        [("loan", "AGO", 42000000000.0)],
    ),
    (
        "Sudan says China has forgiven a loan worth $60 million.",
        [("loan", "SDN", 60000000.0)],
    ),
    (
        "Tajikistan's debt to China exceeds $1.2 billion.",
        [("loan", "TJK", 1200000000.0)],
    ),
    # investment
    (
        "China's CATL has invested $1.4 billion in Bolivia's lithium since 2023.",
        [("investment", "BOL", 1400000000.0)],
    ),
    (
        "A Chinese company bought a 49 percent stake in a Kazakh mine for $500 million.",
        [("investment", "KAZ", 500000000.0)],
    ),
    (
        "Chinese firms invested more than $4 billion in Peru in 2019.",
        [("investment", "PER", 4000000000.0)],
    ),
    # arms_transfer
    (
        "Pakistan took delivery of 36 Chinese-made J-10C fighter jets in March.",
        [("arms_transfer", "PAK", 36)],
    ),
    (
        "Thailand bought three submarines from China in 2017.",
        [("arms_transfer", "THA", 3)],
    ),
    (
        "China delivered two frigates to Bangladesh last year.",
        [("arms_transfer", "BGD", 2)],
    ),
    (
        "China sold $50 million worth of weapons to Sudan in 2009.",
        [("arms_transfer", "SDN", 50000000.0)],
    ),
    (
        "Chinese Ambassador Zhao Jianhua presented 3,000 rifles to the Philippine police.",
        [("arms_transfer", "PHL", 3000.0)],
    ),
    # vessel_count
    (
        "Manila's coast guard spotted 15 Chinese fishing boats near Scarborough Shoal on Monday.",
        [("vessel_count", "PHL", 15)],
    ),
    (
        "Vietnam said at least 40 Chinese ships had entered its waters around Vanguard Bank.",
        [("vessel_count", "VNM", 40)],
    ),
    (
        "As many as 220 Chinese militia boats were moored at the reef, the Philippine "
        "government said.",
        [("vessel_count", "PHL", 220)],
    ),
    (
        "Japan's coast guard reported four Chinese vessels near the disputed islands.",
        [("vessel_count", "JPN", 4)],
    ),
    (
        "Vietnamese fishermen counted about 20 Chinese coast guard ships near the "
        "Paracels in June.",
        [("vessel_count", "VNM", 20)],
    ),
    (
        "A fleet of 300 Chinese fishing vessels has been operating off Ecuador's "
        "Galapagos Islands.",
        [("vessel_count", "ECU", 300)],
    ),
    # deployment
    (
        "China sent 30 warplanes into Taiwan's air defense zone on Monday.",
        [("deployment", "TWN", 30)],
    ),
    (
        "China and Cambodia began joint military exercises on Thursday.",
        [("deployment", "KHM", None)],
    ),
    (
        "Beijing has deployed 700 peacekeepers to South Sudan.",
        [("deployment", "SSD", 700)],
    ),
    (
        "Russian and Chinese warships held joint drills in the Sea of Japan in July.",
        [("deployment", "RUS", None)],
    ),
    (
        "The Philippines deployed six coast guard ships to drive off Chinese boats at "
        "Sabina Shoal.",
        [("deployment", "PHL", 6)],
    ),
    (
        "A record 71 Chinese aircraft crossed the median line of the Taiwan Strait, Taipei said.",
        [("deployment", "TWN", 71)],
    ),
    (
        "Malaysia protested after 16 Chinese military planes flew near Borneo.",
        [("deployment", "MYS", 16)],
    ),
    (
        "Some 1,000 Chinese and Thai marines took part in joint drills in March.",
        [("deployment", "THA", 1000.0)],
    ),
    # sanction
    (
        "The Pentagon put nine more Chinese companies on a list of firms with military links.",
        [("sanction", "USA", 9)],
    ),
    (
        "The U.S. tariff rate on Chinese cars will increase from 25 percent to 100 percent.",
        [("sanction", "USA", 100.0)],
    ),
    (
        "China blocked Australian coal, barley, wine and lobster in 2020.",
        [("sanction", "AUS", None)],
    ),
    (
        "Beijing froze the assets of nine British lawmakers.",
        [("sanction", "GBR", 9)],
    ),
    (
        "China in March put tariffs on more than $2.6 billion worth of Canadian farm products.",
        [("sanction", "CAN", 2.6e9)],
    ),
    (
        "Chinese tariffs of 34 percent on all American goods took effect on Thursday.",
        [("sanction", "USA", 34.0)],
    ),
    (
        "President Donald Trump signed an order continuing the suspension of tariffs on China.",
        [("sanction", "USA", None)],
    ),
    (
        "China imposed sanctions on two American defense companies on Friday.",
        [("sanction", "USA", 2)],
    ),
    (
        "The United States imposed tariffs on $200 billion worth of Chinese goods.",
        [("sanction", "USA", 200e9)],
    ),
    (
        "Beijing lifted its ban on Australian timber in May.",
        [("sanction", "AUS", None)],
    ),
    (
        "Canada has slapped a 100 percent tariff on Chinese electric vehicles.",
        [("sanction", "CAN", 100.0)],
    ),
    (
        "Washington added 28 Chinese companies to its Entity List.",
        [("sanction", "USA", 28)],
    ),
    (
        "In response, China barred imports of Lithuanian beef and milk.",
        [("sanction", "LTU", None)],
    ),
    (
        "The Biden administration on Tuesday raised tariffs on Chinese electric cars to "
        "100 percent.",
        [("sanction", "USA", 100.0)],
    ),
    (
        "Beijing announced retaliatory duties of 25 percent on American soybeans.",
        [("sanction", "USA", 25.0)],
    ),
    (
        "China has blacklisted three Taiwanese politicians.",
        [("sanction", "TWN", 3)],
    ),
    # project
    (
        "Laos opened a Chinese-built railway in December 2021.",
        [("project", "LAO", None)],
    ),
    (
        "Kenya inaugurated the Chinese-financed expressway on Sunday.",
        [("project", "KEN", None)],
    ),
    (
        "Work on the China-Oman Industrial Park is going on.",
        [("project", "OMN", None)],
    ),
    # statement
    (
        "Beijing in turn called in the Czech ambassador.",
        [("statement", "CZE", None)],
    ),
    (
        "The Biden administration and its allies accused China of a hacking campaign.",
        [("statement", "USA", None)],
    ),
    (
        "The Chinese Embassy in Wellington lodged a protest with the New Zealand government.",
        [("statement", "NZL", None)],
    ),
    (
        '"The PRC\'s irresponsible behavior must stop," Secretary of State Antony Blinken said.',
        [("statement", "USA", None)],
    ),
    (
        "Solomon Islands' prime minister dismissed concerns about the pact with China.",
        [("statement", "SLB", None)],
    ),
    (
        "India's foreign ministry rejected as untenable China's claim to the whole valley.",
        [("statement", "IND", None)],
    ),
    (
        "China's foreign ministry spokesman Zhao Lijian said Indian troops had attacked first.",
        [("statement", "IND", None)],
    ),
    (
        "China recalled its ambassador to Lithuania in August.",
        [("statement", "LTU", None)],
    ),
    (
        "Britain's Rishi Sunak raised concerns with Li Qiang about the arrest of a researcher.",
        [("statement", "GBR", None)],
    ),
    (
        "The Philippines summoned the Chinese ambassador on Monday.",
        [("statement", "PHL", None)],
    ),
    (
        "Japan lodged a protest with Beijing over the drilling.",
        [("statement", "JPN", None)],
    ),
    (
        "Malaysia said it had handed Beijing a note of protest on Dec. 3.",
        [("statement", "MYS", None)],
    ),
    (
        "New Zealand voiced concern over China's missile test in the Pacific.",
        [("statement", "NZL", None)],
    ),
    (
        "Beijing demanded that Lithuania correct its mistake at once.",
        [("statement", "LTU", None)],
    ),
    (
        "The Chinese foreign ministry said the American move violated international law.",
        [("statement", "USA", None)],
    ),
    (
        "A spokeswoman for the foreign ministry in Beijing said that China has indisputable "
        "sovereignty over the shoal, which the Philippines also claims.",
        [("statement", "PHL", None)],
    ),
    (
        "Xi said China backs Kazakhstan in its wish to join BRICS.",
        [("statement", "KAZ", None)],
    ),
    (
        "Tokyo called the Chinese vessel's actions totally unacceptable.",
        [("statement", "JPN", None)],
    ),
    (
        "China's Foreign Ministry accused Canada of meddling in its affairs.",
        [("statement", "CAN", None)],
    ),
    (
        "Beijing rejected Vietnam's accusations.",
        [("statement", "VNM", None)],
    ),
    (
        "Manila called on Beijing to withdraw its ships.",
        [("statement", "PHL", None)],
    ),
)

NOT_TOLD = (
    "Prague ended its sister-city deal with Beijing in October and signed one with Taipei.",
    "Deputy Secretary of State Wendy Sherman may stop in China; her visit is under discussion.",
    "China's firms stopped the sale of designated drugs.",
    "China supports Russia with parts for drones, analysts said.",
    "Kazakhstan wishes to join BRICS, and China has seen its letter.",
    "Vietnam summoned the Cambodian ambassador, said a Chinese newspaper.",
    "Japan lodged a protest with Moscow over the flights, as China watched.",
    "The economist said that China's growth had harmed Brazil's factories.",
    "Residents in Nairobi protested against Chinese traders.",
    "Activists urged China to free the Nobel laureate from Norway.",
    "Japan and the Philippines agreed to set up a hotline, which China criticized.",
    "China and Peru agreed to disagree.",
    "In a currency swap, two parties agree to exchange money, as China and Peru do.",
    "Pompeo arrived in Kazakhstan on Saturday, urging its leaders to resist China.",
    (
        "President Trump met Japanese Prime Minister Shinzo Abe in Osaka, a day before "
        "he was to see Xi Jinping there."
    ),
    (
        "The United States, Japan and Australia signed a deal to build an undersea "
        "cable for Palau, seen as an answer to China."
    ),
    "India has lent Sri Lanka $1 billion to buy food, rivaling China.",
    "The World Bank lent Pakistan $500 million last month; China has been silent.",
    "China's foreign reserves fell to $3.1 trillion.",
    "The Pentagon asked Congress for $6 billion to deter China in the Pacific.",
    "The Chinese economy grew 6.9 percent, and the ministry expects trade to grow further.",
    "Russia and China may sign a gas deal this year, Gazprom said.",
    "A Chinese tourist was fined $5,000 in Iceland.",
    "Taiwan's president visited Paraguay, one of its last allies, to China's anger.",
    "Chinese police arrested 20 people in a raid on a ship.",
    (
        "The two presidents spoke for two hours by video link, the White House said of "
        "the call with Xi Jinping."
    ),
    "China's Exim Bank provided the bulk of the $5.9 billion needed to build the Lao railway.",
    "Dozens of Chinese vessels remain at the shoal, the Philippines says.",
    "China holds about half of the $7 billion debt of Niger.",
    "He came home from India with a $1.4 billion loan, which may please or anger China.",
    "Exports of Kenyan tea to China rose by $3 million.",
    "Earlier estimates of $5 billion for the Chinese loan to Peru were wrong.",
    "Trump may visit Beijing if the talks go well.",
    ("U.S. Vice President Kamala Harris visited Vietnam in August, hoping to counter China."),
    "Xi canceled his visit to Iran after the attack.",
    "Biden and Xi spoke by phone on Tuesday.",
    ("Japanese Prime Minister Fumio Kishida met President Biden in Washington to discuss China."),
    "Iran is considering signing an agreement with China.",
    "No agreement was signed between China and Bhutan.",
    "India and Russia signed a defense pact on Monday, a day after China protested.",
    "Under a 2012 agreement, China buys Mongolian coal.",
    "Beijing is among Laos's biggest trading partners.",
    "China's trade deficit with Brazil stood at $40 billion.",
    ("The two countries hope to raise trade to $100 billion by 2030, China and Vietnam said."),
    "Kazakhstan's exports to China are about half its exports to Italy.",
    "India donated 100,000 doses to Nepal as China looked on.",
    "Washington approved $300 million in aid to the Philippines to counter China.",
    (
        "The International Monetary Fund approved a $1.3 billion loan to Zambia, whose "
        "largest creditor is China."
    ),
    "Kenya is seeking a $500 million loan from China.",
    "The U.S. sold 66 F-16 fighter jets to Taiwan, angering China.",
    "The United States sent two aircraft carriers to the South China Sea.",
    "U.S. and Philippine troops held joint exercises near waters that China claims.",
    "The European Union may impose tariffs on Chinese cars.",
    "The U.S. imposed sanctions on Iran, China's main oil supplier.",
    "Analysts say Beijing wants influence in Peru.",
    (
        "Philippine President Rodrigo Duterte, who has visited China four times, said "
        "he trusts Beijing."
    ),
    (
        "Deputy Prime Minister Dominic Raab was due in Beijing on Monday, but Britain "
        "said China had cancelled."
    ),
    (
        "Admiral Dong Jun met with his Pakistani counterpart on the sidelines of a "
        "forum in Singapore."
    ),
    "Mongolia and Russia signed three contracts last year.",
    "Ghana has asked parliament to approve a $2 billion Chinese loan.",
    ("China Eximbank is providing 85 percent of the $1.1 billion, with Tanzania paying the rest."),
    ("A consortium led by Japan lent Uzbekistan $500 million; China was not involved."),
    "Fiji's navy took possession of a survey ship given by China.",
    "Last year, China became the biggest buyer of Saudi crude.",
    "Trade with China accounts for 40 percent of Peru's exports.",
    "Tajikistan hosts a Chinese outpost, residents say.",
    "Norway's salmon was banned by China after the 2010 Nobel Peace Prize.",
)


def drafted(text, published=PUBLISHED):
    return [(d.kind, d.partner, d.value) for d in drafting.draft(text, published)]


@pytest.mark.parametrize(("sentence", "facts"), TOLD)
def test_a_sentence_tells_these_facts_and_no_other(sentence, facts):
    assert sorted(drafted(sentence), key=repr) == sorted(facts, key=repr)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_what_is_denied_supposed_or_between_others_is_no_fact(sentence):
    assert drafted(sentence) == []


def test_every_kind_has_at_least_three_phrasings():
    told = [kind for _, facts in TOLD for kind, _, _ in facts]
    assert {kind: told.count(kind) for kind in KINDS if told.count(kind) < 3} == {}
