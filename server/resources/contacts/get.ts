import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Contact, presentContact } from './contact.ts'
import * as queries from './queries.ts'

export const getContact = operation({
  method: 'GET',
  path: '/contacts/{contact_id}',
  group: 'Contacts',
  summary: 'Get a contact',
  description: 'A user or a lead by its id. An archived contact is answered too.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: Contact,
  handle: async (ctx, { params }) =>
    presentContact(ctx.workspace, await queries.getContact(ctx.db, ctx.workspaceId, params.contact_id)),
})
