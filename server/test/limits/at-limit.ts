/**
 * Facts that schemas do not tell: properties that a value at a limit needs beside it, and refusals for another
 * reason.
 */
import type { Scene } from '../fixtures/scene.ts'
import { placeOf, type Limit } from './limits-of.ts'

/** Where a value at the limit is refused all the same, and the message that says why. */
const REFUSED: { at: RegExp; value?: RegExp; message: RegExp; reason: string }[] = [
  {
    at: /^PUT \/contacts\/\{\} body.role enum/,
    value: /lead/,
    message: /Contact with user role can't be converted to a lead/,
    reason: 'the contact of the request is a user',
  },
  {
    at: /^POST \/(conversations|messages|tickets)\S* body.created_at maximum/,
    message: /must not be in the future/,
    reason: 'messages are of the past',
  },
  {
    at: /body.(attachment(_file)?s.0.)?content_type maxLength/,
    message: /valid content_type/,
    reason: 'no media type with its parameters is as long as that: its parts have limits of their own',
  },
  {
    at: /(redirects\S* body|articles\S* query)\.locale maxLength/,
    message: /Unknown locale/,
    reason: 'the help center does not have the language',
  },
  {
    at: /redirects\S* body.from_url maxLength/,
    message: /must be an absolute URL within/,
    reason: 'the address of the request is of another site',
  },
  {
    at: /^(POST|PUT) \/articles\S* body.scheduled_(un)?publish_at maxLength/,
    message: /must be a time in ISO 8601/,
    reason: 'the text is no time',
  },
  {
    at: /^PUT \/ip_allowlist body.ip_allowlist.0 maxLength/,
    message: /is not an IP address or an IP range/,
    reason: 'no address is as long as that',
  },
  {
    at: /(news_items\S* body|banners\S* body.action).reactions.0 maxLength/,
    message: /must be (one emoji|emojis, one each)/,
    reason: 'the longest emojis are made of many signs, none of which is a letter',
  },
  {
    at: /news_items\S* body.reactions maxItems/,
    message: /at most 5 reactions/,
    reason: 'the limit of the schema is that of versions before 2.17',
  },
  {
    at: /news_items\S* body.newsfeed_assignments.0.published_at maximum/,
    message: /cannot be in the future/,
    reason: 'news was published in the past',
  },
  {
    at: /^POST \/parley\/(calls|\S+\/handling_events)\S* body.(initiated|answered|ended|happened)_at maximum/,
    message: /must not be in the future/,
    reason: 'a record is of something that has happened',
  },
  {
    at: /^POST \/export\/content\/data body.created_at_(after maximum|before minimum)/,
    message: /created_at_after is greater than created_at_before/,
    reason: 'a period does not end before it begins',
  },
  {
    at: /^POST \/export\/reporting_data\/enqueue body.(start_time maximum|end_time minimum)/,
    message: /start_time is greater than end_time/,
    reason: 'a period does not end before it begins',
  },
  {
    at: /^POST \/export\/reporting_data\/enqueue body.dataset_id maxLength/,
    message: /is not a valid dataset_id/,
    reason: 'no dataset has so long a name',
  },
  { at: /^GET \/events query.type maxLength/, message: /unsupported type/, reason: '`user` is the only one' },
  { at: /body.time_zone(_name)? maxLength/, message: /IANA time zone/, reason: 'no time zone has so long a name' },
  { at: /body.(default|api)_version maxLength/, message: /must be one of/, reason: 'no version has so long a name' },
  {
    at: /^PUT \/parley\/segments\/\{\} body.person_type enum/,
    value: /contact|company/,
    message: /person_type cannot be changed/,
    reason: 'the segment of the request is of users',
  },
  {
    at: /^PUT \/conversations\/attributes\/\{\} body.reference/,
    message: /reference can only be set on relationship attributes/,
    reason: 'the attribute of the request is a list',
  },
  {
    at: /^PUT \/ticket_types\/\{\}\/attributes\/\{\} body.list_items maxLength/,
    message: /list_items is only for attributes of type list/,
    reason: 'the attribute of the request is a text',
  },
  {
    at: /^PUT \/tickets\/\{\} body.snoozed_until minimum/,
    message: /snoozed_until must be in the future/,
    reason: 'nothing is snoozed until a time that is past',
  },
  {
    at: /body.exception_date maxLength/,
    message: /exception_date must be a date as YYYY-MM-DD/,
    reason: 'no date is as long as that',
  },
  {
    at: /^PUT \/admins\/\{\}\/away body.away_status_reason_id (minimum|maximum)/,
    message: /away_status_reason_id is not the id of a reason/,
    reason: 'no reason in the scene has the first or the last of the ids',
  },
  {
    at: /data_connectors\S* body\.headers maxItems/,
    message: /The name of a header is not valid/,
    reason: 'no header has spaces in its name',
  },
  {
    at: /data_connectors\S* body\.data_inputs maxItems/,
    message: /The name of a data input must not/,
    reason: 'a template could not name an input with spaces in its name',
  },
  {
    at: /data_connectors\S* body\.token_ids\.0 max/,
    message: /Token not found/,
    reason: 'no token has so long an id',
  },
  {
    at: /conversation_parts\/\{\} body.secret maxLength/,
    message: /Forbidden request/,
    reason: 'the workspace of the scene has another secret',
  },
  {
    at: /handling_events body.type enum/,
    value: /resumed/,
    message: /not paused the conversation/,
    reason: 'the admin of the request has paused nothing yet',
  },
  {
    at: /hitl_events body.events (min|max)Items/,
    message: /must begin with/,
    reason: 'a consultation has one beginning and one end: it is no list of equal items',
  },
  {
    at: /hitl_events body.events.0.event_type enum/,
    value: /fin_(draft|teammate|consultation_finished)/,
    message: /has no customer_question/,
    reason: 'the first step is a beginning, with its own details',
  },
  {
    at: /hitl_events body.events.0.happened_at maximum/,
    message: /in the order of their times/,
    reason: 'the second step is later',
  },
  {
    at: /\/audiences\S* body.(role_)?predicates.0.(attribute|comparison) maxLength/,
    message: /is not a valid (field|comparison)|must compare the attribute role/,
    reason: 'no field and no comparison has so long a name',
  },
  {
    at: /^PUT \/ai\/content_import_sources\/\{\} body.sync_behavior enum/,
    value: /^(auto|manual)/,
    message: /sync_behavior cannot be changed to or from api/,
    reason: 'the source of the request is written by the API',
  },
  {
    at: /^POST \/dynamic_contents body.content_type enum/,
    value: /block/,
    message: /text_content is not for block content/,
    reason: 'the variations of the request are inline',
  },
  {
    at: /\/dynamic_contents\S* body.default_locale maxLength/,
    message: /default_locale is not a valid locale/,
    reason: 'the text is no language',
  },
  {
    at: /\/dynamic_contents\S* body.variations (min|max)Items/,
    message: /The default locale needs a variation|Variations must differ/,
    reason: 'the items are one and the same variation, for one brand',
  },
  {
    at: /\/dynamic_contents\S* body.variations.0.brand_id maxLength/,
    message: /brand_id is not the id of a brand/,
    reason: 'no brand has so long an id',
  },
  {
    at: /^PUT \/admins\/office_hours body.assignments maxItems/,
    message: /is named twice/,
    reason: 'each admin is named once, and the request has one',
  },
  {
    at: /(workflows|\/parley\/fin)\S* body\.(steps\.0\.)?assignee_type enum/,
    value: /team/,
    message: /Assignee not found/,
    reason: 'the assignee of the request is an admin',
  },
  {
    at: /collect_agent_input body.step_id maxLength/,
    message: /Resource Not Found/,
    reason: 'no step has so long an id',
  },
  {
    at: /collect_agent_input body.attribute_values.0.identifier maxLength/,
    message: /is not an attribute to collect/,
    reason: 'no attribute has so long a name',
  },
  {
    at: /^POST \/parley\/procedures body.steps.0.type enum/,
    value: /run_connector/,
    message: /^steps.0.data_connector_id names a data connector that/,
    reason: 'the procedure of the request is live, and no run could call its connector',
  },
  { at: /^GET \/events query.email/, message: /User Not Found/, reason: 'nobody in the scene has so long an email' },
]

