import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { getContact } from '../contacts/queries.ts'
import { findContactTag, insertContactTags } from './contact-queries.ts'
import { emitContactTag } from './contact-tag.ts'
import { getTagToApply } from './queries.ts'
import { presentAppliedTag, Tag } from './tag.ts'

export const tagContact = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/tags',
  group: 'Tags',
  summary: 'Tag a contact',
  description: 'A contact that has the tag already keeps it, as it was applied.',
  params: Type.Object({ contact_id: Type.String() }),
  body: described(Type.Object({ id: described(IdInput, 'The id of the tag.') }), 'The tag.'),
  reply: Tag,
  answer: 'The tag, and when it was applied.',
  handle: async (ctx, { params, body }) => {
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, body.id)
    const application = { applied_at: ctx.now, applied_by: ctx.actor.adminId }
    const tagged = await insertContactTags(ctx.db, ctx.workspaceId, tag.id, [contact.id], application)
    await emitContactTag(ctx, 'created', tag, tagged)
    if (tagged.length > 0) return presentAppliedTag({ ...tag, ...application })
    const before = await findContactTag(ctx.db, ctx.workspaceId, contact.id, tag.id)
    if (!before) throw notFound('contact') // deleted while this waited
    return presentAppliedTag({ ...tag, ...before })
  },
})
