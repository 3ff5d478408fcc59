/// Given names and frequent surnames, parted by white space; compiled for Sluice from general knowledge.
///
/// A trailing `?` marks a name that is also a common word, a place or a month.
enum PersonNameTable {
  static let givenNames = """
    Aaron Abdul Abdullah Abe Abigail Abraham Ada Adam Addison? Adele Adolf Adrian Adriana Agnes Ahmad Ahmed
    Aidan Aisha Akira Al? Alan Albert Alberto Alec Alejandro Aleksandr Alessandro Alex Alexander Alexandra
    Alexei Alexey Alexis Alfonso Alfred Ali Alice Alicia Alison Allan Allen Allison Alma Alvin Amanda Amber?
    Amelia Amina Amir Amit Amy Ana Anastasia Anatoly Anders Andre Andrea Andreas Andrei Andres Andrew Andrey
    Andy Angel? Angela Angelina Angelo Angie Angus Anil Anita Ann Anna Anne Annette Annie Anthony Antoine
    Anton Antonia Antonio Antony April? Archie Ariel Arjun Armando Arnold Art? Arthur Arturo Ashley Ashton
    Astrid Audrey August? Augustus Aung Aurora? Austin? Ava Avery Ayman Barack Barbara Barney Barry Bart
    Bashar Basil? Beatrice Becky Ben Benazir Benedict Benito Benjamin Bernard Bernie Bert Beth Bethany Betsy
    Betty Beverly Bianca Bill? Billie Billy Bjorn Blake Bob Bobby Bonnie Boris Brad Bradley Brandon Brenda
    Brendan Brent Brett Brian Bridget Brigitte Britney Brittany Brooke Bruce Bruno Bryan Bryce Byron Caitlin
    Caleb Calvin Cameron Camila Camille Candice Carl Carla Carlo Carlos Carlton Carmen Carol Carole Caroline
    Carolyn Carrie Carter? Casey Cassandra Catherine Cathy Cecil Cecilia Cedric Celeste Celia Chad? Chandler
    Charlene Charles Charley Charlie Charlotte? Chase? Che Chelsea? Cheryl Chester Chloe Chris Christian?
    Christie Christina Christine Christoph Christophe Christopher Chuck Cindy Claire Clara Clarence Clark
    Claude Claudia Claus Clay? Clayton Clement Cliff? Clifford Clint Clinton Clive Clyde Cody Colin Colleen
    Condoleezza Connie Connor Conrad Constance Cooper? Corey Cory Courtney Craig Cristina Crystal? Curtis
    Cynthia Cyril Cyrus Daisy? Dale Damian Damien Damon Dan Dana Daniel Daniela Daniele Danielle Danny Dante
    Daphne Darlene Darrell Darren Darryl Dave David Dawn? Dean? Debbie Deborah Debra Deirdre Denis Denise
    Dennis Denny Derek Derrick Desmond Diana Diane Diego Dick? Dieter Dimitri Dirk Dmitri Dmitry Dolores
    Dominic Dominique Don Donald Donna Dora Doris Dorothy Doug Douglas Doyle Duane Duncan Dustin Dwayne
    Dwight Dylan Earl? Ed Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli
    Elias Elijah Elisabeth Elise Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Elmer Elon Elsa Elvis
    Emanuel Emil Emily Emma Emmanuel Enrico Enrique Eric Erica Erich Erik Erika Erin Ernest Ernesto Ernie
    Erwin Esther Ethan Ethel Eugene? Eva Evan Evelyn Evgeny Ezra Faisal Faith? Fatima Federico Felicia
    Felipe Felix Ferdinand Fernando Fidel Finn? Fiona Flora Florence? Floyd Frances Francesca Francesco
    Francis Francisco Franco Francois François Frank? Frankie Franklin Franz Fred Freddie Freddy Frederic
    Frederick Friedrich Fritz Gabriel Gabriela Gabrielle Gail Galileo Garry Gary Gavin Gene? Genevieve Geoff
    Geoffrey George Georgia? Georgina Gerald Geraldine Gerard Gerhard Gertrude Gilbert Gina Giorgio Giovanni
    Giulia Giuseppe Gladys Glen Glenn Gloria Gordon Grace? Graham Grant? Greg Gregor Gregory Greta Guido
    Guillermo Gus Gustav Guy? Gwen Hafez Hakim Hal Hamid Hamza Hank Hannah Hans Harold Harriet Harris
    Harrison Harry Harvey Hassan Hazel Heather Hector Heidi Heinrich Heinz Helen Helena Helga Helmut Henri
    Henrik Henry Herbert Herman Hermann Hilary Hillary Hiroshi Holly? Homer Hope? Horace Hosni Howard Hubert
    Hugh Hugo Humphrey Hussein Ian Ibrahim Ida Ignacio Igor Ilya Imran Ingrid Ira Irene Iris? Irina Irving
    Irwin Isaac Isabel Isabella Ismail Ivan Ivanka Ivy? Jack Jackie Jackson? Jacob Jacqueline Jacques Jaime
    Jake Jalal Jamal James Jamie Jan? Jane Janet Janice Jared Jason Jasmine Javier Jawaharlal Jay Jean
    Jeanette Jeanne Jeb Jeff Jefferson? Jeffrey Jen Jenna Jennifer Jenny Jens Jeremiah Jeremy Jerome Jerry
    Jesse Jessica Jesus Jill Jim Jimmy Joachim Joan Joanna Joanne Joao Joaquin Jodie Joe Joel Joey Johan
    Johann Johannes John Johnny Jon Jonah Jonas Jonathan Jordan? Jorge Jose José Josef Joseph Josephine Josh
    Joshua Joy? Joyce Juan Juanita Judith Judy Jules Julia Julian Juliana Julie Juliet Julio Julius June?
    Jürgen Justin Kamala Karen Karim Karin Karl Karla Kate Katherine Kathleen Kathryn Kathy Katie Katrina
    Kay Kayla Keith Kelly Kelvin Ken Kendra Kenneth Kenny Kent Kerry Kevin Khalid Khaled Kim? Kimberly Kirk
    Kirsten Kofi Konrad Konstantin Kristen Kristin Kristina Kumar Kurt Kyle Lance? Larry Lars Laura Lauren
    Laurence Laurent Laurie Lawrence Leah Lee? Leila Lena Lenny Leo Leon Leonard Leonardo Leonid Leroy
    Leslie Lester Lewis Li? Liam Lila Lillian Lily? Lin? Lincoln? Linda Lindsay Lionel Lisa Liz Lloyd Logan
    Lois Lola Lorenzo Loretta Lori Lorraine Lou Louis Louisa Louise Luc Luca Lucas Lucia Lucille Lucy Luigi
    Luis Luiz Luke Luther Lydia Lyle Lyndon Lynn Mabel Mackenzie Madeleine Madeline Madison? Maggie Mahatma
    Mahmoud Malala Malcolm Mandy Manfred Manuel Mao? Marc Marcel Marcia Marco Marcus Margaret Margarita
    Margot Maria Marian Marianne Marie Marilyn Marina? Mario Marion Marjorie Mark? Marlene Marsha Marshall?
    Martha Martin Martina Marty Marvin Mary Mason? Mathew Matt Matthew Matthias Maureen Maurice Mauricio
    Max? Maxim? Maxine Maxwell May? Maya? Megan Mehmet Mel Melanie Melinda Melissa Melvin Mercedes? Meredith
    Mia Michael Michel Michele Michelle Mick Mickey Miguel Mika Mike Mikhail Milan? Mildred Miles? Milton
    Mindy Miranda Miriam Mitch Mitchell Mitt Moammar Mohamed Mohammad Mohammed Mohandas Moira Molly Mona
    Monica Morgan Moritz Morris Moses Muammar Muhammad Murray Mustafa Myra Myron Nadia Nancy Naomi Napoleon
    Narendra Natalia Natalie Natasha Nathan Nathaniel Neal Ned Neil Nelson Nick? Nicholas Nick Nicola
    Nicolas Nicole Nigel Nikita Nikki Nikola Nikolai Nina Noah Noam Noel Nora Norma Norman? Nouri Oleg Olga
    Oliver Olivia Omar Oprah Orlando? Oscar Osama Oswald Otto Owen Pablo Pamela Paola Paolo Pascal Pat?
    Patricia Patrick Patsy Patti Paul Paula Paulo Pauline Pavel Pedro Peggy Penelope Penny? Percy Perry Pete
    Peter Petra Phil Philip Philippe Phillip Phoebe Phyllis Pierre Piers? Pilar Polly Preston Priscilla
    Priya Quentin Quincy Rachel Rafael Rahul Raj Rajiv Ralph Ramon Ramona Randall Randolph Randy Raquel
    Rashid Raul Ravi Ray? Raymond Rebecca Recep Reggie Regina Reginald Rene René Renee Reuben Rex Reza
    Rhonda Ricardo Rich? Richard Rick Ricky Riley Rita Rob? Robbie Robert Roberta Roberto Robin? Robyn Rocco
    Rocky? Rod? Roderick Rodney Rodrigo Rodrigue Roger Roland Rolf Roman? Romeo Ron Ronald Ronnie Rory Rosa
    Rosalind Rosemary? Rose? Ross Roy Ruben Rudolf Rudolph Rudy Rufus Rupert Russ Russell Ruth Ryan Sabrina
    Saddam Said? Sally Salman Salvador? Salvatore Sam Samantha Samir Sammy Samuel Sandra Sandy? Sanjay
    Santiago? Sara Sarah Sasha Saul Scott Sean Sebastian Selena Selma? Serena? Serge Sergei Sergey Sergio
    Seth Shane Shannon Sharon Shaun Shawn Sheila Shelby Shelley Sheldon Sherry? Shinzo Shirley Sidney
    Sigmund Silvia Silvio Simon Simone Slobodan Sofia? Sonia Sophia Sophie Spencer Stacy Stan Stanley Stefan
    Stefano Stella Stephan Stephanie Stephen Steve Steven Stewart Stuart Sue? Suleiman Summer? Sunil Susan
    Susana Susanne Susie Suzanne Sven Svetlana Sybil Sydney? Sylvia Takashi Tamara Tammy Tania Tanya Tara
    Tariq Tatiana Tayyip Ted Teddy Terence Teresa Terri Terrence Terry Tessa Thad Thea Thelma Theo Theodor
    Theodore Theresa Thomas Tiffany Tim Timothy Tina Toby Todd Tom Tomas Tommy Toni Tony Tracey Tracy Travis
    Trevor Tristan Troy? Tyler Ulrich Umberto Ursula Valentina Valentin Valeria Valerie Vanessa Vaughn Vera
    Vernon Veronica Vicente Vicki Vicky Victor Victoria? Vijay Viktor Vince Vincent Vincenzo Viola Violet?
    Virgil Virginia? Vivian Vladimir Volodymyr Vyacheslav Wade? Wallace Walt Walter Wanda Warren Wayne
    Wendell Wendy Werner Wesley Whitney Wilbur Wilfred Wilhelm Will? Willa Willard William Willie Wilma
    Winston Wolfgang Woodrow Xavier Yasser Yasir Yitzhak Yolanda Yoko Yuri Yulia Yusuf Yvette Yvonne Zachary
    Zack Zainab Zbigniew Zelda Zoe Volodymyr Benyamin Benjamin Binyamin Ehud Shimon Ariel Golda Bibi
    Ayatollah? Nguyen Ngo Deng Jiang Hu? Zhou Wen Zhu Chiang Kim? Park? Moon? Ban? Xi? Emmanuel Angela
    Gerhard Olaf Rishi Boris Keir Jeremy Nigel Nicola Theresa Tony Silvio Matteo Giorgia? Pedro Mariano
    Alexis Viktor Andrzej Lech Vaclav Milos Slobodan Radovan Ratko Nursultan Islam? Hamid Ashraf Pervez
    Nawaz Indira Sonia Antonin Ketanji Sonia Ruth Clarence Elena Neil Brett Amy Condi Dick? Donald Melania
    Ivanka Jared Kellyanne Sean Rex Mattis Mike Pence Nikki Bernie Beto Pete Amy Elizabeth Kirsten Cory
    Tulsi Julian Joe Hunter? Jill Kamala Doug
    """

