import Type from 'typebox'
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { presentDeliveredParticipant } from '../contacts/delivered-contact.ts'
import { columnsOf } from '../contacts/details.ts'
import { insertLead } from '../contacts/insert-lead.ts'
import { byAdmin, byContact, getActor } from '../../threads/actors.ts'
import type { PartAuthor, ThreadRow } from '../../threads/thread.ts'
import { withObjects } from '../custom-objects/references.ts'
import { insertCustomer, listCustomers } from './customer-queries.ts'
import { Customers, presentCustomers } from './customers.ts'
import { knownContact } from './known-contact.ts'
import { record } from './record.ts'
import { findContactsBy, given, identifiers, type Identifiers } from './senders.ts'
import { lockConversation } from './target.ts'

const AttachBody = Type.Object({
  admin_id: described(Type.Optional(IdInput), 'The id of the admin who adds the contact.'),
  ...identifiers,
  customer: described(Type.Object(identifiers), 'The contact to add, named by one of its identifiers.'),
})
type AttachInput = Static<typeof AttachBody>

export const attachContact = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/customers',
  group: 'Conversations',
  summary: 'Attach a contact to a conversation',
  description:
    'Adds a contact, on behalf of an admin or of a contact that takes part. An email that nobody has makes a new ' +
    'lead. Answers all contacts of the conversation.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    AttachBody,
    'The contact to add, and on whose behalf: an admin, or the contact that stands beside `customer`.',
  ),
  reply: Customers,
  answer: 'All contacts who take part now.',
  handle: async (ctx, { params, body }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const author = await authorOf(ctx, thread, body)
    const contact = await findOrMakeContact(ctx, body.customer)
    const { contact_ids } = await addParticipant(ctx, thread, contact, author)
    return presentCustomers(await listCustomers(ctx.db, ctx.workspaceId, contact_ids))
  },
})

/** @returns the locked thread with the contact in it */
export async function addParticipant<Thread extends ThreadRow>(
  ctx: Ctx,
  thread: Thread,
  contact: ContactsRow,
  author: PartAuthor,
): Promise<Thread> {
  if (thread.contact_ids.includes(contact.id)) return thread
  const contact_ids = [...thread.contact_ids, contact.id]
  await insertCustomer(ctx.db, ctx.workspaceId, thread.id, contact.id, ctx.now)
  const shown = await withObjects(ctx, contact)
  await record(ctx, thread, {
    parts: [{ part_type: 'participant_added', ...author, created_at: ctx.now }],
    changes: { contact_ids },
    topics: ['conversation.contact.attached'],
    contact: presentDeliveredParticipant(ctx.workspace, shown),
  })
  return { ...thread, contact_ids }
}

/** The admin that is named, the contact that is named and takes part, or the token's own admin. */
async function authorOf(ctx: Ctx, thread: ThreadRow, input: AttachInput): Promise<PartAuthor> {
  const { admin_id, intercom_user_id, user_id, email } = input
  const isContact = admin_id === undefined && given(intercom_user_id ?? user_id ?? email)
  if (!isContact) return byAdmin(await getActor(ctx.db, ctx.workspaceId, admin_id ?? ctx.actor.adminId))
  const contacts = await findContactsBy(ctx.db, ctx.workspaceId, input)
  const contact = contacts.find(({ id }) => thread.contact_ids.includes(id))
  if (!contact) throw notFound('contact')
  return byContact(contact)
}

async function findOrMakeContact(ctx: Ctx, by: Identifiers): Promise<ContactsRow> {
  const [found] = await findContactsBy(ctx.db, ctx.workspaceId, by)
  if (found) return knownContact(ctx, found)
  const { intercom_user_id, user_id, email } = by
  if (!given(email) || given(intercom_user_id) || given(user_id)) throw notFound('contact')
  return insertLead(ctx, await columnsOf(ctx, { email }))
}
