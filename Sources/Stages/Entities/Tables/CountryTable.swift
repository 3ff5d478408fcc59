/// Countries, their parts and their cities: entries parted by `;`, names of one thing by `|`.
///
/// Compiled for Sluice from general knowledge. A trailing `?` marks a name that is also something else, so
/// that it needs a capital inside a sentence or a cue.
enum CountryTable {
  static let countries = """
    Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia;
    Austria; Azerbaijan; Bahamas|The Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize;
    Benin; Bhutan; Bolivia; Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina; Botswana; Brazil; Brunei;
    Bulgaria; Burkina Faso; Burundi; Cambodia; Cameroon; Canada; Cape Verde|Cabo Verde; Central African
    Republic; Chad?; Chile; China|People's Republic of China|PRC|P.R.C.|Mainland China; Colombia; Comoros;
    Costa Rica; Côte d'Ivoire|Ivory Coast|Cote d'Ivoire; Croatia; Cuba; Cyprus; Czech Republic|Czechia;
    Denmark; Djibouti; Dominica; Dominican Republic; Democratic Republic of the Congo|DRC|DR
    Congo|Congo|Democratic Republic of Congo; East Timor|Timor-Leste; Ecuador; Egypt; El Salvador;
    Equatorial Guinea; Eritrea; Estonia; Eswatini|Swaziland; Ethiopia; Fiji; Finland; France; Gabon;
    Gambia|The Gambia; Georgia?; Germany|Federal Republic of Germany; Ghana; Greece; Grenada; Guatemala;
    Guinea?; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland; India; Indonesia; Iran|Islamic
    Republic of Iran|Islamic Republic; Iraq; Ireland|Republic of Ireland; Israel; Italy; Jamaica; Japan;
    Jordan?; Kazakhstan; Kenya; Kiribati; Kosovo; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho;
    Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Madagascar; Malawi; Malaysia; Maldives; Mali;
    Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Moldova; Monaco; Mongolia;
    Montenegro; Morocco; Mozambique; Myanmar|Burma; Namibia; Nauru; Nepal; Netherlands|the
    Netherlands|Holland; New Zealand; Nicaragua; Niger; Nigeria; North Korea|DPRK|Democratic People's
    Republic of Korea; North Macedonia|Macedonia; Norway; Oman; Pakistan; Palau; Palestine|Palestinian
    Territories; Panama; Papua New Guinea; Paraguay; Peru; Philippines|the Philippines; Poland; Portugal;
    Qatar; Republic of the Congo; Romania; Russia|Russian Federation; Rwanda; Saint Lucia; Samoa; San
    Marino; Saudi Arabia|KSA; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia;
    Solomon Islands; Somalia; South Africa; South Korea|Republic of Korea|ROK; South Sudan; Spain; Sri
    Lanka|Ceylon; Sudan; Suriname; Sweden; Switzerland; Syria|Syrian Arab Republic; Taiwan|Republic of
    China; Tajikistan; Tanzania; Thailand; Togo; Tonga; Trinidad and Tobago|Trinidad; Tunisia;
    Turkey?|Türkiye|Turkiye; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab
    Emirates|UAE|U.A.E.|Emirates?; United Kingdom|UK|U.K.|Britain|Great Britain|United Kingdom of Great
    Britain and Northern Ireland; United States|US|U.S.|USA|U.S.A.|United States of America|America|the
    States; Uruguay; Uzbekistan; Vanuatu; Vatican City|Vatican; Venezuela; Vietnam|Viet Nam; Yemen; Zambia;
    Zimbabwe|Rhodesia; Korea; Soviet Union|USSR|U.S.S.R.; Yugoslavia; Czechoslovakia; East
    Germany|GDR|German Democratic Republic; West Germany; Prussia; Ottoman Empire; Roman Empire; British
    Empire; Austria-Hungary; Persia; Siam; South Vietnam; North Vietnam; Abkhazia; South Ossetia;
    Transnistria; Greenland; Northern Ireland; England; Scotland; Wales; Hong Kong; Macau|Macao; Puerto
    Rico; Guam; Bermuda; Gibraltar; Tibet; Crimea; Gaza|Gaza Strip; West Bank; Kashmir; Chechnya; Dagestan;
    Donbas|Donbass; Catalonia; Bavaria; Saxony; Flanders; Wallonia; Andalusia; Lombardy; Tuscany; Sicily;
    Sardinia; Corsica; Normandy; Brittany; Provence; Quebec|Québec; Ontario; British Columbia; Alberta;
    Manitoba; Saskatchewan; Nova Scotia; New Brunswick; Newfoundland; Newfoundland and Labrador; Prince
    Edward Island; Yukon; Nunavut; New South Wales; Queensland; Tasmania; Western Australia; South
    Australia; Northern Territory; Xinjiang; Guangdong; Sichuan; Hunan; Hubei; Zhejiang; Jiangsu; Fujian;
    Yunnan; Inner Mongolia; Punjab; Gujarat; Maharashtra; Kerala; Tamil Nadu; West Bengal; Uttar Pradesh;
    Bihar; Rajasthan; Karnataka; Assam; Sindh; Balochistan; Khyber Pakhtunkhwa; Helmand; Kandahar; Anbar;
    Nineveh; Idlib; Latakia; Darfur; Biafra; Katanga; Zanzibar; Kurdistan|Iraqi Kurdistan; Nagorno-Karabakh;
    Okinawa; Hokkaido; Java; Sumatra; Bali; Aceh; Mindanao
    """

  static let states = """
    Alabama; Alaska; Arizona; Arkansas; California|Calif.|Cali; Colorado|Colo.; Connecticut|Conn.; Delaware;
    Florida|Fla.; Hawaii|Hawai'i; Idaho; Illinois|Ill.; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine;
    Maryland|Md.; Massachusetts|Mass.; Michigan|Mich.; Minnesota|Minn.; Mississippi; Missouri; Montana;
    Nebraska; Nevada; New Hampshire|N.H.; New Jersey|N.J.|NJ; New Mexico; New York|N.Y.|NY|New York State;
    North Carolina|N.C.; North Dakota; Ohio; Oklahoma|Okla.; Oregon; Pennsylvania|Pa.; Rhode Island; South
    Carolina|S.C.; South Dakota; Tennessee|Tenn.; Texas|TX; Utah; Vermont; Virginia?; Washington?; West
    Virginia; Wisconsin|Wis.; Wyoming; District of Columbia|D.C.|DC|Washington, D.C.|Washington
    D.C.|Washington, DC|Washington DC; CA; FL; IL; PA
    """
}
