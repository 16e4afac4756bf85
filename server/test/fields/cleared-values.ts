/**
 * Facts for the test of cleared fields that schemas do not tell: meaningful values, and fields that null does not
 * clear.
 */
import type { Made } from '../fixtures/fixture.ts'
import type { Scene } from '../fixtures/scene.ts'
import type { FixtureName } from '../fixtures/vocabulary.ts'

/** By the name of a field. */
export const VALUES: Record<string, (scene: Scene) => Promise<unknown>> = {
  email: async ({ unique, mark }) => `${unique('set').replaceAll(' ', '-')}@${mark}.example.com`,
  phone: async () => '+353 87 123 4567',
  avatar: async () => 'https://example.com/avatar.png',
  website: async () => 'https://example.com/',
  url: async () => 'https://example.com/',
  owner_id: async ({ adminId }) => adminId,
  admin_id: async ({ adminId }) => adminId,
  external_id: async ({ unique }) => unique('set'),
  language_override: async () => 'fr',
  default_version: async () => '2.11',
  api_version: async () => '2.11',
  logo_url: async () => 'https://example.com/logo.svg',
  logo_dark_url: async () => 'https://example.com/dark.svg',
  accent_color: async () => '#7a1fa2',
  accent_color_dark: async () => '#d9a7f0',
  custom_domain: async ({ unique }) => `${unique('set').replaceAll(' ', '-')}.example.com`,
  primary_admin_ids: async ({ adminId }) => [Number(adminId)],
  secondary_admin_ids: async ({ adminId }) => [Number(adminId)],
  options: async () => ['one', 'two'],
  ip_allowlist: async () => ['192.0.2.1'],
  labels: async () => ['set'],
  reactions: async () => ['👍'],
  cover_image_url: async () => 'https://example.com/cover.jpg',
  audience_ids: async (scene) => [Number((await scene.another('an audience'))['id'])],
  folder_id: async (scene) => (await scene.another('a folder'))['id'],
  parent_folder_id: async (scene) => (await scene.another('a folder'))['id'],
}

/** ISO 8601, an hour later. */
const timeAfter = (seconds: number) => new Date((seconds + 3600) * 1000).toISOString()

const schedule = async (scene: Scene) => (await scene.another('an office hours schedule'))['id']

/** By operation and field, where the name alone does not tell. */
export const VALUES_OF: Record<string, (scene: Scene) => Promise<unknown>> = {
  'PUT /admins/{}/away away_status_reason_id': async (scene) =>
    Number((await scene.another('an away status reason'))['id']),
  'PUT /tickets/{} company_id': async (scene) => (await scene.another('a company'))['id'],
  'PUT /tickets/{} ticket_attributes': async () => ({ _default_description_: 'set' }),
  'PUT /office_hours_schedules/{}/office_hours_exceptions/{} time_intervals': async () => [
    { start_minute: 60, end_minute: 120 },
  ],
  'PUT /admins/office_hours assignments.[].office_hours_schedule_id': schedule,
  'PUT /admins/{}/office_hours office_hours_schedule_id': schedule,
  'PUT /teams/{}/office_hours office_hours_schedule_id': schedule,
  'PUT /news/news_items/{} newsfeed_assignments': async (scene) => [
    { newsfeed_id: Number((await scene.given('a newsfeed'))['id']) },
  ],
  'PUT /help_center/collections/{} translated_content': async () => ({ fr: { name: 'set', description: 'set' } }),
  'PUT /help_center/collections/{} parent_id': async (scene) => (await scene.another('a collection'))['id'],
  'PUT /help_center/sections/{} translated_content': async () => ({ fr: { name: 'set' } }),
  'PUT /articles/{} translated_content': async () => ({ fr: { title: 'set' } }),
  'PUT /articles/{} parent_id': async (scene) => Number((await scene.another('a collection'))['id']),
  'PUT /articles/{} parent_type': async () => 'collection',
  'PUT /articles/{} scheduled_publish_at': async ({ now }) => timeAfter(now()),
  'PUT /articles/{} scheduled_unpublish_at': async ({ now }) => timeAfter(now()),
  'PUT /articles/{}/draft translated_content': async () => ({ fr: { title: 'set' } }),
  'PUT /conversations/{} company_id': async (scene) => (await scene.another('a company'))['id'],
  'PUT /parley/brands/{} help_center_id': async (scene) => (await scene.another('a help center'))['id'],
  'PUT /parley/fin assignee_type': async () => 'admin',
  'PUT /parley/fin assignee_id': async ({ adminId }) => adminId,
  'PUT /parley/banners/{} action': async () => ({ type: 'reaction', reactions: ['👍'] }),
  'PUT /parley/admins/{} avatar': async () => ({ image_url: 'https://example.com/avatar.png' }),
  'PUT /parley/admins/{} avatar.image_url': async () => 'https://example.com/avatar.png',
  'PUT /teams/{} admin_priority_level': async ({ adminId }) => ({ secondary_admin_ids: [Number(adminId)] }),
  'PUT /parley/teams/{} admin_priority_level': async ({ adminId }) => ({ secondary_admin_ids: [Number(adminId)] }),
}

