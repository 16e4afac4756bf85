import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { getContact } from '../contacts/queries.ts'
import * as queries from './contact-queries.ts'
import { presentAppliedTag, Tag } from './tag.ts'

export const listContactTags = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/tags',
  group: 'Tags',
  summary: 'List the tags of a contact',
  description: 'In the order in which they were applied.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: list(Tag),
  answer: 'The tags of the contact.',
  handle: async (ctx, { params }) => {
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const rows = await queries.listContactTags(ctx.db, ctx.workspaceId, contact)
    return { type: 'list' as const, data: rows.map(presentAppliedTag) }
  },
})
