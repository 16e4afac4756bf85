/** Merges a visitor into a known contact: moves its records, and deletes it. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { notFound } from '../../http/errors.ts'
import { newlyListed } from '../companies/people-queries.ts'
import { insertActivity } from '../contacts/activity-queries.ts'
import { presentDeliveredContact } from '../contacts/delivered-contact.ts'
import { fillBlanks } from '../contacts/merge/fill-blanks.ts'
import { lockThreadsOf, moveLinks, moveThreads } from '../contacts/merge/queries.ts'
import { updateContact } from '../contacts/queries.ts'
import { forgetContact, lockCompaniesOf } from '../contacts/removal-queries.ts'
import { claim, refuseClash } from '../contacts/uniqueness.ts'
import { withObjects } from '../custom-objects/references.ts'
import type { Identity } from './become-contact.ts'
import { lockPeople } from './queries.ts'

/** @throws 404 where either is gone, 409 where another contact has the identity */
export async function joinContact(
  ctx: Ctx,
  visitorId: string,
  contactId: string,
  identity: Identity,
): Promise<ContactsRow> {
  const { db, workspaceId, now } = ctx
  await lockThreadsOf(db, workspaceId, visitorId)
  await lockCompaniesOf(db, workspaceId, [visitorId, contactId])
  const people = await lockPeople(db, workspaceId, [visitorId, contactId])
  const visitor = people.get(visitorId)
  const before = people.get(contactId)
  if (visitor?.role !== 'visitor' || visitor.state !== 'active') throw notFound('visitor')
  if (!before) throw notFound('contact')
  if (before.state !== 'active') refuseClash(before)

  ctx.count('companies', newlyListed(await moveLinks(db, workspaceId, visitor, before)))
  await moveThreads(db, workspaceId, visitorId, contactId)
  await forgetContact(db, workspaceId, visitorId, 'deleted', now)
  const { changes, claimed } = changesOf(before, visitor, identity)
  const contact = await claim(db, workspaceId, claimed, (tx) => updateContact(tx, workspaceId, contactId, changes, now))
  const item = presentDeliveredContact(ctx.workspace, await withObjects(ctx, contact))
  ctx.emit('contact.merged', { ...item, merged_from: { type: 'contact', id: visitorId } })
  const merge = { from: visitorId, into: contactId }
  await insertActivity(db, workspaceId, { ...before, event_type: 'contact.merged', merge }, now)
  if (contact.role !== before.role) {
    ctx.emit('contact.lead.signed_up', item)
    await insertActivity(db, workspaceId, { ...contact, event_type: 'contact.role_updated' }, now)
  }
  return contact
}

/** The contact keeps what is known of it. A lead becomes a user where that is asked for; never the other way. */
function changesOf(before: ContactsRow, visitor: ContactsRow, identity: Identity) {
  const changes = fillBlanks(before, { ...visitor, email: identity.email ?? visitor.email })
  const signsUp = before.role === 'lead' && identity.role === 'user'
  if (signsUp) Object.assign(changes, { role: 'user', signed_up_at: before.signed_up_at ?? visitor.created_at })
  const after = { ...before, ...changes }
  // The external_id of a lead that nobody named by it may be one that it was given for want of another.
  const nameless = after.external_id === null || (signsUp && identity.external_id === null)
  const email = after.role === 'user' && nameless && (signsUp || 'email' in changes) ? after.email : null
  return { changes, claimed: { id: before.id, external_id: null, email } }
}
