import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getContact } from '../contacts/queries.ts'
import { deleteContactTags } from './contact-queries.ts'
import { emitContactTag } from './contact-tag.ts'
import { getTagToApply } from './queries.ts'
import { presentRemovedTag, Tag } from './tag.ts'

export const untagContact = operation({
  method: 'DELETE',
  path: '/contacts/{contact_id}/tags/{tag_id}',
  group: 'Tags',
  summary: 'Untag a contact',
  description: 'A contact that does not have the tag answers the same.',
  params: Type.Object({ contact_id: Type.String(), tag_id: Type.String() }),
  reply: Tag,
  handle: async (ctx, { params }) => {
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, params.tag_id)
    emitContactTag(ctx, 'deleted', tag, await deleteContactTags(ctx.db, ctx.workspaceId, tag.id, [contact.id], ctx.now))
    return presentRemovedTag(tag)
  },
})
