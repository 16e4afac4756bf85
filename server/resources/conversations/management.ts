/** Closing, opening, snoozing and noting, as `POST /conversations/{}/parts` does them. */
import type { Ctx } from '../../context.ts'
import { sanitiseBody } from '../../html.ts'
import { parameterMissing } from '../../http/errors.ts'
import Type from 'typebox'
import { described, TimeInput } from '../../schema/types.ts'
import { byAdmin, type Actor } from '../../threads/actors.ts'
import { markContacted } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import type { ManageInput } from './manage.ts'
import type { Occurrence } from './record.ts'
import { snooze } from './wake.ts'

export const SnoozedUntil = described(Type.Optional(TimeInput), 'When the conversation wakes up: a time to come.')

/** Closes the conversation; a body of the request is a reply before it. */
export async function closing(ctx: Ctx, thread: ThreadRow, actor: Actor, input: ManageInput): Promise<Occurrence> {
  const body = sanitiseBody(input.body ?? '') || null
  if (body) await markContacted(ctx.db, ctx.workspaceId, thread.contact_ids, ctx.now)
  return {
    parts: [{ part_type: 'close', ...byAdmin(actor), body, created_at: ctx.now }],
    changes: {},
    topics: ['conversation.admin.closed'],
  }
}

export async function opening(ctx: Ctx, thread: ThreadRow, actor: Actor): Promise<Occurrence> {
  return {
    parts: [{ part_type: 'open', ...byAdmin(actor), created_at: ctx.now }],
    changes: {},
    topics: [thread.state === 'snoozed' ? 'conversation.admin.unsnoozed' : 'conversation.admin.opened'],
  }
}

export async function snoozing(ctx: Ctx, thread: ThreadRow, actor: Actor, input: ManageInput): Promise<Occurrence> {
  if (input.snoozed_until === undefined) throw parameterMissing('snoozed_until')
  return {
    parts: [await snooze(ctx, thread.id, actor, input.snoozed_until)],
    changes: {},
    topics: ['conversation.admin.snoozed'],
  }
}

export async function noting(ctx: Ctx, _thread: ThreadRow, actor: Actor, input: ManageInput): Promise<Occurrence> {
  const body = sanitiseBody(input.body ?? '')
  if (body === '') throw parameterMissing('body')
  return {
    parts: [{ part_type: 'note', ...byAdmin(actor), body, created_at: ctx.now }],
    changes: {},
    topics: (opened) => ['conversation.admin.noted', ...(opened ? ['conversation.admin.unsnoozed'] : [])],
  }
}
