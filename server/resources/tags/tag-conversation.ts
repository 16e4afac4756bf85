import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { lastWords, presentDelivered, presentDeliveredWith } from '../conversations/delivered-conversation.ts'
import { readConversation, withParts } from '../conversations/read.ts'
import { getActor } from '../../threads/actors.ts'
import { getTagToApply } from './queries.ts'
import { presentTag, Tag } from './tag.ts'
import { lockConversationToTag } from './tags-updated.ts'
import { applyTag } from './thread-tags.ts'

export const tagConversation = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/tags',
  group: 'Tags',
  summary: 'Tag a conversation',
  description: 'In the name of an admin. A conversation that has the tag already keeps it, as it was applied.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      id: described(IdInput, 'The id of the tag.'),
      admin_id: described(IdInput, 'The id of the admin who applies it.'),
    }),
    'The tag, and who applies it.',
  ),
  reply: Tag,
  answer: 'The tag, and when it was applied.',
  handle: async (ctx, { params, body }) => {
    const admin = await getActor(ctx.db, ctx.workspaceId, body.admin_id)
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, body.id, 'tag')
    const thread = await lockConversationToTag(ctx, params.conversation_id)
    const applied = await applyTag(ctx, thread, admin, tag)
    if (!thread.tag_ids.includes(tag.id)) await emitPartTag(ctx, thread.id, tag)
    return applied
  },
})

/** Tells of the conversation, with the words that were tagged and the tag that came to it. */
async function emitPartTag(ctx: Ctx, conversationId: number, row: TagsRow): Promise<void> {
  const whole = await readConversation(ctx, conversationId)
  const tag = presentTag(row)
  const words = lastWords(whole)
  ctx.emit('conversation_part.tag.created', {
    ...(words ? presentDeliveredWith(whole, { ...words, tags: [tag] }) : presentDelivered(withParts(whole, []))),
    tags_added: { type: 'tag.list', tags: [tag] },
  })
}
