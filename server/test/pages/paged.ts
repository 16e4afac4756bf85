/** Each paged operation: how to ask for a page, how rows come to be, and how they are told apart. */
import type { Operation } from '../../http/operation.ts'
import type { Scene } from '../fixtures/scene.ts'
import { allOperations } from '../../operations.ts'

const PARAMETERS = ['per_page', 'page', 'starting_after', 'scroll_param', 'cursor', 'pagination']

/** Found by what their queries and bodies take. */
export const pagedOperations: Operation[] = allOperations.filter(({ query, body }) =>
  PARAMETERS.some(
    (name) => name in query.properties || name in ((body as { properties?: object } | undefined)?.properties ?? {}),
  ),
)

export interface Paged {
  /** Makes one more row. */
  row: (scene: Scene) => Promise<unknown>
  /** More than `most` is refused with 400, or means `most`; undefined where no size can be asked. */
  most?: number
  beyond?: 'refused' | 'clamped'
  /** The same of versions in which a change is undone. */
  unless?: { change: string; most: number; beyond: 'refused' | 'clamped' }
  /** Tells rows apart; their `id` unless told. */
  idOf?: (row: any) => unknown
  /** The rest of the query. */
  query?: (scene: Scene) => Promise<Record<string, string>>
}

const contact = (scene: Scene) => scene.another('a contact')
const company = (scene: Scene) => scene.another('a company with a contact')
const conversation = (scene: Scene) => scene.another('a conversation')
const noteOf =
  (owner: 'contacts' | 'companies') =>
  async ({ given, send, unique, adminId }: Scene) =>
    send('POST', `/${owner}/${(await given(owner === 'contacts' ? 'a contact' : 'a company'))['id']}/notes`, {
      body: unique('note'),
      admin_id: adminId,
    })
const attach = async (scene: Scene, contactId: string, companyId: string) =>
  scene.send('POST', `/contacts/${contactId}/companies`, { id: companyId })

const grant = async ({ given, another, send }: Scene) => {
  const path = `/contacts/${(await given('a contact'))['id']}/granted_companies`
  const [{ company_id }, { company_ids }] = [await another('a company'), await send('GET', `${path}?per_page=100`)]
  return send('PUT', path, { company_ids: [...company_ids, company_id] })
}

const cursor = { most: 150, beyond: 'clamped' } as const
const content = { most: 250, beyond: 'refused' } as const
const numbered = { most: 60, beyond: 'refused' } as const

