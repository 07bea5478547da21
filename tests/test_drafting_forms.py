"""Drafting: the same facts in the many forms in which reporters tell them."""

from datetime import date

import pytest

from data import drafting

PUBLISHED = date(2023, 6, 14)

FORMS = (
    (
        (
            "Xi made a two-day stop in Riyadh in December, where he held talks with "
            "Crown Prince Mohammed bin Salman."
        ),
        ["visit SAU 2022-12"],
    ),
    (
        "Barbados Prime Minister Mia Mottley is expected in Beijing next week.",
        ["visit BRB 2023-06-19/2023-06-25"],
    ),
    (
        (
            "Mongolian Prime Minister Oyun-Erdene Luvsannamsrai arrives in China on "
            "June 26 for an official visit."
        ),
        ["visit MNG 2023-06-26"],
    ),
    (
        (
            "Bangladesh's foreign secretary was received in Beijing by Vice Foreign "
            "Minister Sun Weidong on May 27."
        ),
        ["visit BGD 2023-05-27"],
    ),
    (
        "Nairobi took a 323 billion shilling loan from China to build the railway.",
        ["loan KEN 3.23e+11"],
    ),
    (
        "Beijing has provided Vanuatu with a grant of 1.4 billion vatu for roads.",
        ["grant VUT 1.4e+09"],
    ),
    (
        ("Under the agreement China will give Malawi 100 million yuan in budget support."),
        ["grant MWI 1e+08"],
    ),
    (
        "Zambia received 500 solar street lights from the Chinese government.",
        ["donation ZMB 500"],
    ),
    (
        "Mongolia shipped 31 million tons of coal to China in 2022.",
        ["trade_value MNG 3.1e+07 2022"],
    ),
    (
        "Taiwan detected 71 Chinese military aircraft around the island on Monday.",
        ["deployment TWN 71 2023-06-12"],
    ),
    (
        "China has massed 20,000 troops along the border with India.",
        ["deployment IND 20000"],
    ),
    (
        "On Saturday a Chinese destroyer cut within 150 yards of a U.S. warship.",
        ["deployment USA 1 2023-06-10"],
    ),
    (
        (
            "About 300 Chinese and Cambodian soldiers took part in the Golden Dragon "
            "drills in March."
        ),
        ["deployment KHM"],
    ),
    (
        ("Four PLA Navy ships were still off Palawan on Tuesday, the Philippine military said."),
        ["vessel_count PHL 4 2023-06-13"],
    ),
    (
        "Bangladesh took delivery of two Ming-class submarines in 2016.",
        ["arms_transfer BGD 2 2016"],
    ),
    (
        "Pakistan received six J-10C fighters in March.",
        ["arms_transfer PAK 6 2023-03"],
    ),
    (
        "Former President Rodrigo Duterte made five trips to China during his term.",
        ["visit_exchange PHL 5"],
    ),
    (
        ("It was the third meeting between Xi Jinping and Kenyan President William Ruto."),
        ["visit_exchange KEN 3"],
    ),
    (
        "Zijin Mining bought a copper mine in Serbia for $1.26 billion in 2018.",
        ["investment SRB 1.26e+09 2018"],
    ),
    (
        "China's CATL will invest 7.3 billion euros in a battery plant in Hungary.",
        ["investment HUN 7.3e+09"],
    ),
    (
        "Chinese investment in Ghana reached $1.2 billion last year.",
        ["investment GHA 1.2e+09 2022"],
    ),
    (
        ("The stadium, built by China at a cost of $50 million, opened in Abidjan in 2020."),
        ["project CIV"],
    ),
    (
        "Construction of a Chinese-funded hospital began in Suva last week.",
        ["project FJI"],
    ),
    (
        "A railway built by China Railway Group was opened in Lagos in January.",
        ["project NGA"],
    ),
    (
        (
            "A memorandum of understanding on green energy was signed between the "
            "Philippines and China in January."
        ),
        ["agreement PHL 1 2023-01"],
    ),
    (
        ("The signing of the free trade agreement between China and Ecuador took place on May 11."),
        ["agreement ECU 1 2023-05-11"],
    ),
    (
        "Australian barley was hit by Chinese tariffs in 2020.",
        ["sanction AUS 2020"],
    ),
    (
        "Nigeria's Tinubu, in Beijing for the forum, met Xi on Tuesday.",
        ["visit NGA 2023-06-13"],
    ),
    (
        (
            "Xi's visit to Belgrade, the first since 2016, comes as ties between "
            "China and Serbia flourish."
        ),
        ["visit SRB", "visit SRB 2016"],
    ),
    (
        (
            "In a meeting with Chinese Foreign Minister Qin Gang in Berlin last "
            "month, Baerbock raised the war."
        ),
        ["visit DEU 2023-05"],
    ),
    (
        "Of Djibouti's external debt, $1.4 billion is owed to China.",
        ["loan DJI 1.4e+09"],
    ),
    (
        "Chinese lenders account for $5 billion of Ecuador's debt.",
        ["loan ECU 5e+09"],
    ),
    (
        ("Chinese Ambassador Wang Xuefeng handed 1,000 food baskets to families in Accra, Ghana."),
        ["donation GHA 1000"],
    ),
    (
        (
            "Bilateral trade hit a record 135 billion dollars last year, making China "
            "India's second largest partner after the United States."
        ),
        ["trade_rank IND 2", "trade_value IND 1.35e+11 2022"],
    ),
    (
        (
            "Two-way commerce between Vietnam and its northern neighbor China was "
            "worth $175.6 billion in 2022, according to Hanoi."
        ),
        ["trade_value VNM 1.756e+11 2022"],
    ),
    (
        "For Tanzania, China ranks first among sources of imports.",
        ["trade_rank TZA 1"],
    ),
    (
        "Ganfeng Lithium acquired Argentina's Lithea for $962 million last July.",
        ["investment ARG 9.62e+08 2022-07"],
    ),
    (
        ("Chinese carmaker Chery plans to put $400 million into a factory near Barcelona, Spain."),
        ["investment ESP 4e+08"],
    ),
    (
        (
            "Construction of the $3 billion port of Chancay, built by China's COSCO "
            "in Peru, started in 2021."
        ),
        ["project PER 3e+09 2021"],
    ),
    (
        (
            "Work on the Padma rail link in Bangladesh, carried out by China Railway "
            "Group, was completed in 2022."
        ),
        ["project BGD"],
    ),
    (
        "Ukraine has received no weapons from China.",
        [],
    ),
    (
        "Honduras on Monday applied to join the BRICS bank, based in Shanghai.",
        [],
    ),
    (
        (
            "China is the largest creditor of the Maldives. The islands owe it some "
            "$1.37 billion, or a fifth of their public debt."
        ),
        ["loan MDV 1.37e+09"],
    ),
    (
        (
            "Kiribati and China signed 10 documents during President Taneti Maamau's "
            "trip to Beijing in January 2020."
        ),
        ["agreement KIR 10 2020-01", "visit KIR 2020-01"],
    ),
    (
        (
            "Jakarta sent a warship to follow a Chinese coast guard cutter near the "
            "Natuna Islands in January."
        ),
        ["deployment IDN 1 2023-01"],
    ),
    (
        (
            "Malaysia scrambled jets after 16 Chinese air force planes flew close to "
            "its airspace on May 31, 2021."
        ),
        ["deployment MYS 16 2021-05-31"],
    ),
    (
        "A US$1.3 billion refinery loan from ICBC to Niger was signed in 2019.",
        ["loan NER 1.3e+09 2019"],
    ),
    (
        (
            "China's ambassador to Jamaica, Chen Daojiang, on Wednesday handed the "
            "health minister a cheque for $300,000 for hospitals."
        ),
        ["grant JAM 300000 2023-06-14"],
    ),
    (
        (
            "At 7.5 billion dollars, Ecuador's shrimp and oil exports to China beat "
            "those to the United States for the first time last year."
        ),
        ["trade_value ECU 7.5e+09 2022"],
    ),
    (
        "China displaced Brazil as Argentina's leading trade partner in April.",
        ["trade_rank ARG 1 2023-04"],
    ),
    (
        ("Sanctions on three Canadian lawmakers were announced by Beijing in March 2021."),
        ["sanction CAN 2021-03"],
    ),
    (
        "The Netherlands has barred Huawei from its 5G network.",
        ["sanction NLD"],
    ),
    (
        "The Chinese embargo on Philippine bananas was eased in 2016.",
        ["sanction PHL 2016"],
    ),
    (
        "China lifted the travel ban on two Lithuanian officials.",
        ["sanction LTU"],
    ),
    (
        "Xi has invited Saudi King Salman to Beijing.",
        [],
    ),
    (
        "China gave Malawi $5 million for roads and $3 million for schools on Monday.",
        ["grant MWI 5e+06 2023-06-12", "grant MWI 3e+06 2023-06-12"],
    ),
    (
        "China donated rice worth $3 million to Cuba and spare parts worth $2 million.",
        ["donation CUB 3e+06", "donation CUB 2e+06"],
    ),
    (
        (
            "Beijing said that it would give Malawi 40 million yuan ($5.5 million) worth of "
            "maize seed, medicines and tents."
        ),
        ["donation MWI 4e+07"],
    ),
    (
        "China last year shipped $2 million worth of medical supplies to Nauru.",
        ["donation NRU 2e+06 2022"],
    ),
    (
        "China lent Ghana $2 billion, of which $1 billion was for roads.",
        ["loan GHA 2e+09"],
    ),
    (
        "China invested $5 billion in Peru in 2021. It rose to $6 billion in 2022.",
        ["investment PER 5e+09 2021", "investment PER 6e+09 2022"],
    ),
    (
        (
            "China pledged $10 million in aid to Tonga. It is more than the $8 million that "
            "was promised last year."
        ),
        ["grant TON 1e+07", "grant TON 8e+06 2022"],
    ),
    (
        ("China lent Serbia $400 million in May. Another $90 million will pay for a bridge."),
        ["loan SRB 4e+08 2023-05", "loan SRB 9e+07"],
    ),
    (
        "Chinese direct investment in Hungary peaked at 7 billion euros in 2022.",
        ["investment HUN 7e+09 2022"],
    ),
    (
        (
            "China is the largest foreign investor in Laos, with more than $16 billion poured "
            "into 800 projects since 1989."
        ),
        ["investment LAO 1.6e+10 1989/2023-06-14"],
    ),
    (
        ("Some $3 billion of Chinese money has been invested in Namibia over the past decade."),
        ["investment NAM 3e+09"],
    ),
    (
        (
            "China's Exim Bank is funding 60 percent of the $6 billion railway from Vientiane "
            "to the border."
        ),
        ["loan LAO 6e+09"],
    ),
    (
        "Mongolia shipped 50 million tons of coal to China last year.",
        ["trade_value MNG 5e+07 2022"],
    ),
    (
        "Angola was China's second crude supplier last year, shipping 30 million tons.",
        ["trade_value AGO 3e+07 2022"],
    ),
    (
        "Thailand has ordered three Yuan-class submarines from China.",
        ["arms_transfer THA 3"],
    ),
    (
        (
            "Kenya has been a top borrower of Chinese loans in Africa: banks have lent it "
            "more than $9 billion since 2000."
        ),
        ["loan KEN 9e+09 2000/2023-06-14"],
    ),
    (
        "China, the largest lender in the Pacific, gave Vanuatu a $50 million loan.",
        ["loan VUT 5e+07"],
    ),
    (
        "China has lent $150 billion to Africa since 2000.",
        ["loan 1.5e+11 2000/2023-06-14"],
    ),
    (
        "Xi met Congo President Denis Sassou Nguesso in Beijing on June 12.",
        ["visit COG 2023-06-12"],
    ),
    (
        (
            "China on Monday handed over aid worth $30 million to Cuba. China is also "
            "providing equipment worth $2 million."
        ),
        ["grant CUB 3e+07 2023-06-12", "donation CUB 2e+06"],
    ),
    (
        (
            "China on Monday handed over aid worth $30 million to Cuba. It has lent Cuba $5 "
            "billion over the years."
        ),
        ["grant CUB 3e+07 2023-06-12", "loan CUB 5e+09"],
    ),
    (
        (
            "China is Uzbekistan's largest trading partner, while Uzbekistan is China's "
            "fifth-largest in Central Asia."
        ),
        ["trade_rank UZB 1 2023", "trade_rank UZB 5 2023"],
    ),
    (
        (
            "China, South Korea's largest trading partner, took a quarter of its exports, "
            "officials said Monday."
        ),
        ["trade_rank KOR 1 2023"],
    ),
    (
        "China has been Thailand's biggest trading partner for 11 consecutive years.",
        ["trade_rank THA 1 2023"],
    ),
    (
        "China is both Chile's top export market and the main source of its imports.",
        ["trade_rank CHL 1 2023", "trade_rank CHL 1 2023"],
    ),
    (
        (
            "Two Chinese coast guard ships were seen near the Senkaku Islands, Japan said. "
            "Two more Chinese ships entered Japanese waters on Saturday."
        ),
        ["vessel_count JPN 2", "vessel_count JPN 2 2023-06-10"],
    ),
    (
        "Chalco said last month that it would invest $500 million in a mine in Guinea.",
        ["investment GIN 5e+08 2023-05"],
    ),
    (
        "China has begun building a deep-sea port at Kyaukphyu in Myanmar.",
        ["project MMR"],
    ),
    (
        "China and Laos finished the railway in December 2021.",
        ["project LAO 2021-12"],
    ),
    (
        "A Chinese company is carrying out the construction of a refinery in Sri Lanka.",
        ["project LKA"],
    ),
    (
        "Beijing paid for Togo's new parliament, which opened in 2018.",
        ["project TGO"],
    ),
    (
        "China's PowerChina broke ground for a hydropower dam in Nepal on Monday.",
        ["project NPL 2023-06-12"],
    ),
    (
        "China will build a 300-bed hospital in Cambodia's Tbong Khmum province.",
        ["project KHM"],
    ),
    (
        "The stadium, a gift from Beijing, opened in Honiara on Friday.",
        ["project SLB 2023-06-09"],
    ),
    (
        (
            "A $200 million bridge opened in Male, the capital of the Maldives, on Friday. It "
            "was built by a Chinese company."
        ),
        ["project MDV 2e+08 2023-06-09"],
    ),
    (
        (
            "The prime minister opened a new hospital in Samoa on Monday. China paid for the "
            "building."
        ),
        ["project WSM 2023-06-12"],
    ),
    (
        (
            "Forty-five joint projects with China worth $14 billion are under way in "
            "Kazakhstan, the president said."
        ),
        ["project KAZ 1.4e+10"],
    ),
    (
        "China's Cosco is building a $3.5 billion deepwater port at Chancay in Peru.",
        ["project PER 3.5e+09"],
    ),
    (
        "BYD opened a $490 million electric car plant in Thailand in May.",
        ["investment THA 4.9e+08 2023-05"],
    ),
    (
        "China completed the purchase of a Greek port terminal in 2016.",
        [],
    ),
    (
        "China has built runways on reefs in the South China Sea.",
        [],
    ),
    (
        ("The road was built by a Turkish firm, unlike the dam in Niger that China financed."),
        [],
    ),
    (
        "China built 40,000 kilometers of high-speed railways in ten years.",
        [],
    ),
    (
        "In Ethiopia, a Chinese-built railway makes life easier for travelers.",
        [],
    ),
    (
        (
            "Chinese boats were found in waters that Indonesia claims. The Indonesian navy "
            "has deployed six warships there, an admiral said."
        ),
        ["deployment IDN 6"],
    ),
    (
        "India and China still keep 50,000 to 60,000 troops each along the line.",
        ["deployment IND 50000"],
    ),
    (
        ("Two Chinese corvettes have been docked at Cambodia's Ream naval base since December."),
        ["deployment KHM 2 2022-12/2023-06-14"],
    ),
    (
        (
            "A Chinese police team of nine officers arrived in Honiara in February 2022 to "
            "train Solomon Islands officers."
        ),
        ["deployment SLB 9 2022-02"],
    ),
    (
        "Two Chinese warships brought aid to Tonga in February.",
        ["deployment TON 2 2023-02"],
    ),
    (
        ("Some 2,000 Chinese and Cambodian troops began the Golden Dragon exercise on Thursday."),
        ["deployment KHM 2000 2023-06-08"],
    ),
    (
        (
            "Cosco wants to spend about 600 million euros to turn Piraeus into the biggest "
            "harbor in Europe."
        ),
        ["investment GRC 6e+08"],
    ),
    (
        "Pakistan wants China to invest $5 billion.",
        [],
    ),
    (
        "The U.S. keeps 28,000 troops in South Korea, to China's annoyance.",
        [],
    ),
    (
        (
            "Angolan exports to China were worth $25 billion last year, while imports came to "
            "4 billion."
        ),
        ["trade_value AGO 2.5e+10 2022", "trade_value AGO 4e+09 2022"],
    ),
    (
        "China's imports from Chad rose from $200 million to 300 million in 2022.",
        ["trade_value TCD 3e+08 2022"],
    ),
    (
        "China gave $3 million to Chad, a country with a population of 18 million.",
        ["grant TCD 3e+06"],
    ),
    (
        "Zimbabwe earned $900 million from tobacco sales to China in 2022.",
        ["trade_value ZWE 9e+08 2022"],
    ),
    (
        "China is the top buyer of Iranian oil, taking 1.2 million barrels a day.",
        ["trade_value IRN 1.2e+06"],
    ),
    (
        "Mexico will let in up to 10,000 Chinese electric cars a year.",
        ["trade_value MEX 10000"],
    ),
    (
        (
            "China's exports rose to $3.4 trillion last year. The United States remains one "
            "of its biggest customers."
        ),
        [],
    ),
    (
        "Foreign direct investment in China fell to $33 billion, the lowest in decades.",
        [],
    ),
    (
        (
            "The film was shot in China and Kenya. A Chinese businessman paid $200,000 for a "
            "villa in Mombasa."
        ),
        [],
    ),
    (
        (
            "China shares a border with Afghanistan. India sent it 50,000 tons of wheat, and "
            "Pakistan bought 40 trucks of rice."
        ),
        [],
    ),
    (
        ("China has handed over four patrol boats to the Philippines, the two sides said Monday."),
        ["arms_transfer PHL 4 2023-06-12"],
    ),
    (
        "Thailand agreed to buy 28 VT-4 tanks from China for 4.9 billion baht in 2016.",
        ["arms_transfer THA 28 2016"],
    ),
    (
        "China's investments in Serbia have passed 5 billion euros since 2012.",
        ["investment SRB 5e+09 2012/2023-06-14"],
    ),
    (
        (
            "China's ambassador said that Beijing had earlier given the island nation of Fiji "
            "800,000 Fiji dollars in cash."
        ),
        ["grant FJI 800000"],
    ),
    (
        (
            "China will provide Nepal with 3.5 billion Nepali rupees over the next two years, "
            "Xi said on Saturday."
        ),
        ["grant NPL 3.5e+09"],
    ),
    (
        ("China lent Fiji $5 million. The money is being paid back at about $1 million a year."),
        ["loan FJI 5e+06"],
    ),
    (
        (
            "Peru's biggest power distributor was sold to China Southern Power Grid for $2.9 "
            "billion on Friday."
        ),
        ["investment PER 2.9e+09 2023-06-09"],
    ),
    (
        (
            "Chinese companies control copper mines in Peru such as Las Bambas, for which MMG "
            "and its partners paid $7 billion in 2014."
        ),
        ["investment PER 7e+09 2014"],
    ),
    (
        ("China has been the South American country's main trading partner for years, Peru says."),
        ["trade_rank PER 1 2023"],
    ),
    (
        "China paid for a boulevard worth $85 million in Papua New Guinea.",
        ["project PNG 8.5e+07"],
    ),
    (
        (
            "China gave Nepal help. China has so far carried out aid projects worth 900 "
            "million yuan."
        ),
        ["project NPL 9e+08"],
    ),
    (
        (
            "More than 200 Chinese boats were moored at Whitsun Reef, the Philippines said in "
            "March. Some 180 of them were still there on Tuesday."
        ),
        ["vessel_count PHL 200 2023-03", "vessel_count PHL 180 2023-06-13"],
    ),
    (
        (
            "At least 90 Chinese ships were seen near Sabina Shoal in May, the Philippines "
            "said. By Monday their number had fallen to 44."
        ),
        ["vessel_count PHL 90 2023-05", "vessel_count PHL 44 2023-06-12"],
    ),
    (
        (
            "A Chinese survey ship left on Sunday. Four Malaysian navy ships took part in a "
            "drill with American warships."
        ),
        [],
    ),
    (
        "A Chinese police team of 14 officers is training a force in Solomon Islands.",
        ["deployment SLB 14"],
    ),
    (
        ("China gave Samoa a $66 million loan for masts and built a stadium worth $50 million."),
        ["loan WSM 6.6e+07", "project WSM 5e+07"],
    ),
    (
        ("Kenya's trade with China is three times as large as its trade with the United States."),
        ["trade_comparison KEN 3"],
    ),
    (
        "Myanmar's junta took delivery of six FTC-2000G jets from China in November.",
        ["arms_transfer MMR 6 2022-11"],
    ),
    (
        "China has agreed to fund 21 small projects in Laos with $6 million.",
        ["grant LAO 6e+06"],
    ),
    (
        "China ordered 300 A320 aircraft from France in 2019.",
        ["trade_value FRA 300 2019"],
    ),
    (
        "Sri Lanka's government took a 2.5 billion rupee Chinese loan.",
        ["loan LKA 2.5e+09"],
    ),
    (
        "Zambia owes $4.1 billion to China's Exim Bank.",
        ["loan ZMB 4.1e+09"],
    ),
    (
        (
            "The ministry, which accuses China of stealing fish, allocated $10 million for "
            "boats, Manila said."
        ),
        [],
    ),
    (
        "A Chinese carmaker opened a $100 million factory in Hungary.",
        ["investment HUN 1e+08"],
    ),
    (
        ("Chinese-funded solar plants worth $120 million were inaugurated in Cuba in April."),
        ["project CUB 1.2e+08 2023-04"],
    ),
    (
        (
            "The $400 million upgrade of the port was bankrolled by Beijing, officials in "
            "Nouakchott said."
        ),
        ["project MRT 4e+08"],
    ),
    (
        "China deposited $2 billion with Pakistan's central bank in July.",
        ["loan PAK 2e+09 2022-07"],
    ),
    (
        "FILE - Chinese President Xi Jinping, center, waves as he arrives at the airport in "
        "Riyadh, Saudi Arabia, Dec. 7, 2022.",
        ["visit SAU 2022-12-07"],
    ),
    (
        "Serbian schoolchildren hold flags to greet China's President Xi Jinping in Belgrade, "
        "May 8, 2023.",
        ["visit SRB 2023-05-08"],
    ),
    (
        "FILE - Zambian President Hakainde Hichilema reviews an honor guard in Beijing, Jan. 5, "
        "2023.",
        ["visit ZMB 2023-01-05"],
    ),
    (
        "FILE - Chinese Vice President Wang Qishan, left, and Russian President Vladimir Putin "
        "applaud while Mongolia's President Khaltmaa Battulga looks on in Ulaanbaatar, Sept. 3, "
        "2019.",
        ["visit MNG 2019-09-03"],
    ),
    (
        "Chinese Premier Li Keqiang, left, and Togo's President Faure Gnassingbe applaud in Lome, "
        "May 4, 2014.",
        ["visit TGO 2014-05-04"],
    ),
    (
        "FILE - Chinese President Xi Jinping speaks at the G-20 summit in Osaka, Japan, June 28, "
        "2019.",
        [],
    ),
    (
        "FILE - Zambian President Hakainde Hichilema speaks during an interview in Lusaka, Jan. 5, "
        "2023.",
        [],
    ),
    (
        "FILE - Workers hang a poster of Chinese President Xi Jinping in Lima, Peru, Nov. 17, "
        "2016.",
        [],
    ),
    (
        "President Joseph R. Biden Jr. met with President Xi Jinping in Bali, Indonesia today.",
        ["visit USA 2023-06-14"],
    ),
    (
        "A visit by Juan Rojas, then the commander of the army of Peru, to Beijing last May drew "
        "little notice.",
        ["visit PER 2023-05"],
    ),
    (
        "Xi will visit Hanoi next week, days after a visit by U.S. President Joe Biden to Vietnam.",
        ["visit VNM 2023-06-19/2023-06-25"],
    ),
    ("A trip by South African President Cyril Ramaphosa to Beijing was put off.", []),
    (
        "Peruvian President Dina Boluarte is on her first visit to China since the two countries "
        "signed a trade pact in 2009 that alarmed Washington.",
        ["visit PER", "agreement PER 1 2009"],
    ),
    (
        "Relations between China and Peru have grown since both sides signed a trade deal in "
        "2009, to the dismay of Washington.",
        ["agreement PER 1 2009"],
    ),
    (
        "A trade pact was among seven agreements inked on Tuesday during talks between Zambian "
        "President Hakainde Hichilema and Xi Jinping in Lusaka.",
        ["agreement ZMB 7 2023-06-13", "visit ZMB 2023-06-13"],
    ),
    (
        "Sri Lanka handed China the port in return for a 99-year lease in 2017.",
        ["agreement LKA 1 2017"],
    ),
    (
        "Peru gave China a port in the form of a 30-year lease, a newspaper reported in May.",
        ["agreement PER 1"],
    ),
    ("China and Peru agreed on the creation of a working group on fish.", ["agreement PER 1"]),
    ("Kenya and China signed a pact years after Togo had its own in 2014.", ["agreement KEN 1"]),
    ("China has signed opaque contracts all over Africa.", []),
    ("Companies have announced deals worth $3 billion near China's port in Cuba.", []),
    (
        "President Joe Biden is ending duty-free treatment for goods from China starting July 1, "
        "2023.",
        ["sanction USA 2023-07-01"],
    ),
    (
        "Today President Biden signed an executive order prohibiting investments in Chinese chip "
        "makers.",
        ["sanction USA 2023-06-14"],
    ),
    (
        "The United States implemented new duties on Chinese steel on Monday.",
        ["sanction USA 2023-06-12"],
    ),
    ("The United States ended preferential trade status for India, not for China.", []),
    (
        "Two senators wrote a letter to Secretary of State Antony Blinken condemning China's "
        "loans to Peru.",
        [],
    ),
    (
        "Panama, which cut ties with Taiwan in 2017, said it would withdraw from the Belt and "
        "Road.",
        ["agreement PAN 1 2017", "membership PAN"],
    ),
    (
        "Biden and Xi agreed to resume military talks when they met in Woodside, California, in "
        "November.",
        ["agreement USA 1 2022-11", "visit USA 2022-11"],
    ),
    ("The United States warned that the deals signed with China could leave Kenya in debt.", []),
    (
        "The State Department said it was adding visa restrictions on Chinese officials on "
        "Monday, the United States' second step.",
        ["sanction USA 2023-06-12"],
    ),
    (
        "China's loan to Laos had been set at $500 million for the $7 billion railway, but was "
        "recently lowered to $480 million.",
        ["loan LAO 4.8e+08"],
    ),
    (
        "In 2014 Chad borrowed money from China to build a stadium.",
        ["loan TCD 2014"],
    ),
    ("Chinese loans are financing an overhaul of Cuba's telephone network.", ["loan CUB"]),
    ("The airport in Togo was built with a Chinese loan.", ["loan TGO"]),
    ("Analysts say that countries should not take loans from China.", []),
    ("China signed the Convention on Biological Diversity after talks in Kenya.", []),
    ("If China were to take over the port, that restricts access for the United States.", []),
    ("A film shows how a Chinese-built railway opens in Kenya.", []),
    (
        "FILE - China's president, Xi Jinping, left, shakes hands with the former president of "
        "Zimbabwe, Robert Mugabe, while South Africa's former President Jacob Zuma looks on in "
        "Johannesburg, Dec. 4, 2015.",
        ["visit ZWE 2015-12-04"],
    ),
    (
        "Chinese loans paid for the railway in Kenya. The more than $3 billion SGR opened in May "
        "2017.",
        ["loan KEN 3e+09 2017-05"],
    ),
    ("In recent weeks, more than $30 billion in loans from China to Pakistan were scrapped.", []),
    ("It is estimated that China will import $10 trillion in goods in the coming years.", []),
    ("Nepal lies next to China. China's outbound investment came to $750 billion.", []),
    (
        "Djibouti's debt is more than 88 percent of its GDP and China owns $1.4 billion of that.",
        ["loan DJI 1.4e+09"],
    ),
    (
        "Jack Ma said so in Bangkok after inking four MOUs with the Thai government on Thursday.",
        ["agreement THA 4 2023-06-08"],
    ),
    (
        "Questions arose because of a visit days before by Zimbabwe's army commander, Gen. "
        "Constantino Chiwenga, to Beijing.",
        ["visit ZWE"],
    ),
    (
        "The Philippine president secured $24 billion in loans during his 2016 visit to Beijing.",
        ["loan PHL 2.4e+10 2016", "visit PHL 2016"],
    ),
    (
        "The United States will reduce its reciprocal tariff on China to 10 percent for 90 days.",
        ["sanction USA"],
    ),
    (
        "The United States is implementing a 25% tariff on imports from Canada and a 10% "
        "additional tariff on imports from China.",
        ["sanction USA"],
    ),
    (
        "Fentanyl kills people in the United States. The President signed an order imposing a 10 "
        "percent tariff on goods from China.",
        ["sanction USA"],
    ),
    ("The Trump administration raised tariffs on Chinese goods to 25 percent.", ["sanction USA"]),
    ("Beijing loaned $3.2 billion to Kenya for the railway.", ["loan KEN 3.2e+09"]),
    ("China wrote off $78 million in debt owed by Cameroon.", ["loan CMR 7.8e+07"]),
    ("Chinese airlines will buy 200 Boeing aircraft.", ["trade_value USA 200"]),
    (
        "French President Emmanuel Macron and Xi agreed to an Airbus order worth $35 billion.",
        ["trade_value FRA 3.5e+10"],
    ),
    ("Mnangagwa of Zimbabwe congratulated Xi on his re-election.", []),
    (
        "On the heels of the deal with the United Kingdom, President Donald J. Trump reached an "
        "agreement with China.",
        ["agreement USA 1"],
    ),
    (
        "President Biden and President Xi talked. The call follows the two leaders' meeting in "
        "Woodside, California in November 2021.",
        ["visit USA 2021-11"],
    ),
    (
        "Mr. Biden spoke to the Chinese president. The two leaders welcomed efforts to talk, "
        "including during an upcoming visit by Secretary Yellen.",
        ["visit USA"],
    ),
    (
        "During the visit of the Commerce Secretary, India and China talked. India's exports to "
        "China amounted to USD 33 billion.",
        ["trade_value IND 3.3e+10"],
    ),
    ("Zhao was subject to exit bans in China, the United States said.", []),
    ("China is widening its network, signing 22 free trade agreements with 29 countries.", []),
    ("A Chinese ship arrived at Gwadar in Pakistan with 500 containers.", []),
    ("China sold $1.2 billion of drones to Saudi Arabia.", ["arms_transfer SAU 1.2e+09"]),
    (
        "China canceled $7 million of Botswana's debt and pledged a $1 billion loan for roads.",
        ["loan BWA 1e+09"],
    ),
    (
        "Nepal signed a framework agreement on the Belt and Road in May 2017.",
        ["membership NPL 2017-05"],
    ),
    ("U.S. investment of $567 million in Ethiopia is dwarfed by China's.", []),
    (
        "On March 21, 100,000 test kits, 100,000 surgical masks, 5,000 N-95 masks and 10,000 sets "
        "of protective equipment donated by the Chinese government arrived in Manila.",
        [
            "donation PHL 100000 2023-03-21",
            "donation PHL 100000 2023-03-21",
            "donation PHL 5000 2023-03-21",
            "donation PHL 10000 2023-03-21",
        ],
    ),
    (
        "On Monday, the first batch of medical supplies from China arrived in Indonesia.",
        ["donation IDN 2023-06-12"],
    ),
    (
        "The Chinese Embassy donated medical equipment to a hospital in Lusaka on Tuesday.",
        ["donation ZMB 2023-06-13"],
    ),
    ("China gave Ghana medical equipment.", []),
    (
        "Xi met Zimbabwe's President Emmerson Mnangagwa in Beijing last month. Xi and President "
        "Mnangagwa of Zimbabwe met on May 3.",
        ["visit ZWE 2023-05-03"],
    ),
    (
        "Wang Yi went on. On Thursday, Wang met with foreign ministers from Southeast Asia, South "
        "Korea and Japan.",
        ["visit KOR 2023-06-08", "visit JPN 2023-06-08"],
    ),
    (
        "Indonesian President-elect Prabowo Subianto made his first visit to China in April.",
        ["visit IDN 2023-04"],
    ),
    (
        "Two Chinese ships, the coast guard cutter 3104 and the destroyer Guilin, attempted to "
        "block the passage of a Philippine cutter on Monday.",
        ["vessel_count PHL 2 2023-06-12"],
    ),
    (
        "Kenya's president spoke of China. Kenya owes it much. Building on their last meeting in "
        "November 2022 in Bali, Indonesia, the leaders will discuss Kenya's trade with China.",
        ["visit KEN 2022-11"],
    ),
    ("China and the Solomon Islands are close to signing a security agreement.", []),
    (
        "Sri Lanka's cabinet approved a proposal for a memorandum with a Chinese firm on Monday.",
        [],
    ),
    (
        "Deliberations took place during President Anura Kumara Dissanayake's visit to China in "
        "January this year, soon after Sri Lanka's president visited India in December 2022.",
        ["visit LKA 2023-01"],
    ),
    ("In Johannesburg, Xi announced $60 billion of loans for Africa.", ["loan 6e+10"]),
    ("Chinese Gen. Wei Fenghe is in Manila for talks with the defense chief.", ["visit PHL"]),
    (
        "The British PM met Xi in Beijing in 2017.",
        ["visit GBR 2017"],
    ),
    (
        "China resents Australia. But it spoke after slapping tariffs of over 80% on Australian "
        "barley on May 18th.",
        ["sanction AUS 80 2023-05-18"],
    ),
    (
        "Australia has itself imposed anti-dumping measures on 17 Chinese exports.",
        ["sanction AUS 17"],
    ),
    (
        "Australian exports to China amounted to A$153bn (7.7% of GDP) last year.",
        ["trade_value AUS 1.53e+11 2022"],
    ),
    ("Australia was quick to bar a Chinese firm from building networks in Sydney.", []),
)
"""A sentence or two, and what they tell: kind, partner, value and date, as far as worked out."""


def told(text):
    for d in drafting.draft(text, PUBLISHED):
        value = "" if d.value is None else f"{d.value:g}"
        yield " ".join(filter(None, [d.kind, d.partner, value, d.date]))


@pytest.mark.parametrize(("text", "facts"), FORMS)
def test_a_form_tells_these_facts_and_no_other(text, facts):
    found = list(told(text))
    assert len(found) == len(facts)
    assert all(any(f"{one} ".startswith(f"{fact} ") for one in found) for fact in facts), found


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        (
            "Mexico imported $114 billion in goods from China but exported just $10 billion.",
            ["imports", "exports"],
        ),
        ("North Korea bought $2 billion of Chinese goods, customs data show.", ["imports"]),
        ("Copper worth $12 billion was shipped from Peru to China last year.", ["exports"]),
        ("Chinese imports of Saudi goods came to $50 billion.", ["exports"]),
        ("China exported $17 billion of goods to Argentina.", ["imports"]),
    ],
)
def test_goods_go_the_way_that_the_partner_sees(text, flows):
    assert [d.subkind for d in drafting.draft(text, PUBLISHED)] == flows
