import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { lockAnyContact } from './queries.ts'
import { lockCompaniesOf } from './removal-queries.ts'
import { ContactUnarchived, presentReference } from './removed.ts'
import { changeState } from './state.ts'

export const unarchiveContact = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/unarchive',
  group: 'Contacts',
  summary: 'Unarchive a contact',
  description: 'Brings an archived contact back. One that was blocked stays so, and answers 422.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: ContactUnarchived,
  answer: 'The id of the contact, which is active again.',
  refusals: { 422: 'The contact is blocked.' },
  handle: async (ctx, { params }) => {
    await lockCompaniesOf(ctx.db, ctx.workspaceId, [params.contact_id])
    const row = await lockAnyContact(ctx.db, ctx.workspaceId, params.contact_id)
    if (row.state === 'blocked') throw apiError(422, 'not_restorable', 'A blocked contact cannot be restored')
    if (row.state === 'archived') await changeState(ctx, row, 'active')
    return { ...presentReference(row), archived: false }
  },
})