export const refusalAtLimit = (key: string, limit: Limit, value: unknown): RegExp | undefined =>
  REFUSED.find(
    ({ at, value: of }) => at.test(`${key} ${placeOf(limit)} ${limit.rule}`) && (of?.test(String(value)) ?? true),
  )?.message

type Beside = Record<string, unknown>

/** Other keys that a value asks for; undefined takes one away. */
const BESIDE: { at: RegExp; keys: (value: unknown, scene: Scene) => Beside | Promise<Beside> }[] = [
  // Both lists together have the limit of each.
  { at: /body\.attachment_urls$/, keys: () => ({ attachment_files: undefined }) },
  { at: /body\.attachment_files$/, keys: () => ({ attachment_urls: undefined }) },
  {
    at: /^POST \/conversations\/\{\}\/reply body.type/,
    keys: async (type, scene) =>
      type === 'user'
        ? { intercom_user_id: await currentContact(scene) }
        : type === 'team'
          ? { message_type: 'assignment', assignee_id: (await scene.given('a team'))['id'], reply_options: undefined }
          : {},
  },
  {
    at: /^POST \/conversations\/\{\}\/(reply|parts) body.message_type/,
    keys: async (message_type, { given, now }) =>
      message_type === 'snoozed'
        ? { snoozed_until: now() + 3600 }
        : message_type === 'assignment'
          ? { type: 'admin', assignee_id: (await given('an admin'))['id'] }
          : { type: 'admin' },
  },
  {
    at: /^POST \/conversations\/\{\}\/(reply|parts) body.(reply_options|snoozed_until)/,
    keys: () => ({ type: 'admin', message_type: 'note', assignee_id: undefined }),
  },
  {
    at: /^POST \/conversations\/\{\}\/reply body.reply_options/,
    keys: () => ({ message_type: 'quick_reply' }),
  },
  {
    at: /^POST \/conversations\/\{\}\/parts body.type/,
    keys: async (type, { given }) => ({ assignee_id: (await given(type === 'admin' ? 'an admin' : 'a team'))['id'] }),
  },
  {
    at: /^POST \/tickets\/\{\}\/reply body.type/,
    keys: async (type, scene) =>
      type === 'user' ? { intercom_user_id: (await scene.given('a ticket'))['contacts'].contacts[0].id } : {},
  },
  {
    at: /^POST \/tickets\/\{\}\/reply body.reply_options/,
    keys: () => ({ message_type: 'quick_reply' }),
  },
  {
    at: /^POST \/ticket_types\/\{\}\/attributes body.data_type/,
    keys: (type) => (type === 'list' ? {} : { list_items: undefined }),
  },
  {
    at: /\/data_connectors\S* body.data_inputs.0.type/,
    keys: (type) => ({ data_inputs: [{ name: 'order_id', type, required: true }] }),
  },
  // The template of the request names its input as it is.
  { at: /^PATCH \/data_connectors\S* body.data_inputs.0.name/, keys: () => ({ state: undefined }) },
  { at: /body.exception_type/, keys: (type) => (type === 'closed' ? { time_intervals: undefined } : {}) },
  {
    at: /^POST \/messages body.from.type/,
    keys: async (type, scene) =>
      type === 'admin' ? {} : { from: { type, id: (await scene.given('a contact'))['id'] } },
  },
  {
    at: /^POST \/messages body.message_type/,
    keys: async (message_type, { given }) =>
      ['sms', 'whatsapp'].includes(String(message_type))
        ? { to: { id: (await given('a contact with a phone'))['id'] }, cc: undefined, bcc: undefined }
        : {},
  },
  {
    at: /assignment_rules\S* body.assign_to.type/,
    keys: async (type, { adminId, given }) =>
      ['admin', 'team'].includes(String(type))
        ? { assign_to: { type, id: type === 'admin' ? adminId : (await given('a team'))['id'] } }
        : {},
  },
  {
    at: /^(POST|PUT) \/parley\/banners\S* body.action.type/,
    keys: (type) => (type === 'url' ? { action: { type, target: 'https://example.com' } } : {}),
  },
  { at: /^GET \/ai\/external_pages query.source_id/, keys: () => ({ external_id: 'page' }) },
  { at: /^GET \/ai\/external_pages query.external_id/, keys: () => ({ source_id: '1' }) },
  { at: /^GET \/ai\/external_pages query.page/, keys: () => ({ per_page: 1 }) },
  { at: /articles\S* body.body_markdown/, keys: () => ({ body: undefined }) },
  { at: /^PUT \/admins\/\{\}\/away body.away_status_reason_id/, keys: () => ({ away_mode_enabled: true }) },
  { at: /^GET \/events query.(user_id|email)/, keys: () => ({ intercom_user_id: undefined }) },
  {
    at: /^(POST|PUT) \/conversations\/attributes\S* body.reference/,
    keys: () => ({
      data_type: 'relationship',
      options: undefined,
      reference: { type: 'one', object_type_id: null },
    }),
  },
  {
    at: /body.event_summaries(\.0)?\.(first|last)/,
    keys: () => ({
      event_summaries: [{ event_name: 'e', count: 1, first: -30_610_224_000, last: 253_402_300_799 }],
    }),
  },
  {
    at: /body.related_to$/,
    keys: async (value, { given }) =>
      value === 'custom_object' ? { related_type: (await given('a custom object type'))['identifier'] } : {},
  },
  {
    at: /^POST \/auth_tokens body.(token_type|token_value|request_header_key|token_prefix)/,
    keys: (value) =>
      value === 'oauth'
        ? {}
        : {
            token_type: 'text',
            token_value: 'value',
            request_header_key: 'Authorization',
            token_prefix: 'Bearer',
            oauth: undefined,
          },
  },
  {
    at: /body.distribution_method/,
    keys: (value) => (value === 'load_balanced' ? {} : { admin_priority_level: undefined }),
  },
]

