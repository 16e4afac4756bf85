import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { hexId } from '../../ids.ts'
import { withObjects } from '../custom-objects/references.ts'
import { checkCustomAttributes, mergeAttributes } from '../data-attributes/check.ts'
import { Contact, presentContact } from './contact.ts'
import { presentDeliveredContact } from './delivered-contact.ts'
import { columnsOf, ContactDetails } from './details.ts'
import { newContact } from './new-contact.ts'
import { insertContact, isToldByEmail } from './queries.ts'
import { claimNew } from './uniqueness.ts'
import { described } from '../../schema/types.ts'

export const createContact = operation({
  method: 'POST',
  path: '/contacts',
  group: 'Contacts',
  summary: 'Create a contact',
  description:
    'A user needs an `external_id` or an `email`; a lead needs nothing, and is given an `external_id` where it has none. ' +
    'Details that another contact has already answer 409 with its id in the message.',
  body: described(ContactDetails, 'The details of the new contact.'),
  reply: Contact,
  answer: 'The new contact.',
  atomic: 'statement',
  handle: async (ctx, { body }) => {
    const columns = await columnsOf(ctx, body)
    const role = columns.role ?? 'user'
    if (role === 'user' && !columns.external_id && !columns.email)
      throw apiError(400, 'parameter_not_found', 'email or external_id is a required parameter')
    const attributes = await checkCustomAttributes(ctx.db, ctx.workspaceId, 'contact', body.custom_attributes)
    const row = newContact(ctx, {
      id: hexId(ctx.now),
      ...columns,
      role,
      custom_attributes: mergeAttributes({}, attributes),
    })
    return insertOrRefuse(ctx, row, await withObjects(ctx, row))
  },
})

/** @param shown the row as it is presented */
async function insertOrRefuse(ctx: Ctx, row: ContactsRow, shown: ContactsRow) {
  const contact = presentContact(ctx.workspace, shown)
  const delivered = presentDeliveredContact(ctx.workspace, row, contact)
  const topic = row.role === 'user' ? 'contact.user.created' : 'contact.lead.created'
  const identity = { id: row.id, external_id: row.external_id, email: isToldByEmail(row) ? row.email : null }
  await claimNew(ctx.db, ctx.workspaceId, identity, (db) => insertContact(db, row, topic, delivered))
  return contact
}
