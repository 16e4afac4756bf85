import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { getConversationId } from '../conversations/queries.ts'
import { HitlEvent, presentHitlEvent } from './hitl-event.ts'
import { listHitlEvents as listRows } from './queries.ts'

export const HitlEvents = Type.Object({
  hitl_events: described(Type.Array(HitlEvent), 'The steps, oldest first.'),
})

export const listHitlEvents = operation({
  method: 'GET',
  path: '/conversations/{conversation_id}/hitl_events',
  group: 'Conversations',
  scopes: ['read_conversations'],
  summary: 'List questions of an AI agent to teammates',
  description: 'The steps of consultations that have ended: question, drafts, input of teammates and outcome.',
  inferred: 'the envelope of the list, the form of times, and the types of details',
  params: Type.Object({ conversation_id: Type.String() }),
  reply: HitlEvents,
  answer: 'The steps of all consultations of the conversation.',
  handle: async (ctx, { params }) => {
    const id = await getConversationId(ctx.db, ctx.workspaceId, params.conversation_id)
    return { hitl_events: (await listRows(ctx.db, ctx.workspaceId, id)).map(presentHitlEvent) }
  },
})
