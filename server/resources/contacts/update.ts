import { isDeepStrictEqual } from 'node:util'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { withObjects } from '../custom-objects/references.ts'
import { checkCustomAttributes, mergeAttributes, type AttributeValues } from '../data-attributes/check.ts'
import { emitEmailChoice } from '../subscriptions/delivered-subscription.ts'
import { insertActivity } from './activity-queries.ts'
import { Contact, presentContact } from './contact.ts'
import { presentDeliveredContact } from './delivered-contact.ts'
import { columnsOf, ContactDetails } from './details.ts'
import { MergeHistoryQuery, withMergeHistory } from './merge/merge-history.ts'
import * as queries from './queries.ts'
import { isSameAddress } from './same-address.ts'
import { claim, type Identity } from './uniqueness.ts'
import { described } from '../../schema/types.ts'

export const updateContact = operation({
  method: 'PUT',
  path: '/contacts/{contact_id}',
  group: 'Contacts',
  summary: 'Update a contact',
  description:
    'Missing properties stay as they are; null clears one. A lead becomes a user by `role: "user"`, and keeps its id. ' +
    'Details that another contact has already answer 409 with its id in the message.',
  params: Type.Object({ contact_id: Type.String() }),
  query: MergeHistoryQuery,
  body: described(ContactDetails, 'The details to change.'),
  reply: Contact,
  answer: 'The contact with its new details.',
  refusals: { 422: 'The details are those of a blocked contact.' },
  handle: async (ctx, { params, query, body }) => {
    const before = await queries.getContactForUpdate(ctx.db, ctx.workspaceId, params.contact_id)
    const columns = await columnsOf(ctx, body)
    const attributes = await checkCustomAttributes(
      ctx.db,
      ctx.workspaceId,
      'contact',
      body.custom_attributes,
      before.id,
    )
    const changes = changesOf(before, columns, attributes)
    const after = Object.keys(changes).length === 0 ? before : await save(ctx, before, changes, columns)
    const shown = await withObjects(ctx, after)
    if (after !== before) await tell(ctx, before, shown)
    if (after.role !== before.role)
      await insertActivity(ctx.db, ctx.workspaceId, { ...after, event_type: 'contact.role_updated' }, ctx.now)
    return withMergeHistory(ctx, query, presentContact(ctx.workspace, shown))
  },
})

/** The changes of the request. */
function changesOf(before: ContactsRow, columns: Partial<ContactsRow>, attributes: AttributeValues) {
  if (before.role === 'user' && columns.role === 'lead')
    throw apiError(400, 'client_error', "Contact with user role can't be converted to a lead")
  const wanted: Partial<ContactsRow> = {
    ...columns,
    custom_attributes: mergeAttributes(before.custom_attributes as AttributeValues, attributes),
  }
  // The address before tells nothing of the one after it: neither that it was verified nor that it bounced.
  if (columns.email !== undefined && columns.email !== before.email) wanted.email_verified ??= null
  if (columns.email !== undefined && !isSameAddress(columns.email, before.email)) wanted.has_hard_bounced = false
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !isDeepStrictEqual(value, before[name as keyof ContactsRow])),
  ) as Partial<ContactsRow>
}

function save(ctx: Ctx, before: ContactsRow, changes: Partial<ContactsRow>, given: Partial<ContactsRow>) {
  const identity = claimed(before, changes, given)
  return claim(ctx.db, ctx.workspaceId, identity, (db) =>
    queries.updateContact(db, ctx.workspaceId, before.id, changes, ctx.now),
  )
}

function claimed(before: ContactsRow, changes: Partial<ContactsRow>, given: Partial<ContactsRow>): Identity {
  const after = { ...before, ...changes }
  const changed = 'email' in changes || 'role' in changes || 'external_id' in changes
  // A lead's own external_id may be one that it was given for want of another: it tells no user from others.
  const nameless = after.external_id === null || ('role' in changes && !given.external_id)
  return {
    id: before.id,
    external_id: changes.external_id ?? null,
    email: changed && nameless && after.role === 'user' ? after.email : null,
  }
}

async function tell(ctx: Ctx, before: ContactsRow, after: ContactsRow): Promise<void> {
  const contact = presentDeliveredContact(ctx.workspace, after)
  for (const topic of topicsOf(before, after)) ctx.emit(topic, contact)
  if (before.unsubscribed_from_emails !== after.unsubscribed_from_emails) await emitEmailChoice(ctx, after)
}

function topicsOf(before: ContactsRow, after: ContactsRow): string[] {
  const topics = [`contact.${after.role}.updated`]
  if (before.role !== after.role) topics.push('contact.lead.signed_up')
  if (before.email !== after.email) topics.push('contact.email.updated')
  if (before.role === 'lead' && before.email === null && after.email !== null) topics.push('contact.lead.added_email')
  return topics
}
