import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { getActor } from '../../threads/actors.ts'
import { lockTicket } from '../tickets/queries.ts'
import { getTagToApply } from './queries.ts'
import { Tag } from './tag.ts'
import { removeTag } from './thread-tags.ts'

export const untagTicket = operation({
  method: 'DELETE',
  path: '/tickets/{ticket_id}/tags/{tag_id}',
  group: 'Tags',
  summary: 'Remove tag from a ticket',
  description:
    'In the name of an admin. `applied_at` is the time since when the ticket had the tag, or null if it did not have it.',
  params: Type.Object({ ticket_id: Type.String(), tag_id: Type.String() }),
  body: described(
    Type.Object({ admin_id: described(IdInput, 'The id of the admin who takes it off.') }),
    'The admin who takes the tag off.',
  ),
  reply: Tag,
  answer: 'The tag that was taken off.',
  handle: async (ctx, { params, body }) => {
    const admin = await getActor(ctx.db, ctx.workspaceId, body.admin_id)
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, params.tag_id, 'tag')
    return removeTag(ctx, await lockTicket(ctx.db, ctx.workspaceId, params.ticket_id), admin, tag)
  },
})
