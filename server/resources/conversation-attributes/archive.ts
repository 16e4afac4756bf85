import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { updateDataAttribute } from '../data-attributes/queries.ts'
import { ConversationAttribute, presentConversationAttribute } from './conversation-attribute.ts'
import { getConversationAttribute } from './queries.ts'

export const archiveConversationAttribute = operation({
  method: 'DELETE',
  path: '/conversations/attributes/{attribute_id}',
  group: 'Conversations Attributes',
  summary: 'Archive a conversation attribute',
  description: 'Conversations keep the values that they have for it, and take no new ones. Its name is free again.',
  params: Type.Object({ attribute_id: Type.String() }),
  reply: ConversationAttribute,
  answer: 'The archived attribute.',
  handle: async (ctx, { params }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const row = await getConversationAttribute(ctx.db, ctx.workspaceId, params.attribute_id)
    if (row.archived) return presentConversationAttribute(row)
    const changes = { archived: true, updated_at: ctx.now }
    return presentConversationAttribute(await updateDataAttribute(ctx.db, ctx.workspaceId, row.id, changes))
  },
})
