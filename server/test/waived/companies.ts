import { isNumberOrSwitch, type Waiver } from './waiver.ts'

export const COMPANIES: Waiver[] = [
  {
    operation: /^GET \/(contacts\/{}\/)?companies$/,
    kind: 'missing or schema',
    at: /^(\/data\/\[\])?\/last_request_at$/,
    when: (value, { type, session_count }) => value === undefined && type === 'company' && session_count === 0,
    reason: 'A company that never made a request has no such time; the one of the example has made one.',
  },
  {
    operation: /compan/,
    kind: 'missing or schema',
    at: /^(\/data\/\[\])?\/remote_created_at$/,
    when: (value, { type }) => value === undefined && type === 'company',
    reason: 'A company that was given no such time has none, as recorded; those of the examples have one.',
  },
  {
    operation: /compan/,
    kind: 'missing or schema',
    at: /^(\/data\/\[\])?\/name$/,
    when: (value, { type }) => value === undefined && type === 'company',
    reason: 'A company that was given no name has none; those of the examples have one.',
  },
  {
    operation: /^(POST|DELETE) \/contacts\/{}\/companies/,
    version: /^2\.([789]|1[0-5])$/,
    kind: 'extra',
    at: /^\/notes$/,
    when: (value) => value?.type === 'note.list' && Array.isArray(value.data),
    reason:
      'A recorded company has its notes when it is attached to a contact or detached; up to 2.15 only the schema of its list has.',
  },
  {
    operation: /./,
    version: /^(2\.16|Preview)$/,
    kind: 'extra',
    at: /\/notes\/(data|url|total_count|has_more)$/,
    when: (_, { type, data, url, total_count, has_more }) =>
      type === 'note.list' &&
      Array.isArray(data) &&
      typeof url === 'string' &&
      Number.isInteger(total_count) &&
      has_more === data.length < total_count,
    reason:
      "A company's notes stand by address in the examples of Preview and in answers of 2.11 and 2.16; the schema has another form.",
  },
  {
    operation: /compan/,
    kind: 'schema',
    at: /\/custom_attributes\/[^/]+$/,
    when: isNumberOrSwitch,
    reason: 'Custom attributes of companies are of their own types, not all of them text.',
  },
]
