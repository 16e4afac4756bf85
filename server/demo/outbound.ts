/** First words of the demo company: its brands and addresses, a banner, and an offer by WhatsApp. */
import type { Db } from '../db/pool.ts'
import { listBannersOfContact } from '../resources/banners/list-of-contact.ts'
import { createBanner } from '../resources/banners/settings/create.ts'
import { createBrand } from '../resources/brands/settings/create.ts'
import { createEmailSetting } from '../resources/emails/settings/create.ts'
import { createBroadcast } from '../resources/messages/settings/create-broadcast.ts'
import { reportDelivery } from '../resources/messages/settings/report-delivery.ts'
import type { Act } from './act.ts'
import type { Customers } from './customers.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'
import { updateTakenMessage } from './unmade.ts'

const BRAND = { name: 'Fernhill Wholesale' }
/** It has no address yet. */
const NEW_BRAND = { name: 'Fernhill Academy' }
const BANNER = {
  title: 'The new harvest is here',
  body: '<p>Coffee of the new harvest leaves the roastery from Monday on.</p>',
  style: 'inline',
  position: 'top',
  show_dismiss_button: true,
  action: { type: 'url', label: 'See the coffees', target: 'https://fernhill.example/harvest' },
  live: true,
}
const BROADCAST = { ruleset_id: 'demo-ruleset', template_name: 'harvest_offer' }
/** The id that a provider would give the message. */
const MESSAGE = 'wamid_demo'

export async function makeSenders(act: Act, now: Date): Promise<void> {
  const { id } = await act(createBrand, now, { body: BRAND })
  for (const body of [
    { email: 'support@fernhill.example', verified: true, forwarding_enabled: true, default: true },
    { email: 'wholesale@fernhill.example', brand_id: id, verified: true, default: true },
  ])
    await act(createEmailSetting, now, { body })
  await act(createBrand, now, { body: NEW_BRAND })
}

interface Scene {
  db: Db
  workspaceId: number
  act: Act
  staff: Staff
  customers: Customers
}

export function planOutbound(timeline: Timeline, { db, workspaceId, act, staff, customers }: Scene): void {
  timeline.add({ days: 6 }, (at) => act(createBanner, at, { body: BANNER }, staff.admins.maya))
  timeline.add({ days: 3 }, (at) =>
    act(listBannersOfContact, at, { params: { contact_id: customers.people.get('dev')! } }),
  )
  timeline.add({ days: 5 }, async (at) => {
    const body = { ...BROADCAST, contact_ids: [customers.people.get('nora')!] }
    const { message_ids } = await act(createBroadcast, at, { body }, staff.admins.maya)
    await updateTakenMessage(db, workspaceId, Number(message_ids[0]), MESSAGE, at)
  })
  for (const [minutes, status] of [
    [-1, 'delivered'],
    [-40, 'read'],
  ] as const)
    timeline.add({ days: 5, minutes }, (at) => act(reportDelivery, at, { body: { message_id: MESSAGE, status } }))
}
