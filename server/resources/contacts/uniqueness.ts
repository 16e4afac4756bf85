/**
 * Uniqueness of contacts. An external_id is one contact's only. A user without one may not have another user's email;
 * users told apart by their external_ids may share an email, as leads may.
 */
import type { Db, Transaction } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { isUniqueViolation } from '../../db/violations.ts'
import { apiError } from '../../http/errors.ts'
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
  return refuseClashes(db, workspaceId, identity, async () => {
    await lockAndCheck(db, workspaceId, identity)
    return (db as Transaction).savepoint(write)
  })
}

/**
 * Runs the one statement that makes a contact. Without an open transaction, only an email opens one.
 * @throws 409 or 422 where another contact has its identity, however close the race was
 */
export async function claimNew(
  db: Db,
  workspaceId: number,
  identity: Identity,
  insert: (db: Db) => Promise<void>,
): Promise<void> {
  if ('savepoint' in db) return claim(db, workspaceId, identity, insert)
  return refuseClashes(db, workspaceId, identity, () => {
    if (identity.email === null) return insert(db)
    return db.begin(async (tx) => {
      await lockAndCheck(tx, workspaceId, identity)
      await insert(tx)
    })
  })
}

/** @throws 409 or 422 where another contact has the identity */
async function lockAndCheck(db: Db, workspaceId: number, identity: Identity): Promise<void> {
  // In this order: the check must see what the lock waited for.
  await Promise.all([
    // No index keeps an email from users that have an external_id, too: they take turns.
    identity.email !== null && lockEmail(db, workspaceId, identity.email),
    refuseTaken(db, workspaceId, identity),
  ])
}

/** Answers a unique violation of the write with the contact that has the identity. Where it is gone, writes once more. */
async function refuseClashes<T>(db: Db, workspaceId: number, identity: Identity, write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      await refuseTaken(db, workspaceId, identity)
    }
  }
  throw apiError(409, 'conflict', 'A contact matching those details was changed by another request; try again')
}

/** @throws 409 or 422 where another contact has the identity */
export async function refuseTaken(db: Db, workspaceId: number, identity: Identity): Promise<void> {
  const clash = await findClash(db, workspaceId, identity)
  if (clash) refuseClash(clash)
}
