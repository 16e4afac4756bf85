import { isObject } from '../contract/place.ts'
import { isAddress, isNumberOrSwitch, type Waiver } from './waiver.ts'

const isMoneyOrLink = (value: unknown) =>
  isObject(value) && (('amount' in value && 'currency' in value) || ('url' in value && 'value' in value))

const SINGLE = {
  operation: /^GET \/custom_object_instances\/{}$/,
  version: /^(2\.16|Preview)$/,
  reason:
    'With an external_id the answer is one object: the description says so in words, and its schema has the list.',
}
const isObjectOfType = (holder: any) => typeof holder.id === 'string' && isObject(holder.custom_attributes)

export const OTHERS: Waiver[] = [
  {
    ...SINGLE,
    kind: 'schema',
    at: /^\/type$/,
    when: (value, holder) => typeof value === 'string' && isObjectOfType(holder),
  },
  {
    ...SINGLE,
    kind: 'extra',
    at: /^\/(id|custom_attributes|external_id|(external_)?(created|updated)_at)$/,
    when: (_, holder) => isObjectOfType(holder),
  },
  {
    ...SINGLE,
    kind: 'missing',
    at: /^\/(pages|total_count|data)$/,
    when: (value, holder) => value === undefined && isObjectOfType(holder),
  },
  {
    operation: / \/custom_object_instances\//,
    kind: 'schema',
    at: /^(\/data\/\[\])?\/external_id$/,
    when: (value, holder) => value === null && isObjectOfType(holder),
    reason: 'An object that was made without an external_id shows null: the schema has text, and requests need none.',
  },
  {
    operation: /^GET \/brands/,
    kind: 'schema',
    at: /\/(help_center_id|default_address_settings_id)$/,
    when: (value, { type }) => value === null && type === 'brand',
    reason: 'A brand without a help center or a sender address shows null; the examples have both.',
  },
  {
    operation: /activity_logs/,
    kind: 'extra',
    at: /^\/activity_logs\/\[\]\/metadata\/[a-z_]+$/,
    when: (_, metadata) => Object.keys(metadata).length > 0 && !('name' in metadata),
    reason: 'The details of a change differ by its type, as captured ones do; the schemas have those of a few types.',
  },
  {
    operation: /activity_logs/,
    version: /^(2\.([789]|1[0-3])|Preview)$/,
    kind: 'schema',
    at: /\/activity_type$/,
    when: (value) => value === 'team_assignment_limit_change',
    reason: 'A type that came after the description: captured ones are in no schema either, and clients read any.',
  },
  {
    operation: /^POST \/messages$/,
    kind: 'missing',
    at: /^\/owner\/away_mode_(enabled|reassign)$/,
    when: (value, { type, id }) => value === undefined && type === 'admin' && typeof id === 'string',
    reason: 'Recorded answers have four fields of the owner, without these of the examples.',
  },
  {
    operation: /^POST \/messages$/,
    version: /^2\.16$/,
    kind: 'schema',
    at: /^\/message_type$/,
    when: (value) => value === 'whatsapp',
    reason: 'A WhatsApp message says that it is one, as in Preview; the description takes it and forgets the word.',
  },
  {
    operation: /^GET \/admins$/,
    kind: 'schema',
    at: /^\/admins\/\[\]\/avatar$/,
    when: (value) => value?.type === 'avatar',
    reason:
      'An avatar is an object, as the parameter that asks for it says and answers were recorded; the schema has text.',
  },
  {
    operation: /^GET \/admins$/,
    version: /^2\.11$/,
    kind: 'extra',
    at: /^\/admins\/\[\]\/avatar\/type$/,
    when: (value) => value === 'avatar',
    reason: 'The same: 2.11 alone has an object, without the type that recorded ones have.',
  },
  {
    operation: /^GET \/admins$/,
    version: /^2\.11$/,
    kind: 'schema',
    at: /^\/admins\/\[\]\/avatar\/image_url$/,
    when: (value) => value === null,
    reason: 'The picture of an admin who has none is null, as in the object of `GET /me`; 2.11 wants an address.',
  },
  {
    operation: /admins|notes/,
    version: /^2\.([789]|1[0-3])$/,
    kind: 'extra',
    at: /\/away_status_reason_id$/,
    when: (value, { type }) => type === 'admin' && (value === null || Number.isInteger(value)),
    reason: 'Recorded admins of 2.11 have it; the descriptions have it from 2.14 on.',
  },
  {
    operation: /^GET \/teams/,
    version: /^2\.1[1-3]$/,
    kind: 'extra',
    at: /\/distribution_method$/,
    when: (value, { type }) => type === 'team' && (value === null || typeof value === 'string'),
    reason: 'Captured in an answer of 2.11; the schemas have it from 2.14 on.',
  },
  {
    operation: /./,
    kind: 'extra',
    at: /^\/pages\/next\/page$/,
    when: (value, { starting_after }) => Number.isInteger(value) && typeof starting_after === 'string',
    reason: 'The guides to paging show the number of the next page, the schemas do not; clients read either.',
  },
  {
    operation: /./,
    kind: 'schema',
    at: /^\/pages\/next$/,
    when: (value, { page }) => isAddress(value) && Number.isInteger(page),
    reason: 'The `next` of a list by number is an address, as such lists are described elsewhere and were recorded.',
  },
  {
    operation: /./,
    version: /^Preview$/,
    kind: 'extra',
    at: /^\/pages\/prev$/,
    when: (value, { page, total_pages }) => (page > 1 && page - 1 <= total_pages ? isAddress(value) : value === null),
    reason: 'Pages by number got the address of the page before with 2.17, after Preview was described.',
  },
  {
    operation: /^GET \/events$/,
    kind: 'missing',
    at: /^\/pages\/next$/,
    when: (_, pages) => Object.keys(pages).length === 0,
    reason: 'A summary is one page; that of the example has a next one.',
  },
  {
    operation: /^GET \/events$/,
    version: /^2\.([789]|1[0-6])$/,
    kind: 'schema',
    at: /^\/events\/\[\]\/metadata\/[^/]+$/,
    when: (value) => isNumberOrSwitch(value) || isMoneyOrLink(value),
    reason: 'Metadata are of the types that were sent, as the guide to events lists them, not all of them text.',
  },
  {
    operation: /^(PUT|GET) \/teams\/{}$/,
    kind: 'missing',
    at: /^\/(admin_priority_level|assignment_limit)$/,
    when: (_, { distribution_method }) => ['round_robin', null].includes(distribution_method),
    reason: 'Only a team that balances work has levels and a limit, as its description says; those of the examples do.',
  },
  {
    operation: /^(PUT|GET) \/data_attributes/,
    kind: 'missing or schema',
    at: /^(\/data\/\[\])?\/(description|options)$/,
    when: (value, { type }) => value === undefined && type === 'data_attribute',
    reason: 'An attribute that was given no description or options has none; those of the examples have them.',
  },
  {
    operation: /^(GET|PUT) \/data_attributes/,
    version: /^2\.([789]|1[0-5])$/,
    kind: 'schema',
    at: /\/model$/,
    when: (value) => value === 'conversation',
    reason:
      'Up to 2.15 attributes of conversations are listed, as the parameter says; the schema of an item forgets it.',
  },
  {
    operation: / \/conversations\/attributes/,
    kind: 'missing',
    at: /^\/multiline$/,
    when: (_, { data_type }) => data_type !== undefined && data_type !== 'string',
    reason: 'Only text can have several lines; the examples are of text.',
  },
]
