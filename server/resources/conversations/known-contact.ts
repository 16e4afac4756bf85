/** A visitor who takes part in a conversation is a lead from then on. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { insertActivity } from '../contacts/activity-queries.ts'
import { presentDeliveredContact } from '../contacts/delivered-contact.ts'
import { updateVisitorToLead } from './insert-queries.ts'

export async function knownContact(ctx: Ctx, contact: ContactsRow): Promise<ContactsRow> {
  if (contact.role !== 'visitor') return contact
  const lead = await updateVisitorToLead(ctx.db, ctx.workspaceId, contact.id, ctx.now)
  if (!lead) return { ...contact, role: 'lead' } // another request was quicker, and told of it
  ctx.count('contacts', 1)
  ctx.emit('contact.lead.created', presentDeliveredContact(ctx.workspace, lead))
  await insertActivity(ctx.db, ctx.workspaceId, { ...lead, event_type: 'contact.created' }, ctx.now)
  return lead
}
