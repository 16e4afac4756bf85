import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { IdInput } from '../../http/schemas.ts'
import { Contact, presentContact } from './contact.ts'
import { fillBlanks } from './fill-blanks.ts'
import { MergeHistoryQuery, withMergeHistory } from './merge-history.ts'
import { insertMerge, lockThreadsOf, moveLinks, moveThreads } from './merge-queries.ts'
import { lockContacts, updateContact } from './queries.ts'
import { lockCompaniesOf } from './removal-queries.ts'
import { claim } from './uniqueness.ts'

export const mergeContacts = operation({
  method: 'POST',
  path: '/contacts/merge',
  group: 'Contacts',
  summary: 'Merge a lead into a user',
  description:
    'The user keeps what is known of it and learns the rest from the lead, with its tags, notes, companies, ' +
    'subscriptions, events and conversations. The lead is gone from then on; its id leads to the user.',
  query: MergeHistoryQuery,
  body: Type.Object({
    from: IdInput,
    into: IdInput,
    skip_duplicate_validation: Type.Optional(Type.Boolean()),
  }),
  reply: Contact,
  handle: async (ctx, { query, body }) => {
    const ids = [String(body.from), String(body.into)] as const
    await lockThreadsOf(ctx.db, ctx.workspaceId, ids[0])
    await lockCompaniesOf(ctx.db, ctx.workspaceId, [...ids])
    const locked = await lockContacts(ctx.db, ctx.workspaceId, [...ids])
    const [lead, user] = ids.map((id) => locked.get(id))
    if (!lead || !user) throw notFound('contact')
    if (lead.role !== 'lead' || user.role !== 'user')
      throw invalidMerge('Merging can only be performed on a lead into a user')
    if (ctx.has('MergeDuplicatesOnly') && body.skip_duplicate_validation !== true && !areDuplicates(lead, user))
      throw invalidMerge(
        'Contacts can only be merged when they are duplicates (matching email or phone). ' +
          'Pass skip_duplicate_validation=true to override this check.',
      )
    const merged = presentContact(ctx.workspace, await merge(ctx, lead, user))
    ctx.emit('contact.merged', { ...merged, merged_from: { type: 'contact', id: lead.id } })
    return withMergeHistory(ctx, query, merged)
  },
})

const invalidMerge = (message: string) => apiError(400, 'invalid_merge', message)

const IDENTIFIERS = ['email', 'phone', 'formatted_phone'] as const

const areDuplicates = (a: ContactsRow, b: ContactsRow) =>
  IDENTIFIERS.some((column) => a[column] !== null && a[column].toLowerCase() === b[column]?.toLowerCase())

async function merge(ctx: Ctx, lead: ContactsRow, user: ContactsRow): Promise<ContactsRow> {
  const { db, workspaceId, now } = ctx
  await moveLinks(db, workspaceId, lead.id, user.id)
  await moveThreads(db, workspaceId, lead.id, user.id)
  // The lead gives its email away before the user takes it.
  await insertMerge(db, workspaceId, lead, user.id, now)
  if (lead.listed) ctx.count('contacts', -1)
  const changes = fillBlanks(user, lead)
  const nameless = user.external_id === null && changes.email
  return claim(db, workspaceId, { id: user.id, external_id: null, email: nameless ? changes.email! : null }, (tx) =>
    updateContact(tx, workspaceId, user.id, changes, now),
  )
}
