import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { getActor } from '../../threads/actors.ts'
import { getTagToApply } from './queries.ts'
import { Tag } from './tag.ts'
import { lockConversationToTag } from './tags-updated.ts'
import { removeTag } from './thread-tags.ts'

export const untagConversation = operation({
  method: 'DELETE',
  path: '/conversations/{conversation_id}/tags/{tag_id}',
  group: 'Tags',
  summary: 'Untag a conversation',
  description:
    'In the name of an admin. `applied_at` tells since when the conversation had the tag; it is null for one that did not have it.',
  params: Type.Object({ conversation_id: Type.String(), tag_id: Type.String() }),
  body: described(
    Type.Object({ admin_id: described(IdInput, 'The id of the admin who takes it off.') }),
    'The admin who takes the tag off.',
  ),
  reply: Tag,
  answer: 'The tag that was taken off.',
  handle: async (ctx, { params, body }) => {
    const admin = await getActor(ctx.db, ctx.workspaceId, body.admin_id)
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, params.tag_id, 'tag')
    return removeTag(ctx, await lockConversationToTag(ctx, params.conversation_id), admin, tag)
  },
})
