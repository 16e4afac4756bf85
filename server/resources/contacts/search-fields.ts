/**
 * Search fields of contacts: the "Accepted Fields" of `POST /contacts/search`, in the documented spellings and, for
 * misspelt ones, in the right spelling too.
 */
import { fragment } from '../../db/pool.ts'
import { customAttributes } from '../../search/attribute-field.ts'
import { timestamp, type DateOptions, type DateRule } from '../../search/date-field.ts'
import type { SearchContext, SearchFields } from '../../search/fields.ts'
import { idList } from '../../search/list-field.ts'
import { boolean, integer } from '../../search/number-field.ts'
import { segmentMembership } from '../../search/segment-field.ts'
import { exact, string } from '../../search/string-field.ts'
import type { Fragment } from '../../db/pool.ts'

const date = (column: Fragment, options?: DateOptions) => timestamp(column, contactDates, options)

export const contactSearch: SearchFields = {
  id: { column: fragment`contacts.id`, type: 'text' },
  fields: {
    id: exact(fragment`contacts.id`, false),
    role: exact(fragment`contacts.role`, false),
    external_id: exact(fragment`contacts.external_id`),
    name: string(fragment`contacts.name`),
    avatar: exact(fragment`contacts.avatar_url`),
    owner_id: integer(fragment`contacts.owner_id`),
    email: string(fragment`contacts.email`),
    email_domain: string(fragment`nullif(split_part(contacts.email, '@', 2), '')`),
    phone: string(fragment`contacts.phone`),
    formatted_phone: string(fragment`contacts.formatted_phone`),
    language_override: string(fragment`contacts.language_override`),
    browser: string(fragment`contacts.browser`),
    browser_language: string(fragment`contacts.browser_language`),
    os: string(fragment`contacts.os`),
    'location.country': string(fragment`contacts.location_country`),
    'location.region': string(fragment`contacts.location_region`),
    'location.city': string(fragment`contacts.location_city`),

    created_at: date(fragment`contacts.created_at`, { nullable: false }),
    updated_at: date(fragment`contacts.updated_at`, { nullable: false }),
    signed_up_at: date(fragment`contacts.signed_up_at`),
    last_seen_at: date(fragment`contacts.last_seen_at`),
    last_contacted_at: date(fragment`contacts.last_contacted_at`),
    last_replied_at: date(fragment`contacts.last_replied_at`),
    last_email_opened_at: date(fragment`contacts.last_email_opened_at`),
    last_email_clicked_at: date(fragment`contacts.last_email_clicked_at`),

    unsubscribed_from_emails: boolean(fragment`contacts.unsubscribed_from_emails`),
    marked_email_as_spam: boolean(fragment`contacts.marked_email_as_spam`),
    has_hard_bounced: boolean(fragment`contacts.has_hard_bounced`),

    ios_last_seen_at: date(fragment`contacts.ios_last_seen_at`),
    ios_app_name: string(fragment`contacts.ios_app_name`),
    ios_app_version: string(fragment`contacts.ios_app_version`),
    ios_device: string(fragment`contacts.ios_device`),
    ios_app_device: string(fragment`contacts.ios_device`),
    ios_os_version: string(fragment`contacts.ios_os_version`),
    ios_sdk_version: string(fragment`contacts.ios_sdk_version`),
    android_last_seen_at: date(fragment`contacts.android_last_seen_at`),
    android_app_name: string(fragment`contacts.android_app_name`),
    android_app_version: string(fragment`contacts.android_app_version`),
    android_device: string(fragment`contacts.android_device`),
    andoid_sdk_version: string(fragment`contacts.android_sdk_version`),
    android_sdk_version: string(fragment`contacts.android_sdk_version`),

    tag_id: idList(fragment`contacts.tag_ids`, { type: 'bigint', operators: ['=', '!='] }),
    segment_id: segmentMembership(() => contactSearch),
  },
  patterns: [
    customAttributes(fragment`contacts.custom_attributes`, (context, dataType) =>
      dataType === 'date' && exactly(context) ? { operators: ['=', '>', '<'], dayIn: 'UTC' } : contactDates(context),
    ),
  ],
  negationFindsMissing: exactly,
}

/** Days of the workspace at first; then seconds, with the operators that make sense of them. */
function contactDates(context: SearchContext): DateRule {
  return exactly(context)
    ? { operators: ['=', '!=', '>', '<', '>=', '<='] }
    : { operators: ['=', '>', '<'], dayIn: context.timeZone }
}

function exactly(context: SearchContext): boolean {
  return context.has('SearchTimestampsExactly')
}
