import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import type { ContactsRow } from '../../../db/types/contacts.ts'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, Nullable } from '../../../schema/types.ts'
import { newlyListed } from '../../companies/people-queries.ts'
import { withObjects } from '../../custom-objects/references.ts'
import { insertActivity, insertMergeFailure } from '../activity-queries.ts'
import { Contact, presentContact } from '../contact.ts'
import { presentDeliveredContact } from '../delivered-contact.ts'
import { MergeHistoryQuery, withMergeHistory } from './merge-history.ts'
import { insertMerge, lockThreadsOf, moveLinks, moveThreads } from './queries.ts'
import { mergeRefused, obstacleTo, outcomeOf } from './merge-rules.ts'
import { lockContacts, updateContact } from '../queries.ts'
import { lockCompaniesOf } from '../removal-queries.ts'
import { claim } from '../uniqueness.ts'

export const mergeContacts = operation({
  method: 'POST',
  path: '/contacts/merge',
  group: 'Contacts',
  summary: 'Merge a lead into a user',
  description:
    'The user keeps what is known of it and learns the rest from the lead, with its tags, notes, companies, ' +
    'subscriptions, events and conversations. The lead is gone from then on; its id leads to the user. ' +
    'In Preview a user may be merged in the same way, into one with the same email or phone.',
  query: MergeHistoryQuery,
  body: described(
    Type.Object({
      from: described(Type.Optional(Nullable(IdInput)), 'The id of the contact that is merged away.'),
      into: described(Type.Optional(Nullable(IdInput)), 'The id of the user that stays.'),
      skip_duplicate_validation: described(
        Type.Optional(Type.Boolean()),
        'True to merge even if the two share no email, phone or external id.',
      ),
    }),
    'The two contacts.',
  ),
  reply: Contact,
  answer: 'The user, with all that came from the other contact.',
  refusals: { 409: 'Another contact has the email address that the merged one would have.' },
  handle: async (ctx, { query, body }) => {
    const ids = [String(body.from ?? ''), String(body.into ?? '')] as const
    await lockThreadsOf(ctx.db, ctx.workspaceId, ids[0])
    await lockCompaniesOf(ctx.db, ctx.workspaceId, [...ids])
    const locked = await lockContacts(ctx.db, ctx.workspaceId, [...ids])
    const [lead, user] = ids.map((id) => locked.get(id))
    if (!lead || !user) throw notFound('contact')
    const skips = body.skip_duplicate_validation === true
    const duplicatesOnly = ctx.has('MergeDuplicatesOnly') && !skips
    const obstacle = obstacleTo(ctx, lead, user, { duplicatesOnly, skips })
    if (obstacle) throw mergeRefused(obstacle)
    const merged = await withObjects(ctx, await merge(ctx, lead, user))
    const delivered = presentDeliveredContact(ctx.workspace, merged)
    ctx.emit('contact.merged', { ...delivered, merged_from: { type: 'contact', id: lead.id } })
    const ofMerge = { ...user, event_type: 'contact.merged' as const, merge: { from: lead.id, into: user.id } }
    await insertActivity(ctx.db, ctx.workspaceId, ofMerge, ctx.now)
    return withMergeHistory(ctx, query, presentContact(ctx.workspace, merged))
  },
  refused: async ({ db, workspaceId, now }, { body }, error) =>
    insertMergeFailure(db, workspaceId, { from: String(body.from), into: String(body.into) }, error.message, now),
})

async function merge(ctx: Ctx, lead: ContactsRow, user: ContactsRow): Promise<ContactsRow> {
  const { db, workspaceId, now } = ctx
  ctx.count('companies', newlyListed(await moveLinks(db, workspaceId, lead, user)))
  await moveThreads(db, workspaceId, lead.id, user.id)
  // The lead gives its email away before the user takes it.
  await insertMerge(db, workspaceId, lead, user.id, now)
  if (lead.listed) ctx.count('contacts', -1)
  const { changes, claimed } = outcomeOf(lead, user)
  return claim(db, workspaceId, claimed, (tx) => updateContact(tx, workspaceId, user.id, changes, now))
}
