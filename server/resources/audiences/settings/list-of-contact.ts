import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { getContact } from '../../contacts/queries.ts'
import { Audience, presentAudience } from '../audience.ts'
import { findAudiencesOf } from '../membership.ts'
import { listAudiences } from '../queries.ts'

export const listAudiencesOfContact = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/contacts/{contact_id}/audiences',
  group: 'Audiences',
  summary: 'List the audiences of a contact',
  description: 'Every audience whose predicates describe the contact now, oldest first.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: list(Audience),
  answer: 'The audiences that the contact is in.',
  handle: async (ctx, { params }) => {
    const { id } = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const rows = await findAudiencesOf(ctx, id, await listAudiences(ctx.db, ctx.workspaceId))
    return { type: 'list' as const, data: rows.map(presentAudience) }
  },
})
