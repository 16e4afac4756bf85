/** Where a description is not followed, and why. Each line is one decision. */
import type { Problem } from './contract.ts'

interface Waiver {
  /** Operations, kinds and places, as patterns. */
  operation: RegExp
  kind: RegExp
  at: RegExp
  version?: RegExp
  reason: string
}

export const WAIVED: Waiver[] = [
  {
    operation: /conversations/,
    kind: /schema/,
    at: /conversation_rating\/remark$/,
    reason: 'A rating without a remark shows null; the schema takes it for granted that there is one.',
  },
  {
    operation: /^GET \/admins$/,
    kind: /schema/,
    at: /^\/admins\/\[\]\/avatar$/,
    reason:
      'An avatar is an object, as the parameter that asks for it says and answers were recorded; the schema has text.',
  },
  {
    operation: /./,
    kind: /schema/,
    at: /email$/,
    reason: 'A contact without an email shows null; the descriptions forget that there are such contacts.',
  },
  {
    operation: /conversations/,
    version: /^2\.(7|8|9|10)$/,
    kind: /extra/,
    at: /custom_attributes$/,
    reason: 'Recorded in every version; the older schemas forget it.',
  },
  {
    operation: /^GET \/teams/,
    version: /^2\.1[1-3]$/,
    kind: /extra/,
    at: /distribution_method$/,
    reason: 'Captured in an answer of 2.11; the schemas have it from 2.14 on.',
  },
  {
    operation: /^GET \/companies$/,
    kind: /extra|missing|schema/,
    at: /^\/([a-z_]+)?$/,
    reason:
      'Asked for one name or company_id, it answers that company; the descriptions tell of it and describe the list.',
  },
  {
    operation: /^GET \/contacts\/{}\/companies$/,
    kind: /missing/,
    at: /last_request_at$/,
    reason: 'A company that never made a request has no such time; the one of the example has made one.',
  },
  {
    operation: /./,
    version: /^Preview$/,
    kind: /extra/,
    at: /notes\/(data|url|total_count|has_more)$/,
    reason:
      "A company's notes stand by address in the examples of Preview and in recorded answers; its schema has another form.",
  },
  {
    operation: /compan/,
    kind: /schema/,
    at: /custom_attributes\/[^/]+$/,
    reason: 'Custom attributes of companies are of their own types, not all of them text.',
  },
  {
    operation: /compan/,
    kind: /missing/,
    at: /^(\/data\/\[\])?\/name$/,
    reason: 'A company that was given no name has none; those of the examples have one.',
  },
  {
    operation: /compan/,
    kind: /schema/,
    at: /pages\/next$/,
    reason:
      'Lists of companies page by number, and their `next` is an address, as page-style lists are described elsewhere.',
  },
  {
    operation: /./,
    kind: /extra/,
    at: /^\/pages\/next\/page$/,
    reason: 'The guides to paging show the number of the next page, the schemas do not; clients read either.',
  },
  {
    operation: /^POST \/contacts\/merge\/preview$/,
    version: /^Preview$/,
    kind: /schema/,
    at: /^\/(allowed|reasons\/\[\]\/code)?$/,
    reason: 'Users are merged, and refused for a reason of their own, since after Preview was described.',
  },
  {
    operation: /./,
    version: /^Preview$/,
    kind: /extra/,
    at: /^\/pages\/prev$/,
    reason: 'Pages by number got the address of the page before with 2.17, after Preview was described.',
  },
  {
    operation: /^GET \/contacts\/find_by_external_id\/{}$/,
    version: /^2\.13$/,
    kind: /missing/,
    at: /formatted_phone$/,
    reason: 'One example of 2.13 has it; its schema has not, nor have the versions after it until Preview.',
  },
  {
    operation: /^GET \/contacts\/{}\/merge_history$/,
    kind: /missing/,
    at: /next_cursor$/,
    reason: 'The last page has no cursor, as its description says; the example is of another page.',
  },
  {
    operation: /conversations/,
    version: /^2\.1[23]$/,
    kind: /extra/,
    at: /custom_attributes$/,
    reason:
      'The descriptions of 2.12 and 2.13 forget the custom attributes of conversations, which those before and after have, and an example of 2.13.',
  },
  {
    operation: /conversations/,
    kind: /schema/,
    at: /custom_attributes\/[^/]+$/,
    reason:
      'Custom attributes of conversations may be true or false, as in recorded answers; the descriptions forget it.',
  },
  {
    operation: /conversations/,
    kind: /schema/,
    at: /attachments\/\[\]$/,
    reason: 'Nobody fetches an attachment that is given by its address, so its size and its measures are not known.',
  },
  {
    operation: /\/visitors$/,
    kind: /schema/,
    at: /custom_attributes\/[^/]+$/,
    reason:
      'Custom attributes of visitors are of their own types, as the example of the request shows, not all of them text.',
  },
  {
    operation: /^GET \/events$/,
    kind: /extra|missing|schema/,
    at: /^\/(type|email|intercom_user_id|user_id|events\/\[\](\/\w+)?)?$/,
    reason:
      'Events are listed as its text and the schema of a list of events tell; its answer names the schema of a summary, which only summary=true asks for.',
  },
  {
    operation: /^GET \/events$/,
    kind: /missing/,
    at: /^\/pages\/next$/,
    reason: 'The last page has no next one; that of the example has.',
  },
  {
    operation: /^PUT \/teams\/{}$/,
    kind: /missing/,
    at: /admin_priority_level$/,
    reason: 'Only a team that balances work has levels, as its description says; the one of the example does.',
  },
  {
    operation: /^(POST|PUT|GET) \/data_attributes/,
    kind: /missing/,
    at: /\/(description|options)$/,
    reason: 'An attribute that was given no description or options has none; those of the examples have them.',
  },
  {
    operation: /^GET \/data_attributes$/,
    version: /^2\.11$/,
    kind: /schema/,
    at: /^\/data\/\[\]$/,
    reason: '2.11 alone requires a description of every attribute; requests need give none.',
  },
  {
    operation: /^(GET|PUT) \/data_attributes/,
    version: /^2\.([789]|1[0-5])$/,
    kind: /schema/,
    at: /\/model$/,
    reason:
      'Up to 2.15 attributes of conversations are listed, as the parameter says; the schema of an item forgets it.',
  },
  {
    operation: / \/conversations\/attributes/,
    kind: /missing/,
    at: /^\/multiline$/,
    reason: 'Only text can have several lines; the examples are of text.',
  },
]

export const isWaived = (version: string, operation: string, _status: number, { kind, at }: Problem): boolean =>
  WAIVED.some(
    (waiver) =>
      waiver.operation.test(operation) &&
      waiver.kind.test(kind) &&
      waiver.at.test(at) &&
      (waiver.version?.test(version) ?? true),
  )
