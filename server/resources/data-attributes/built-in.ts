/**
 * The attributes that every contact, every company and every conversation has. They have no id: nobody may
 * change or archive them, and no attribute of a workspace's own for contacts or companies may bear their names.
 */
import type { DataAttributeWire } from './data-attribute.ts'

type Line = [fullName: string, dataType: DataAttributeWire['data_type'], label: string, description: string]

const CONTACT_WRITABLE: Line[] = [
  ['role', 'string', 'Role', 'Whether a person is a user or a lead'],
  ['name', 'string', 'Name', 'The full name of a person'],
  ['email', 'string', 'Email', 'The address that a person is written to'],
  ['phone', 'string', 'Phone', 'The phone number of a person, as it was given'],
  ['external_id', 'string', 'User ID', 'What your own systems call a person'],
  ['owner_id', 'integer', 'Owner', 'The teammate who looks after a person'],
  ['avatar', 'string', 'Avatar', 'The address of a picture of a person'],
  ['signed_up_at', 'datetime', 'Signed up', 'When a person signed up for your product'],
  ['last_seen_at', 'datetime', 'Last seen', 'When a person was last on your site or in your app'],
  ['language_override', 'string', 'Language override', 'The language that a person wants, whatever the browser says'],
  ['unsubscribed_from_emails', 'boolean', 'Unsubscribed from emails', 'Whether a person wants no emails from you'],
]

const CONTACT_READABLE: Line[] = [
  ['id', 'string', 'ID', 'The id that a person was given here'],
  ['workspace_id', 'string', 'Workspace ID', 'The workspace that a person belongs to'],
  ['formatted_phone', 'string', 'Formatted phone', 'The phone number of a person in its international form'],
  ['created_at', 'datetime', 'First seen', 'When a person was added to the workspace'],
  ['updated_at', 'datetime', 'Updated at', 'When anything about a person was last changed'],
  ['last_contacted_at', 'datetime', 'Last contacted', 'When the team last wrote to a person'],
  ['last_replied_at', 'datetime', 'Last heard from', 'When a person last wrote to the team'],
  ['last_email_opened_at', 'datetime', 'Last opened an email', 'When a person last opened an email from you'],
  ['last_email_clicked_at', 'datetime', 'Last clicked in an email', 'When a person last followed a link in an email'],
  ['has_hard_bounced', 'boolean', 'Has hard bounced', 'Whether an email to a person came back for good'],
  ['marked_email_as_spam', 'boolean', 'Marked email as spam', 'Whether a person called an email from you spam'],
  ['location.country', 'string', 'Country', 'The country that a person was last in'],
  ['location.region', 'string', 'Region', 'The region of the country that a person was last in'],
  ['location.city', 'string', 'City', 'The city that a person was last in'],
  ['location.country_code', 'string', 'Country code', 'The code of the country that a person was last in'],
  ['location.continent_code', 'string', 'Continent code', 'The code of the continent that a person was last on'],
  ['browser', 'string', 'Browser', 'The browser that a person uses'],
  ['browser_version', 'string', 'Browser version', 'The version of the browser that a person uses'],
  ['browser_language', 'string', 'Browser language', 'The language that the browser of a person is set to'],
  ['os', 'string', 'OS', 'The operating system that a person uses'],
  ['android_app_name', 'string', 'Android app name', 'The name of your app on the Android device of a person'],
  ['android_app_version', 'string', 'Android app version', 'The version of your app on that device'],
  ['android_device', 'string', 'Android device', 'The Android device that a person uses'],
  ['android_os_version', 'string', 'Android OS version', 'The version of Android on that device'],
  ['android_sdk_version', 'string', 'Android SDK version', 'The version of the messenger in your Android app'],
  ['android_last_seen_at', 'datetime', 'Last seen on Android', 'When a person last used your Android app'],
  ['ios_app_name', 'string', 'iOS app name', 'The name of your app on the iOS device of a person'],
  ['ios_app_version', 'string', 'iOS app version', 'The version of your app on that device'],
  ['ios_device', 'string', 'iOS device', 'The iOS device that a person uses'],
  ['ios_os_version', 'string', 'iOS OS version', 'The version of iOS on that device'],
  ['ios_sdk_version', 'string', 'iOS SDK version', 'The version of the messenger in your iOS app'],
  ['ios_last_seen_at', 'datetime', 'Last seen on iOS', 'When a person last used your iOS app'],
  ['referrer', 'string', 'Referral URL', 'The page that a person came from'],
  ['utm_campaign', 'string', 'UTM campaign', 'The campaign that brought a person to you'],
  ['utm_content', 'string', 'UTM content', 'The part of the campaign that a person followed'],
  ['utm_medium', 'string', 'UTM medium', 'The kind of channel that brought a person to you'],
  ['utm_source', 'string', 'UTM source', 'The site or letter that brought a person to you'],
  ['utm_term', 'string', 'UTM term', 'What a person had searched for'],
]

const COMPANY_WRITABLE: Line[] = [
  ['name', 'string', 'Company name', 'What a company is called'],
  ['remote_created_at', 'date', 'Company created at', 'When a company was made in your own systems'],
  ['monthly_spend', 'float', 'Monthly Spend', 'What a company pays you in a month'],
  ['size', 'integer', 'Company size', 'How many people work in a company'],
  ['industry', 'string', 'Company industry', 'The line of business that a company is in'],
  ['website', 'string', 'Company website', 'The address of the site of a company'],
]

