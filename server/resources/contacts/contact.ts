/** The contact on the wire: a user or a lead. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { flatText } from '../../flat-text.ts'
import {
  CreatedAt,
  CustomAttributes,
  described,
  Id,
  model,
  Nullable,
  Timestamp,
  UpdatedAt,
} from '../../schema/types.ts'
import { addressable, AddressableList } from './addressable.ts'
import { MergeHistoryItem } from './merge/merge-history.ts'

const MaybeText = Nullable(Type.String())
const MaybeTime = Nullable(Timestamp)

export const Contact = model('contact', {
  type: Type.Literal('contact'),
  id: described(Id, 'The id that Parley gave the contact: 24 hex digits.'),
  workspace_id: described(Type.String(), 'The id of the workspace.'),
  external_id: described(MaybeText, 'The id that the contact has in your own system; null if none was given.'),
  role: described(
    Type.Enum(['user', 'lead', 'visitor']),
    '`user` for a known person, `lead` for one who is not known yet, `visitor` before that.',
  ),
  email: described(MaybeText, 'The email address; null if unknown.'),
  phone: described(MaybeText, 'The phone number; null if unknown.'),
  formatted_phone: described(
    MaybeText,
    'The phone number in international notation; null if it is unknown or not a valid number.',
  ),
  name: described(MaybeText, 'The full name; null if unknown.'),
  avatar: described(
    Nullable(
      Type.Object({ type: Type.Literal('avatar'), image_url: described(MaybeText, 'The address of the picture.') }),
    ),
    'The picture; null if there is none.',
  ),
  owner_id: described(MaybeText, 'The id of the admin who owns the contact; null if nobody does.'),
  social_profiles: described(
    Type.Object({
      type: Type.Literal('list'),
      data: described(
        Type.Array(
          Type.Object({
            type: Type.Literal('social_profile'),
            name: described(Type.String(), 'The name of the network.'),
            url: described(Type.String(), 'The address of the profile.'),
          }),
        ),
        'All profiles that are known.',
      ),
    }),
    'Profiles in social networks.',
  ),
  has_hard_bounced: described(Type.Boolean(), 'True once an email to the address was rejected for good.'),
  marked_email_as_spam: described(Type.Boolean(), 'True once the contact reported an email as spam.'),
  unsubscribed_from_emails: described(Type.Boolean(), 'True if the contact wants no emails.'),
  created_at: CreatedAt('contact'),
  updated_at: UpdatedAt('contact'),
  signed_up_at: described(MaybeTime, 'When the contact signed up with you; null if unknown.'),
  last_seen_at: described(MaybeTime, 'When the contact last used your product; null if never seen.'),
  last_replied_at: described(MaybeTime, 'When the contact last wrote; null if never.'),
  last_contacted_at: described(MaybeTime, 'When an admin last wrote to the contact; null if never.'),
  last_email_opened_at: described(MaybeTime, 'When the contact last opened an email; null if never.'),
  last_email_clicked_at: described(MaybeTime, 'When the contact last followed a link in an email; null if never.'),
  language_override: described(
    MaybeText,
    'The language in which the contact is addressed, such as `en`; null for the language of the browser.',
  ),
  browser: described(MaybeText, 'The browser that was last seen; null if unknown.'),
  browser_version: described(MaybeText, 'The version of that browser; null if unknown.'),
  browser_language: described(MaybeText, 'The language of that browser; null if unknown.'),
  os: described(MaybeText, 'The operating system that was last seen; null if unknown.'),
  location: described(
    Type.Object({
      type: Type.Literal('location'),
      country: described(MaybeText, 'The name of the country; null if unknown.'),
      region: described(MaybeText, 'The name of the region; null if unknown.'),
      city: described(MaybeText, 'The name of the city; null if unknown.'),
      country_code: described(MaybeText, 'The country in three letters (ISO 3166); null if unknown.'),
      continent_code: described(MaybeText, 'The continent in two letters; null if unknown.'),
    }),
    'Where the contact was last seen.',
  ),
  android_app_name: described(MaybeText, 'The name of your Android app; null if the contact does not use it.'),
  android_app_version: described(MaybeText, 'The version of your Android app; null if unknown.'),
  android_device: described(MaybeText, 'The Android device; null if unknown.'),
  android_os_version: described(MaybeText, 'The version of Android; null if unknown.'),
  android_sdk_version: described(MaybeText, 'The version of the messenger in your Android app; null if unknown.'),
  android_last_seen_at: described(MaybeTime, 'When the contact last used your Android app; null if never.'),
  ios_app_name: described(MaybeText, 'The name of your iOS app; null if the contact does not use it.'),
  ios_app_version: described(MaybeText, 'The version of your iOS app; null if unknown.'),
  ios_device: described(MaybeText, 'The iOS device; null if unknown.'),
  ios_os_version: described(MaybeText, 'The version of iOS; null if unknown.'),
  ios_sdk_version: described(MaybeText, 'The version of the messenger in your iOS app; null if unknown.'),
  ios_last_seen_at: described(MaybeTime, 'When the contact last used your iOS app; null if never.'),
  custom_attributes: described(CustomAttributes, 'The values of your own data attributes, by name.'),
  tags: described(AddressableList, 'The tags of the contact, by address.'),
  notes: described(AddressableList, 'The notes about the contact, by address.'),
  companies: described(AddressableList, 'The companies that the contact belongs to, by address.'),
  opted_out_subscription_types: described(
    AddressableList,
    'The subscription types that the contact refused, by address.',
  ),
  opted_in_subscription_types: described(
    AddressableList,
    'The subscription types that the contact asked for, by address.',
  ),
  utm_campaign: described(
    MaybeText,
    'The `utm_campaign` of the address that first led the contact to you; null if unknown.',
  ),
  utm_content: described(MaybeText, 'The `utm_content` of that address; null if unknown.'),
  utm_medium: described(MaybeText, 'The `utm_medium` of that address; null if unknown.'),
  utm_source: described(MaybeText, 'The `utm_source` of that address; null if unknown.'),
  utm_term: described(MaybeText, 'The `utm_term` of that address; null if unknown.'),
  referrer: described(MaybeText, 'The page that led the contact to you; null if unknown.'),
  enabled_push_messaging: described(
    Nullable(Type.Boolean()),
    'True if the contact allows push messages; null if unknown.',
  ),
  sms_consent: described(Type.Boolean(), 'True if the contact agreed to text messages.'),
  unsubscribed_from_sms: described(Type.Boolean(), 'True if the contact wants no text messages.'),
  /** Shown of users, on request. */
  merge_history: described(
    Type.Optional(Nullable(Type.Array(MergeHistoryItem))),
    'Contacts that were merged into this one. Present only if `include_merge_history` asks for it; null for leads.',
  ),
})