/** Other properties that the body needs for the field to be accepted. */
export const BESIDE: Record<string, (scene: Scene, made: Made) => Record<string, unknown>> = {
  'PUT /contacts/{} email_verified': (_, { email }) => ({ email }),
  'PUT /parley/fin assignee_type': ({ adminId }) => ({ assignee_id: adminId }),
  'PUT /folders/{} *': () => ({ folder: {} }),
  'PUT /ai/content_import_sources/{} *': (_, { url }) => ({ url }),
  'PUT /visitors *': (_, { user_id }) => ({ user_id }),
  'PUT /admins/{}/away *': () => ({ away_mode_enabled: true }),
  'POST /companies *': (_, { company_id }) => ({ company_id }),
  'PUT /teams/{} *': ({ adminId }) => ({ admin_ids: [Number(adminId)] }),
  'PUT /parley/teams/{} *': ({ adminId }) => ({ admin_ids: [Number(adminId)] }),
}

/** Columns that are set with a field and cleared with it. */
export const GOES_ALONG: Record<string, Record<string, unknown>> = {
  'PUT /contacts/{} email': { email_verified: true },
  'PUT /parley/fin assignee_id': { assignee_type: 'admin' },
}

/** Things of which nothing is known that a field of the operation could say. */
export const BARE: Record<string, { name: FixtureName; make: (scene: Scene, field: string) => Promise<Made> }> = {
  'PUT /contacts/{}': {
    name: 'a contact',
    make: ({ send, unique }, field) => {
      const email = `${unique('bare').replaceAll(' ', '-')}@example.com`
      return send(
        'POST',
        '/contacts',
        /^(external_id|email_verified)$/.test(field) ? { email } : { external_id: unique('bare') },
      )
    },
  },
  'PUT /companies/{}': {
    name: 'a company',
    make: ({ send, unique }) => send('POST', '/companies', { company_id: unique('bare') }),
  },
  'POST /companies': {
    name: 'a company',
    make: ({ send, unique }) => send('POST', '/companies', { company_id: unique('bare') }),
  },
  'PATCH /auth_tokens/{}': {
    name: 'an auth token',
    make: ({ send, unique }) =>
      send('POST', '/auth_tokens', { name: unique('bare'), token_value: 'value', request_header_key: 'X-Api-Key' }),
  },
  'PATCH /data_connectors/{}': {
    name: 'a data connector',
    make: ({ send, unique }) => send('POST', '/data_connectors', { name: unique('bare') }),
  },
  'PUT /news/news_items/{}': {
    name: 'a news item',
    make: ({ send, unique, adminId }) =>
      send('POST', '/news/news_items', { title: unique('bare'), sender_id: Number(adminId) }),
  },
  'PUT /internal_articles/{}': {
    name: 'an internal article',
    make: ({ send, unique, adminId }) =>
      send('POST', '/internal_articles', { title: unique('bare'), author_id: adminId, owner_id: adminId }),
  },
  'PUT /help_center/collections/{}': {
    name: 'another collection',
    make: ({ send, unique }) => send('POST', '/help_center/collections', { name: unique('bare') }),
  },
  'PUT /articles/{}': {
    name: 'an article',
    make: ({ send, unique, adminId }, field) =>
      send('POST', '/articles', {
        title: unique('bare'),
        author_id: Number(adminId),
        // Nothing else is made a draft again.
        state: field === 'scheduled_unpublish_at' ? 'published' : 'draft',
      }),
  },
  'PUT /articles/{}/draft': {
    name: 'a published article',
    make: ({ send, unique, adminId }) =>
      send('POST', '/articles', { title: unique('bare'), author_id: Number(adminId), state: 'published' }),
  },
  // One for the workspace, which has a row once it was changed.
  'PUT /parley/fin': {
    name: 'an admin',
    make: async ({ send, given }) => {
      await send('PUT', '/parley/fin', { assignee_type: null })
      return given('an admin')
    },
  },
  'PUT /parley/procedures/{}': {
    name: 'a procedure',
    make: ({ send, unique }) =>
      send('POST', '/parley/procedures', { title: unique('bare'), steps: [{ type: 'escalate' }] }),
  },
  'PUT /parley/workflows/{}': {
    name: 'a workflow',
    make: ({ send, unique }) =>
      send('POST', '/parley/workflows', {
        title: unique('bare'),
        trigger_type: 'conversation_closed',
        steps: [{ type: 'close' }],
      }),
  },
  'PUT /parley/banners/{}': {
    name: 'a banner',
    // It has a title or a body.
    make: ({ send }, field) =>
      send('POST', '/parley/banners', field === 'title' ? { body: 'Words' } : { title: 'Words' }),
  },
  'PUT /parley/sla_rules/{}': {
    name: 'an SLA rule',
    // It has one target at least.
    make: ({ send, unique }, field) =>
      send('POST', '/parley/sla_rules', {
        name: unique('bare'),
        [field === 'speed_of_answer_in_seconds' ? 'first_reply_time_in_seconds' : 'speed_of_answer_in_seconds']: 20,
      }),
  },
  'PUT /visitors': {
    name: 'a visitor',
    // No operation makes a visitor before there is a messenger.
    make: async ({ app: { db }, workspace, another }) => {
      const visitor = await another('a visitor')
      await db`update contacts set name = null where workspace_id = ${workspace.id} and id = ${visitor['id']}`
      return visitor
    },
  },
  'PUT /parley/teams/{}': {
    name: 'a team',
    // A limit is of teams that balance their work.
    make: ({ send, unique, adminId }, field) =>
      send('POST', '/parley/teams', {
        name: unique('bare'),
        admin_ids: [Number(adminId)],
        ...(field !== 'distribution_method' && { distribution_method: 'load_balanced' }),
      }),
  },
  'PUT /admins/{}/away': {
    name: 'an admin',
    make: async ({ client, another }) => {
      const admin = await another('an admin')
      await client.put(`/admins/${admin['id']}/away`, { away_mode_enabled: true, away_mode_reassign: false })
      return admin
    },
  },
  'PUT /parley/admins/{}': {
    name: 'an admin',
    make: ({ send, unique }) => {
      const name = unique('bare')
      return send('POST', '/parley/admins', { name, email: `${name.replaceAll(' ', '-')}@example.com` })
    },
  },
}

