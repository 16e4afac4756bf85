import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { getConversationId } from '../conversations/queries.ts'
import { HandlingEvent, presentHandlingEvent } from './handling-event.ts'
import { listHandlingEvents as listRows } from './queries.ts'

export const listHandlingEvents = operation({
  method: 'GET',
  path: '/conversations/{conversation_id}/handling_events',
  group: 'Conversations',
  scopes: ['read_conversations'],
  summary: 'List handling events',
  description: 'When teammates paused and resumed their handling of a conversation, in the order of the times.',
  params: Type.Object({ conversation_id: Type.String() }),
  reply: Type.Object({ handling_events: described(Type.Array(HandlingEvent), 'The events, oldest first.') }),
  answer: 'The handling events of the conversation.',
  handle: async (ctx, { params }) => {
    const id = await getConversationId(ctx.db, ctx.workspaceId, params.conversation_id)
    return { handling_events: (await listRows(ctx.db, ctx.workspaceId, id)).map(presentHandlingEvent) }
  },
})
