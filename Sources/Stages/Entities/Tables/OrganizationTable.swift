/// Well-known organisations, and the few events, laws, works and products that are named often, in the format
/// of
/// ``CountryTable``; compiled for Sluice from general knowledge.
enum OrganizationTable {
  static let organizations = """
    United Nations|UN|U.N.|United Nations Organization; Security Council|UN Security Council|U.N. Security
    Council|United Nations Security Council|UNSC; General Assembly|UN General Assembly; UNESCO; UNICEF;
    UNHCR; UNRWA; UNDP; OCHA; World Health Organization|WHO; World Bank; IMF|International Monetary Fund;
    World Trade Organization|WTO; NATO|North Atlantic Treaty Organization; European Union|EU|E.U.; European
    Commission; European Parliament; European Council; European Central Bank|ECB; Council of Europe;
    OSCE|Organization for Security and Co-operation in Europe; African Union|AU; Arab League; OPEC; ASEAN;
    Association of Southeast Asian Nations; Shanghai Cooperation Organization|SCO|Shanghai Cooperation
    Organisation; BRICS|BRICs; G7|G-7|Group of Seven; G8|G-8; G20|G-20|Group of 20; OECD; APEC; CIS?;
    Commonwealth of Independent States; Gulf Cooperation Council|GCC; Mercosur; Interpol|INTERPOL; Europol;
    International Criminal Court|ICC; International Court of Justice|ICJ; IAEA|International Atomic Energy
    Agency; OPCW; Red Cross|Red Crescent|International Committee of the Red Cross|ICRC; Amnesty
    International|Amnesty; Human Rights Watch|HRW; Greenpeace; Oxfam; Save the Children; Doctors Without
    Borders|MSF; Warsaw Pact; League of Nations; Non-Aligned Movement; SWIFT; CIPS|CIPs; Federal
    Reserve|Fed|the Fed|Federal Reserve Board; Congress|U.S. Congress|US Congress; Senate|U.S. Senate|US
    Senate; House of Representatives|U.S. House of Representatives; House of Commons; House of Lords;
    Parliament; Knesset; Bundestag; Duma|State Duma; Kremlin; White House; Pentagon; Downing Street;
    Capitol; Elysee; Whitehall; Politburo; Supreme Court|U.S. Supreme Court|US Supreme Court; State
    Department|U.S. State Department|US State Department; Defense Department|Department of Defense|DoD;
    Justice Department|Department of Justice|DOJ; Treasury|Treasury Department; Homeland Security|Department
    of Homeland Security|DHS; FBI|F.B.I.|Federal Bureau of Investigation; CIA|C.I.A.|Central Intelligence
    Agency; NSA|National Security Agency; NSC|National Security Council; NASA; EPA|Environmental Protection
    Agency; FDA|Food and Drug Administration; SEC|Securities and Exchange Commission; FCC; FAA; TSA; IRS;
    CDC; NIH; DEA; ATF; FEMA; USAID; NOAA; USDA; ICE?; Social Security Administration; Secret Service; Coast
    Guard; National Guard; Marine Corps|Marines; Navy|U.S. Navy|US Navy; Air Force|U.S. Air Force|US Air
    Force; Army|U.S. Army|US Army; Red Army; KGB; FSB; GRU; MI5; MI6; Scotland Yard; Mossad; IDF|Israel
    Defense Forces; IRA; ISI; ISIS|ISIL|Islamic State|Daesh|IS?|Islamic State of Iraq and Syria|Islamic
    State of Iraq and the Levant; Al-Qaeda|al-Qaeda|Al Qaeda|al Qaeda|Al-Qaida|al-Qaida; Taliban;
    Hezbollah|Hizbollah|Hizballah; Hamas; Fatah; PLO|Palestine Liberation Organization; Palestinian
    Authority; Muslim Brotherhood; Boko Haram; Al-Shabaab|al-Shabaab; PKK; YPG; SDF|Syrian Democratic
    Forces; Free Syrian Army|FSA; Nusra Front|Jabhat al-Nusra|al-Nusra Front|Al-Nusra Front; Houthis|Houthi;
    FARC; Khmer Rouge; Viet Cong; Wagner Group; Black Lives Matter|BLM; ACLU; NAACP; NRA; AARP; AFL-CIO;
    Teamsters; Ku Klux Klan|KKK; GOP|Republican Party; DNC|Democratic National Committee; RNC; Democratic
    Party; Labour Party|Labour; Conservative Party; Liberal Party; Green Party; Communist Party; Communist
    Party of China|Chinese Communist Party|CCP; Social Democratic Party|SPD; CDU|Christian Democratic Union;
    CSU?; FDP; AfD; Likud; Sinn Féin|Sinn Fein; Tea Party; SNP|Scottish National Party; DUP; UKIP; Liberal
    Democratic Party; Ba'ath Party|Baath Party; Kuomintang|KMT; African National Congress|ANC; Congress
    Party; Fidesz; Solidarity?; Syriza; Podemos; Tory Party; Nazi Party; NSDAP; New York Times|The New York
    Times|NYT; Washington Post|The Washington Post; Wall Street Journal|The Wall Street Journal|WSJ;
    Financial Times; The Guardian|Guardian?; The Economist?; Reuters; Associated Press|AP; AFP|Agence
    France-Presse; Bloomberg; BBC|British Broadcasting Corporation|BBC News; CNN; CBS|CBS News; NBC|NBC
    News; ABC|ABC News; Fox News|Fox?; MSNBC; PBS; NPR; C-SPAN; ESPN; HBO; MTV; Al Jazeera|Al-Jazeera;
    Xinhua; TASS; RT?; Sky News; USA Today; Los Angeles Times|LA Times; Boston Globe; Chicago Tribune; Le
    Monde; Der Spiegel; Newsweek; Time Magazine; People's Daily; Global Times; Voice of America|VOA;
    Netflix; Hulu; YouTube|Youtube; Wikipedia; Huffington Post; BuzzFeed; Google; Microsoft; Apple?;
    Facebook; Meta?; Amazon.com; Twitter; IBM; Intel; Oracle?; Cisco; Dell; HP; Hewlett-Packard; Samsung;
    Sony; Toyota; Honda; Nissan; Hyundai; Ford?; General Motors|GM; Chrysler; Tesla; BMW; Volkswagen|VW;
    Audi; Mercedes-Benz|Mercedes; Daimler; Volvo; Boeing; Airbus; Lockheed Martin|Lockheed; Raytheon;
    General Electric|GE; Siemens; Exxon|ExxonMobil|Exxon Mobil; Chevron; BP; Shell?; Gazprom; Rosneft;
    Lukoil; Sberbank; Aramco|Saudi Aramco; Walmart|Wal-Mart; Target?; Costco; Starbucks;
    McDonald's|McDonalds; Coca-Cola|Coke; Pepsi|PepsiCo; Nike; Adidas; Disney|Walt Disney; Warner
    Bros|Warner Bros.; Universal Studios; Goldman Sachs; Morgan Stanley; JPMorgan|JP Morgan|JPMorgan Chase;
    Citigroup|Citibank; Bank of America; Wells Fargo; Lehman Brothers; Merrill Lynch; HSBC; Barclays;
    Deutsche Bank; UBS; Credit Suisse; Enron; AT&T; Verizon; T-Mobile; Sprint?; Comcast; Nokia; Motorola;
    Huawei; ZTE; Alibaba; Tencent; Baidu; Lenovo; Foxconn; Uber; Lyft; Airbnb; PayPal; eBay; Yahoo|Yahoo!;
    AOL; LinkedIn; Instagram; WhatsApp; Snapchat; TikTok; Reddit; SpaceX; OpenAI; Pfizer; Merck; Moderna;
    AstraZeneca; Johnson & Johnson; Bayer; Novartis; Monsanto; IKEA; Nestle|Nestlé; Unilever; Procter &
    Gamble; FedEx; UPS; Nasdaq|NASDAQ; New York Stock Exchange|NYSE; S&P; Moody's; Visa?; MasterCard;
    American Express; AIG; Halliburton; Blackwater; NFL; NBA; MLB; NHL; NCAA; FIFA; UEFA; IOC; Manchester
    United; Manchester City; Arsenal; Chelsea?; Real Madrid; Barcelona FC; FC Barcelona; Bayern Munich;
    Juventus; Yankees|New York Yankees; Red Sox|Boston Red Sox; Lakers|Los Angeles Lakers; Cowboys|Dallas
    Cowboys; Patriots?; Cubs|Chicago Cubs; Dodgers; Mets; Giants?; Packers; Steelers; Knicks; Celtics; MIT;
    UCLA; USC; NYU; Harvard|Harvard University; Yale|Yale University; Stanford|Stanford University; Columbia
    University; Princeton University; Georgetown|Georgetown University; Berkeley|UC Berkeley; Oxford
    University|University of Oxford; Cambridge University|University of Cambridge; Caltech; RAND|RAND
    Corporation; Brookings|Brookings Institution; Heritage Foundation; Cato Institute; Carnegie Endowment;
    Chatham House; Wilson Center|Woodrow Wilson Center; Kennan Institute; Council on Foreign Relations|CFR;
    CSIS; American Enterprise Institute; Kissinger Institute; Atlantic Council; Hudson Institute; Freedom
    House; Smithsonian; MoMA; Royal Society; Beatles|The Beatles; Rolling Stones; Vatican Radio
    """

