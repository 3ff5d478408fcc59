/// Capitals and large cities, in the format of ``CountryTable``; compiled for Sluice from general knowledge.
enum CityTable {
  static let cities = """
    London; Paris?; Berlin; Rome; Madrid; Lisbon; Vienna; Brussels; Amsterdam; Copenhagen; Stockholm; Oslo;
    Helsinki; Dublin; Reykjavik; Warsaw; Prague; Budapest; Bratislava; Ljubljana; Zagreb; Sarajevo;
    Belgrade; Skopje; Tirana; Athens; Sofia?; Bucharest; Chisinau; Kiev|Kyiv; Minsk; Vilnius; Riga; Tallinn;
    Moscow; St. Petersburg|Saint Petersburg|St Petersburg; Leningrad; Stalingrad; Volgograd; Novosibirsk;
    Yekaterinburg; Vladivostok; Kazan; Sochi; Grozny; Kharkiv|Kharkov; Odessa|Odesa; Lviv; Mariupol;
    Donetsk; Luhansk; Kherson; Bakhmut; Dnipro; Zaporizhzhia; Sevastopol; Simferopol; Yalta; Geneva;
    Zurich|Zürich; Basel; Bern|Berne; Lausanne; Davos; Munich; Hamburg; Frankfurt; Cologne; Stuttgart;
    Düsseldorf|Dusseldorf; Leipzig; Dresden; Hanover?; Nuremberg; Bremen; Bonn; Potsdam; Dortmund; Essen?;
    Heidelberg; Salzburg; Innsbruck; Graz; Lyon; Marseille|Marseilles; Nice?; Toulouse; Bordeaux;
    Strasbourg; Lille; Nantes; Grenoble; Versailles; Cannes; Milan; Naples; Turin; Florence?; Venice; Genoa;
    Bologna; Palermo; Verona; Pisa; Barcelona; Valencia; Seville; Bilbao; Granada; Zaragoza; Malaga; Porto;
    The Hague|Hague; Rotterdam; Utrecht; Eindhoven; Leiden; Maastricht; Antwerp; Ghent; Bruges; Manchester;
    Liverpool; Birmingham; Leeds; Sheffield; Bristol; Newcastle; Nottingham; Leicester; Southampton;
    Portsmouth; Oxford; Cambridge; Brighton; York; Norwich; Plymouth; Exeter; Coventry; Hull?; Bradford;
    Cardiff; Swansea; Belfast; Edinburgh; Glasgow; Aberdeen; Dundee; Inverness; Cork?; Galway; Limerick;
    Gothenburg; Malmö|Malmo; Uppsala; Bergen; Aarhus; Krakow|Kraków|Cracow; Gdansk|Gdańsk; Wroclaw; Poznan;
    Lodz; Brno; Salonika|Thessaloniki; Istanbul|Constantinople; Ankara; Izmir; Nicosia; Valletta; Tbilisi;
    Yerevan; Baku; Tehran|Teheran; Isfahan; Mashhad; Qom; Tabriz; Baghdad; Basra; Mosul; Kirkuk;
    Fallujah|Falluja; Erbil|Irbil; Najaf; Karbala; Tikrit; Ramadi; Samarra; Sinjar; Damascus; Aleppo; Homs;
    Hama; Raqqa|Raqqah; Deir ez-Zor|Deir al-Zor; Palmyra; Kobani|Kobane; Manbij; Daraa; Al-Bab; Afrin;
    Beirut; Tripoli; Benghazi; Sirte; Misrata; Amman; Jerusalem; Tel Aviv; Haifa; Ramallah; Hebron;
    Bethlehem; Nazareth; Nablus; Jenin; Rafah; Khan Younis|Khan Yunis; Riyadh; Jeddah; Mecca; Medina; Doha;
    Dubai; Abu Dhabi; Sharjah; Muscat; Manama; Kuwait City; Sanaa|Sana'a; Aden; Hodeidah; Cairo;
    Alexandria?; Giza; Luxor; Suez; Tunis; Algiers; Casablanca; Rabat; Marrakech|Marrakesh; Khartoum; Addis
    Ababa; Asmara; Mogadishu; Nairobi; Mombasa; Kampala; Kigali; Bujumbura; Dar es Salaam; Lusaka; Harare;
    Maputo; Luanda; Kinshasa; Brazzaville; Lagos; Abuja; Kano; Accra; Abidjan; Dakar; Bamako; Ouagadougou;
    Niamey; Freetown; Monrovia; Conakry; Johannesburg; Cape Town; Pretoria; Durban; Soweto; Windhoek;
    Gaborone; Antananarivo; Beijing|Peking; Shanghai; Guangzhou|Canton?; Shenzhen; Tianjin; Chongqing;
    Wuhan; Chengdu; Nanjing|Nanking; Xi'an|Xian; Hangzhou; Harbin; Dalian; Qingdao; Kunming; Urumqi; Lhasa;
    Kashgar; Taipei; Kaohsiung; Tokyo; Osaka; Kyoto; Yokohama; Nagoya; Hiroshima; Nagasaki; Sapporo; Kobe;
    Fukuoka; Fukushima; Seoul; Busan; Incheon; Pyongyang; Ulaanbaatar|Ulan Bator; Hanoi; Ho Chi Minh
    City|Saigon; Da Nang; Bangkok; Chiang Mai; Phnom Penh; Vientiane; Yangon|Rangoon; Naypyidaw; Kuala
    Lumpur; Penang; Jakarta; Surabaya; Bandung; Yogyakarta; Manila; Cebu; Davao; Delhi|New Delhi;
    Mumbai|Bombay; Kolkata|Calcutta; Chennai|Madras; Bangalore|Bengaluru; Hyderabad; Ahmedabad; Pune;
    Jaipur; Lucknow; Varanasi; Amritsar; Goa; Islamabad; Karachi; Lahore; Peshawar; Rawalpindi; Quetta;
    Multan; Abbottabad; Kabul; Herat; Jalalabad; Kunduz; Mazar-i-Sharif; Dhaka; Chittagong; Kathmandu;
    Thimphu; Colombo; Tashkent; Samarkand; Almaty; Astana|Nur-Sultan; Bishkek; Dushanbe; Ashgabat; Sydney?;
    Melbourne; Brisbane; Perth; Adelaide?; Canberra; Hobart; Darwin?; Auckland; Wellington?; Christchurch;
    Suva; Honolulu; Port Moresby; Toronto; Montreal|Montréal; Vancouver; Ottawa; Calgary; Edmonton;
    Winnipeg; Halifax; Quebec City; Victoria?; Mexico City; Guadalajara; Monterrey; Tijuana; Cancun|Cancún;
    Acapulco; Ciudad Juarez; Guatemala City; San Salvador; Managua; Tegucigalpa; San Jose|San José; Panama
    City; Havana; Port-au-Prince; Santo Domingo; Kingston?; San Juan; Port of Spain; Bogota|Bogotá;
    Medellin|Medellín; Cali?; Caracas; Maracaibo; Quito; Guayaquil; Lima; Cusco; La Paz; Santa Cruz;
    Santiago; Valparaiso; Buenos Aires; Cordoba|Córdoba; Rosario?; Montevideo; Asuncion; Brasilia|Brasília;
    Rio de Janeiro|Rio; Sao Paulo|São Paulo; Salvador?; Recife; Porto Alegre; Manaus; New York City|NYC; Los
    Angeles|LA|L.A.; Chicago; Houston?; Philadelphia|Philly; Phoenix?; San Antonio; San Diego; Dallas?;
    Austin?; Jacksonville; Fort Worth; Columbus?; Charlotte?; San Francisco|SF; Indianapolis; Seattle;
    Denver; Boston; Nashville; Detroit; Oklahoma City; Portland; Las Vegas|Vegas; Memphis; Louisville;
    Baltimore; Milwaukee; Albuquerque; Tucson; Fresno; Sacramento; Kansas City; Mesa?; Atlanta; Omaha;
    Colorado Springs; Raleigh; Miami; Oakland; Minneapolis; Tulsa; Tampa|Tampa Bay; New Orleans; Cleveland?;
    Anaheim; Honolulu; Cincinnati; Pittsburgh; St. Louis|St Louis|Saint Louis; Orlando?; Buffalo?; Newark;
    Jersey City; Anchorage; Madison?; Lincoln?; Salt Lake City; Hartford; Providence?; Albany; Rochester;
    Syracuse; Richmond; Norfolk; Virginia Beach; Charleston; Savannah?; Birmingham; Montgomery?; Mobile?;
    Jackson?; Baton Rouge; Little Rock; Des Moines; St. Paul; Fargo; Sioux Falls; Boise; Spokane; Tacoma;
    Eugene?; Santa Barbara; Santa Monica; Pasadena; Berkeley; Palo Alto; Mountain View; Cupertino; San
    Mateo; Santa Clara; Beverly Hills; Hollywood; Manhattan; Brooklyn; Queens?; Bronx|the Bronx; Staten
    Island; Harlem; Long Island; Cape Cod; Princeton; New Haven; Ann Arbor; Dayton; Toledo; Akron;
    Knoxville; Chattanooga; Lexington; Durham; Greensboro; Fort Lauderdale; Tallahassee; Gainesville; El
    Paso; Corpus Christi; Galveston; Lubbock; Waco; Amarillo; Ferguson?; Guantanamo|Guantánamo; Chernobyl;
    Auschwitz; Srebrenica; Waterloo; Gettysburg; Selma?; Roswell; Compton
    """
}
