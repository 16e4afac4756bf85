/** Where people are, from often to seldom: city, region, country, its code, its continent's. */
const PLACES = `
New York|New York|United States|USA|NA
London|England|United Kingdom|GBR|EU
San Francisco|California|United States|USA|NA
Berlin|Berlin|Germany|DEU|EU
Paris|Ile-de-France|France|FRA|EU
Los Angeles|California|United States|USA|NA
Sydney|New South Wales|Australia|AUS|OC
Toronto|Ontario|Canada|CAN|NA
Amsterdam|North Holland|Netherlands|NLD|EU
Dublin|Leinster|Ireland|IRL|EU
Chicago|Illinois|United States|USA|NA
Madrid|Madrid|Spain|ESP|EU
Munich|Bavaria|Germany|DEU|EU
Bengaluru|Karnataka|India|IND|AS
São Paulo|São Paulo|Brazil|BRA|SA
Manchester|England|United Kingdom|GBR|EU
Seattle|Washington|United States|USA|NA
Stockholm|Stockholm|Sweden|SWE|EU
Melbourne|Victoria|Australia|AUS|OC
Tokyo|Tokyo|Japan|JPN|AS
Boston|Massachusetts|United States|USA|NA
Milan|Lombardy|Italy|ITA|EU
Mumbai|Maharashtra|India|IND|AS
Austin|Texas|United States|USA|NA
Vancouver|British Columbia|Canada|CAN|NA
Copenhagen|Capital Region|Denmark|DNK|EU
Hamburg|Hamburg|Germany|DEU|EU
Singapore|Singapore|Singapore|SGP|AS
Lyon|Auvergne-Rhone-Alpes|France|FRA|EU
Barcelona|Catalonia|Spain|ESP|EU
Zürich|Zürich|Switzerland|CHE|EU
Vienna|Vienna|Austria|AUT|EU
Warsaw|Masovia|Poland|POL|EU
Mexico City|Mexico City|Mexico|MEX|NA
Delhi|Delhi|India|IND|AS
Oslo|Oslo|Norway|NOR|EU
Brussels|Brussels|Belgium|BEL|EU
Denver|Colorado|United States|USA|NA
Lisbon|Lisbon|Portugal|PRT|EU
Prague|Prague|Czechia|CZE|EU
Tel Aviv|Tel Aviv|Israel|ISR|AS
Seoul|Seoul|South Korea|KOR|AS
Rome|Lazio|Italy|ITA|EU
Miami|Florida|United States|USA|NA
Helsinki|Uusimaa|Finland|FIN|EU
Buenos Aires|Buenos Aires|Argentina|ARG|SA
Rio de Janeiro|Rio de Janeiro|Brazil|BRA|SA
Montreal|Quebec|Canada|CAN|NA
Edinburgh|Scotland|United Kingdom|GBR|EU
Hong Kong|Hong Kong|Hong Kong|HKG|AS
Dubai|Dubai|United Arab Emirates|ARE|AS
Istanbul|Istanbul|Türkiye|TUR|AS
Cape Town|Western Cape|South Africa|ZAF|AF
Lagos|Lagos|Nigeria|NGA|AF
Nairobi|Nairobi|Kenya|KEN|AF
Auckland|Auckland|New Zealand|NZL|OC
Budapest|Budapest|Hungary|HUN|EU
Bucharest|Bucharest|Romania|ROU|EU
Athens|Attica|Greece|GRC|EU
Cologne|North Rhine-Westphalia|Germany|DEU|EU
Portland|Oregon|United States|USA|NA
Santiago|Santiago|Chile|CHL|SA
Bogotá|Bogotá|Colombia|COL|SA
Manila|Metro Manila|Philippines|PHL|AS
Jakarta|Jakarta|Indonesia|IDN|AS
Bangkok|Bangkok|Thailand|THA|AS
Hanoi|Hanoi|Vietnam|VNM|AS
Kuala Lumpur|Kuala Lumpur|Malaysia|MYS|AS
Taipei|Taipei|Taiwan|TWN|AS
Cairo|Cairo|Egypt|EGY|AF
Accra|Greater Accra|Ghana|GHA|AF
Casablanca|Casablanca-Settat|Morocco|MAR|AF
Lima|Lima|Peru|PER|SA
Montevideo|Montevideo|Uruguay|URY|SA
San José|San José|Costa Rica|CRI|NA
Tallinn|Harju|Estonia|EST|EU
Riga|Riga|Latvia|LVA|EU
Vilnius|Vilnius|Lithuania|LTU|EU
Zagreb|Zagreb|Croatia|HRV|EU
Reykjavik|Capital Region|Iceland|ISL|EU`

const columns = PLACES.trim()
  .split('\n')
  .map((line) => line.split('|'))
const column = (at: number) => columns.map((place) => place[at]!)

export const [CITIES, REGIONS, COUNTRIES, COUNTRY_CODES, CONTINENTS] = [0, 1, 2, 3, 4].map(column) as [
  string[],
  string[],
  string[],
  string[],
  string[],
]

/** About twenty contacts are in each. */
export const RARE_CITIES = ['Ittoqqortoormiit', 'Grytviken', 'Longyearbyen', 'Ushuaia']
