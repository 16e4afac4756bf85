import Type from 'typebox'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { getConversationId } from '../conversations/queries.ts'
import { lockConversation } from '../conversations/target.ts'
import { readSettings } from '../fin/settings/queries.ts'
import { lockRun } from '../workflows/run-queries.ts'
import { wakeRun } from '../workflows/wake.ts'
import { readValues, type Collected } from './collected.ts'
import { findRequestOf, fulfil } from './request-queries.ts'

export const collectAgentInput = operation({
  method: 'POST',
  path: '/procedures/{conversation_id}/collect_agent_input',
  group: 'Procedures',
  scopes: ['write_conversations'],
  summary: 'Give a procedure the input of a teammate',
  description:
    'The values that a procedure waits for in a conversation, as its `procedure.hitl_notification.created` event names ' +
    'them: all of them, each of its type, the id of its option for a list. The procedure goes on with them.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      step_id: described(Text(), 'The step that waits.'),
      attribute_values: described(
        Type.Array(
          Type.Object({
            identifier: described(Text(), 'The identifier of the attribute.'),
            value: Type.Unknown({ description: 'The value.' }),
          }),
          { maxItems: 100 },
        ),
        'The values.',
      ),
    }),
    'The values, and the step that they are for.',
  ),
  reply: Type.Object({}),
  answer: 'Nothing: the procedure goes on.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const threadId = await getConversationId(db, workspaceId, params.conversation_id)
    const { takes_input } = await readSettings(db, workspaceId)
    if (!takes_input) throw apiError(403, 'forbidden', 'Procedures HITL API is not enabled for your app.')
    await lockConversation(ctx, params.conversation_id)
    const known = await findRequestOf(db, workspaceId, threadId, body.step_id)
    const run = known && (await lockRun(db, workspaceId, known.run_id))
    // Read again: another request may have been quicker.
    const request = run && (await findRequestOf(db, workspaceId, threadId, body.step_id))
    if (!request) throw notFound('resource')
    if (request.fulfilled_at !== null) throw apiError(409, 'conflict', 'This HITL request has already been fulfilled')
    if (request.expires_at <= now || run.state === 'ended')
      throw apiError(404, 'not_found', 'This HITL request has expired')
    const input = readValues(request.attributes as Collected[], body.attribute_values as never)
    await fulfil(db, workspaceId, request, { input, adminId: ctx.actor.adminId, now })
    await wakeRun(ctx, run)
    return {}
  },
})