const currentContact = async ({ given }: Scene) => (await given('a conversation'))['contacts'].contacts[0].id

export async function companionsOf(key: string, limit: Limit, value: unknown, scene: Scene): Promise<Beside> {
  const place = `${key} ${placeOf(limit)}`
  const found: Beside = {}
  for (const { at, keys } of BESIDE) if (at.test(place)) Object.assign(found, await keys(value, scene))
  return found
}

export const hasCompanions = (key: string, limit: Limit): boolean =>
  BESIDE.some(({ at }) => at.test(`${key} ${placeOf(limit)}`))

const one = (inner: any) => (Array.isArray(inner) ? inner[0] : inner)

/** One more item of a list: like the first of the valid request, or of a kind of its own. */
export function itemOf({ path, schema }: Limit, body: any, { unique }: Scene): (at: number) => unknown {
  const first = path.reduce((inner, key) => (key === '0' ? one(inner) : one(inner)?.[key]), body)?.[0]
  const choices: string[] | undefined = schema.items?.enum
  return (at) => {
    if (choices) return choices[at % choices.length]
    if (first === undefined) throw new Error(`the valid request has no item in ${path.join('.')}`)
    if (path.at(-1) === 'translations')
      return { ...first, locale: `en-${'abcdefghij'[Math.floor(at / 10)]}${at % 10}x9z` }
    return typeof first === 'object' && 'name' in first && !('content_type' in first || 'identifier' in first)
      ? { ...first, name: unique('item') }
      : first
  }
}
