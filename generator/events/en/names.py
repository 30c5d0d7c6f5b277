"""English tables for names: titles, words of organisations, places, peoples, first names."""

from __future__ import annotations

from typing import Final


def _phrases(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", " ").split(","))


# Words before a name that are not part of it. Lower case; those of a title such as "Secretary of State" singly.
TITLES: Final = frozenset(
    "first second "
    "mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister foreign finance defence defense interior justice "
    "health energy trade education deputy secretary state general chancellor king queen prince princess pope emperor sultan emir sheikh "
    "senator sen representative rep congressman congresswoman governor gov mayor judge justice chief "
    "executive officer ceo cfo coo chairman "
    "chairwoman chair director manager spokesman spokeswoman spokesperson ambassador envoy colonel col major captain capt lieutenant lt "
    "general gen admiral sergeant commander commissioner premier leader speaker attorney coach editor analyst founder co-founder chief "
    "bishop archbishop cardinal rabbi imam reverend rev father sister brother saint st doctor detective inspector superintendent officer "
    "operating opposition acting former current outgoing incumbent ousted exiled special information of economy "
    "environment labour labor transport agriculture culture central "
    "bank union party security council committee company under-secretary undersecretary "
    "secretary-general vice-president us u.s. uk u.k. un u.n. eu "
    "mp mep".split()
)
# A run of title words that ends in one of these is a title; "Prime Minister" yes, "Security Council" no.
TITLE_HEADS: Final = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame president minister secretary state general chancellor king queen prince princess "
    "pope emperor sultan emir sheikh senator sen representative rep congressman congresswoman governor gov mayor judge justice executive "
    "officer ceo cfo coo chairman chairwoman chair director manager spokesman spokeswoman spokesperson ambassador envoy colonel col major "
    "captain capt lieutenant lt gen admiral sergeant commander commissioner premier leader speaker attorney coach editor analyst founder "
    "co-founder chief bishop archbishop cardinal rabbi imam reverend rev doctor detective inspector superintendent secretary-general "
    "vice-president undersecretary under-secretary mp mep".split()
)
# Before a name they say that it is a person's: "the sprinter Ida Holm".
ROLES: Final = (
    "minister president secretary official leader chief ceo manager adviser advisor judge envoy chancellor mayor king queen mr mrs ms dr "
    "medalist medallist boxer footballer striker midfielder goalkeeper defender singer actor actress author novelist poet painter artist "
    "director founder co-founder chairman chairwoman analyst economist lawyer attorney prosecutor spokesman spokeswoman spokesperson "
    "senator congressman congresswoman governor professor doctor researcher scientist physicist biologist historian teacher coach captain "
    "driver jockey swimmer sprinter cyclist golfer quarterback pitcher commander general colonel officer detective inspector sheriff "
    "bishop archbishop pastor priest rabbi imam activist journalist reporter columnist photographer lawmaker legislator dissident "
    "tycoon businessman businesswoman entrepreneur billionaire investor astronaut cosmonaut pilot chef son daughter wife husband widow "
    "brother sister nephew niece cousin uncle aunt grandfather grandmother victim suspect defendant plaintiff resident "
    "executive premier skipper rider champion winner"
)
ORGANISATION_WORDS: Final = frozenset(
    "inc inc. corp corp. corporation company co. ltd ltd. llc plc group holdings bank ministry department agency authority commission "
    "committee council court party union university college institute school hospital association federation foundation league club team "
    "army navy force forces police government parliament senate congress assembly house cabinet board office bureau service services "
    "airlines airways motors telecom press news times post journal network society church organisation organization nations alliance "
    "movement front brigade fund trust museum studios records pictures systems technologies software computer electronics airbus boeing "
    "division ministry administration centre center laboratory laboratories observatory station republicans democrats conservatives "
    "liberals greens workers' teachers' farmers' reports frontières borders universe fc united city athletic apple google microsoft ibm "
    "nasa nato reuters euronews espn barclays capital pharmaceuticals industries foods brands energy petroleum resources mining metals "
    "therapeutics biosciences labs partners securities insurance financial bancorp savings semiconductor devices entertainment games "
    "interactive media publishing chemicals electric railway railways railroad shipping logistics enterprises international solutions "
    "robotics networks communications wireless productions theatre theater orchestra ballet opera festival library academy".split()
)
# Named things that are neither person, organisation nor place: months come from the calendar, these from the news.
NOT_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december christmas easter ramadan i however but and the a an in on at he she it they we you his her its their this that these those "
    "there if when while after before since for from with by as of to also yesterday today tomorrow earlier later meanwhile so no not "
    "jan feb apr aug sept sep oct nov dec mon tue wed thu fri sat sun est edt gmt pst utc ceo cfo coo "
    "people police polls office index factory government communist thanksgiving nation daily "
    "calif conn ill mass mo pa fla ariz ore tenn wash mich minn wis okla ala ga la md va nev colo "
    "according what who why how some many most all both each our my we're we've i'm it's that's un hospital investigators "
    "foreign opposition".split()
)
GENERATIONS: Final = frozenset("Jr Sr II III IV".split())
# Here the family name comes first, and the whole name or the first word of it is what people say.
FAMILY_FIRST: Final = frozenset("Xi Kim Ban Park Moon Aung".split())
# What stands behind "and" in the name of one office: "the Securities and Exchange Commission".
OFFICES: Final = frozenset(
    "commission service league department committee administration agency ministry office board council association authority bureau "
    "institute university foundation fund bank society party union center centre corporation".split()
)
SMALL: Final = frozenset("of de da del della di du la le van von der den al bin ibn el y and the for".split())

