/** The conversations, step by step. */
import { unix } from '../clock.ts'
import type { Db } from '../db/pool.ts'
import { attachContact } from '../resources/conversations/attach-contact.ts'
import { createConversation } from '../resources/conversations/create.ts'
import { manageConversation } from '../resources/conversations/manage.ts'
import { rateConversation } from '../resources/conversations/rate.ts'
import { replyToConversation } from '../resources/conversations/reply.ts'
import { updateConversation } from '../resources/conversations/update.ts'
import { tagConversation } from '../resources/tags/tag-conversation.ts'
import type { Act } from './act.ts'
import type { TeamKey } from './company.ts'
import { CONVERSATIONS, type Script, type Step } from './conversations.ts'
import type { Customers } from './customers.ts'
import { paragraph } from './paragraph.ts'
import { PEOPLE, type PersonKey } from './people.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'
import { updateSubject } from './unmade.ts'

const DAY = 86_400_000

interface Scene {
  db: Db
  workspaceId: number
  act: Act
  staff: Staff
  customers: Customers
}

/** @returns the ids of conversations by the person who began them, the last of each; filled as they begin */
export function planConversations(timeline: Timeline, scene: Scene): Map<PersonKey, string> {
  const begun = new Map<PersonKey, string>()
  for (const script of CONVERSATIONS) planConversation(timeline, scene, script, begun)
  return begun
}

function planConversation(timeline: Timeline, scene: Scene, script: Script, begun: Map<PersonKey, string>): void {
  const { act, staff, customers } = scene
  const { hours_ago: hours, steps, tags = [], title, priority, custom_attributes } = script
  const admin_id = staff.admins.maya
  let params = { conversation_id: '' }
  timeline.add({ hours }, async (at) => {
    const from = { type: PEOPLE[script.with].role, id: customers.people.get(script.with) }
    const { conversation_id } = await act(createConversation, at, { body: { from, body: script.body } })
    params = { conversation_id }
    begun.set(script.with, conversation_id)
    if (script.subject) await updateSubject(scene.db, scene.workspaceId, Number(conversation_id), script.subject)
  })
  timeline.add({ hours, minutes: -1 }, async (at) => {
    const body = {
      custom_attributes,
      ...(title && { title }),
      ...(priority && { priority, admin_id }),
    }
    await act(updateConversation, at, { params, body }, admin_id)
    for (const name of tags) await act(tagConversation, at, { params, body: { id: staff.tags.get(name), admin_id } })
  })
  let minutes = 0
  for (const step of steps) {
    minutes -= step.after
    timeline.add({ hours, minutes }, (at) => perform(scene, script, step, params, at))
  }
}

function perform(
  { act, staff, customers }: Scene,
  script: Script,
  step: Step,
  params: Record<string, string>,
  at: Date,
) {
  const intercom_user_id = customers.people.get(script.with)
  if ('rating' in step) {
    const { rating, remark } = step
    return act(rateConversation, at, { params, body: { intercom_user_id, rating, remark } })
  }
  if ('contact' in step) {
    const body = { type: 'user', message_type: 'comment', intercom_user_id, body: paragraph(step.contact) }
    return act(replyToConversation, at, { params, body })
  }
  const admin_id = staff.admins[step.admin]
  const reply = (message_type: 'comment' | 'note', text: string) =>
    act(replyToConversation, at, { params, body: { type: 'admin', message_type, admin_id, body: paragraph(text) } })
  const manage = (body: object) => act(manageConversation, at, { params, body: { admin_id, ...body } })
  if ('says' in step) return reply('comment', step.says)
  if ('notes' in step) return reply('note', step.notes)
  if ('adds' in step) {
    const customer = { intercom_user_id: customers.people.get(step.adds) }
    return act(attachContact, at, { params, body: { admin_id, customer } })
  }
  if ('closes' in step) return manage({ message_type: 'close', type: 'admin' })
  if ('reopens' in step) return manage({ message_type: 'open' })
  if ('snoozesForDays' in step) {
    const snoozed_until = unix(new Date(at.getTime() + step.snoozesForDays * DAY))
    return manage({ message_type: 'snoozed', snoozed_until })
  }
  const team = staff.teams[step.assignsTo as TeamKey]
  return manage({
    message_type: 'assignment',
    ...(team === undefined
      ? { type: 'admin', assignee_id: staff.admins[step.assignsTo as keyof Staff['admins']] }
      : { type: 'team', assignee_id: team }),
  })
}
