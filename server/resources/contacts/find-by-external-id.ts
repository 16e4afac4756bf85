import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { withObjects } from '../custom-objects/references.ts'
import { Contact, presentContact } from './contact.ts'
import { MergeHistoryQuery, withMergeHistory } from './merge/merge-history.ts'
import { absenceOf } from './merge/merged.ts'
import { findUserByExternalId } from './queries.ts'

export const findContactByExternalId = operation({
  method: 'GET',
  path: '/contacts/find_by_external_id/{external_id}',
  group: 'Contacts',
  summary: 'Get a user by its external id',
  description: 'Finds users only: a lead answers 404. A contact that was merged away answers 410 with a `Link`.',
  params: Type.Object({ external_id: Type.String() }),
  query: MergeHistoryQuery,
  reply: Contact,
  answer: 'The user with that external id.',
  handle: async (ctx, { params, query }) => {
    const row = await findUserByExternalId(ctx.db, ctx.workspaceId, params.external_id)
    if (!row) throw await absenceOf(ctx, params)
    return withMergeHistory(ctx, query, presentContact(ctx.workspace, await withObjects(ctx, row)))
  },
})
