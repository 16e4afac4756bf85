import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { withObjects } from '../custom-objects/references.ts'
import { Contact, presentContact } from './contact.ts'
import { MergeHistoryQuery, withMergeHistory } from './merge/merge-history.ts'
import { absenceOf } from './merge/merged.ts'
import { findContact } from './queries.ts'

export const getContact = operation({
  method: 'GET',
  path: '/contacts/{contact_id}',
  group: 'Contacts',
  summary: 'Get a contact',
  description:
    'A user or a lead by its id. An archived contact answers 404 until it is unarchived; ' +
    'one that was merged away answers 410, with a `Link` to the contact that it became.',
  params: Type.Object({ contact_id: Type.String() }),
  query: MergeHistoryQuery,
  reply: Contact,
  answer: 'The contact.',
  handle: async (ctx, { params, query }) => {
    const row = await findContact(ctx.db, ctx.workspaceId, params.contact_id)
    if (!row) throw await absenceOf(ctx, { id: params.contact_id })
    return withMergeHistory(ctx, query, presentContact(ctx.workspace, await withObjects(ctx, row)))
  },
})