  static let events = """
    World War II|World War Two|Second World War|WWII|WW2|World War 2; World War I|World War One|First World
    War|WWI|Great War; Cold War; Civil War|American Civil War; Vietnam War; Korean War; Gulf War; Iraq War;
    Syrian Civil War; Spanish Civil War; Crimean War; Holocaust; Olympics|Olympic Games|Winter
    Olympics|Summer Olympics; World Cup; Super Bowl; World Series; Great Depression; Industrial Revolution;
    French Revolution; Russian Revolution; October Revolution; American Revolution; Revolutionary War;
    Cultural Revolution; Arab Spring; Renaissance; Reformation; Enlightenment?; Brexit; Watergate; Hurricane
    Katrina|Katrina; Super Tuesday; Prague Spring; Yom Kippur War; Six-Day War; Bay of Pigs; Euromaidan;
    Orange Revolution; Thirty Years' War; Napoleonic Wars; Black Death; Oscars; Grammys; Eurovision;
    Wimbledon; Tour de France; Champions League; Premier League; Stanley Cup; Cannes Film Festival
    """

  static let laws = """
    First Amendment; Second Amendment; Fourth Amendment; Fifth Amendment; Fourteenth Amendment; Bill of
    Rights; Constitution?; Magna Carta; Geneva Conventions|Geneva Convention; Kyoto Protocol; Paris
    Agreement; Paris Accord; Lisbon Treaty; Maastricht Treaty; NAFTA; Obamacare; Affordable Care Act;
    Patriot Act; Roe v. Wade; Minsk agreements; Declaration of Independence; Treaty of Versailles; Good
    Friday Agreement; Monroe Doctrine; Medicare; Medicaid; Title IX; GDPR; START; SALT?
    """

  static let works = """
    Bible; Koran|Quran|Qur'an; Torah; Talmud; Star Wars; Star Trek; Harry Potter?; Game of Thrones; Mona
    Lisa; Hamlet; Macbeth; Romeo and Juliet; Don Quixote; Mein Kampf; Das Kapital; Titanic?; American Idol;
    Saturday Night Live; Simpsons?; Nobel Prize; Nobel Peace Prize; Pulitzer Prize; Academy Award; Medal of
    Honor
    """

  static let products = """
    iPhone; iPad; iPod; Android?; Windows?; Xbox; PlayStation; Kindle?; Photoshop; Skype; Gmail;
    Kalashnikov; AK-47; F-16; F-35; MiG; Boeing 737; Boeing 747; Sputnik; Apollo?; Prozac; Viagra; Kinect;
    Linux; Firefox; Bitcoin; Corvette; Mustang?; Prius
    """
}
