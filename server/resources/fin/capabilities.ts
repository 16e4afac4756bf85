import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { listForUser } from '../procedures/for-user.ts'
import { UserBody } from './inputs.ts'
import { readSettings } from './settings/queries.ts'
import { knowUser } from './user.ts'

const Capability = Type.Object({
  type: described(Type.Enum(['procedure', 'reply', 'ask']), 'The kind of capability.'),
  id: described(Type.Optional(Type.String()), 'The id of the procedure. Absent for other kinds.'),
  name: described(Type.Optional(Type.String()), 'The name of the procedure. Absent for other kinds.'),
  description: described(Type.String(), 'Its purpose.'),
  endpoint: described(Type.String(), 'The path of the request that uses it.'),
  method: described(Type.String(), 'The method of that request.'),
})

export const listFinCapabilities = operation({
  method: 'POST',
  path: '/fin/capabilities',
  group: 'Fin Agent',
  scopes: ['write_conversations'],
  summary: 'List what the AI agent can do for a user',
  description:
    'Procedures that are live, have an API trigger and are meant for the user, and what the agent can do for everybody. ' +
    'A user that is unknown is created, and attributes are written, as where a session begins. Where the settings have ' +
    'turned the agent off, no session begins: a reply in one that has begun is all that is offered.',
  inferred: 'that the user is created, and the answer while the agent is off',
  body: described(Type.Object({ user: UserBody }), 'The user.'),
  reply: Type.Object({
    version: described(Type.String(), 'The version that the request was answered in.'),
    capabilities: described(Type.Array(Capability), 'The capabilities, procedures first.'),
  }),
  answer: 'The capabilities.',
  handle: async (ctx, { body }) => {
    const { contact } = await knowUser(ctx, body.user)
    const { enabled } = await readSettings(ctx.db, ctx.workspaceId)
    if (!enabled) return { version: ctx.version, capabilities: [REPLY] }
    const procedures = (await listForUser(ctx, contact.id)).map(({ id, title, description }) => ({
      type: 'procedure' as const,
      id,
      name: title,
      description: description ?? title,
      endpoint: `/fin/procedures/${id}/run`,
      method: 'POST',
    }))
    return { version: ctx.version, capabilities: [...procedures, REPLY, ASK] }
  },
})

const REPLY = {
  type: 'reply' as const,
  description: 'Reply in a session that has begun.',
  endpoint: '/fin/reply',
  method: 'POST',
}
const ASK = {
  type: 'ask' as const,
  description: 'Ask one question, and get one answer.',
  endpoint: '/fin/ask',
  method: 'POST',
}
