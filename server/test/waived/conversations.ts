import { isObject } from '../contract/place.ts'
import type { Waiver } from './waiver.ts'

export const CONVERSATIONS: Waiver[] = [
  {
    operation: /merge$/,
    version: /^2\.16$/,
    kind: 'missing',
    at: /\/ai_topics$/,
    when: (value, { type }) => value === undefined && type === 'conversation',
    reason: 'Only Preview has topics in its schema; the example of 2.16 shows them as null all the same.',
  },
  {
    operation: /conversations/,
    kind: 'schema',
    at: /\/sla_applied\/sla_status$/,
    when: (value) => value === null,
    reason: 'Once an SLA was removed by hand the status is null, as the description itself says; its enum lacks it.',
  },
  {
    operation: /conversations/,
    version: /^2\.11$/,
    kind: 'schema',
    at: /\/sla_applied$/,
    when: (value) => isObject(value) && value['sla_status'] === null,
    reason: 'The same: 2.11 alone puts the summary into an anyOf, which objects as a whole.',
  },
  {
    operation: /conversations/,
    kind: 'schema',
    at: /\/conversation_rating\/remark$/,
    when: (value) => value === null,
    reason: 'A rating without a remark shows null; the schema takes it for granted that there is one.',
  },
  {
    operation: /conversations/,
    kind: 'schema',
    at: /\/statistics\/[a-z_]+$/,
    when: (value) => value === null,
    reason: 'Statistics of something that has not happened yet are null, as recorded; the schema has numbers only.',
  },
  {
    operation: /conversations/,
    kind: 'schema',
    at: /\/statistics\/last_closed_by_id$/,
    when: (value) => Number.isInteger(value),
    reason: 'The admin who closed it last is shown by number, as recorded; the schema has text.',
  },
  {
    operation: /conversations/,
    kind: 'extra',
    at: /\/teammates\/admins$/,
    when: (value, { type }) => type === 'admin.list' && Array.isArray(value),
    reason: 'Teammates are a list of admins, as recorded; the schema names the same list otherwise.',
  },
  {
    operation: /conversations/,
    version: /^2\.11$/,
    kind: 'schema',
    at: /\/teammates\/teammates$/,
    when: (value, { type, admins }) => value === undefined && type === 'admin.list' && Array.isArray(admins),
    reason: 'The same: 2.11 alone requires the other name.',
  },
  {
    operation: /conversations/,
    version: /^2\.([789]|1[023])$/,
    kind: 'extra',
    at: /\/custom_attributes$/,
    when: (value) => isObject(value) && !Object.values(value).some(Array.isArray),
    reason:
      'Recorded in every version; the descriptions up to 2.10 and of 2.12 and 2.13 forget the custom attributes of conversations.',
  },
  {
    operation: /conversations/,
    kind: 'schema',
    at: /\/custom_attributes\/[^/]+$/,
    when: (value) => typeof value === 'boolean',
    reason:
      'Custom attributes of conversations may be true or false, as in recorded answers; the descriptions forget it.',
  },
  {
    operation: /conversations/,
    version: /^2\.11$/,
    kind: 'schema',
    at: /\/attachments\/\[\]\/(filesize|width|height)$/,
    when: (value, { type }) => value === undefined && type === 'upload',
    reason: 'Nobody fetches an attachment that is given by its address, so its size and its measures are not known.',
  },
  {
    operation: /conversations/,
    kind: 'schema',
    at: /\/source$/,
    when: (value, { type }) => value === null && type === 'conversation',
    reason: 'A conversation that nobody began with a message has no source, as recorded; the schema has an object.',
  },
]