export type ContactWire = Static<typeof Contact>

export function presentContact(workspace: Workspace, row: ContactsRow): ContactWire {
  const url = flatText('/contacts/', row.id)
  const subscriptions = flatText(url, '/subscriptions')
  return {
    type: 'contact',
    id: row.id,
    workspace_id: workspace.app_id,
    external_id: row.external_id,
    role: row.role as ContactWire['role'],
    email: row.email,
    phone: row.phone,
    formatted_phone: row.formatted_phone,
    name: row.name,
    avatar: row.avatar_url === null ? null : { type: 'avatar', image_url: row.avatar_url },
    owner_id: row.owner_id === null ? null : String(row.owner_id),
    social_profiles: { type: 'list', data: row.social_profiles as ContactWire['social_profiles']['data'] },
    has_hard_bounced: row.has_hard_bounced,
    marked_email_as_spam: row.marked_email_as_spam,
    unsubscribed_from_emails: row.unsubscribed_from_emails,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    signed_up_at: unix(row.signed_up_at),
    last_seen_at: unix(row.last_seen_at),
    last_replied_at: unix(row.last_replied_at),
    last_contacted_at: unix(row.last_contacted_at),
    last_email_opened_at: unix(row.last_email_opened_at),
    last_email_clicked_at: unix(row.last_email_clicked_at),
    language_override: row.language_override,
    browser: row.browser,
    browser_version: row.browser_version,
    browser_language: row.browser_language,
    os: row.os,
    location: {
      type: 'location',
      country: row.location_country,
      region: row.location_region,
      city: row.location_city,
      country_code: row.location_country_code,
      continent_code: row.location_continent_code,
    },
    android_app_name: row.android_app_name,
    android_app_version: row.android_app_version,
    android_device: row.android_device,
    android_os_version: row.android_os_version,
    android_sdk_version: row.android_sdk_version,
    android_last_seen_at: unix(row.android_last_seen_at),
    ios_app_name: row.ios_app_name,
    ios_app_version: row.ios_app_version,
    ios_device: row.ios_device,
    ios_os_version: row.ios_os_version,
    ios_sdk_version: row.ios_sdk_version,
    ios_last_seen_at: unix(row.ios_last_seen_at),
    custom_attributes: row.custom_attributes as ContactWire['custom_attributes'],
    tags: addressable('tag', row.tag_ids, flatText(url, '/tags')),
    notes: addressable('note', row.note_ids, flatText(url, '/notes')),
    companies: addressable('company', row.company_ids, flatText(url, '/companies')),
    opted_out_subscription_types: addressable('subscription', row.opted_out_subscription_type_ids, subscriptions),
    opted_in_subscription_types: addressable('subscription', row.opted_in_subscription_type_ids, subscriptions),
    utm_campaign: row.utm_campaign,
    utm_content: row.utm_content,
    utm_medium: row.utm_medium,
    utm_source: row.utm_source,
    utm_term: row.utm_term,
    referrer: row.referrer,
    enabled_push_messaging: row.enabled_push_messaging,
    sms_consent: row.sms_consent,
    unsubscribed_from_sms: row.unsubscribed_from_sms,
  }
}
