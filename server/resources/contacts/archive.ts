import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getContactForUpdate } from './queries.ts'
import { ContactArchived, presentReference } from './removed.ts'
import { changeState } from './state.ts'

export const archiveContact = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/archive',
  group: 'Contacts',
  summary: 'Archive a contact',
  description: 'It leaves lists and searches, and can still be got by its id.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: ContactArchived,
  answer: 'The id of the archived contact.',
  handle: async (ctx, { params }) => {
    const row = await getContactForUpdate(ctx.db, ctx.workspaceId, params.contact_id)
    if (row.state === 'active') await changeState(ctx, row, 'archived')
    return { ...presentReference(row), archived: true }
  },
})
