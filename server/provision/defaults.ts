/** Rows that every new workspace gets. */
import type { Static } from 'typebox'
import type { NewSubscriptionType } from '../resources/subscriptions/settings/details.ts'

/** A date of a segment is so many days before the day on which somebody looks. */
const daysAgo = (days: number) => ({ days_ago: days })

export const SEGMENTS = [
  {
    name: 'Active',
    person_type: 'user',
    filter: { field: 'last_seen_at', operator: '>', value: daysAgo(30) },
  },
  {
    name: 'New',
    person_type: 'user',
    filter: { field: 'created_at', operator: '>', value: daysAgo(30) },
  },
  {
    name: 'Slipping Away',
    person_type: 'user',
    filter: {
      operator: 'AND',
      value: [
        { field: 'last_seen_at', operator: '<', value: daysAgo(30) },
        { field: 'last_seen_at', operator: '>', value: daysAgo(60) },
      ],
    },
  },
]

/** Captured of a new workspace: drafts, which people get unless they refuse them. */
export const SUBSCRIPTION_TYPES: Static<typeof NewSubscriptionType>[] = [
  {
    name: 'Announcements',
    description: 'Product news and changes',
    consent_type: 'opt_out',
    state: 'draft',
  },
  {
    name: 'Newsletter',
    description: 'A letter every month, with stories and advice',
    consent_type: 'opt_out',
    state: 'draft',
  },
  {
    name: 'Best practices',
    description: 'Tips for using the product',
    consent_type: 'opt_out',
    state: 'draft',
  },
]

/** One per category: the way of every ticket until a workspace has states of its own. */
export const TICKET_STATES = [
  { category: 'submitted', internal_label: 'Submitted', external_label: 'Submitted' },
  { category: 'in_progress', internal_label: 'In progress', external_label: 'In progress' },
  { category: 'waiting_on_customer', internal_label: 'Waiting on customer', external_label: 'Waiting on you' },
  { category: 'resolved', internal_label: 'Resolved', external_label: 'Resolved' },
]

export const NEWSFEED = { name: 'Visitor Feed' }

/** Its site is off until somebody turns it on; its identifier is the workspace's own code. */
export const HELP_CENTER = { display_name: 'Help Center', default: true }
