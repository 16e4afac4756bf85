/**
 * The demo company: Fernhill Coffee, a roaster that delivers to offices and cafés. Times are days
 * (and hours) before the moment it is filled in.
 */
import type { Static } from 'typebox'
import type { NewSegment } from '../resources/segments/settings/new-segment.ts'
import type { NewSubscriptionType } from '../resources/subscriptions/settings/details.ts'
import type { NewTeam } from '../resources/teams/settings/new-team.ts'

export const WORKSPACE_NAME = 'Fernhill Coffee'

/** The first takes the owner's place where that one has no name of its own yet. */
export const ADMINS = {
  maya: { name: 'Maya Lindqvist', email: 'maya@fernhill.example', job_title: 'Founder', role: { name: 'Owner' } },
  tomas: {
    name: 'Tomás Rivera',
    email: 'tomas@fernhill.example',
    job_title: 'Customer support',
    role: { name: 'Support' },
  },
  ines: {
    name: 'Ines Okafor',
    email: 'ines@fernhill.example',
    job_title: 'Accounts and billing',
    role: { name: 'Support' },
  },
}
export type AdminKey = keyof typeof ADMINS

export const TEAMS = {
  support: { name: 'Support', distribution_method: 'load_balanced', assignment_limit: 20, members: ['maya', 'tomas'] },
  billing: { name: 'Billing', distribution_method: 'manual', assignment_limit: null, members: ['maya', 'ines'] },
} satisfies Record<string, Static<typeof NewTeam> & { members: AdminKey[] }>
export type TeamKey = keyof typeof TEAMS

export const DATA_ATTRIBUTES = [
  {
    model: 'contact',
    name: 'favorite_roast',
    label: 'Favorite roast',
    data_type: 'string',
    options: ['Light', 'Medium', 'Dark'].map((value) => ({ value })),
  },
  { model: 'contact', name: 'orders_placed', label: 'Orders placed', data_type: 'integer' },
  { model: 'contact', name: 'newsletter_since', label: 'Newsletter since', data_type: 'date' },
  { model: 'company', name: 'machines', label: 'Coffee machines', data_type: 'integer' },
  { model: 'company', name: 'delivery_day', label: 'Delivery day', data_type: 'string' },
]

export const CONVERSATION_ATTRIBUTES = [
  {
    name: 'topic',
    data_type: 'list',
    options: ['Delivery', 'Billing', 'Equipment', 'Sales'].map((label) => ({ label })),
  },
  { name: 'order_number', data_type: 'string' },
]

export const TAGS = ['VIP', 'Wholesale', 'Trial', 'Machine repair', 'Feedback']

export const SEGMENTS: Static<typeof NewSegment>[] = [
  {
    name: 'Big accounts',
    person_type: 'company',
    filter: { field: 'monthly_spend', operator: '>', value: 500 },
  },
  {
    name: 'Dark roast drinkers',
    person_type: 'user',
    filter: { field: 'custom_attributes.favorite_roast', operator: '=', value: 'Dark' },
  },
]

export const SUBSCRIPTION_TYPE: Static<typeof NewSubscriptionType> = {
  name: 'Harvest reports',
  description: 'News from the farms when a new harvest comes in',
  consent_type: 'opt_in',
}

export const COMPANIES = {
  kestrel: {
    company_id: 'kestrel-labs',
    name: 'Kestrel Labs',
    plan: 'Office Plus',
    website: 'https://kestrel-labs.example',
    industry: 'Software',
    size: 140,
    monthly_spend: 960,
    days_ago: 410,
    custom_attributes: { machines: 6, delivery_day: 'Monday' },
    tags: ['VIP'],
    note: 'Two kitchens, one on each floor. Deliver to the loading dock, not to reception.',
  },
  harbor: {
    company_id: 'harbor-and-pine',
    name: 'Harbor & Pine Studio',
    plan: 'Office',
    website: 'https://harborpine.example',
    industry: 'Design',
    size: 35,
    monthly_spend: 420,
    days_ago: 260,
    custom_attributes: { machines: 2, delivery_day: 'Wednesday' },
    tags: [],
    note: 'Asked for compostable pods only.',
  },
  oldmill: {
    company_id: 'old-mill-hotel',
    name: 'Old Mill Hotel',
    plan: 'Café',
    website: 'https://oldmill.example',
    industry: 'Hospitality',
    size: 60,
    monthly_spend: 640,
    days_ago: 190,
    custom_attributes: { machines: 3, delivery_day: 'Friday' },
    tags: ['Wholesale'],
    note: null,
  },
  bluebird: {
    company_id: 'bluebird-bakery',
    name: 'Bluebird Bakery',
    plan: 'Café',
    website: 'https://bluebird.example',
    industry: 'Food',
    size: 12,
    monthly_spend: 180,
    days_ago: 75,
    custom_attributes: { machines: 1, delivery_day: 'Tuesday' },
    tags: ['Wholesale', 'Trial'],
    note: null,
  },
}
export type CompanyKey = keyof typeof COMPANIES
