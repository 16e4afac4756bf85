import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, list } from '../../schema/types.ts'
import { listDataAttributes } from '../data-attributes/queries.ts'
import { ConversationAttribute, presentConversationAttribute } from './conversation-attribute.ts'

export const listConversationAttributes = operation({
  method: 'GET',
  path: '/conversations/attributes',
  group: 'Conversations Attributes',
  summary: 'List all conversation attributes',
  description: 'The oldest first.',
  query: Type.Object({
    include_archived: described(Type.Optional(Type.Boolean()), 'True to show archived attributes as well.'),
  }),
  reply: list(ConversationAttribute),
  answer: 'The attributes.',
  handle: async (ctx, { query }) => {
    const withArchived = query.include_archived ?? false
    const rows = await listDataAttributes(ctx.db, ctx.workspaceId, ['conversation'], withArchived)
    return { type: 'list' as const, data: rows.map(presentConversationAttribute) }
  },
})
