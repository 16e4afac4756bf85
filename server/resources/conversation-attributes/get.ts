import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ConversationAttribute, presentConversationAttribute } from './conversation-attribute.ts'
import * as queries from './queries.ts'

export const getConversationAttribute = operation({
  method: 'GET',
  path: '/conversations/attributes/{attribute_id}',
  group: 'Conversations Attributes',
  summary: 'Retrieve a conversation attribute',
  description: 'Archived ones too.',
  params: Type.Object({ attribute_id: Type.String() }),
  reply: ConversationAttribute,
  answer: 'The attribute.',
  handle: async (ctx, { params }) =>
    presentConversationAttribute(await queries.getConversationAttribute(ctx.db, ctx.workspaceId, params.attribute_id)),
})
