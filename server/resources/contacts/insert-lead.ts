/** Makes a lead of somebody who is named by an email that no contact has. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { hexId } from '../../ids.ts'
import { presentDeliveredContact } from './delivered-contact.ts'
import { newContact } from './new-contact.ts'
import { insertContact } from './queries.ts'

export async function insertLead(ctx: Ctx, details: Partial<ContactsRow>): Promise<ContactsRow> {
  const lead = newContact(ctx, { id: hexId(ctx.now), role: 'lead', ...details })
  await insertContact(ctx.db, lead, 'contact.lead.created', presentDeliveredContact(ctx.workspace, lead))
  return lead
}
