import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { listDataAttributes } from '../data-attributes/queries.ts'
import { ConversationAttribute, presentConversationAttribute } from './conversation-attribute.ts'

export const listConversationAttributes = operation({
  method: 'GET',
  path: '/conversations/attributes',
  group: 'Conversations Attributes',
  summary: 'List all conversation attributes',
  description: 'The oldest first.',
  query: Type.Object({ include_archived: Type.Optional(Type.Boolean()) }),
  reply: list(ConversationAttribute),
  handle: async (ctx, { query }) => {
    const withArchived = query.include_archived ?? false
    const rows = await listDataAttributes(ctx.db, ctx.workspaceId, ['conversation'], withArchived)
    return { type: 'list' as const, data: rows.map(presentConversationAttribute) }
  },
})
