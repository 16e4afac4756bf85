/** A service level agreement of the demo company, and two conversations under it: one hits it, one misses it. */
import { createConversation } from '../resources/conversations/create.ts'
import { replyToConversation } from '../resources/conversations/reply.ts'
import { applyRule } from '../resources/sla-rules/settings/apply.ts'
import { createRule } from '../resources/sla-rules/settings/create.ts'
import type { Act } from './act.ts'
import type { Customers } from './customers.ts'
import { paragraph } from './paragraph.ts'
import { PEOPLE, type PersonKey } from './people.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

const RULE = {
  name: 'Wholesale support',
  first_reply_time_in_seconds: 15 * 60,
  next_reply_time_in_seconds: 30 * 60,
  time_to_close_in_seconds: 24 * 3600,
  // The same at whatever hour the demo is filled in.
  in_office_hours: false,
}

interface Asked {
  with: PersonKey
  minutes_ago: number
  body: string
  /** Minutes until the first reply. */
  after: number
  answer: string
}

const ASKED: Asked[] = [
  {
    with: 'nora',
    minutes_ago: 90,
    body: 'Can we move our standing order from ten to twelve kilos?',
    after: 6,
    answer: 'Done, Nora: twelve kilos from the next delivery on.',
  },
  {
    with: 'dev',
    minutes_ago: 80,
    body: 'The invoice of last month has the old address. Can you send a new one?',
    after: 45,
    answer: 'Sorry for the wait, Dev. The new invoice is on its way to you.',
  },
]

interface Scene {
  act: Act
  staff: Staff
  customers: Customers
}

export function planServiceLevels(timeline: Timeline, { act, staff, customers }: Scene): void {
  let sla_rule_id = ''
  timeline.add({ minutes: 100 }, async (at) => {
    sla_rule_id = (await act(createRule, at, { body: RULE }, staff.admins.maya)).id
  })
  for (const { with: who, minutes_ago, body, after, answer } of ASKED) {
    let params = { conversation_id: '' }
    timeline.add({ minutes: minutes_ago }, async (at) => {
      const from = { type: PEOPLE[who].role, id: customers.people.get(who) }
      const { conversation_id } = await act(createConversation, at, { body: { from, body } })
      params = { conversation_id }
      await act(applyRule, at, { params, body: { sla_rule_id } }, staff.admins.maya)
    })
    timeline.add({ minutes: minutes_ago - after }, (at) => {
      const words = { type: 'admin', message_type: 'comment', admin_id: staff.admins.tomas, body: paragraph(answer) }
      return act(replyToConversation, at, { params, body: words })
    })
  }
}