export const paged: Record<string, Paged | string> = {
  'GET /admins/activity_logs': {
    row: (scene) => scene.another('a team'),
    query: async () => ({ created_at_after: '1000000000' }),
    most: 250,
    beyond: 'refused',
  },
  'POST /admins/activity_logs/search': {
    row: (scene) => scene.another('a team'),
    most: 250,
    beyond: 'refused',
  },
  'GET /admins/office_hours': {
    row: async ({ another, given, send }) =>
      send('PUT', `/admins/${(await another('an admin'))['id']}/office_hours`, {
        office_hours_schedule_id: (await given('an office hours schedule'))['id'],
      }),
    most: 50,
    beyond: 'clamped',
    idOf: ({ admin_id }) => admin_id,
  },
  'GET /contacts': { row: contact, ...cursor },
  'POST /contacts/search': { row: contact, ...cursor },
  'GET /conversations/deleted': { row: (scene) => scene.another('a deleted conversation'), ...numbered },
  'GET /conversations/{}/side_conversations': {
    most: 50,
    beyond: 'clamped',
    row: (scene) => scene.another('a side conversation'),
    idOf: ({ side_conversation_id }) => side_conversation_id,
  },
  'GET /contacts/deleted': { row: (scene) => scene.another('an archived contact'), ...cursor },
  'GET /contacts/activities': { row: contact, ...cursor },
  'GET /contacts/{}/merge_history': {
    ...cursor,
    row: (scene) => scene.another('a merged lead'),
    idOf: ({ source_contact_id }) => source_contact_id,
  },
  'GET /companies': { row: company, ...numbered },
  'POST /companies/list': { row: company, ...numbered },
  'GET /companies/scroll': { row: company },
  'POST /companies/search': { row: company, ...cursor },
  'GET /companies/{}/contacts': {
    ...cursor,
    unless: { change: 'FollowContactsOfCompanyByCursor', ...numbered },
    row: async (scene) =>
      attach(scene, (await scene.another('a contact'))['id'], (await scene.given('a company'))['id']),
  },
  'GET /contacts/{}/companies': {
    ...numbered,
    row: async (scene) =>
      attach(scene, (await scene.given('a contact'))['id'], (await scene.another('a company'))['id']),
  },
  'GET /contacts/{}/granted_companies': {
    ...cursor,
    row: grant,
    idOf: (id) => id,
  },
  'GET /contacts/{}/notes': { row: noteOf('contacts'), ...numbered },
  'GET /companies/{}/notes': { row: noteOf('companies'), ...numbered },
  'GET /conversations': { row: conversation, ...cursor },
  'POST /conversations/search': { row: conversation, ...cursor },
  'POST /tickets/search': { row: (scene) => scene.another('a ticket'), ...cursor },
  'GET /calls': { row: (scene) => scene.another('a ringing call'), most: 25, beyond: 'clamped' },
  'GET /data_connectors': { row: (scene) => scene.another('a data connector'), most: 50, beyond: 'clamped' },
  'GET /data_connectors/{}/execution_results': {
    row: (scene) => scene.another('an execution result'),
    most: 30,
    beyond: 'clamped',
  },
  'GET /data_connectors/{}/versions': {
    row: async ({ given, send, unique }) =>
      send('PATCH', `/data_connectors/${(await given('a published data connector'))['id']}`, {
        description: unique('description'),
        state: 'live',
      }),
    idOf: ({ entity_version_id }) => entity_version_id,
    most: 50,
    beyond: 'clamped',
  },
  'GET /messages/status': {
    most: 100,
    beyond: 'refused',
    row: (scene) => scene.another('a WhatsApp message'),
    query: async ({ given }) => ({ ruleset_id: (await given('a WhatsApp message'))['ruleset_id'] }),
  },
  'GET /articles': { row: (scene) => scene.another('an article'), ...content },
  'GET /articles/search': {
    ...content,
    row: (scene) => scene.another('an article'),
    query: async ({ mark }) => ({ phrase: mark }),
  },
  'GET /articles/{}/versions': {
    ...content,
    row: async ({ given, send, unique }) =>
      send('PUT', `/articles/${(await given('an article'))['id']}`, { title: unique('title') }),
  },
  'GET /help_center/collections': { row: (scene) => scene.another('a collection'), ...content },
  'GET /help_center/help_centers/{}/redirects': { row: (scene) => scene.another('a redirect'), ...content },
  'GET /help_center/sections': { row: (scene) => scene.another('a section'), ...content },
  'GET /ai/content_import_sources': { row: (scene) => scene.another('an import source'), ...cursor },
  'GET /ai/external_pages': { row: (scene) => scene.another('an external page'), ...cursor },
  'GET /audiences': { row: (scene) => scene.another('an audience'), most: 50, beyond: 'clamped' },
  'GET /content/search': { row: (scene) => scene.another('an internal article'), most: 50, beyond: 'clamped' },
  'GET /content_snippets': { row: (scene) => scene.another('a content snippet'), most: 50, beyond: 'clamped' },
  'GET /dynamic_contents': { row: (scene) => scene.another('a dynamic content'), most: 50, beyond: 'clamped' },
  'GET /folders': { row: (scene) => scene.another('a folder'), ...cursor },
  'GET /internal_articles': { row: (scene) => scene.another('an internal article'), ...cursor },
  'GET /internal_articles/search': {
    ...cursor,
    row: (scene) => scene.another('an internal article'),
    query: async () => ({ phrase: 'article' }),
  },
  'GET /news/newsfeeds': { row: (scene) => scene.another('a newsfeed'), ...numbered },
  'GET /news/news_items': { row: (scene) => scene.another('a news item'), ...numbered },
  'GET /news/newsfeeds/{}/items': { row: (scene) => scene.another('a news item'), ...numbered },
  'GET /macros': { row: (scene) => scene.another('a macro'), ...cursor },
  'GET /auth_tokens': { row: (scene) => scene.another('an auth token'), most: 50, beyond: 'clamped' },
  'GET /custom_object_instances/{}': { row: (scene) => scene.another('a custom object'), ...cursor },
  'GET /events': {
    ...cursor,
    row: (scene) => scene.another('a data event'),
    idOf: ({ event_name }) => event_name,
    query: async ({ given }) => ({ type: 'user', intercom_user_id: (await given('a contact'))['id'] }),
  },
  'GET /parley/ecommerce_connectors/{}/products':
    'products come by a job: resources/ecommerce-connectors/catalog.test.ts',
  'GET /parley/webhooks/{}/attempts':
    'one page of the last attempts, which nothing follows; an attempt needs a receiver',
}
