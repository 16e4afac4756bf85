/** Limits of bodies that stand in code rather than in a schema, by what is counted. */
import type { Scene } from '../fixtures/scene.ts'

export interface LimitInCode {
  /** The constants that hold it, as `file NAME`. */
  constants: string[]
  method?: 'GET' | 'PUT'
  /** A function where the path names a fixture, or the count is in the query. */
  path: string | ((count: number, scene: Scene) => Promise<string>)
  most: number
  body?: (count: number, scene: Scene) => object | Promise<object>
  refused: [status: number, code: string]
}

const condition = { field: 'name', operator: '=', value: 'x' }
const list = <T>(length: number, item: (at: number) => T): T[] => Array.from({ length }, (_, at) => item(at))
/** A text of that length, with a new beginning each time. */
const text = (length: number, { unique }: Scene) => unique('text').padEnd(length, 'x')
/** A condition inside of that many groups. */
const nested = (depth: number): object =>
  depth === 0 ? condition : { operator: depth % 2 ? 'AND' : 'OR', value: [nested(depth - 1)] }

const search = (query: object) => ({ query })

/** Lists inside of lists. */
const levels = (depth: number): unknown[] => (depth === 1 ? [] : [levels(depth - 1)])

const named = (value: string) => ({ field: 'name', operator: '=', value })

/** A filter that is as long, as JSON. */
const ofLength = (length: number) => named('x'.repeat(length - JSON.stringify(named('')).length))

const event = async ({ given, now }: Scene, metadata: object) => ({
  event_name: 'did-it',
  created_at: now(),
  id: (await given('a contact'))['id'],
  metadata,
})