/** The model of the custom attributes that an operation sets; each is cleared by its key. */
export const ATTRIBUTES_OF: Record<string, 'contact' | 'company' | 'conversation'> = {
  'PUT /contacts/{}': 'contact',
  'PUT /visitors': 'contact',
  'PUT /companies/{}': 'company',
  'POST /companies': 'company',
  'PUT /conversations/{}': 'conversation',
}

/** Keys that a thing does not have afterwards, each with the reason. */
export const NO_FIELDS: Record<string, string> = {
  'PUT /audiences/{} predicates.[].value': 'a predicate is written whole',
  'PUT /audiences/{} role_predicates.[].value': 'a predicate is written whole',
  'PUT /dynamic_contents/{} variations.[].brand_id': 'a variation is written whole',
  'PUT /dynamic_contents/{} variations.[].text_content': 'a variation is written whole',
  'PUT /dynamic_contents/{} variations.[].json_blocks': 'a variation is written whole',
  'PATCH /data_connectors/{} data_inputs.[].description': 'an input is written whole',
  'PUT /parley/banners/{} action.label': 'an action is written whole',
  'PUT /parley/banners/{} action.target': 'an action is written whole',
  'PUT /parley/banners/{} action.tour_id': 'an action is written whole',
  'PUT /parley/banners/{} action.tour_url': 'an action is written whole',
  'PUT /contacts/bulk job': 'the job that the items are added to',
  'PUT /contacts/bulk job.id': 'the job that the items are added to',
  'PUT /companies/bulk job': 'the job that the items are added to',
  'PUT /companies/bulk job.id': 'the job that the items are added to',
  'PUT /news/news_items/{} newsfeed_assignments.[].published_at': 'a part of a list that is written whole',
  'POST /companies company_id': 'tells which company is updated',
  'PUT /companies/bulk companies.id': 'tells which company is updated',
}

