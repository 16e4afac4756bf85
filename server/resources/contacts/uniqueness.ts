/**
 * Uniqueness of contacts. An external_id is one contact's only. A user without one may not have another user's email;
 * users told apart by their external_ids may share an email, as leads may.
 */
import type { Db, Transaction } from '../../db/pool.ts'
import { apiError } from '../../http/errors.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { findClash, lockEmail } from './queries.ts'

export type Clash = Pick<ContactsRow, 'id' | 'state'>

/** Values that must be unique to this contact; null if there is nothing to check. */
export interface Identity {
  id: string
  external_id: string | null
  /** Must be unique among users. */
  email: string | null
}

/** @throws 409 conflict with the id in its message, or 422 for a contact that was blocked */
export function refuseClash({ id, state }: Clash): never {
  if (state === 'blocked') throw apiError(422, 'not_restorable', 'A blocked contact matches those details')
  const which = state === 'archived' ? 'An archived contact' : 'A contact'
  throw apiError(409, 'conflict', `${which} matching those details already exists with id=${id}`)
}

/** For a clash with a contact that cannot be seen yet. */
export const beingMade = () =>
  apiError(409, 'conflict', 'A contact matching those details is being created by another request')

/**
 * Runs a write that gives a contact its identity, in the open transaction.
 * @throws 409 or 422 where another contact has it, however close the race was
 */
export async function claim<T>(
  db: Db,
  workspaceId: number,
  identity: Identity,
  write: (db: Db) => Promise<T>,
): Promise<T> {
  if (identity.external_id === null && identity.email === null) return write(db)
  // No index keeps an email from users that have an external_id, too: they take turns.
  if (identity.email !== null) await lockEmail(db, workspaceId, identity.email)
  await refuseTaken(db, workspaceId, identity)
  try {
    return (await (db as Transaction).savepoint(write)) as T
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
    await refuseTaken(db, workspaceId, identity)
    throw beingMade()
  }
}

const UNIQUE_VIOLATION = '23505'

/** @throws 409 or 422 where another contact has the identity */
export async function refuseTaken(db: Db, workspaceId: number, identity: Identity): Promise<void> {
  const clash = await findClash(db, workspaceId, identity)
  if (clash) refuseClash(clash)
}
