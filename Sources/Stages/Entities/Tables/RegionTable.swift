/// Regions, waters, mountains and facilities, in the format of ``CountryTable``; compiled for Sluice from
/// general knowledge.
enum RegionTable {
  static let regions = """
    Africa; Asia; Europe; North America; South America; Antarctica; Oceania; Latin America; Central America;
    Eurasia; Australasia; Middle East|Mideast|the Middle East; Near East; Far East; Southeast
    Asia|South-East Asia|South East Asia; East Asia; South Asia; Central Asia; Western Europe; Eastern
    Europe; Central Europe; Northern Europe; Southern Europe; North Africa; West Africa; East Africa;
    Sub-Saharan Africa; Horn of Africa; the West; Balkans; Baltics; Caucasus; South Caucasus; North
    Caucasus; Levant; Maghreb; Sahel; Caribbean; West Indies; Scandinavia; Iberia?; Benelux; Siberia;
    Ural?|Urals; Far North; Midwest; Deep South; New England; West Coast; East Coast; Gulf Coast; Bay Area;
    Silicon Valley; Wall Street?; Pacific|Pacific Ocean; Atlantic|Atlantic Ocean; Indian Ocean;
    Arctic|Arctic Ocean; Antarctic; Asia-Pacific|Asia Pacific; Indo-Pacific; Mediterranean|Mediterranean
    Sea; Black Sea; Red Sea; Baltic Sea|Baltic; Caspian Sea|Caspian; North Sea; Dead Sea; South China Sea;
    East China Sea; Sea of Japan; Sea of Azov; Persian Gulf|Gulf|Arabian Gulf; Gulf of Mexico; Gulf of Aden;
    Bay of Bengal; English Channel; Suez Canal; Panama Canal; Bosphorus|Bosporus; Strait of Hormuz; Taiwan
    Strait; Nile; Amazon?; Danube; Rhine; Volga; Thames; Tigris; Euphrates; Ganges; Indus; Mekong; Yangtze;
    Yellow River; Amur; Jordan River; Mississippi River; Rio Grande; Hudson?; Potomac; Colorado River; Great
    Lakes; Lake Michigan; Lake Superior; Lake Victoria; Himalayas|Himalaya; Alps; Andes; Rockies; Rocky
    Mountains; Appalachians; Pyrenees; Carpathians; Mount Everest|Everest; Kilimanjaro; Sahara; Gobi; Sinai;
    Golan Heights|Golan; Korean Peninsula; Balkan Peninsula; Arabian Peninsula; Ukraine-Russia border?;
    Falkland Islands|Falklands; Canary Islands; Galapagos; Hawaiian Islands; Philippines Sea; Spratly
    Islands; Senkaku Islands; Kuril Islands; Earth?; Mars?; Moon?; Venus?; Jupiter; Saturn?; Milky Way;
    Third World; Eastern Bloc; Holy Land; Silk Road; Yellowstone; Grand Canyon; Yosemite; Niagara Falls;
    Ground Zero
    """

  static let facilities = """
    Guantanamo Bay; Pearl Harbor; Heathrow; Gatwick; JFK?; O'Hare; Times Square; Central Park; Red Square;
    Tiananmen Square; Tahrir Square; Trafalgar Square; Golden Gate Bridge; Brooklyn Bridge; London Bridge;
    Eiffel Tower; Statue of Liberty; Empire State Building; Big Ben; Buckingham Palace; Berlin Wall; Great
    Wall; Great Wall of China; Taj Mahal; Colosseum; Madison Square Garden; Wembley; Fenway Park; Carnegie
    Hall; Lincoln Center; Lincoln Memorial; Disneyland; Disney World; Alcatraz; Camp David; Abu Ghraib;
    World Trade Center; Nord Stream; Trump Tower; Capitol Hill; Westminster Abbey; Notre Dame; Route 66;
    International Space Station|ISS
    """
}
