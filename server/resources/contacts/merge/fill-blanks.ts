/** Fills blank properties of a user from the lead that is merged into it; existing values stay. */
import type { ContactsRow } from '../../../db/types/contacts.ts'
import { BLANK } from '../new-contact.ts'
import { isSameAddress } from '../same-address.ts'

type Column = keyof ContactsRow

/** A lead's external_id may be one that it was given for want of another; the next two, and whether mail bounced, go with the email and the phone. */
const NEVER: string[] = ['external_id', 'email_verified', 'formatted_phone', 'listed']
const FILLED = (Object.keys(BLANK) as (keyof typeof BLANK)[]).filter(
  (column) => BLANK[column] === null && !NEVER.includes(column),
)

/** Items of both, the user's first. */
const LISTED = ['tag_ids', 'note_ids', 'company_ids'] as const
const CONSENTS = ['opted_in_subscription_type_ids', 'opted_out_subscription_type_ids'] as const

/** The columns of the user that the merge changes. */
export function fillBlanks(user: ContactsRow, lead: ContactsRow): Partial<ContactsRow> {
  const changes: Record<string, ContactsRow[Column]> = {}
  for (const column of FILLED) if (user[column] === null && lead[column] !== null) changes[column] = lead[column]
  if ('email' in changes) {
    changes['email_verified'] = lead.email_verified
    changes['has_hard_bounced'] = lead.has_hard_bounced
  } else if (isSameAddress(user.email, lead.email) && lead.has_hard_bounced) changes['has_hard_bounced'] = true
  if ('phone' in changes) changes['formatted_phone'] = lead.formatted_phone
  if ((user.social_profiles as unknown[]).length === 0) changes['social_profiles'] = lead.social_profiles
  changes['custom_attributes'] = { ...(lead.custom_attributes as object), ...(user.custom_attributes as object) }
  changes['session_count'] = user.session_count + lead.session_count
  for (const column of LISTED)
    changes[column] = [...new Set<string | number>([...user[column], ...lead[column]])] as never
  // The user's own choice of a subscription holds.
  const said = new Set(CONSENTS.flatMap((column) => user[column]))
  for (const column of CONSENTS) changes[column] = [...user[column], ...lead[column].filter((id) => !said.has(id))]
  return changes as Partial<ContactsRow>
}
