import { randomUUID } from 'node:crypto'
import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import type { Pool } from '../../db/pool.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable, Text, TimeInput } from '../../schema/types.ts'
import { presentDataEvent } from './data-event.ts'
import { EventName, keptName } from './event-name.ts'
import { keepMetadata } from './metadata.ts'
import { getPerson } from './person.ts'
import { submitDataEvent } from './submit.ts'

export const createDataEvent = operation({
  method: 'POST',
  path: '/events',
  group: 'Data Events',
  summary: 'Submit a data event',
  description:
    'Tells that a contact did something at a time. A user is named by `id`, `user_id` or `email`; a lead by its `id`. ' +
    'The same event of the same contact at the same second is kept once, and answered like the first. ' +
    'The first ten keys of `metadata` are kept: texts, numbers, switches, links (`{url, value}`) and amounts of money ' +
    '(`{amount, currency}`, in cents); other nested values are refused.',
  body: described(
    Type.Object({
      event_name: described(EventName, 'The name of the event.'),
      created_at: described(TimeInput, 'When it happened.'),
      id: described(Type.Optional(Nullable(IdInput)), 'The `id` of a contact.'),
      user_id: described(Type.Optional(Nullable(IdInput)), 'The `external_id` of a user.'),
      email: described(Type.Optional(Nullable(Text())), 'The email address of a user.'),
      metadata: described(
        Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
        'Details of your own, by name: up to ten are kept.',
      ),
    }),
    'The event, and who did it.',
  ),
  reply: Type.Null(),
  answer: 'The event is kept. The answer has no body.',
  status: 202,
  atomic: 'statement',
  handle: async (ctx, { body }) => {
    const person = await getPerson(ctx.db, ctx.workspaceId, body)
    const row = {
      id: randomUUID(),
      event_name: keptName(body.event_name),
      created_at: fromUnix(body.created_at),
      metadata: keepMetadata(body.metadata),
    }
    const found = await submitDataEvent(ctx.db as Pool, {
      ...row,
      workspace_id: ctx.workspaceId,
      contact_id: person.id,
      item: presentDataEvent(person, row),
      now: ctx.now,
    })
    if (!found) throw notFound('contact')
    return null
  },
})
