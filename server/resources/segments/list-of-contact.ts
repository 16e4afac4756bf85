import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { getContact } from '../contacts/queries.ts'
import { findSegmentsOf, loadMembership } from './membership.ts'
import { listSegments } from './queries.ts'
import { presentSegment, Segment } from './segment.ts'

export const listSegmentsOfContact = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/segments',
  group: 'Segments',
  summary: 'List the segments of a contact',
  description: 'Every segment whose filter finds the contact now.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: list(Segment),
  answer: 'The segments that the contact is in.',
  handle: async (ctx, { params }) => {
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const memberships = await loadMembership(ctx, await listSegments(ctx.db, ctx.workspaceId, 'people'))
    const rows = await findSegmentsOf(ctx.db, ctx.workspaceId, contact.id, memberships)
    return { type: 'list' as const, data: rows.map((row) => presentSegment(row)) }
  },
})
