/**
 * Articles of the demo's help center, oldest first; their texts are the Markdown files of the same name beside. An
 * article links to older ones only, but for the part that was added when it was updated.
 */
import type { Ago } from '../timeline.ts'
import type { AdminKey } from '../company.ts'
import type { CollectionKey } from './collections.ts'

export interface Listed {
  key: string
  collection: CollectionKey
  author: AdminKey
  days: number
  /** When the part after the mark in its files was added. */
  updated?: Ago & { by: AdminKey }
  state?: 'draft'
  tags?: string[]
  /** The name of the only audience that is answered with it. */
  audience?: string
}

const REPAIR = ['Machine repair']
const descaled = { days: 90, by: 'tomas' } as const

export const ARTICLES: Listed[] = [
  { key: 'descaling', collection: 'cleaning', author: 'tomas', days: 396, updated: descaled, tags: REPAIR },
  { key: 'cleaning-the-grinder', collection: 'cleaning', author: 'tomas', days: 395 },
  { key: 'setting-up', collection: 'machines', author: 'tomas', days: 394, updated: { days: 75, by: 'tomas' } },
  { key: 'daily-cleaning', collection: 'cleaning', author: 'tomas', days: 392 },
  {
    key: 'error-codes',
    collection: 'repairs',
    author: 'tomas',
    days: 390,
    updated: { days: 70, by: 'maya' },
    tags: REPAIR,
  },
  {
    key: 'guarantee',
    collection: 'repairs',
    author: 'maya',
    days: 388,
    updated: { days: 39, by: 'tomas' },
    tags: REPAIR,
  },
  { key: 'placing-an-order', collection: 'orders', author: 'ines', days: 385, updated: { days: 100, by: 'ines' } },
  { key: 'delivery-times', collection: 'delivery', author: 'maya', days: 384, updated: { days: 5, by: 'maya' } },
  { key: 'returns', collection: 'orders', author: 'ines', days: 380 },
  { key: 'password', collection: 'account', author: 'tomas', days: 379 },
  { key: 'plans', collection: 'plans', author: 'maya', days: 370, updated: { days: 44, by: 'ines' } },
  { key: 'invoices', collection: 'billing', author: 'ines', days: 368, updated: { days: 28, by: 'ines' } },
  { key: 'our-coffees', collection: 'brewing', author: 'maya', days: 360, updated: { days: 12, by: 'maya' } },
  { key: 'dialling-in', collection: 'brewing', author: 'maya', days: 352 },
  { key: 'changing-subscription', collection: 'orders', author: 'ines', days: 340 },
  { key: 'delivery-day', collection: 'delivery', author: 'ines', days: 338 },
  { key: 'damaged-parcel', collection: 'delivery', author: 'tomas', days: 330 },
  { key: 'wholesale', collection: 'plans', author: 'maya', days: 300, tags: ['Wholesale', 'Trial'] },
  { key: 'payment-card', collection: 'billing', author: 'ines', days: 290, updated: { days: 40, by: 'ines' } },
  { key: 'water-filter', collection: 'cleaning', author: 'tomas', days: 262 },
  { key: 'milk-system', collection: 'cleaning', author: 'tomas', days: 256 },
  { key: 'rattling-grinder', collection: 'repairs', author: 'tomas', days: 250, tags: REPAIR },
  { key: 'choosing-a-machine', collection: 'machines', author: 'maya', days: 240 },
  { key: 'teammates', collection: 'account', author: 'ines', days: 225 },
  { key: 'emails', collection: 'account', author: 'ines', days: 220 },
  {
    key: 'water-on-the-floor',
    collection: 'repairs',
    author: 'tomas',
    days: 210,
    updated: { hours: 4, by: 'maya' },
    tags: REPAIR,
  },
  { key: 'filter-coffee', collection: 'brewing', author: 'maya', days: 200 },
  { key: 'keeping-beans-fresh', collection: 'brewing', author: 'maya', days: 190 },
  { key: 'serial-number', collection: 'machines', author: 'tomas', days: 180, tags: REPAIR },
  { key: 'changing-plan', collection: 'plans', author: 'ines', days: 170 },
  { key: 'pausing-deliveries', collection: 'orders', author: 'ines', days: 150 },
  { key: 'late-parcel', collection: 'delivery', author: 'tomas', days: 140 },
  { key: 'your-data', collection: 'account', author: 'maya', days: 120 },
  { key: 'wrong-invoice', collection: 'billing', author: 'ines', days: 110 },
  { key: 'steam-no-coffee', collection: 'repairs', author: 'tomas', days: 95, tags: REPAIR },
  { key: 'espresso-machine-handbook', collection: 'machines', author: 'tomas', days: 80 },
  { key: 'order-status-api', collection: 'developers', author: 'maya', days: 60 },
  { key: 'webhooks', collection: 'developers', author: 'maya', days: 58 },
  {
    key: 'loan-machine',
    collection: 'repairs',
    author: 'tomas',
    days: 40,
    tags: REPAIR,
    audience: 'Offices with machines',
  },
  { key: 'gift-cards', collection: 'orders', author: 'ines', days: 8, state: 'draft' },
]
