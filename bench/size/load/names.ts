/** First and last names, the common ones first. */
const list = (text: string) => text.trim().split(/\s+/)

/** Every tenth contact is called so. */
export const COMMON_NAME = 'Maria'

export const FIRST_NAMES = list(`
  James Olivia Liam Emma Noah Ava Sophia Lucas Mia Ethan Isabella Mateo Amelia Leo Charlotte Oliver Chloe Daniel Grace
  David Hannah Samuel Zoë Benjamin Sarah Jack Laura Henry Julia William Anna Thomas Elena Oscar Clara Hugo Alice Max
  Lucía Adam Eva Felix Nora Simon Ida Paul Ella Jonas Sofie Emil Freja Anton Elin Viktor Astrid Erik Saga Johan Klara
  Lars Ingrid Sven Linnea Mikael Annika Petra Jan Marta Tomasz Zofia Piotr Kasia Łukasz Ewa Marek Agnes Pavel Tereza
  Jakub Lenka Ondrej Katarína István Zsófia Gábor Réka Andrei Ioana Radu Elif Mehmet Ayşe Emre Zeynep Can Defne Yusuf
  Fatima Omar Layla Ahmed Noor Hassan Yasmin Karim Salma Tariq Amina Bilal Rania Priya Arjun Ananya Rohan Diya Vikram
  Neha Rahul Kavya Aditya Meera Sanjay Isha Dev Lakshmi Nikhil Pooja Wei Li Jing Hao Xin Yan Mei Lin Chen Bo Yuki Haruto
  Sakura Ren Aoi Sora Hina Kaito Rin Takumi Minh Linh Anh Hoa Tuan Ji-woo Seo-yeon Min-jun Ha-eun Do-yun Kofi Ama Kwame
  Abena Chidi Ngozi Emeka Ifeoma Tunde Zanele Sipho Thandi Lerato Juan Valentina Diego Camila Santiago Paula Andrés
  Gabriela Javier Daniela Carlos Fernanda Pedro Beatriz Rafael Larissa Thiago Letícia Bruno Inês Giulia Lorenzo Chiara
  Matteo Francesca Davide Pierre Amélie Louis Manon Antoine Léa Étienne Solène Dmitri Olga Ivan Svetlana Nikolai Ryan
  Megan Kevin Shannon Patrick Aoife Cian Niamh Ewan Isla Callum Skye`)

export const LAST_NAMES = list(`
  Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
  Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young
  Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts
  Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder
  Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Maier Köhler Herrmann König Mayer
  Huber Fuchs Vogel Jansen DeVries Bakker Visser Smit Meijer DeBoer Mulder Bos Vos Peters Hendriks Andersson Johansson
  Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Hansen Johansen Olsen Larsen Andersen Pedersen Nielsen Jensen
  Christensen Virtanen Korhonen Nieminen Mäkinen Kowalski Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Novák
  Svoboda Dvořák Černý Nagy Kovács Tóth Szabó Horváth Popescu Ionescu Yılmaz Kaya Demir Çelik Şahin Papadopoulos Rossi
  Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Dubois Durand Moreau Laurent Simon Michel Lefebvre
  Leroy Roux Bertrand Silva Santos Oliveira Souza Pereira Costa Ferreira Almeida Carvalho Gomes Ribeiro Mendoza Vargas
  Castro Rojas Ortega Patel Sharma Singh Kumar Gupta Reddy Iyer Mehta Kapoor Joshi Khan Ahmed Ali Hussain Malik Rahman
  Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kim Park Choi
  Jung Tran Pham Okafor Adeyemi Mensah Boateng Nkosi Dlamini Mwangi Otieno O'Brien Murphy Kelly Byrne MacDonald Fraser`)

/** About ten contacts have each of these. */
export const RARE_LAST_NAMES = list(`
  Quillfeather Brackenshaw Thistlewood Ravenscroft Wolstenholme Featherstonehaugh Cholmondeley Zwirnmann Vandersloot
  Okonjatwa Pfefferkuchen Szczebrzeszyn Xanthopoulos Ybarrondo Drabblecott Mumblethorpe Jäckelsfurt Kilcrannoch
  Lundbergsen Umberstone`)

/** As it stands in an address. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z]/g, '')