  static let surnames = """
    Smith Johnson Williams Brown? Jones Garcia Miller? Davis Rodriguez Martinez Hernandez Lopez Gonzalez
    Wilson Anderson Thomas Taylor? Moore Jackson? Martin Lee? Perez Thompson White? Harris Sanchez Clark
    Ramirez Lewis Robinson Walker? Young? Allen King? Wright Torres Nguyen Hill? Flores Green? Adams Nelson
    Baker? Hall? Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner? Diaz Parker Cruz
    Edwards Collins Reyes Stewart Morris Morales Murphy Cook? Rogers Gutierrez Ortiz Morgan Cooper? Peterson
    Bailey Reed? Howard Ramos Cox Ward? Richardson Watson Brooks Chavez Wood? James Bennett Gray? Mendoza
    Ruiz Hughes Price? Alvarez Castillo Sanders Patel Myers Long? Ross Foster? Jimenez Powell Jenkins Perry
    Russell Sullivan Bell? Coleman Butler? Henderson Barnes Gonzales Fisher? Vasquez Simmons Romero Jordan?
    Patterson Alexander Hamilton Graham Reynolds Griffin Wallace Moreno West? Cole Hayes Bryant Herrera
    Gibson Ellis Tran Medina? Aguilar Stevens Murray Ford? Castro Marshall? Owens Harrison Fernandez
    McDonald Woods? Washington? Kennedy Wells? Vargas Henry Chen Freeman Webb Tucker Guzman Burns? Crawford
    Olson Simpson Porter Hunter? Gordon Mendez Silva Shaw Snyder Mason? Dixon Munoz Hunt? Hicks Holmes
    Palmer Wagner Black? Robertson Boyd Stone? Salazar Fox? Warren Mills? Meyer Rice? Schmidt Garza Daniels
    Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant? Dunn Kelley Spencer Hawkins Arnold
    Pierce Hansen Peters Santos Hart Bradley Knight? Elliott Cunningham Duncan Armstrong Hudson? Carroll
    Lane? Riley Andrews Alvarado Ray? Delgado Berry? Perkins Hoffman Johnston Matthews Pena Richards
    Contreras Willis Carpenter? Lawrence Sandoval Guerrero George Chapman Rios Estrada Ortega Watkins Greene
    Nunez Wheeler Valdez Harper Burke Larson Santiago? Maldonado Morrison Franklin Carlson Austin? Dominguez
    Carr Lawson Jacobs O'Brien Lynch Singh Vega Bishop? Montgomery? Oliver Jensen Harvey Williamson Gilbert
    Dean? Sims Espinoza Howell Li? Wong Reid Hanson Le? McCoy Garrett Burton Fuller? Wang Weber Welch Rojas
    Lucas Marquez Fields? Park? Yang Little? Banks? Padilla Day? Walsh Bowman Schultz Luna Fowler Mejia
    Obama Bush? Clinton Trump? Biden Reagan Nixon Carter Ford? Roosevelt Truman Eisenhower Lincoln?
    Jefferson? Madison? Monroe Hoover Coolidge Wilson Taft McKinley Churchill Thatcher Blair Cameron Johnson
    Truss Sunak Starmer Corbyn Merkel Kohl Schröder Schroeder Scholz Adenauer Brandt Hitler Goebbels Himmler
    Mussolini Stalin Lenin Trotsky Khrushchev Brezhnev Gorbachev Yeltsin Putin Medvedev Lavrov Shoigu
    Prigozhin Navalny Zelensky Zelenskyy Poroshenko Yanukovych Lukashenko Macron Sarkozy Hollande Chirac
    Mitterrand Berlusconi Renzi Meloni Draghi Erdogan Erdoğan Ataturk Assad al-Assad Netanyahu Rabin Peres
    Sharon Olmert Arafat Abbas Hussein Gaddafi Qaddafi Mubarak Morsi Sisi Nasser Sadat Khamenei Khomeini
    Rouhani Ahmadinejad Raisi Zarif Karzai Ghani Musharraf Bhutto Modi Gandhi Nehru Singh Jinnah Mao? Xi?
    Hu? Deng Zhou Abe Kishida Koizumi Mandela Mugabe Zuma Mbeki Chavez Chávez Maduro Castro Guevara
    Bolsonaro Lula Kissinger Blinken Yellen Kerry Pompeo Tillerson Powell Rumsfeld Cheney Pence Pelosi
    McConnell Schumer McCain Romney Sanders Warren Harris Buttigieg Comey Mueller Snowden Assange Manning
    Bernanke Greenspan Draghi Lagarde Annan Guterres Mattis Bolton Sullivan Austin? Milosevic Karadzic Tito
    Havel Walesa Orban Orbán Kaczynski Tusk Juncker Barroso Stoltenberg Rasmussen Solana Baghdadi Zawahiri
    Zarqawi Einstein Newton Darwin? Freud Marx Engels Kant Hegel Nietzsche Shakespeare Dickens Tolstoy
    Dostoevsky Chekhov Pushkin Hemingway Mozart Beethoven Bach Picasso Rembrandt Napoleon Caesar Cicero
    Plato Aristotle Socrates Galileo Copernicus Columbus? Magellan Gates? Jobs? Zuckerberg Bezos Musk
    Buffett Soros Murdoch Winfrey Spielberg Beyoncé Beyonce Rihanna Bieber Kardashian Kanye Eminem Messi
    Ronaldo Beckham Federer Nadal Djokovic LeBron Kobe? Jesus Christ Buddha Muhammad Mohammed Moses Allah?
    Kowalski Novak Ivanov Petrov Popov Sokolov Kim? Cho Choi Jung Kang Yoon Tanaka Suzuki Sato Yamamoto
    Watanabe Nakamura Kobayashi Müller Mueller Fischer Becker Schneider Rossi Russo Ferrari? Esposito
    Bianchi Dubois Dupont Leroy Moreau Laurent Lefebvre Andersen Nielsen Larsen Olsen Hansen Lindberg
    Svensson Karlsson Eriksson Johansson Khan Ahmed Ali Hassan Ibrahim Sharma Gupta Kumar Chowdhury Das? Rao
    Reddy Iyer O'Connor O'Neill O'Reilly
    """
}
