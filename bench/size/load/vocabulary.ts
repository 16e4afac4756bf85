/** Values of columns besides names, places and words: few values, each with its share. */

/** Half of all contacts have the first, and one in a thousand the last: see contacts.ts. */
export const PLANS = ['free', 'starter', 'pro', 'business', 'enterprise']

export const COMMON_TAGS = ['VIP', 'Newsletter', 'Webinar']
export const RARE_TAGS = ['Recall', 'Press', 'Investor', 'Beta council', 'Lawsuit']

const contact = (name: string, data_type: string) => ({ model: 'contact', name, label: name, data_type })
const company = (name: string, data_type: string) => ({ model: 'company', name, label: name, data_type })

export const ATTRIBUTES = [
  contact('plan', 'string'),
  contact('seats', 'integer'),
  contact('mrr', 'float'),
  contact('cohort', 'string'),
  contact('order_number', 'string'),
  contact('trial', 'boolean'),
  contact('renewal', 'date'),
  company('tier', 'string'),
  company('arr', 'float'),
]

export const SEGMENTS = [
  { name: 'Enterprise', filter: { field: 'custom_attributes.plan', operator: '=', value: 'enterprise' } },
  { name: 'Free users', filter: { field: 'custom_attributes.plan', operator: '=', value: 'free' } },
  {
    name: 'Large teams on trial',
    filter: {
      operator: 'AND',
      value: [
        { field: 'custom_attributes.seats', operator: '>', value: 100 },
        { field: 'custom_attributes.trial', operator: '=', value: true },
      ],
    },
  },
]

/** Three tenths of all addresses are at the first; the three big ones have half a percent each, the tiny ones 20 rows. */
export const LARGEST_DOMAIN = 'mailbox.example'
export const BIG_DOMAINS = ['northwind.example', 'contoso-air.example', 'fabrikam.example']
export const TINY_DOMAINS = ['larkspur-cafe.example', 'oldmill-bikes.example', 'pinecone-press.example']

const TRADES = ['bank', 'books', 'bikes', 'cloud', 'clinic', 'energy', 'foods', 'freight', 'games', 'glass', 'hotels']
const PLACES = ['alder', 'birch', 'cedar', 'dover', 'elm', 'fjord', 'grove', 'harbor', 'iris', 'juniper', 'kestrel']
const MORE = ['lumen', 'maple', 'nova', 'orchid', 'pioneer', 'quartz', 'river']
/** The others, from many rows to few. */
export const DOMAINS = [...PLACES, ...MORE].flatMap((place) => TRADES.map((trade) => `${place}-${trade}.example`))

export const SYSTEMS = ['Windows', 'macOS', 'iOS', 'Android', 'Linux', 'ChromeOS']
/** Values of the oldest contacts only, and of the newest. */
export const OLD_SYSTEM = 'Windows 7'
export const NEW_SYSTEM = 'visionOS'
export const BROWSERS = ['Chrome', 'Safari', 'Firefox', 'Edge', 'Samsung Internet', 'Opera']
export const LANGUAGES = 'en es de fr pt it nl pl sv da fi nb cs hu ro el tr ja ko zh'.split(' ')

export const INDUSTRIES = ['Retail', 'Software', 'Education', 'Health', 'Travel', 'Finance', 'Media', 'Logistics']
export const TIERS = ['bronze', 'silver', 'gold', 'platinum', 'diamond']
