/** Finds and locks the conversation and the contact of a request until the transaction ends. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { refuseMerged } from '../../threads/merged.ts'
import { lockLastThread, lockThread } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { findContactsBy, type Identifiers } from './senders.ts'

const LAST = 'last'

/** @throws 404 not_found, 422 merge_failed for one that was merged into another */
export async function lockConversation(ctx: Ctx, id: string): Promise<ThreadRow> {
  const thread = await lockAnyConversation(ctx, id)
  refuseMerged(thread)
  return thread
}

/** Also one that was merged into another. @throws 404 not_found */
export async function lockAnyConversation(ctx: Ctx, id: string): Promise<ThreadRow> {
  const thread = await lockThread(ctx.db, ctx.workspaceId, 'conversation', id)
  if (!thread) throw notFound('conversation')
  return thread
}

/**
 * The conversation and the contact in it that the identifiers name.
 * @param id the conversation's, or `last` for the one that something happened to last
 * @throws 404 not_found for the conversation, or for a contact that is not in it; 400 or 422 for the last of a contact
 *   without any; 422 merge_failed
 */
export async function lockConversationOf(
  ctx: Ctx,
  id: string,
  by: Identifiers,
): Promise<{ thread: ThreadRow; contact: ContactsRow }> {
  if (id === LAST) return lockLastOf(ctx, by)
  const [thread, contacts] = await Promise.all([
    lockThread(ctx.db, ctx.workspaceId, 'conversation', id),
    findContactsBy(ctx.db, ctx.workspaceId, by),
  ])
  if (!thread) throw notFound('conversation')
  const contact = contacts.find((candidate) => thread.contact_ids.includes(candidate.id))
  if (!contact) throw notFound('contact')
  refuseMerged(thread)
  return { thread, contact }
}

async function lockLastOf(ctx: Ctx, by: Identifiers) {
  const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, by)
  if (!contact) throw notFound('contact')
  const thread = await lockLastThread(ctx.db, ctx.workspaceId, 'conversation', contact.id)
  if (!thread) throw apiError(ctx.has('RefuseLastOfNone') ? 422 : 400, 'parameter_invalid', HAS_NONE)
  return { thread, contact }
}

const HAS_NONE = 'This contact has no conversations'

/** An admin may name the conversation by its id, or as the last of a contact. */
export const lockForAdmin = async (ctx: Ctx, id: string, by: Identifiers): Promise<ThreadRow> =>
  id === LAST ? (await lockLastOf(ctx, by)).thread : lockConversation(ctx, id)
