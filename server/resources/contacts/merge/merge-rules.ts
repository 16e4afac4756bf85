/** Rules of merging and its preview: the contacts that may be merged, and the resulting user. */
import type { Ctx } from '../../../context.ts'
import type { ContactsRow } from '../../../db/types/contacts.ts'
import { apiError, type ApiError } from '../../../http/errors.ts'
import { fillBlanks } from './fill-blanks.ts'
import type { Identity } from '../uniqueness.ts'

export type Obstacle = 'invalid_merge_role_pair' | 'no_shared_identifier' | 'u2u_no_shared_identifier'

/**
 * The reason why one contact may not be merged into the other; undefined if there is none.
 * @throws 400 parameter_not_allowed where users are to be merged without looking
 */
export function obstacleTo(
  ctx: Pick<Ctx, 'has'>,
  from: ContactsRow,
  into: ContactsRow,
  { duplicatesOnly, skips }: { duplicatesOnly: boolean; skips: boolean },
): Obstacle | undefined {
  if (from.role === 'user' && into.role === 'user' && from.id !== into.id && ctx.has('MergeUsers')) {
    if (skips) throw apiError(400, 'parameter_not_allowed', 'skip_duplicate_validation cannot be used to merge users')
    return areDuplicates(from, into) ? undefined : 'u2u_no_shared_identifier'
  }
  if (from.role !== 'lead' || into.role !== 'user') return 'invalid_merge_role_pair'
  return duplicatesOnly && !areDuplicates(from, into) ? 'no_shared_identifier' : undefined
}

const REFUSALS: Record<Obstacle, string> = {
  invalid_merge_role_pair: 'Merging can only be performed on a lead into a user',
  no_shared_identifier:
    'Contacts can only be merged when they are duplicates (matching email or phone). ' +
    'Pass skip_duplicate_validation=true to override this check.',
  u2u_no_shared_identifier: 'Users can only be merged when they have the same email or phone.',
}

export const mergeRefused = (obstacle: Obstacle): ApiError => apiError(400, 'invalid_merge', REFUSALS[obstacle])

/** An external_id is one contact's only: two contacts never share it. */
const IDENTIFIERS = ['email', 'phone', 'formatted_phone'] as const

const areDuplicates = (a: ContactsRow, b: ContactsRow) =>
  IDENTIFIERS.some((column) => a[column] !== null && a[column].toLowerCase() === b[column]?.toLowerCase())

/** The changes of the merge to the user, and the values that must stay unique for it. */
export function outcomeOf(lead: ContactsRow, user: ContactsRow): { changes: Partial<ContactsRow>; claimed: Identity } {
  const changes = fillBlanks(user, lead)
  const nameless = user.external_id === null && changes.email
  return { changes, claimed: { id: user.id, external_id: null, email: nameless ? changes.email! : null } }
}
