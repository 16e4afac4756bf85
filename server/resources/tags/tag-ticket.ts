import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { getActor } from '../../threads/actors.ts'
import { lockTicket } from '../tickets/queries.ts'
import { getTagToApply } from './queries.ts'
import { Tag } from './tag.ts'
import { applyTag } from './thread-tags.ts'

export const tagTicket = operation({
  method: 'POST',
  path: '/tickets/{ticket_id}/tags',
  group: 'Tags',
  summary: 'Add tag to a ticket',
  description: 'In the name of an admin. A ticket that has the tag already keeps it, as it was applied.',
  params: Type.Object({ ticket_id: Type.String() }),
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
    return applyTag(ctx, await lockTicket(ctx.db, ctx.workspaceId, params.ticket_id), admin, tag)
  },
})
