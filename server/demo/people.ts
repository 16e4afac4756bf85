/** The customers of the demo company, and two who only looked at its site. */
import type { AdminKey, CompanyKey } from './company.ts'

export interface Person {
  role: 'user' | 'lead' | 'visitor'
  external_id?: string
  email?: string
  phone?: string
  name?: string
  /** When they came, and when they were last seen. */
  days_ago: number
  seen_days_ago: number
  owner?: AdminKey
  companies?: CompanyKey[]
  /** Other companies whose tickets they may read. */
  grants?: CompanyKey[]
  city?: [city: string, region: string, country: string, code: string]
  custom_attributes?: Record<string, string | number>
  tags?: string[]
  /** To the demo's own subscription type. */
  consent?: 'opt_in' | 'opt_out'
  note?: string
}

const PORTLAND = ['Portland', 'Oregon', 'United States', 'USA'] satisfies Person['city']
const SEATTLE = ['Seattle', 'Washington', 'United States', 'USA'] satisfies Person['city']
const VANCOUVER = ['Vancouver', 'British Columbia', 'Canada', 'CAN'] satisfies Person['city']

export const PEOPLE = {
  nora: {
    role: 'user',
    external_id: 'fernhill-1001',
    email: 'nora.bauer@kestrel-labs.example',
    phone: '+15035550114',
    name: 'Nora Bauer',
    days_ago: 400,
    seen_days_ago: 0.1,
    owner: 'tomas',
    companies: ['kestrel'],
    city: PORTLAND,
    custom_attributes: { favorite_roast: 'Medium', orders_placed: 48 },
    tags: ['VIP'],
    consent: 'opt_in',
    note: 'Runs the office. Prefers the phone for anything urgent.',
  },
  dev: {
    role: 'user',
    external_id: 'fernhill-1002',
    email: 'dev.anand@kestrel-labs.example',
    name: 'Dev Anand',
    days_ago: 320,
    seen_days_ago: 3,
    companies: ['kestrel'],
    grants: ['bluebird'],
    city: PORTLAND,
    custom_attributes: { favorite_roast: 'Dark', orders_placed: 7 },
  },
  lucia: {
    role: 'user',
    external_id: 'fernhill-1003',
    phone: '+12065550133',
    email: 'lucia@harborpine.example',
    name: 'Lucía Ferrer',
    days_ago: 255,
    seen_days_ago: 1,
    owner: 'tomas',
    companies: ['harbor'],
    city: SEATTLE,
    custom_attributes: { favorite_roast: 'Light', orders_placed: 21 },
    consent: 'opt_in',
  },
  sam: {
    role: 'user',
    external_id: 'fernhill-1004',
    email: 'sam.whitaker@oldmill.example',
    phone: '+16045550171',
    name: 'Sam Whitaker',
    days_ago: 185,
    seen_days_ago: 2,
    owner: 'maya',
    companies: ['oldmill'],
    city: VANCOUVER,
    custom_attributes: { favorite_roast: 'Dark', orders_placed: 33 },
    tags: ['VIP', 'Feedback'],
    note: 'Met at the trade fair in spring. Thinks about a second bar for the terrace.',
  },
  priya: {
    role: 'user',
    external_id: 'fernhill-1005',
    email: 'priya.shah@oldmill.example',
    name: 'Priya Shah',
    days_ago: 150,
    seen_days_ago: 41,
    companies: ['oldmill', 'harbor'],
    city: VANCOUVER,
    custom_attributes: { orders_placed: 4 },
    consent: 'opt_out',
  },
  otto: {
    role: 'user',
    external_id: 'fernhill-1006',
    email: 'otto@bluebird.example',
    name: 'Otto Brandt',
    days_ago: 75,
    seen_days_ago: 5,
    owner: 'ines',
    companies: ['bluebird'],
    city: SEATTLE,
    custom_attributes: { favorite_roast: 'Medium', orders_placed: 9 },
    tags: ['Trial'],
  },
  amara: {
    role: 'user',
    email: 'amara.diallo@mailbox.example',
    name: 'Amara Diallo',
    days_ago: 22,
    seen_days_ago: 6,
    city: PORTLAND,
    custom_attributes: { favorite_roast: 'Dark', orders_placed: 1 },
    consent: 'opt_in',
  },
  jonas: {
    role: 'user',
    external_id: 'fernhill-1008',
    email: 'jonas.eck@mailbox.example',
    name: 'Jonas Eck',
    days_ago: 9,
    seen_days_ago: 0.5,
    city: SEATTLE,
    custom_attributes: { orders_placed: 2 },
    tags: ['Feedback'],
  },
  hana: {
    role: 'lead',
    email: 'hana.sato@northyard.example',
    name: 'Hana Sato',
    days_ago: 14,
    seen_days_ago: 4,
    tags: ['Wholesale'],
  },
  pete: { role: 'lead', email: 'pete@garagegym.example', name: 'Pete Mallory', days_ago: 6, seen_days_ago: 2 },
  rue: { role: 'lead', name: 'Rue', phone: '+15035550190', days_ago: 3, seen_days_ago: 3 },
  nameless: { role: 'lead', days_ago: 1, seen_days_ago: 1 },
  visitor: { role: 'visitor', external_id: 'demo-visitor', days_ago: 2, seen_days_ago: 0.05 },
  visitor2: { role: 'visitor', external_id: 'demo-visitor-2', days_ago: 0.5, seen_days_ago: 0.4 },
} satisfies Record<string, Person>

export type PersonKey = keyof typeof PEOPLE