export const upper: Record<string, LimitInCode> = {
  'characters of a tag': {
    constants: ['resources/tags/request.ts MAX_NAME'],
    path: '/tags',
    most: 255,
    body: (count, its) => ({ name: text(count, its) }),
    refused: [400, 'parameter_invalid'],
  },
  'characters of the name of a data attribute': {
    constants: ['resources/data-attributes/definition.ts MAX_NAME'],
    path: '/data_attributes',
    most: 190,
    body: (count, its) => ({ name: text(count, its), model: 'contact', data_type: 'string' }),
    refused: [400, 'parameter_invalid'],
  },
  'options of a conversation attribute': {
    constants: ['resources/conversation-attributes/options.ts MAX_OPTIONS'],
    path: '/conversations/attributes',
    most: 500,
    body: (count, { unique }) => ({
      name: unique('list'),
      data_type: 'list',
      options: list(count, (at) => ({ label: `label ${at}` })),
    }),
    refused: [422, 'parameter_invalid'],
  },
  'messages before a question to the AI agent': {
    constants: ['resources/fin/inputs.ts MOST_HISTORY'],
    path: '/fin/ask',
    most: 10,
    body: (count, { unique }) => ({
      conversation_id: unique('session'),
      user: { id: unique('user') },
      message: { author: 'user', body: 'Hello' },
      conversation_metadata: { history: list(count, () => ({ author: 'user', body: 'Before' })) },
    }),
    refused: [400, 'parameter_invalid'],
  },
  'attributes of a user of the AI agent': {
    constants: ['resources/fin/user.ts MOST_ATTRIBUTES'],
    path: '/fin/capabilities',
    most: 10,
    body: (count, { unique }) => ({
      user: { id: unique('user'), attributes: Object.fromEntries(list(count, (at) => [`a${at}`, at])) },
    }),
    refused: [400, 'parameter_invalid'],
  },
  'context of a procedure': {
    constants: ['resources/procedures/proactive-trigger.ts MOST_CONTEXT'],
    path: async (_, { given }) => `/procedures/${(await given('a procedure'))['id']}/proactive_trigger`,
    most: 10_000,
    body: async (count, { given }) => ({
      user: { id: (await given('a contact'))['external_id'] },
      context: { text: 'x'.repeat(count - '{"text":""}'.length) },
    }),
    refused: [400, 'parameter_invalid'],
  },
  'contacts of a bulk request': {
    constants: [],
    path: '/contacts/bulk',
    most: 100,
    body: (count, { unique }) => ({ contacts: list(count, () => ({ external_id: unique('bulk') })) }),
    refused: [422, 'parameter_invalid'],
  },
  'contacts of a request to delete in bulk': {
    constants: [],
    path: '/contacts/bulk/delete',
    most: 1000,
    body: (count) => ({ contacts: list(count, (at) => ({ id: String(at) })) }),
    refused: [422, 'parameter_invalid'],
  },
  'content of a bulk action': {
    constants: ['resources/contents/bulk/request.ts MOST_ITEMS'],
    path: '/content/bulk_actions',
    most: 1000,
    body: (count) => ({
      action: 'publish',
      content_ids: list(count, (at) => ({ type: 'article_content', id: String(at) })),
    }),
    refused: [422, 'parameter_invalid'],
  },
  'tags of a bulk action': {
    constants: ['resources/contents/bulk/request.ts MOST_TAGS'],
    path: '/content/bulk_actions',
    most: 100,
    body: async (count, { client, unique }) => {
      const ids: number[] = []
      for (let n = 0; n < count; n++) ids.push(Number((await client.post('/tags', { name: unique('tag') })).body.id))
      return {
        action: 'update_tags',
        content_ids: [{ type: 'article', id: '1' }],
        tags: { add_tag_ids: ids },
      }
    },
    refused: [422, 'parameter_invalid'],
  },
  'companies of a bulk request': {
    constants: [],
    path: '/companies/bulk',
    most: 100,
    body: (count, { unique }) => ({ companies: list(count, () => ({ company_id: unique('bulk') })) }),
    refused: [422, 'parameter_invalid'],
  },
  'groups inside of groups': {
    constants: ['search/parse.ts MAX_DEPTH'],
    path: '/contacts/search',
    most: 2,
    body: (count) => search(nested(count)),
    refused: [400, 'invalid_values'],
  },
  'conditions of a group': {
    constants: ['search/parse.ts MAX_ITEMS'],
    path: '/contacts/search',
    most: 15,
    body: (count) => search({ operator: 'AND', value: list(count, () => condition) }),
    refused: [400, 'invalid_value'],
  },
  'values of a search': {
    constants: ['search/parse.ts MAX_VALUES'],
    path: '/contacts/search',
    most: 2000,
    body: (count) => search({ field: 'name', operator: 'IN', value: list(count, String) }),
    refused: [400, 'invalid_value'],
  },
  'people of a tag': {
    constants: ['resources/tags/request.ts MAX_TARGETS'],
    path: '/tags',
    most: 10_000,
    body: (count, { unique }) => ({ name: unique('tag'), users: list(count, (at) => ({ user_id: `nobody ${at}` })) }),
    refused: [400, 'parameter_invalid'],
  },
  'members of a team': {
    constants: ['resources/teams/members.ts MAX_MEMBERS'],
    method: 'PUT',
    path: async (_, { given }) => `/teams/${(await given('a team'))['id']}`,
    most: 1000,
    body: (count, { adminId }) => ({ admin_ids: list(count, () => Number(adminId)) }),
    refused: [400, 'parameter_invalid'],
  },
  'items of a ticket list': {
    constants: ['resources/ticket-types/attribute-details.ts MOST_ITEMS'],
    path: async (_, { another }) => `/ticket_types/${(await another('a ticket type'))['id']}/attributes`,
    most: 500,
    body: (count, { unique }) => ({
      name: unique('list'),
      description: '',
      data_type: 'list',
      list_items: list(count, (at) => `item ${at}`).join(','),
    }),
    refused: [400, 'parameter_invalid'],
  },
  'files of a ticket': {
    constants: ['resources/tickets/attributes.ts MOST_FILES'],
    path: '/tickets',
    most: 10,
    body: async (count, { another, given, send }) => {
      const { id } = await another('a ticket type')
      await send('POST', `/ticket_types/${id}/attributes`, { name: 'Proof', description: '', data_type: 'files' })
      const contacts = [{ id: (await given('a contact'))['id'] }]
      return { ticket_type_id: id, contacts, ticket_attributes: { Proof: list(count, String) } }
    },
    refused: [400, 'parameter_invalid'],
  },
  'conversations of a search of calls': {
    constants: ['resources/calls/search.ts MOST'],
    path: '/calls/search',
    most: 20,
    body: (count) => ({ conversation_ids: list(count, String) }),
    refused: [400, 'conversation_id_limit_exceeded'],
  },
  'types of parts to show': {
    constants: ['resources/conversations/part-filter.ts MOST'],
    method: 'GET',
    path: async (count, { given }) => {
      const types = list(count, (at) => `type_${'abcdefghij'[at % 10]}`)
      return `/conversations/${(await given('a conversation'))['id']}?include_part_types=${types}`
    },
    most: 50,
    refused: [422, 'parameter_invalid'],
  },
  'characters of the filter of a segment': {
    constants: ['search/row-conditions.ts MAX_LENGTH'],
    path: '/parley/segments',
    most: 65_536,
    body: (count, { unique }) => ({ name: unique('segment'), person_type: 'user', filter: ofLength(count) }),
    refused: [400, 'parameter_invalid'],
  },
  'characters of the audience of a banner': {
    constants: [],
    path: '/parley/banners',
    most: 65_536,
    body: (count) => ({ title: 'Closed', audience: ofLength(count) }),
    refused: [400, 'parameter_invalid'],
  },
  'characters of a key of metadata': {
    constants: ['resources/data-events/metadata.ts MAX_KEY'],
    path: '/events',
    most: 255,
    body: (count, scene) => event(scene, { ['x'.repeat(count)]: 1 }),
    refused: [400, 'parameter_invalid'],
  },
  'characters of a value of metadata': {
    constants: ['resources/data-events/metadata.ts MAX_TEXT'],
    path: '/events',
    most: 2000,
    body: (count, scene) => event(scene, { key: 'x'.repeat(count) }),
    refused: [400, 'parameter_invalid'],
  },
  'reactions of a news item': {
    constants: ['resources/news-items/details.ts MOST_REACTIONS'],
    path: '/news/news_items',
    most: 5,
    body: (count, { unique, adminId }) => ({
      title: unique('news'),
      sender_id: Number(adminId),
      reactions: [...'😀😃😄😁😆😅'].slice(0, count),
    }),
    refused: [400, 'parameter_invalid'],
  },
  'attributes of a report': {
    constants: ['resources/reporting-exports/enqueue.ts MOST'],
    path: '/export/reporting_data/enqueue',
    most: 1000,
    body: (count) => ({
      dataset_id: 'conversation',
      attribute_ids: list(count, () => 'conversation_id'),
      start_time: 1,
      end_time: 2,
    }),
    refused: [400, 'bad_request'],
  },
  'characters of the sample answer of a data connector': {
    constants: ['resources/data-connectors/details.ts MAX_SAMPLE'],
    path: '/data_connectors',
    most: 100_000,
    body: (count, { unique }) => ({
      name: unique('connector'),
      http_method: 'get',
      url: 'https://example.com/',
      mock_response: { words: 'x'.repeat(count - JSON.stringify({ words: '' }).length) },
    }),
    refused: [422, 'parameter_invalid'],
  },
  'hours of the health of a data connector': {
    constants: ['resources/data-connectors/health.ts MOST_HOURS'],
    method: 'GET',
    path: async (count, { given, now }) => {
      const period = `start_ts=${now() - count * 3600}&end_ts=${now()}`
      return `/data_connectors/${(await given('a data connector'))['id']}/health?${period}`
    },
    most: 336,
    refused: [400, 'parameter_invalid'],
  },
  'minutes of a bucket of that health': {
    constants: ['resources/data-connectors/health.ts MOST_MINUTES'],
    method: 'GET',
    path: async (count, { given }) =>
      `/data_connectors/${(await given('a data connector'))['id']}/health?bucket_size_minutes=${count}`,
    most: 1440,
    refused: [400, 'parameter_invalid'],
  },
  'levels of JSON': {
    constants: ['http/body.ts MAX_NESTING'],
    path: '/tags',
    most: 64,
    body: (count, { unique }) => ({ name: unique('tag'), more: levels(count - 1) }),
    refused: [400, 'bad_request'],
  },
}

