/** Conversations of the demo company: one in every state, and a few more. */
import type { AdminKey, TeamKey } from './company.ts'
import type { PersonKey } from './people.ts'

/** A step: its kind, its author, and the minutes since the step before. */
export type Step = { after: number } & (
  | { contact: string }
  | { admin: AdminKey; says: string }
  | { admin: AdminKey; notes: string }
  | { admin: AdminKey; assignsTo: AdminKey | TeamKey }
  | { admin: AdminKey; adds: PersonKey }
  | { admin: AdminKey; closes: true }
  | { admin: AdminKey; reopens: true }
  | { admin: AdminKey; snoozesForDays: number }
  | { rating: 1 | 2 | 3 | 4 | 5; remark: string }
)

export interface Script {
  with: PersonKey
  hours_ago: number
  /** It began with a mail. */
  subject?: string
  body: string
  title?: string
  priority?: 'high'
  tags?: string[]
  custom_attributes?: Record<string, string>
  steps: Step[]
}

export const CONVERSATIONS: Script[] = [
  {
    with: 'nora',
    hours_ago: 2,
    body: 'Hi! Monday is a holiday for us. Can you bring the delivery on Tuesday instead?',
    custom_attributes: { topic: 'Delivery', order_number: 'FH-20418' },
    steps: [],
  },
  {
    with: 'lucia',
    hours_ago: 27,
    body: 'The grinder on the second machine makes a rattling noise since this morning.',
    title: 'Rattling grinder',
    tags: ['Machine repair'],
    custom_attributes: { topic: 'Equipment' },
    steps: [
      { after: 6, admin: 'maya', assignsTo: 'tomas' },
      { after: 1, admin: 'maya', adds: 'priya' },
      { after: 9, admin: 'tomas', says: 'Sorry to hear that, Lucía. Does it rattle with an empty hopper as well?' },
      { after: 31, contact: 'Yes, even louder. We switched it off for now.' },
      {
        after: 12,
        admin: 'tomas',
        notes: 'Sounds like the lower burr. Spare part is in stock, technician is free on Thursday.',
      },
      {
        after: 4,
        admin: 'tomas',
        says: 'Thanks for checking. Our technician can be with you on Thursday at ten. Does that suit you?',
      },
      { after: 55, contact: 'Thursday at ten is perfect.' },
    ],
  },
  {
    with: 'otto',
    hours_ago: 50,
    subject: 'Invoice',
    body: 'Our last invoice lists three deliveries, but we only got two.',
    custom_attributes: { topic: 'Billing', order_number: 'FH-20377' },
    steps: [
      { after: 15, admin: 'tomas', assignsTo: 'billing' },
      {
        after: 3,
        admin: 'tomas',
        notes: 'The driver marked the delivery of the 12th as done; the bakery was closed that day.',
      },
    ],
  },
  {
    with: 'sam',
    hours_ago: 96,
    body: 'Could you hold our order until the renovation of the bar is done?',
    custom_attributes: { topic: 'Delivery' },
    steps: [
      { after: 20, admin: 'ines', assignsTo: 'ines' },
      { after: 5, admin: 'ines', says: 'Of course, Sam. I will pause it and ask again when you are back in business.' },
      { after: 18, contact: 'Great, it should be about two weeks.' },
      { after: 2, admin: 'ines', snoozesForDays: 14 },
    ],
  },
  {
    with: 'amara',
    hours_ago: 200,
    body: 'Do you have a decaf that does not taste like cardboard?',
    tags: ['Feedback'],
    custom_attributes: { topic: 'Sales' },
    steps: [
      { after: 11, admin: 'tomas', assignsTo: 'tomas' },
      {
        after: 8,
        admin: 'tomas',
        says: 'We think so! The Sidamo decaf is washed with water only. Shall I put a sample into your next parcel?',
      },
      { after: 25, contact: 'Yes please!' },
      { after: 7, admin: 'tomas', says: 'Done. Tell us how you like it.' },
      { after: 1, admin: 'tomas', closes: true },
      { after: 3000, rating: 5, remark: 'Quick, friendly, and the decaf is good.' },
    ],
  },
  {
    with: 'dev',
    hours_ago: 5,
    body: 'Both machines on the third floor show error E4 and there is water on the floor.',
    title: 'Water on the third floor',
    priority: 'high',
    tags: ['Machine repair', 'VIP'],
    custom_attributes: { topic: 'Equipment' },
    steps: [
      { after: 3, admin: 'maya', assignsTo: 'support' },
      { after: 2, admin: 'maya', assignsTo: 'maya' },
      { after: 2, admin: 'maya', says: 'Please close the valve behind the machines. I am sending somebody right now.' },
      { after: 4, contact: 'Valve is closed. Thank you!' },
    ],
  },
  {
    with: 'jonas',
    hours_ago: 150,
    body: 'My parcel was supposed to come last week.',
    custom_attributes: { topic: 'Delivery', order_number: 'FH-20355' },
    steps: [
      { after: 40, admin: 'tomas', assignsTo: 'tomas' },
      { after: 5, admin: 'tomas', says: 'It left us on Friday. The carrier says it arrives tomorrow.' },
      { after: 2, admin: 'tomas', closes: true },
      { after: 2900, contact: 'It is still not here.' },
      { after: 30, admin: 'tomas', says: 'That is too long. A new one is on its way, with our apologies.' },
    ],
  },
  {
    with: 'hana',
    hours_ago: 70,
    body: 'What would coffee for about 200 people a day cost?',
    tags: ['Wholesale'],
    custom_attributes: { topic: 'Sales' },
    steps: [
      {
        after: 90,
        admin: 'maya',
        says: 'Hello Hana! That depends on the beans. Is there a day when I may come by with a few to taste?',
      },
    ],
  },
  {
    with: 'priya',
    hours_ago: 985,
    body: 'The card that you have on file runs out this month. Where can I enter the new one?',
    custom_attributes: { topic: 'Billing' },
    steps: [
      { after: 20, admin: 'ines', says: 'Under Billing, Priya: choose "Payment", then "Change card".' },
      { after: 15, contact: 'Found it, thank you.' },
    ],
  },
  {
    with: 'nora',
    hours_ago: 700,
    body: 'Can we get the invoices as one PDF per quarter?',
    custom_attributes: { topic: 'Billing' },
    steps: [
      { after: 60, admin: 'ines', assignsTo: 'ines' },
      {
        after: 10,
        admin: 'ines',
        says: 'Yes: choose "Quarter" under Billing, and you get it on the first day of the next.',
      },
      { after: 3, admin: 'ines', closes: true },
    ],
  },
]
