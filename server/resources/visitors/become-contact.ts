/** A visitor who is nobody that is known yet: the same contact, under a role and a name of its own. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { insertActivity } from '../contacts/activity-queries.ts'
import { presentDeliveredContact } from '../contacts/delivered-contact.ts'
import { updateContact } from '../contacts/queries.ts'
import { lockCompaniesOf } from '../contacts/removal-queries.ts'
import { countListed } from '../contacts/state.ts'
import { claim } from '../contacts/uniqueness.ts'
import { isSameAddress } from '../contacts/same-address.ts'
import { withObjects } from '../custom-objects/references.ts'
import { getVisitorForUpdate } from './queries.ts'
import { readSignedUpUser } from './signed-up-user.ts'

/** The person that a visitor is said to be. */
export interface Identity {
  role: 'user' | 'lead'
  id: string | null
  external_id: string | null
  email: string | null
}

/** @throws 404 where another request was quicker, 409 where another contact has the identity */
export async function becomeContact(ctx: Ctx, visitorId: string, identity: Identity): Promise<ContactsRow> {
  const { db, workspaceId, now } = ctx
  await lockCompaniesOf(db, workspaceId, [visitorId])
  const visitor = await getVisitorForUpdate(db, workspaceId, { id: visitorId })
  const changes = changesOf(visitor, identity)
  const claimed = {
    id: visitor.id,
    external_id: changes.external_id === visitor.external_id ? null : changes.external_id,
    email: changes.role === 'user' && changes.external_id === null ? changes.email : null,
  }
  const contact = await claim(db, workspaceId, claimed, (tx) =>
    updateContact(tx, workspaceId, visitor.id, changes, now),
  )
  await countListed(ctx, contact.id, 1)
  if (identity.role === 'user') ctx.emit('visitor.signed_up', await readSignedUpUser(ctx, contact))
  ctx.emit(`contact.${identity.role}.created`, presentDeliveredContact(ctx.workspace, await withObjects(ctx, contact)))
  await insertActivity(db, workspaceId, { ...contact, event_type: 'contact.created' }, now)
  return contact
}

/** A user who is told by an email alone gives up the id that the site had made for the visitor. */
function changesOf(visitor: ContactsRow, { role, external_id, email }: Identity) {
  const keepsOwn = role === 'lead' || email === null
  return {
    role,
    external_id: external_id ?? (keepsOwn ? visitor.external_id : null),
    email: email ?? visitor.email,
    ...(email !== null && !isSameAddress(email, visitor.email) && { has_hard_bounced: false }),
    ...(role === 'user' && { signed_up_at: visitor.signed_up_at ?? visitor.created_at }),
  }
}
