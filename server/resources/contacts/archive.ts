import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { lockAnyContact } from './queries.ts'
import { lockCompaniesOf } from './removal-queries.ts'
import { ContactArchived, presentReference } from './removed.ts'
import { changeState } from './state.ts'

export const archiveContact = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/archive',
  group: 'Contacts',
  summary: 'Archive a contact',
  description:
    'From then on it answers 404, but for being unarchived, deleted or blocked. Its external id, and the email of a user, stay taken.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: ContactArchived,
  answer: 'The id of the archived contact.',
  handle: async (ctx, { params }) => {
    await lockCompaniesOf(ctx.db, ctx.workspaceId, [params.contact_id])
    const row = await lockAnyContact(ctx.db, ctx.workspaceId, params.contact_id)
    if (row.state === 'active') await changeState(ctx, row, 'archived')
    return { ...presentReference(row), archived: true }
  },
})
