/// Nationalities, peoples, religions, political groups, languages, in the format of ``CountryTable``;
/// compiled for Sluice from general knowledge.
enum GroupTable {
  static let groups = """
    Afghan|Afghans; African|Africans; African-American|African American|African Americans|African-Americans;
    Albanian|Albanians; Algerian|Algerians; American|Americans; Angolan; Arab|Arabs; Arabian;
    Argentine|Argentinian|Argentinians; Armenian|Armenians; Asian|Asians; Asian American|Asian Americans;
    Australian|Australians|Aussie|Aussies; Austrian|Austrians; Azerbaijani|Azerbaijanis|Azeri; Bahraini;
    Balkan; Baltic?; Bangladeshi; Basque|Basques; Bavarian; Belarusian|Belarusians|Belarussian;
    Belgian|Belgians; Bengali; Berber; Bolivian; Bosnian|Bosnians; Brazilian|Brazilians;
    British|Brits|Briton|Britons|Brit; Bulgarian|Bulgarians; Burmese; Byzantine; Cambodian; Cameroonian;
    Canadian|Canadians; Caribbean?; Catalan|Catalans; Caucasian; Celtic?; Chechen|Chechens;
    Chilean|Chileans; Chinese; Colombian|Colombians; Congolese; Cossack|Cossacks;
    Croat|Croats|Croatian|Croatians; Cuban|Cubans; Cypriot|Cypriots; Czech|Czechs; Danish|Dane|Danes; Dutch;
    Ecuadorian; Egyptian|Egyptians; Emirati; English?|Englishman|Englishmen; Eritrean; Estonian|Estonians;
    Ethiopian|Ethiopians; Eurasian; European|Europeans; Filipino|Filipinos|Philippine; Finnish|Finn|Finns;
    Flemish; French|Frenchman|Frenchmen; Georgian|Georgians; German|Germans|Germanic; Ghanaian;
    Greek|Greeks; Guatemalan; Haitian|Haitians; Hawaiian; Hebrew?; Hispanic|Hispanics; Honduran;
    Hungarian|Hungarians; Icelandic; Indian|Indians; Indonesian|Indonesians; Iranian|Iranians; Iraqi|Iraqis;
    Irish|Irishman; Israeli|Israelis; Italian|Italians; Ivorian; Jamaican; Japanese; Jordanian|Jordanians;
    Kazakh|Kazakhs; Kenyan|Kenyans; Korean|Koreans; Kosovar; Kurd|Kurds|Kurdish; Kuwaiti; Kyrgyz; Lao; Latin
    American; Latin?; Latino|Latinos|Latina; Latvian; Lebanese; Liberian; Libyan|Libyans; Lithuanian;
    Macedonian; Malaysian; Malay; Malian; Maltese; Maori; Mexican|Mexicans; Moldovan;
    Mongolian|Mongol|Mongols; Moroccan; Native American|Native Americans; Nepali|Nepalese; Nicaraguan;
    Nigerian|Nigerians; Nordic; Norman; North Korean|North Koreans; Norwegian|Norwegians; Omani; Ottoman?;
    Pakistani|Pakistanis; Palestinian|Palestinians; Panamanian; Pashtun; Persian|Persians; Peruvian;
    Pole|Poles|Polish; Portuguese; Prussian; Qatari; Roma?|Romani; Roman?|Romans; Romanian|Romanians;
    Russian|Russians; Rwandan; Saudi|Saudis; Saxon; Scandinavian; Scottish|Scot|Scots; Senegalese;
    Serb|Serbs|Serbian|Serbians; Singaporean; Slav|Slavic|Slavs; Slovak|Slovakian; Slovene|Slovenian;
    Somali|Somalis; South African|South Africans; South Korean|South Koreans; Soviet|Soviets;
    Spanish|Spaniard|Spaniards; Sri Lankan; Sudanese; Swede|Swedes|Swedish; Swiss; Syrian|Syrians;
    Taiwanese; Tajik; Tamil|Tamils; Tanzanian; Tatar|Tatars; Texan; Thai; Tibetan|Tibetans; Tunisian;
    Turk|Turks|Turkish; Turkmen; Ugandan; Ukrainian|Ukrainians; Uruguayan; Uyghur|Uyghurs|Uighur|Uighurs;
    Uzbek; Venezuelan|Venezuelans; Viking|Vikings; Vietnamese; Welsh; Yemeni|Yemenis; Yugoslav; Zambian;
    Zimbabwean; Zulu; Aztec; Cherokee; Navajo; Sioux; Californian; New Yorker|New Yorkers; Parisian;
    Londoner|Londoners; Anglo-Saxon; Sino; Hmong; Rohingya; Hutu|Hutus; Tutsi|Tutsis; Yazidi|Yazidis; Druze;
    Alawite|Alawites; Muslim|Muslims|Moslem; Islamic; Islamist|Islamists; Christian?|Christians;
    Catholic|Catholics|Roman Catholic; Protestant|Protestants; Orthodox?; Evangelical; Jew|Jews|Jewish;
    Hindu|Hindus; Buddhist|Buddhists; Sikh|Sikhs; Mormon|Mormons; Anglican; Lutheran|Lutherans; Methodist;
    Baptist|Baptists; Presbyterian; Quaker|Quakers; Jesuit|Jesuits; Sunni|Sunnis;
    Shiite|Shiites|Shia|Shi'ite; Sufi; Salafi; Wahhabi; Zionist|Zionists; Puritan|Puritans; Calvinist;
    Democrat|Democrats|Democratic; Republican|Republicans; Liberal Democrat|Liberal Democrats?;
    Conservatives|Tory|Tories; Labourite; Communist|Communists; Socialist|Socialists; Marxist|Marxists;
    Fascist|Fascists; Nazi|Nazis; Bolshevik|Bolsheviks; Maoist|Maoists; Leninist; Stalinist; Trotskyist;
    Peronist; Gaullist; Whig|Whigs; Federalist|Federalists; Confederates; Marxist-Leninist; Social
    Democrats; Christian Democrats; Baathist|Ba'athist; Nationalist; Loyalist; Western; Westerners;
    Southerners; Bedouin
    """

  static let languages = """
    Mandarin; Cantonese; Arabic; Swahili; Hindi; Urdu; Farsi; Pashto; Dari; Yiddish; Esperanto; Tagalog;
    Gaelic; Sanskrit; Punjabi; Telugu; Marathi; Afrikaans; Creole; Python; JavaScript
    """
}