COUNTRIES: Final = _phrases(
    "Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, "
    "Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina, Botswana, Brazil, Britain, Brunei, "
    "Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, "
    "Cyprus, Czechia, Czech Republic, Denmark, Djibouti, Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, England, Eritrea, "
    "Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Gaza, Georgia, Germany, Ghana, Greece, Greenland, Grenada, "
    "Guatemala, Guinea, Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, "
    "Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, "
    "Liechtenstein, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, "
    "Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, "
    "Nigeria, North Korea, Northern Ireland, Norway, Oman, Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, "
    "Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Seychelles, Sierra Leone, "
    "Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, "
    "Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Trinidad, Tunisia, Turkey, Turkmenistan, "
    "Uganda, Ukraine, United Arab Emirates, UAE, United Kingdom, UK, U.K., United States, US, U.S., USA, America, Uruguay, Uzbekistan, "
    "Vatican, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe, Europe, Asia, Africa, Antarctica, Siberia, Crimea, Kashmir, Catalonia, "
    "Crete, Sicily, Bavaria, Quebec, Ontario, Alberta, British Columbia, Queensland, Victoria, Tasmania, New South Wales, Chechnya, Darfur"
)
CITIES: Final = _phrases(
    "Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Adelaide, Aden, Aleppo, Alexandria, Algiers, Almaty, Amman, Amsterdam, Anchorage, "
    "Ankara, Antwerp, Astana, Asuncion, Athens, Atlanta, Auckland, Austin, Baghdad, Baku, Bali, Baltimore, Bamako, Bandung, Bangalore, "
    "Bangkok, Barcelona, Basel, Basra, Beijing, Beirut, Belfast, Belgrade, Benghazi, Berlin, Bern, Birmingham, Bogota, Bogotá, Bologna, "
    "Bombay, Bonn, Boston, Brasilia, Bratislava, Brazzaville, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires, Cairo, "
    "Calais, Calcutta, Calgary, Canberra, Cannes, Cape Canaveral, Cape Town, Caracas, Cardiff, Casablanca, Charlotte, Chennai, Chicago, "
    "Christchurch, Cleveland, Cologne, Colombo, Copenhagen, Cupertino, Dakar, Dallas, Damascus, Dar es Salaam, Davos, Delhi, Denver, "
    "Detroit, Dhaka, Dili, Doha, Donetsk, Dubai, Dublin, Durban, Dushanbe, Dusseldorf, Edinburgh, Edmonton, Florence, Frankfurt, Freetown, "
    "Gaborone, Gdansk, Geneva, Genoa, Glasgow, Gothenburg, Guadalajara, Guangzhou, Hamburg, Hanoi, Harare, Havana, Hebron, Helsinki, "
    "Hiroshima, Ho Chi Minh City, Honolulu, Houston, Islamabad, Istanbul, Izmir, Jakarta, Jeddah, Jerusalem, Johannesburg, Kabul, Kampala, "
    "Kandahar, Karachi, Kathmandu, Kharkiv, Khartoum, Kiev, Kyiv, Kigali, Kingston, Kinshasa, Kiruna, Kobe, Kolkata, Krakow, Kuala Lumpur, "
    "Kyoto, La Paz, Lagos, Lahore, Las Vegas, Lausanne, Leeds, Leipzig, Lima, Lisbon, Liverpool, Ljubljana, London, Los Angeles, Lusaka, "
    "Luxembourg City, Lviv, Lyon, Madrid, Manama, Manchester, Manila, Maputo, Mariupol, Marrakesh, Marseille, Mecca, Medina, Melbourne, "
    "Memphis, Mexico City, Miami, Milan, Minneapolis, Minsk, Mogadishu, Monrovia, Montevideo, Montreal, Montreux, Moscow, Mosul, Mumbai, "
    "Munich, Muscat, Nagasaki, Nairobi, Naples, Nashville, Nassau, New Delhi, New Orleans, New York, New York City, Newark, Nice, Nicosia, "
    "Odessa, Odesa, Omsk, Oman, Osaka, Oslo, Ottawa, Oxford, Palermo, Panama City, Paris, Perth, Philadelphia, Phnom Penh, Phoenix, "
    "Pittsburgh, Port-au-Prince, Portland, Porto, Prague, Pretoria, Pristina, Pyongyang, Quito, Rabat, Ramallah, Rangoon, Reykjavik, Riga, "
    "Rio de Janeiro, Riyadh, Rome, Rotterdam, Salt Lake City, Salzburg, San Diego, San Francisco, San Jose, San Juan, San Salvador, Sanaa, "
    "Santiago, Santo Domingo, Sao Paulo, São Paulo, Sarajevo, Seattle, Seoul, Seville, Shanghai, Shenzhen, Sheffield, Sochi, Sofia, "
    "St Petersburg, St. Petersburg, St. Louis, Stockholm, Strasbourg, Stuttgart, Sydney, Taipei, Tallinn, Tampa, Tashkent, Tbilisi, "
    "Tegucigalpa, Tehran, Tel Aviv, The Hague, Tianjin, Tirana, Tokyo, Tomsk, Toronto, Toulouse, Tripoli, Trondheim, Tunis, Turin, "
    "Ulan Bator, Utrecht, Valencia, Valletta, Vancouver, Venice, Vienna, Vientiane, Vilnius, Vladivostok, Warsaw, Washington, "
    "Washington D.C., Wellington, Whitehorse, Windhoek, Winnipeg, Wuhan, Yangon, Yaounde, Yerevan, Yokohama, Zagreb, Zurich, Zürich, "
    "California, Texas, Florida, Ohio, Michigan, Virginia, Georgia, Arizona, Nevada, Oregon, Colorado, Alaska, Hawaii, Illinois, Iowa, "
    "Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Minnesota, Mississippi, Missouri, Montana, Nebraska, New Hampshire, "
    "New Jersey, New Mexico, North Carolina, North Dakota, Oklahoma, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, "
    "Utah, Vermont, West Virginia, Wisconsin, Wyoming, Silicon Valley, Wall Street"
)
# Which country a town lies in, where there is little doubt: "in Lyon" and "in France" can be one place.
_LIES_IN: Final = (
    "Jordan: Amman; Austria: Vienna, Salzburg; Switzerland: Geneva, Zurich, Zürich, Basel, Bern, "
    "Lausanne, Davos, Montreux; Kenya: Nairobi; "
    "Peru: Lima; Norway: Oslo, Trondheim; Georgia: Tbilisi; Vietnam: Hanoi, Ho Chi Minh City; Nigeria: Lagos, Abuja; "
    "Turkey: Ankara, Istanbul, Izmir; Ecuador: Quito; Ireland: Dublin; Latvia: Riga; Qatar: Doha; Ghana: Accra; Portugal: Lisbon, Porto; "
    "Czechia: Prague; Czech Republic: Prague; Tunisia: Tunis; Canada: Ottawa, Toronto, Montreal, Vancouver, Calgary, Winnipeg, Whitehorse; "
    "South Korea: Seoul; Senegal: Dakar; Poland: Warsaw, Krakow, Gdansk; Philippines: Manila; Colombia: Bogota, Bogotá; Estonia: Tallinn; "
    "Morocco: Rabat, Casablanca, Marrakesh; Greece: Athens; Indonesia: Jakarta, Bali, Bandung; "
    "Australia: Canberra, Sydney, Melbourne, Brisbane, Perth, Adelaide; Oman: Muscat; Chile: Santiago; Lithuania: Vilnius; Rwanda: Kigali; "
    "Spain: Madrid, Barcelona, Seville; Lebanon: Beirut; Finland: Helsinki; Kazakhstan: Astana, Almaty; "
    "France: Paris, Lyon, Marseille, Toulouse, Strasbourg, Nice, Cannes, Calais; Italy: Rome, Milan, "
    "Naples, Turin, Venice, Florence, Genoa; "
    "Egypt: Cairo, Alexandria; Germany: Berlin, Munich, Hamburg, Frankfurt, Cologne, Bonn, Stuttgart, Leipzig, Dusseldorf; "
    "Sweden: Stockholm, Gothenburg, Kiruna; Denmark: Copenhagen; Netherlands: Amsterdam, Rotterdam, Utrecht, The Hague; "
    "Belgium: Brussels, Antwerp; Hungary: Budapest; Romania: Bucharest; Bulgaria: Sofia; Serbia: Belgrade; Croatia: Zagreb; "
    "Bosnia: Sarajevo; Slovenia: Ljubljana; Slovakia: Bratislava; Albania: Tirana; Kosovo: Pristina; Cyprus: Nicosia; Malta: Valletta; "
    "Iceland: Reykjavik; Ukraine: Kiev, Kyiv, Odessa, Odesa, Kharkiv, Lviv, Donetsk, Mariupol; Belarus: Minsk; "
    "Russia: Moscow, Sochi, Omsk, Tomsk, Vladivostok, St Petersburg, St. Petersburg; Armenia: Yerevan; Azerbaijan: Baku; "
    "Syria: Damascus, Aleppo; Iraq: Baghdad, Mosul, Basra; Iran: Tehran; Israel: Tel Aviv; Saudi Arabia: Riyadh, Jeddah, Mecca, Medina; "
    "Yemen: Sanaa, Aden; United Arab Emirates: Dubai, Abu Dhabi; Afghanistan: Kabul, Kandahar; Pakistan: Islamabad, Karachi, Lahore; "
    "India: Delhi, New Delhi, Mumbai, Kolkata, Chennai, Bangalore; Nepal: Kathmandu; Bangladesh: Dhaka; Sri Lanka: Colombo; "
    "China: Beijing, Shanghai, Wuhan, Guangzhou, Shenzhen; Taiwan: Taipei; Japan: Tokyo, Osaka, Kyoto, Hiroshima, Nagasaki; "
    "North Korea: Pyongyang; Thailand: Bangkok; Malaysia: Kuala Lumpur; Cambodia: Phnom Penh; Myanmar: Yangon, Rangoon; "
    "New Zealand: Wellington, Auckland, Christchurch; South Africa: Pretoria, Johannesburg, Cape Town, Durban; Zimbabwe: Harare; "
    "Zambia: Lusaka; Uganda: Kampala; Ethiopia: Addis Ababa; Somalia: Mogadishu; Sudan: Khartoum; Libya: Tripoli, Benghazi; "
    "Algeria: Algiers; Mali: Bamako; Liberia: Monrovia; Congo: Kinshasa; Cameroon: Yaounde; Cuba: Havana; Haiti: Port-au-Prince; "
    "Mexico: Mexico City, Guadalajara; Venezuela: Caracas; Bolivia: La Paz; Paraguay: Asuncion; Uruguay: Montevideo; "
    "Argentina: Buenos Aires; Brazil: Brasilia, Rio de Janeiro, Sao Paulo, São Paulo; "
    "United Kingdom: London, Manchester, Birmingham, Liverpool, Leeds, Bristol, Glasgow, Edinburgh, Belfast, Cardiff; "
    "United States: Washington, New York, New York City, Chicago, Los Angeles, San Francisco, Boston, Houston, Dallas, Atlanta, Seattle, "
    "Miami, Detroit, Philadelphia, Denver, Las Vegas, Cupertino, California, Texas, Florida"
)
COUNTRY_OF: Final[dict[str, str]] = {
    town.strip(): country.strip() for part in _LIES_IN.split(";") for country, towns in [part.split(":")] for town in towns.split(",")
}
SAME_COUNTRY: Final[dict[str, str]] = {
    "UK": "United Kingdom", "U.K.": "United Kingdom", "Britain": "United Kingdom", "England": "United Kingdom", "US": "United States",
    "U.S.": "United States", "USA": "United States", "America": "United States", "UAE": "United Arab Emirates", "Czech Republic": "Czechia",
    "Burma": "Myanmar",
}  # fmt: skip
DEMONYMS: Final = frozenset(
    "American British French German Italian Spanish Russian Chinese Japanese Korean Indian Pakistani Afghan Iranian Iraqi Syrian Turkish "
    "Greek Cypriot Egyptian Libyan Tunisian Algerian Moroccan Israeli Palestinian Lebanese Jordanian Saudi Yemeni Kuwaiti Qatari Emirati "
    "Ukrainian Belarusian Polish Czech Slovak Hungarian Romanian Bulgarian Serbian Croatian Bosnian Albanian Macedonian Swedish Norwegian "
    "Danish Finnish Icelandic Dutch Belgian Swiss Austrian Portuguese Irish Scottish Welsh English Canadian Mexican Cuban Haitian "
    "Colombian Venezuelan Brazilian Argentine Chilean Peruvian Bolivian Ecuadorian Nigerian Kenyan Ethiopian Somali Sudanese Ugandan "
    "Rwandan Congolese Ghanaian African European Asian Australian Thai Vietnamese Indonesian Malaysian Filipino Burmese Cambodian Nepali "
    "Georgian Armenian Azerbaijani Kazakh Uzbek Tibetan Latvian Lithuanian Estonian Western Eastern Northern Southern Arab Jewish Muslim "
    "Christian Catholic Kurdish Islamic Roman Mediterranean Republican Democratic Turkish-Libyan".split()
)
FIRST_NAMES: Final = frozenset(
    "Abigail Adele Agnes Aisha Alba Alma Alonso Amelia Anastasia Angelica Angelo Annette Arlene Armando Ashley Atal Audrey "
    "Ayad Ayman Barry Beatrice Beatriz Becky Bella Benazir Bernadette Bernardo Beth Bethany Beverly Blake Bonnie Bradley "
    "Brandon Brenda Brett Bridget Britney Brock Bryan Caleb Calvin Cameron Candice Carmen Casey Cathy Chad Cheryl Chester "
    "Christina Cindy Clara Clarence Clark Clayton Clifford Clint Cody Consuelo Corey Courtney Curtis Cynthia Daisy Dale "
    "Damian Darren Darryl Dean Debbie Debra Dee Delfin Denise Derek Devin Dick Dmitriy Dolores Donna Duane Dustin Dwight "
    "Dylan Earl Edgar Edith Edmund Ehud Eileen Elaine Eleanor Elian Elias Elijah Elisabeth Ella Elliot Elliott Elmer Elon "
    "Elsa Elton Elvis Emil Emmerson Enrique Erica Erin Ernie Esperanza Esteban Ethan Fay Felicia Fiona Floyd Forrest Franklin "
    "Freddie Garrett Gene Geoffrey Gerard Gil Gilbert Gina Glen Glenn Goodluck Guadalupe Guido Gulbuddin Gwen Hafez Hank "
    "Harvey Heidi Henrietta Herb Herman Howie Ignacio Ileana Indira Irene Iris Irving Isabella Isaiah Ismail Jackie "
    "Jacqueline Jaime Jake Jalal Janice Jasmine Jeb Jeffery Jenna Jenny Jeremiah Jerri Jillian Joanna Joanne Joaquim Joaquin "
    "Joaquín Jodie Johnny Josephine Juanita Juliet Julio Justin Kamala Karla Katharine Kathryn Kathy Katrina Kay Keisha Kenny "
    "Kerry Khalid Kimberly Kirk Kristen Kristi Kristin Kyle Lance Lazaro Leah Leo Lesley Leticia Liam Lillian Lily Linda Lois "
    "Loretta Lorraine Lourdes Lucille Lucy Luke Luz Lydia Lynn Mackenzie Madeleine Madeline Maggie Marcus Marian Marianne "
    "Marilyn Marion Marisleysis Marjorie Marlene Marvin Maureen Maxine Melanie Melinda Melvin Mercedes Mia Mick Mildred "
    "Milton Mitch Mitchell Mitt Moira Morgan Morris Muhammadu Murray Mwai Myra Nadine Naftali Natasha Nawaz Ned Newt Nina "
    "Noel Nora Norma Olivier Olusegun Owen Paige Patsy Penelope Penny Perry Pervez Pete Phyllis Pilar Preston Quincy Rafik "
    "Raila Rajiv Ramón Randall Randy Reggie Regina Rex Rhonda Rita Robbie Roberta Rodney Ronnie Rosario Rosemary Rudolph Rudy "
    "Russell Sabrina Saddam Sally Sammy Saul Seth Shane Shannon Sharon Shaun Shawn Sheila Sheldon Sherry Sidney Slobodan "
    "Spencer Stacy Stan Stanley Stewart Sylvester Tamara Tammy Tara Teresa Thabo Thelma Theo Theodore Todd Tracey Travis "
    "Trevor Tyler Tzipi Uday Uhuru Valentin Vanessa Vernon Veronica Vicki Victoria Vince Violet Virgil Vivian Wallace Wanda "
    "Wesley Whitney Wilbur Willie Ximena Yolanda Yoweri Yvonne Zachary Zoe "
    "Aaron Abdul Abdullah Adam Adrian Ahmed Ahmad Akira Alain Alan Albert Alberto Aleksandr Alejandro Alessandro Alex Alexander Alexandra "
    "Alexandre Alexei Alexis Alfred Ali Alice Alicia Allan Allen Amal Amanda Amy Ana Anders Andre André Andrea Andreas Andrei Andrew "
    "Andrzej Andy Angela Anita Anjali Ann Anna Anne Anthony Antonio António Antony Ariel Arnold Art "
    "Arthur Ashraf Aung Barack Barbara Bashar "
    "Ben Benjamin Bernard Bernie Betty Bill Bob Bogdan Boris Brad Brian Bruce Carl Carla Carlos Carol Caroline Catherine Cecilia Chantal "
    "Charles Charlie Chen Chris Christian Christine Christopher Claire Claude Claudia Colin Connie Craig Cristina Cyril Dan Daniel Daniele "
    "Danièle Danny Dave David Deborah Denis Dennis Diana Diego Dieter Dilma Dmitri Dmitry Dominic Don Donald Doris Dorothy Doug Douglas "
    "Eduardo Edward Edwin Elena Eli Elif Elizabeth Ellen Emily Emma Emmanuel Eric Erik Ernest Ernesto Eugene Eva Evan Evo Fatima Federico "
    "Felipe Felix Fernando Fidel Florence Francesco Francis Francisco Frank François Françoise Franz Fred Frederic Frederick Fredrik "
    "Friedrich Gabriel Gary Gavin Gennady Geoff George Georges Gerald Gerhard Gianni Giorgio Giorgos Giovanni Giuseppe Gloria Gordon Grace "
    "Graham Greg Gregory Greta Guillermo Gustavo Guy Hamid Hanna Hannah Hans Harold Harriet Harry Hassan Heather Heinz Helen Helmut Henri "
    "Henrik Henry Herbert Hillary Hiroshi Hosni Howard Hugh Hugo Hussein Ian Ibrahim Igor Ilham Ingrid Isaac Isabel Ivan Jack Jacob "
    "Jacques Jair James Jamal Jamie Jan Jane Janet Jared Jason Javier Jay Jean Jean-Claude Jean-Yves Jeff Jeffrey Jennifer Jens Jeremy "
    "Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo Joan Joe Joel Joseph Johan Johann Johannes John "
    "Jon Jonas Jonathan Jordi Jorge José Jose Josh "
    "Joshua Jovenel Joyce Juan Judith Judy Julia Julian Julie Julius Karen Karim Karin Karl Kate Katherine Kathleen Katie Kazuo Keith "
    "Kelly Ken Kenneth Kevin Khaled Kim Kirsten Klaus Kofi Kristina Kurt Kyriakos Larry Lars Laura Lauren Laurent Lawrence Lee Lena Leon "
    "Leonard Leonid Leslie Lewis Lindsey Lisa Lloyd Lopez Louis Louise Luca Lucas Lucia Luigi Luis Luiz Lula Magnus Mahmoud Malcolm Manuel "
    "Marc Marco Margaret Margot Maria María Marie Marina Mario Mark Marta Martha Martin Mary Massoud "
    "Mateo Matt Matteo Matthew Maurice Max Maximilian "
    "Megan Mehmet Mel Melissa Michael Michel Michelle Miguel Mike Mikhail Milan Mohamed Mohammad Mohammed Mohamad Monica Muammar Muhammad "
    "Mustafa Nabil Nadia Nancy Naomi Narendra Natalia Natalie Nathan Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Nikola Nikolai "
    "Nikos Noah Norman Nouri Olaf Oleg Olga Oliver Olivia Omar Omran Oscar Osama Otto Pablo Pamela Pascal Pat Patricia Patrick Paul Paula "
    "Paulo Pavel Pedro Peggy Per Peter Petr Petra Petro Phil Philip Philippe Pierre Piotr Priti Qadri "
    "Rachel Rafael Ralph Ramon Ranil Raul Raúl Ray "
    "Raymond Rebecca Recep René Ricardo Richard Rick Rishi Rob Robert Roberto Robin Rodrigo Roger Roland Romano Ron Ronald Rosa Rose Ross "
    "Roy Ruth Ryan Saad Salman Salvador Sam Samantha Sameh Samir Samuel Sandra Sara Sarah Scott Sean "
    "Sebastian Serge Sergei Sergey Sergio Shimon "
    "Shinzo Shirley Silvio Simon Sofia Sonia Sophie Stefan Stella Stephanie Stephen Steve Steven Stuart "
    "Sue Sun Susan Suzanne Sven Svetlana "
    "Sylvain Sylvie Tariq Ted Terry Theresa Thibaut Thomas Tim Timothy Tina Tom Tommy Tony Tracy Ursula "
    "Valentina Valerie Vera Viktor Victor "
    "Vincent Vitaly Vladimir Volodymyr Walid Walter Wang Warren Wayne Wen Wendy Werner Wilhelm William "
    "Winston Wolfgang Xavier Xi Yahya Yair Yasser "
    "Yitzhak Yoko Yoshihide Yulia Yusuf Yuri Yves Zhang Zine Bram Dario Farid Imre Leila Quentin Rania Tessa Ulrich Xenia Zora Aiko Bilal "
    "Chloe Esther Fatou Goran Ines Jamal Katrin Miriam Nils Wen Yara Zane "
    "Lakhdar Staffan Nasser "
    "Abdel Abdelaziz Abel Abraham Achille Adel Adolf Adriano Agnieszka Agostino Aidan Akbar Alastair Albrecht Aldo Alec Aleksandar "
    "Aleksander Alessandra Alexandros Alexey Alfonso Alfredo Alison Alistair Allison Alois Alvaro Amadou Amina Amir Amit Anatoly "
    "Andrej Andres Andrey Andriy Andrés Angelina Angus Anil Anja Annabel Annegret Annie Antoine Anton Antonia Antonis Anwar Aoife "
    "Archie Ariana Armand Armin Arnaud Arne Artur Arturo Arun Asif Astrid Atef Augusto Axel Ayesha Babu Baltasar Bartholomew Basil "
    "Benedict Benigno Benny Bernd Bert Bertrand Bettina Billy Birgit Birgitta Björn Bobby Brendan Brent Brigitte Bruno Byron Camilla "
    "Camille Carina Carlo Carly Carole Carolyn Carsten Cassandra Caterina Cedric Celia Celine Cesar Charlene Chiara Christa "
    "Christiane Christophe Chuck Clare Claudio Claus Clement Clive Colette Colleen Connor Conor Conrad Constantin Cornelius Curt "
    "Cyrus Céline César Dagmar Damien Damon Daniela Danielle Danilo Daphne Davide Deepak Delia Desmond Detlef Dexter Diane Didier "
    "Dietrich Dimitri Dimitris Dino Dirk Dominik Dominique Donnie Dwayne Ebba Ed Eddie Eduard Egon Eirik Eleni Elfriede Elisa Elise "
    "Eliza Elvira Emanuel Emilia Emilio Emre Enda Enrico Enzo Eoin Erdem Erich Erika Ernst Erwin Evelyn Evgeny Ezra Fabian Fabio "
    "Fabrice Fahad Faisal Farouk Fatma Felicity Ferdinand Ferenc Filip Filippo Frances Francesca Franck Franco Francois Frankie Frans "
    "Frederica Fritz Frédéric Félix Gabor Gabriela Gabriele Gabriella Gael Gail Gareth Garry Gaston Geert Geir Gemma Georg Georgi "
    "Geraldine Gerardo Gerda Gerry Gilberto Gilles Gino Giovanna Gisela Giulia Giulio Gladys Gregor Grigory Gudrun Guillaume Gunnar "
    "Gunter Gustav Gábor Gérard Günter Günther Haider Hakan Hamad Hamish Hamza Hannes Harald Hasan Hector Heiko Heinrich Helena "
    "Helene Helga Helle Hendrik Henk Henrique Hermann Hernan Hervé Hideo Hilary Hildegard Horst Hubert Humberto Héctor Ilse Ilya "
    "Imelda Imran Inge Ingeborg Ingvar Inés Ioannis Irina Irma Isabelle Istvan István Ivana Ivo Jaap Jacinda Jakob Jakub Jana Janez "
    "Jaroslav Jeanette Jeanne Jermaine Jerzy Jesper Jiri Jiří Joachim Joakim Joao Jocelyn Joerg Johanna Josef Josip João Jules Julien "
    "Jurgen Justine Jérôme Jörg Jürgen Kamal Karel Karsten Kaspar Katarina Katharina Katja Kayla Kazimierz Kenji Kerstin Kieran "
    "Kirsty Kjell Knut Konrad Konstantin Kristian Kristoffer Krzysztof Lara Larissa Laszlo Laurence Leif Lennart Leonardo Leonie "
    "Leopold Leroy Lidia Lilian Liliana Lindsay Linus Lionel Lise Liz Loic Lola Lothar Lou Luc Luciano Lucien Ludwig Luisa Lukas Lutz "
    "Luís Lyndon László Magdalena Mahamadou Maja Malala Mamadou Mandy Manfred Manmohan Manolis Mara Marcel Marcela Marcello Marcelo "
    "Marcia Marcin Marcos Marek Margarita Margrethe Mariana Mariano Marija Marisa Marissa Marko Markos Markus Marlon Martijn Martina "
    "Martín Maryam Massimo Matilda Mats Matthias Maud Mauricio Mauro Maxim Maxime Maximiliano Mehdi Meredith Meryl Mette Michaela "
    "Michal Michał Michele Mihai Mikael Milena Milos Miloš Mina Miranda Mircea Miroslav Mona Moncef Monika Monique Morten Moshe Murat "
    "Myriam Najib Nathalie Nathaniel Naveed Nestor Niccolò Nicolae Nicolo Nicolás Niklas Niko Nikolaos Nikolay Norbert Noreen Nuno "
    "Néstor Olav Ole Oleksandr Olof Orhan Oskar Patrice Patrik Patty Pauline Pavlos Pekka Petros Petter Philipp Phillip Phoebe Piet "
    "Pieter Polly Poul Rachid Radek Radoslav Rahul Rainer Rajesh Ralf Ramesh Ramona Raphael Reinhard Reinhold Remy Renata Renate "
    "Renato Rene Reuben Riccardo Ricky Rik Roderick Rodolfo Rolf Romain Rory Rosalind Rosie Roxanne Ruben Rudolf Rupert Russ Sabine "
    "Saeed Salvatore Sandro Sanjay Serhiy Seán Shelley Shlomo Sibylle Siegfried Sigmar Sigrid Silke Silvia Simone Sinead Sofiane "
    "Sofie Solveig Sonja Sophia Sorin Spiros Stanislav Stanisław Stavros Stefano Stefanos Steffen Stelios Stephan Stephane Stig "
    "Stéphane Sunil Susana Susanna Susanne Svend Sylvia Sébastien Takashi Takeshi Tania Tanja Tanya Tarek Taro Tatiana Terence Teri "
    "Thea Theodor Therese Thierry Thorsten Timo Timur Tobias Tomas Tomasz Tomás Torsten Tristan Trude Udo Ulla Ulrike Umberto Uwe "
    "Vaclav Valeri Valery Valérie Vasco Vasily Verónica Vicky Vikram Vincenzo Vinod Vitali Vito Vittorio Viviane Vlad Volker Václav "
    "Véronique Waldemar Walt Wendell Wilfried Wilhelmina Willem Willy Wim Winifred Wojciech Yannick Yannis Yasir Yasmin Yevgeny "
    "Yoshihiko Youssef Yury Yvette Zack Zaheer Zara Zbigniew Zdeněk Zlatan Zoltán Zoran Étienne".split()
)
# Of these, the names of women, and those that either may bear; all others are taken for men's.
WOMEN: Final = frozenset(
    "Abigail Adele Agnes Aiko Aisha Alba Alexandra Alice Alicia Alma Amal Amanda Amelia Amy Ana Anastasia Angela Angelica Anita "
    "Anjali Ann Anna Anne Annette Arlene Audrey Barbara Beatrice Beatriz Becky Bella Benazir Bernadette Beth Bethany Betty Beverly "
    "Bonnie Brenda Bridget Britney Candice Carla Carmen Carol Caroline Catherine Cathy Cecilia Chantal Cheryl Chloe Christina "
    "Christine Cindy Claire Clara Claudia Connie Consuelo Cristina Cynthia Daisy Danièle Debbie Deborah Debra Denise Diana Dilma "
    "Dolores Donna Doris Dorothy Edith Eileen Elaine Eleanor Elena Elif Elisabeth Elizabeth Ella Ellen Elsa Emily Emma Erica Erin "
    "Esperanza Esther Eva Fatima Fatou Fay Felicia Fiona Florence Françoise Gina Gloria Grace Greta Guadalupe Gwen Hanna Hannah "
    "Harriet Heather Heidi Helen Henrietta Hillary Ileana Indira Ines Ingrid Irene Iris Isabel Isabella Jacqueline Jane Janet Janice "
    "Jasmine Jenna Jennifer Jenny Jessica Jill Jillian Joan Joanna Joanne Jodie Josephine Joyce Juanita Judith Judy Julia Julie "
    "Juliet Kamala Karen Karin Karla Kate Katharine Katherine Kathleen Kathryn Kathy Katie Katrin Katrina Kay Keisha Kimberly Kirsten "
    "Kristen Kristi Kristin Kristina Laura Lauren Leah Leila Lena Leticia Lillian Lily Linda Lisa Lois Loretta Lorraine Louise "
    "Lourdes Lucia Lucille Lucy Luz Lydia Madeleine Madeline Maggie Margaret Margot Maria Marianne Marie Marilyn Marina Marisleysis "
    "Marjorie Marlene Marta Martha Mary María Maureen Maxine Megan Melanie Melinda Melissa Mercedes Mia Michelle Mildred Miriam Moira "
    "Monica Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Norma Olga Olivia Paige Pamela Patricia Patsy "
    "Paula Peggy Penelope Penny Petra Phyllis Pilar Priti Rachel Rania Rebecca Regina Rhonda Rita Roberta Rosa Rose Rosemary Ruth "
    "Sabrina Sally Samantha Sandra Sara Sarah Sharon Sheila Sherry Shirley Sofia Sonia Sophie Stella Stephanie Sue Susan Suzanne "
    "Svetlana Sylvie Tamara Tammy Tara Teresa Tessa Thelma Theresa Tina Tzipi Ursula Valentina Valerie Vanessa Vera Veronica Vicki "
    "Victoria Violet Wanda Wendy Xenia Ximena Yara Yoko Yolanda Yulia Yvonne Zoe Zora "
    "Agnieszka Alessandra Alison Allison Amina Angelina Anja Annabel Annegret Annie Antonia Aoife Ariana Astrid Ayesha Bettina Birgit "
    "Birgitta Brigitte Camilla Camille Carina Carly Carole Carolyn Cassandra Caterina Celia Celine Charlene Chiara Christa Christiane "
    "Clare Colette Colleen Céline Dagmar Daniela Danielle Daphne Delia Diane Ebba Eleni Elfriede Elisa Elise Eliza Elvira Emilia "
    "Erika Evelyn Fatma Felicity Frances Francesca Frederica Gabriela Gabriele Gabriella Gail Gemma Geraldine Gerda Giovanna Gisela "
    "Giulia Gladys Gudrun Helena Helene Helga Helle Hilary Hildegard Ilse Imelda Ingeborg Inés Irina Irma Isabelle Ivana Jacinda Jana "
    "Jeanette Jeanne Johanna Justine Katarina Katharina Katja Kayla Kerstin Kirsty Lara Larissa Leonie Lidia Lilian Liliana Lise Liz "
    "Lola Luisa Magdalena Maja Malala Mandy Mara Marcela Marcia Margarita Margrethe Mariana Marija Marisa Marissa Martina Maryam "
    "Matilda Maud Meredith Meryl Mette Michaela Milena Mina Miranda Mona Monika Monique Myriam Nathalie Noreen Patty Pauline Phoebe "
    "Polly Ramona Renata Renate Rosalind Rosie Roxanne Sabine Shelley Sibylle Sigrid Silke Silvia Sinead Sofie Solveig Sonja Sophia "
    "Susana Susanna Susanne Sylvia Tania Tanja Tanya Tatiana Teri Thea Therese Trude Ulla Ulrike Valérie Verónica Vicky Viviane "
    "Véronique Wilhelmina Winifred Yasmin Yvette Zara".split()
)
EITHER: Final = frozenset(
    "Alex Alexis Andrea Ariel Art Ashley Aung Blake Casey Chen Courtney Dale Daniele Dee Dominic Evan Francis Gene Guy Jackie Jaime "
    "Jamie Jan Jean Jerri Jesse Jo Kelly Kerry Kim Lee Lesley Leslie Lindsey Lopez Lula Lynn Mackenzie Marian Marion Mel Milan Morgan "
    "Nicola Noel Pat Per Perry Qadri Quincy Robin Rosario Sam Shannon Sidney Stacy Sun Terry Tracey Tracy Tyler Vivian Wang Wen "
    "Whitney Xi Zhang Lindsay Laurence Dominique Simone Michele Jocelyn Lou Inge".split()
)