const COMPANY_READABLE: Line[] = [
  ['id', 'string', 'ID', 'The id that a company was given here'],
  ['company_id', 'string', 'Company ID', 'What your own systems call a company'],
  ['app_id', 'string', 'App ID', 'The workspace that a company belongs to'],
  ['created_at', 'date', 'Created at', 'When a company was added to the workspace'],
  ['updated_at', 'date', 'Updated at', 'When anything about a company was last changed'],
  ['last_request_at', 'date', 'Company last seen', 'When anyone of a company was last on your site or in your app'],
  ['user_count', 'integer', 'People', 'How many people of a company are in the workspace'],
  [
    'session_count',
    'integer',
    'Company web sessions',
    'How often people of a company were on your site or in your app',
  ],
  ['plan.id', 'string', 'Plan ID', 'The id of the plan that a company is on'],
  ['plan.name', 'string', 'Plan', 'What the plan that a company is on is called'],
]

const CONVERSATION_WRITABLE: Line[] = [['read', 'boolean', 'Read', 'Whether a conversation was read by the contact']]

const CONVERSATION_READABLE: Line[] = [
  ['id', 'string', 'ID', 'The id that a conversation was given here'],
  ['title', 'string', 'Title', 'What a conversation is called'],
  ['created_at', 'date', 'Created at', 'When a conversation began'],
  ['updated_at', 'date', 'Updated at', 'When anything about a conversation was last changed'],
  ['waiting_since', 'date', 'Waiting since', 'Since when the contact has been waiting for an answer'],
  ['snoozed_until', 'date', 'Snoozed until', 'When a snoozed conversation wakes'],
  ['open', 'boolean', 'Open', 'Whether a conversation is open'],
  ['state', 'string', 'State', 'Whether a conversation is open, closed or snoozed'],
  ['priority', 'string', 'Priority', 'Whether a conversation is a priority'],
  ['admin_assignee_id', 'integer', 'Teammate assigned', 'The teammate that a conversation is assigned to'],
  ['team_assignee_id', 'integer', 'Team assigned', 'The team that a conversation is assigned to'],
  ['source.type', 'string', 'Channel', 'How a conversation began'],
  [
    'source.delivered_as',
    'string',
    'Started by',
    'Whether the contact, a teammate or an automation began a conversation',
  ],
  ['source.subject', 'string', 'Subject', 'The subject of the first message'],
  ['source.url', 'string', 'URL', 'The page that a contact wrote from'],
  ['conversation_rating.rating', 'integer', 'Rating', 'How the contact rated a conversation'],
  ['conversation_rating.remark', 'string', 'Remark', 'What the contact said about a conversation'],
  ['statistics.first_contact_reply_at', 'date', 'First contact reply', 'When a contact first wrote'],
  ['statistics.first_admin_reply_at', 'date', 'First teammate reply', 'When a teammate first answered'],
  ['statistics.first_assignment_at', 'date', 'First assigned', 'When a conversation was first assigned'],
  ['statistics.first_close_at', 'date', 'First closed', 'When a conversation was first closed'],
  ['statistics.last_contact_reply_at', 'date', 'Last contact reply', 'When a contact last wrote'],
  ['statistics.last_admin_reply_at', 'date', 'Last teammate reply', 'When a teammate last answered'],
  ['statistics.last_assignment_at', 'date', 'Last assigned', 'When a conversation was last assigned'],
  ['statistics.last_close_at', 'date', 'Last closed', 'When a conversation was last closed'],
  ['statistics.count_reopens', 'integer', 'Reopens', 'How often a conversation was opened again'],
  ['statistics.count_assignments', 'integer', 'Assignments', 'How often a conversation was assigned'],
  ['statistics.count_conversation_parts', 'integer', 'Parts', 'How many parts a conversation has'],
]

const present =
  (model: 'contact' | 'company' | 'conversation', api_writable: boolean) =>
  ([full_name, data_type, label, description]: Line): DataAttributeWire => ({
    type: 'data_attribute',
    name: full_name.slice(full_name.lastIndexOf('.') + 1),
    full_name,
    label,
    description,
    data_type,
    api_writable,
    ui_writable: false,
    messenger_writable: true,
    custom: false,
    archived: false,
    model,
  })

const BUILT_IN = {
  contact: [...CONTACT_WRITABLE.map(present('contact', true)), ...CONTACT_READABLE.map(present('contact', false))],
  company: [...COMPANY_WRITABLE.map(present('company', true)), ...COMPANY_READABLE.map(present('company', false))],
  conversation: [
    ...CONVERSATION_WRITABLE.map(present('conversation', true)),
    ...CONVERSATION_READABLE.map(present('conversation', false)),
  ],
}

/** A copy of each, as what is answered is rewritten on its way to the client's version. */
export const builtInAttributes = (model: keyof typeof BUILT_IN): DataAttributeWire[] =>
  BUILT_IN[model].map((attribute) => ({ ...attribute }))

/** In any letter case. */
export const isBuiltIn = (model: 'contact' | 'company', name: string): boolean =>
  BUILT_IN[model].some((attribute) => attribute.full_name === name.toLowerCase())