/** Fields of an update that null does not clear, each with the reason: null is refused, or says nothing. */
export const NOT_CLEARED: Record<string, string> = {
  'PUT /office_hours_schedules/{}/office_hours_exceptions/{} time_intervals':
    'custom hours have some, and closing ends them',
  'PUT /tickets/{} ticket_attributes': 'sets those that it names, each cleared by its name',
  'PUT /help_center/collections/{} name': 'it has a name in its default language: null says nothing of it',
  'PUT /help_center/collections/{} translated_content': 'languages that are not sent stay',
  'PUT /help_center/sections/{} name': 'it has a name in its default language: null says nothing of it',
  'PUT /help_center/sections/{} translated_content': 'languages that are not sent stay',
  'PUT /articles/{} translated_content': 'languages that are not sent stay',
  'PUT /articles/{} parent_type': 'tells the kind of parent_id, and nothing without it',
  'PUT /articles/{}/draft audience_ids': 'ignored: only words and the author wait',
  'PUT /articles/{}/draft translated_content': 'languages that are not sent stay',
  'POST /companies id': 'ignored: clients send back what they were given',
  'PUT /companies/{} id': 'ignored: clients send back what they were given',
  'PUT /companies/{} company_id': 'never changes',
  'POST /companies update_last_request_at': 'asks for the time to be written down',
  'PUT /companies/{} update_last_request_at': 'asks for the time to be written down',
  'PUT /companies/bulk companies.company_id': 'never changes',
  'PUT /companies/bulk companies.update_last_request_at': 'asks for the time to be written down',
  'PUT /contacts/bulk contacts.email_verified': 'not taken by bulk updates',
  'PUT /contacts/bulk contacts.signed_up_at': 'taken by bulk creation only',
  'PUT /contacts/bulk contacts.last_seen_at': 'taken by bulk creation only',
  'PUT /conversations/attributes/{} name': 'required: null is refused',
  'PUT /conversations/attributes/{} reference': 'of relationships only, which are not kept yet',
  'PUT /conversations/attributes/{} reference.object_type_id': 'of relationships only, which are not kept yet',
  ...Object.fromEntries(
    ['PUT /teams/{}', 'PUT /parley/teams/{}'].flatMap((key) =>
      ['', '.primary_admin_ids', '.secondary_admin_ids'].map((level) => [
        `${key} admin_priority_level${level}`,
        'whoever is named at no level keeps the one it has',
      ]),
    ),
  ),
}

/** POSTs that update what is there. */
export const UPSERTS = new Set(['POST /companies', 'PATCH /data_connectors/{}/versions/{}'])
