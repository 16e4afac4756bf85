/**
 * A kept table: for each column of a contact, whose value a merge leaves with the user. "Values that the
 * user has stay, blanks are filled from the lead" is the documented rule; whatever departs from it says why.
 */
type Value = unknown
/** @returns the user's value after the merge; `blank` is the column's value if nothing is known */
export type Winner = (user: Value, lead: Value, blank: Value) => Value

/** The user's value stays; where it has none, the lead's is taken. */
const filled: Winner = (user, lead, blank) => (same(user, blank) ? lead : user)
/** The user's value stays, also where it has none. */
const kept: Winner = (user) => user
/** The user's entries, then those that only the lead has. */
const union: Winner = (user, lead) => [...new Set([...(user as Value[]), ...(lead as Value[])])]
const sum: Winner = (user, lead) => (user as number) + (lead as number)
/** Each key on its own: the user's value stays, a missing one is taken from the lead. */
const keyByKey: Winner = (user, lead) => ({ ...(lead as object), ...(user as object) })

const same = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b)

export const winners: Record<string, Winner> = {
  // Identity: the user stays who it is.
  workspace_id: kept,
  id: kept,
  role: kept,
  created_at: kept,
  // A merge does not bring an archived or blocked user back, nor does an archived lead take the user along.
  state: kept,
  // A lead's external_id may be one that the server gave it.
  external_id: kept,
  // The verification of one address says nothing about another; it moves with the email (pairs).
  email_verified: kept,
  // Derived from phone, and goes over with it (pairs).
  formatted_phone: kept,
  // Flags have no blank: false is a value that the user has.
  has_hard_bounced: kept,
  marked_email_as_spam: kept,
  unsubscribed_from_emails: kept,
  unsubscribed_from_sms: kept,
  sms_consent: kept,

  email: filled,
  phone: filled,
  name: filled,
  avatar_url: filled,
  owner_id: filled,
  social_profiles: filled,
  enabled_push_messaging: filled,
  signed_up_at: filled,
  last_seen_at: filled,
  last_replied_at: filled,
  last_contacted_at: filled,
  last_email_opened_at: filled,
  last_email_clicked_at: filled,
  language_override: filled,
  browser: filled,
  browser_version: filled,
  browser_language: filled,
  os: filled,
  location_country: filled,
  location_region: filled,
  location_city: filled,
  location_country_code: filled,
  location_continent_code: filled,
  android_app_name: filled,
  android_app_version: filled,
  android_device: filled,
  android_os_version: filled,
  android_sdk_version: filled,
  android_last_seen_at: filled,
  ios_app_name: filled,
  ios_app_version: filled,
  ios_device: filled,
  ios_os_version: filled,
  ios_sdk_version: filled,
  ios_last_seen_at: filled,
  utm_campaign: filled,
  utm_content: filled,
  utm_medium: filled,
  utm_source: filled,
  utm_term: filled,
  referrer: filled,
  pseudonym: filled,
  do_not_track: filled,

  custom_attributes: keyByKey,
  tag_ids: union,
  note_ids: union,
  company_ids: union,
  opted_in_subscription_type_ids: union,
  opted_out_subscription_type_ids: union,
  session_count: sum,
}

interface Pair {
  title: string
  lead: Record<string, Value>
  user: Record<string, Value>
  /** The user's value after the merge, if it changes. */
  becomes: Record<string, Value>
}

/** Columns that depend on each other. */
export const pairs: Pair[] = [
  {
    title: 'email_verified goes over with the email',
    lead: { email: 'lead@example.com', email_verified: true },
    user: {},
    becomes: { email: 'lead@example.com', email_verified: true },
  },
  {
    title: 'email_verified goes over with the email also where it is unknown',
    lead: { email: 'lead.unverified@example.com' },
    user: { email_verified: true },
    becomes: { email: 'lead.unverified@example.com', email_verified: null },
  },
  {
    title: "the lead's verification says nothing about the user's own email",
    lead: { email: 'lead2@example.com', email_verified: true },
    user: { email: 'user2@example.com' },
    becomes: {},
  },
  {
    title: 'formatted_phone goes over with the phone',
    lead: { phone: '+353 87 123 4567', formatted_phone: '+353871234567' },
    user: {},
    becomes: { phone: '+353 87 123 4567', formatted_phone: '+353871234567' },
  },
  {
    title: "the lead's formatted_phone is not put beside the user's own phone",
    lead: { phone: '+353 87 123 4567', formatted_phone: '+353871234567' },
    user: { phone: '01 555 0100' },
    becomes: {},
  },
  {
    title: 'a subscription that the user opted out of is not opted in to by the lead',
    lead: { opted_in_subscription_type_ids: [1, 2] },
    user: { opted_out_subscription_type_ids: [1] },
    becomes: { opted_in_subscription_type_ids: [2] },
  },
  {
    title: 'a subscription that the user opted in to is not opted out of by the lead',
    lead: { opted_out_subscription_type_ids: [1, 2] },
    user: { opted_in_subscription_type_ids: [1] },
    becomes: { opted_out_subscription_type_ids: [2] },
  },
  {
    title: 'a custom attribute that the user has stays, another is learned',
    lead: { custom_attributes: { plan: 'free', seats: 3 } },
    user: { custom_attributes: { plan: 'pro' } },
    becomes: { custom_attributes: { plan: 'pro', seats: 3 } },
  },
]