/** Lower bounds of lists. */
export const lower: Record<string, Omit<LimitInCode, 'most'> & { least: number }> = {
  'options of a list of people': {
    constants: [],
    path: '/data_attributes',
    least: 2,
    body: (count, { unique }) => ({
      name: unique('list'),
      model: 'contact',
      data_type: 'options',
      options: list(count, (at) => `option ${at}`),
    }),
    refused: [400, 'parameter_invalid'],
  },
  'options of a list of conversations': {
    constants: ['resources/conversation-attributes/options.ts MIN_OPTIONS'],
    path: '/conversations/attributes',
    least: 2,
    body: (count, { unique }) => ({
      name: unique('list'),
      data_type: 'list',
      options: list(count, (at) => ({ label: `label ${at}` })),
    }),
    refused: [422, 'parameter_invalid'],
  },
  'options of a string of custom objects': {
    constants: [],
    path: '/parley/custom_object_types',
    least: 2,
    body: (count, { unique }) => {
      const name = unique('type')
      const options = list(count, (at) => `option ${at}`)
      return {
        identifier: name.replaceAll(' ', '_'),
        name,
        attributes: [{ name: 'size', data_type: 'string', options }],
      }
    },
    refused: [400, 'parameter_invalid'],
  },
  'contacts of a bulk request': {
    constants: [],
    path: '/contacts/bulk',
    least: 1,
    body: (count, { unique }) => ({ contacts: list(count, () => ({ external_id: unique('bulk') })) }),
    refused: [422, 'field_not_found'],
  },
  'companies of a bulk request': {
    constants: [],
    path: '/companies/bulk',
    least: 1,
    body: (count, { unique }) => ({ companies: list(count, () => ({ company_id: unique('bulk') })) }),
    refused: [422, 'field_not_found'],
  },
  'conditions of a group': {
    constants: [],
    path: '/contacts/search',
    least: 1,
    body: (count) => search({ operator: 'OR', value: list(count, () => condition) }),
    refused: [400, 'invalid_query'],
  },
  'characters of a tag': {
    constants: [],
    path: '/tags',
    least: 1,
    body: (count) => ({ name: 'x'.repeat(count) }),
    refused: [400, 'parameter_invalid'],
  },
}
