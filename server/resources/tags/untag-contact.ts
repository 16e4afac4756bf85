import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getContact } from '../contacts/queries.ts'
import { deleteContactTags, findContactTag } from './contact-queries.ts'
import { emitContactTag } from './contact-tag.ts'
import { getTagToApply } from './queries.ts'
import { presentRemovedTag, Tag } from './tag.ts'

export const untagContact = operation({
  method: 'DELETE',
  path: '/contacts/{contact_id}/tags/{tag_id}',
  group: 'Tags',
  summary: 'Untag a contact',
  description: '`applied_at` tells since when the contact had the tag; it is null for one that did not have it.',
  params: Type.Object({ contact_id: Type.String(), tag_id: Type.String() }),
  reply: Tag,
  answer: 'The tag that was taken off.',
  handle: async (ctx, { params }) => {
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, params.tag_id)
    const before = await findContactTag(ctx.db, ctx.workspaceId, contact.id, tag.id)
    await emitContactTag(
      ctx,
      'deleted',
      tag,
      await deleteContactTags(ctx.db, ctx.workspaceId, tag.id, [contact.id], ctx.now),
    )
    return presentRemovedTag(ctx, tag, before)
  },
})
