/**
 * A tour: one request to every operation, in an order in which each finds what it needs. The same
 * tour is walked in every version, on a workspace of its own.
 */
import type { AppDeps } from '../app.ts'
import { hexId } from '../ids.ts'
import type { Client, Reply, TestApp } from './app.ts'
import { conversationAttributes } from './tour/conversation-attributes.ts'

/** Records of earlier steps, by name. */
export type Found = Record<string, string>

export interface Step {
  /** The operation, as `versions/` names it. */
  key: string
  /** Undefined where an earlier step that this one needs was not served. */
  go(client: Client, found: Found): Promise<Reply> | undefined
  /** Values of the answer for later steps. */
  find?(body: any): Found
}

export const step = (key: string, go: Step['go'], find?: Step['find']): Step => ({ key, go, ...(find && { find }) })

export const tour: Step[] = [
  step(
    'GET /me',
    (c) => c.get('/me'),
    (me) => ({ admin: me.id }),
  ),
  step('GET /admins', (c) => c.get('/admins')),
  step('GET /admins/{}', (c, f) => c.get(`/admins/${f['admin']}`)),
  step('PUT /admins/{}/away', (c, f) =>
    c.put(`/admins/${f['admin']}/away`, { away_mode_enabled: false, away_mode_reassign: false }),
  ),

  step(
    'POST /contacts',
    (c, f) =>
      c.post('/contacts', {
        external_id: 'user-1',
        email: 'ada@example.com',
        phone: '+353871234567',
        name: 'Ada Lovelace',
        avatar: 'https://example.com/ada.png',
        owner_id: Number(f['admin']),
        signed_up_at: 1_700_000_000,
      }),
    (contact) => ({ user: contact.id }),
  ),
  step(
    'POST /contacts',
    (c) => c.post('/contacts', { role: 'lead', email: 'ada@example.com', name: 'A. Lovelace' }),
    (lead) => ({ lead: lead.id }),
  ),
  step(
    'POST /contacts',
    (c) => c.post('/contacts', { external_id: 'user-2', email: 'bob@example.com' }),
    (contact) => ({ other: contact.id }),
  ),
  step('GET /contacts/{}', (c, f) => c.get(`/contacts/${f['user']}`)),
  step('PUT /contacts/{}', (c, f) => c.put(`/contacts/${f['user']}`, { name: 'Ada King', language_override: 'en' })),
  step('GET /contacts/find_by_external_id/{}', (c) => c.get('/contacts/find_by_external_id/user-1')),
  step('GET /contacts', (c) => c.get('/contacts?per_page=2')),
  step('POST /contacts/search', (c) =>
    c.post('/contacts/search', {
      query: {
        operator: 'AND',
        value: [
          { field: 'created_at', operator: '>', value: 1 },
          { field: 'role', operator: '=', value: 'user' },
        ],
      },
      sort: { field: 'name', order: 'ascending' },
      pagination: { per_page: 1 },
    }),
  ),
  step('POST /contacts/{}/archive', (c, f) => c.post(`/contacts/${f['other']}/archive`)),
  step('POST /contacts/{}/unarchive', (c, f) => c.post(`/contacts/${f['other']}/unarchive`)),

  step(
    'POST /companies',
    (c) =>
      c.post('/companies', {
        company_id: 'company-1',
        name: 'Analytical Engines',
        plan: 'Enterprise',
        size: 12,
        website: 'https://example.com',
        industry: 'Manufacturing',
        monthly_spend: 155.98,
        remote_created_at: 1_394_531_169,
      }),
    (company) => ({ company: company.id }),
  ),
  step('POST /contacts/{}/companies', (c, f) => c.post(`/contacts/${f['user']}/companies`, { id: f['company'] })),
  step('GET /contacts/{}/companies', (c, f) => c.get(`/contacts/${f['user']}/companies`)),
  step('GET /companies/{}', (c, f) => c.get(`/companies/${f['company']}`)),
  step('PUT /companies/{}', (c, f) => c.put(`/companies/${f['company']}`, { name: 'Analytical Engines Ltd' })),
  step('GET /companies', (c) => c.get('/companies')),
  step('GET /companies', (c) => c.get('/companies?company_id=company-1')),
  step('POST /companies/list', (c) => c.post('/companies/list')),
  step('GET /companies/scroll', (c) => c.get('/companies/scroll')),
  step('POST /companies/search', (c) =>
    c.post('/companies/search', {
      query: { operator: 'AND', value: [{ field: 'name', operator: '^', value: 'analytical' }] },
      sort: { field: 'name', order: 'ascending' },
      pagination: { per_page: 5 },
    }),
  ),
  step('GET /companies/{}/contacts', (c, f) => c.get(`/companies/${f['company']}/contacts`)),
  step('PUT /contacts/{}/granted_companies', (c, f) =>
    c.put(`/contacts/${f['user']}/granted_companies`, { company_ids: ['company-1'] }),
  ),
  step('GET /contacts/{}/granted_companies', (c, f) => c.get(`/contacts/${f['user']}/granted_companies`)),
  step('DELETE /contacts/{}/granted_companies/{}', (c, f) =>
    c.delete(`/contacts/${f['user']}/granted_companies/company-1`),
  ),
  step('GET /companies/{}/segments', (c, f) => c.get(`/companies/${f['company']}/segments`)),
  step('POST /companies/{}/notes', (c, f) => c.post(`/companies/${f['company']}/notes`, { body: 'Pays on time' })),
  step('GET /companies/{}/notes', (c, f) => c.get(`/companies/${f['company']}/notes`)),

  step(
    'POST /tags',
    (c) => c.post('/tags', { name: 'Pioneer' }),
    (tag) => ({ tag: tag.id }),
  ),
  step('POST /tags', (c, f) => c.post('/tags', { name: 'Customer', companies: [{ id: f['company'] }] })),
  step('POST /tags', (c, f) => c.post('/tags', { name: 'Reader', users: [{ id: f['user'] }] })),
  step('GET /tags', (c) => c.get('/tags')),
  step('GET /tags/{}', (c, f) => c.get(`/tags/${f['tag']}`)),
  step('POST /contacts/{}/tags', (c, f) => c.post(`/contacts/${f['user']}/tags`, { id: f['tag'] })),
  step('GET /contacts/{}/tags', (c, f) => c.get(`/contacts/${f['user']}/tags`)),

  step(
    'POST /contacts/{}/notes',
    (c, f) => c.post(`/contacts/${f['user']}/notes`, { body: 'Wrote the first program', admin_id: f['admin'] }),
    (note) => ({ note: note.id }),
  ),
  step('GET /contacts/{}/notes', (c, f) => c.get(`/contacts/${f['user']}/notes`)),
  step('GET /notes/{}', (c, f) => c.get(`/notes/${f['note']}`)),

  step(
    'GET /segments',
    (c) => c.get('/segments?include_count=true'),
    (list) => ({ segment: list.segments[0].id }),
  ),
  step('GET /segments/{}', (c, f) => c.get(`/segments/${f['segment']}`)),
  step('GET /contacts/{}/segments', (c, f) => c.get(`/contacts/${f['user']}/segments`)),

  step(
    'GET /subscription_types',
    (c) => c.get('/subscription_types'),
    (list) => ({ subscription: list.data[0].id, consent: list.data[0].consent_type }),
  ),
  step('POST /contacts/{}/subscriptions', (c, f) =>
    c.post(`/contacts/${f['user']}/subscriptions`, { id: f['subscription'], consent_type: f['consent'] }),
  ),
  step('GET /contacts/{}/subscriptions', (c, f) => c.get(`/contacts/${f['user']}/subscriptions`)),
  step('DELETE /contacts/{}/subscriptions/{}', (c, f) =>
    c.delete(`/contacts/${f['user']}/subscriptions/${f['subscription']}`),
  ),

  step(
    'POST /conversations',
    (c, f) => c.post('/conversations', { from: { type: 'user', id: f['user'] }, body: 'Where is my engine?' }),
    (message) => ({ conversation: message.conversation_id }),
  ),
  step(
    'POST /conversations',
    (c, f) => c.post('/conversations', { from: { type: 'user', id: f['other'] }, body: 'Another question' }),
    (message) => ({ second: message.conversation_id }),
  ),
  step('POST /conversations/{}/reply', (c, f) =>
    c.post(`/conversations/${f['conversation']}/reply`, {
      message_type: 'comment',
      type: 'admin',
      admin_id: f['admin'],
      body: 'On its way',
      attachment_urls: ['https://example.com/receipt.pdf'],
    }),
  ),
  step(
    'POST /conversations/{}/reply',
    (c, f) =>
      c.post('/conversations/last/reply', {
        message_type: 'comment',
        type: 'user',
        intercom_user_id: f['user'],
        body: 'Thank you',
      }),
    (conversation) => ({ part: conversation.conversation_parts.conversation_parts.at(-1).id }),
  ),
  step('POST /conversations/{}/tags', (c, f) =>
    c.post(`/conversations/${f['conversation']}/tags`, { id: f['tag'], admin_id: f['admin'] }),
  ),
  ...[
    { message_type: 'assignment', type: 'admin', assignee: 'admin' },
    { message_type: 'snoozed', snoozed_until: 4_102_444_800 },
    { message_type: 'open' },
    { message_type: 'close', type: 'admin', body: 'Done' },
  ].map(({ assignee, ...part }) =>
    step('POST /conversations/{}/parts', (c, f) =>
      c.post(`/conversations/${f['conversation']}/parts`, {
        ...part,
        admin_id: f['admin'],
        ...(assignee && { assignee_id: f[assignee] }),
      }),
    ),
  ),
  step('POST /conversations/{}/run_assignment_rules', (c, f) =>
    c.post(`/conversations/${f['conversation']}/run_assignment_rules`),
  ),
  step('POST /conversations/{}/customers', (c, f) =>
    c.post(`/conversations/${f['conversation']}/customers`, {
      admin_id: f['admin'],
      customer: { intercom_user_id: f['other'] },
    }),
  ),
  step('DELETE /conversations/{}/customers/{}', (c, f) =>
    c.delete(`/conversations/${f['conversation']}/customers/${f['other']}`, { admin_id: f['admin'] }),
  ),
  step('PUT /conversations/{}', (c, f) => c.put(`/conversations/${f['conversation']}`, { read: true })),
  step('GET /conversations/{}', (c, f) => c.get(`/conversations/${f['conversation']}`)),
  step('GET /conversations/{}', (c, f) => c.get(`/conversations/${f['conversation']}?display_as=plaintext`)),
  step('GET /conversations', (c) => c.get('/conversations?per_page=1')),
  step('POST /conversations/search', (c) =>
    c.post('/conversations/search', {
      query: { field: 'updated_at', operator: '>', value: 1 },
      pagination: { per_page: 1 },
    }),
  ),
  step('POST /conversations/redact', (c, f) =>
    c.post('/conversations/redact', {
      type: 'conversation_part',
      conversation_id: f['conversation'],
      conversation_part_id: f['part'],
    }),
  ),
  step('DELETE /conversations/{}/tags/{}', (c, f) =>
    c.delete(`/conversations/${f['conversation']}/tags/${f['tag']}`, { admin_id: f['admin'] }),
  ),

  ...conversationAttributes,

  step('GET /ticket_states', (c) => c.get('/ticket_states')),
  step(
    'GET /news/newsfeeds',
    (c) => c.get('/news/newsfeeds'),
    (list) => ({ newsfeed: list.data[0].id }),
  ),
  step('GET /news/newsfeeds/{}', (c, f) => c.get(`/news/newsfeeds/${f['newsfeed']}`)),
  step(
    'GET /help_center/help_centers',
    (c) => c.get('/help_center/help_centers'),
    (list) => ({ helpCenter: list.data[0].id }),
  ),
  step('GET /help_center/help_centers/{}', (c, f) => c.get(`/help_center/help_centers/${f['helpCenter']}`)),

  step('GET /data_attributes', (c) => c.get('/data_attributes')),
  step(
    'POST /data_attributes',
    (c) =>
      c.post('/data_attributes', {
        model: 'contact',
        name: 'Mithril Shirt',
        description: 'Its size',
        data_type: 'string',
        options: [{ value: 'S' }, { value: 'L' }],
      }),
    (attribute) => ({ attribute: String(attribute.id) }),
  ),
  step('PUT /data_attributes/{}', (c, f) =>
    c.put(`/data_attributes/${f['attribute']}`, { options: [{ value: 'S' }, { value: 'XL' }], archived: true }),
  ),
  step('GET /data_attributes', (c) => c.get('/data_attributes?model=contact&include_archived=true')),

  step('POST /events', (c) =>
    c.post('/events', {
      event_name: 'placed-order',
      created_at: 1_768_000_000,
      user_id: 'user-1',
      metadata: { order_date: 1_392_036_272, price: { amount: 34_999, currency: 'eur' } },
    }),
  ),
  step('POST /events', (c, f) =>
    c.post('/events', { event_name: 'viewed-prices', created_at: 1_768_000_000, id: f['lead'] }),
  ),
  step('POST /events/summaries', (c) =>
    c.post('/events/summaries', {
      user_id: 'user-1',
      event_summaries: { event_name: 'placed-order', count: 7, first: 1_768_000_000, last: 1_768_100_000 },
    }),
  ),
  step('GET /events', (c) => c.get('/events?type=user&user_id=user-1&summary=true')),
  step('GET /events', (c) => c.get('/events?type=user&email=ada%40example.com&per_page=1')),

  step('GET /visitors', (c) => c.get('/visitors?user_id=visitor-1')),
  step('PUT /visitors', (c) => c.put('/visitors', { user_id: 'visitor-1', name: 'Gareth' })),
  step('POST /visitors/convert', (c) =>
    c.post('/visitors/convert', {
      visitor: { user_id: 'visitor-1' },
      user: { email: 'gareth@example.com' },
      type: 'user',
    }),
  ),

  step('GET /teams', (c) => c.get('/teams')),
  step('GET /teams/{}', (c, f) => c.get(`/teams/${f['team']}`)),
  step('GET /roles', (c) => c.get('/roles')),
  step('PUT /teams/{}', (c, f) => c.put(`/teams/${f['team']}`, { admin_ids: [Number(f['admin'])] })),

  step(
    'POST /contacts/bulk',
    (c) =>
      c.post('/contacts/bulk', { contacts: [{ external_id: 'user-3', companies: [{ company_id: 'company-1' }] }] }),
    (job) => ({ contactsJob: job.id }),
  ),
  step('PUT /contacts/bulk', (c, f) =>
    c.put('/contacts/bulk', { contacts: [{ id: f['user'], name: 'Ada' }], job: { id: f['contactsJob'] } }),
  ),
  step('POST /contacts/bulk/delete', (c, f) => c.post('/contacts/bulk/delete', { contacts: [{ id: f['other'] }] })),
  step('GET /contacts/bulk/{}', (c, f) => c.get(`/contacts/bulk/${f['contactsJob']}`)),
  step(
    'POST /companies/bulk',
    (c) => c.post('/companies/bulk', { companies: [{ company_id: 'company-2', name: 'Difference Engines' }] }),
    (job) => ({ companiesJob: job.id }),
  ),
  step('PUT /companies/bulk', (c, f) =>
    c.put('/companies/bulk', { companies: [{ id: f['company'], size: 13 }], job: { id: f['companiesJob'] } }),
  ),
  step('POST /companies/bulk/delete', (c, f) =>
    c.post('/companies/bulk/delete', { companies: [{ id: f['company'] }] }),
  ),
  step('GET /companies/bulk/{}', (c, f) => c.get(`/companies/bulk/${f['companiesJob']}`)),
  step('POST /contacts/merge/preview', (c, f) =>
    c.post('/contacts/merge/preview', { from: f['lead'], into: f['user'] }),
  ),
  step('POST /contacts/merge', (c, f) => c.post('/contacts/merge', { from: f['lead'], into: f['user'] })),
  step('GET /contacts/activities', (c) => c.get('/contacts/activities?per_page=3')),
  step('GET /contacts/deleted', (c) => c.get('/contacts/deleted?per_page=5')),
  step('GET /contacts/{}/merge_history', (c, f) => c.get(`/contacts/${f['user']}/merge_history`)),
  step('DELETE /notes/{}', (c, f) => c.delete(`/notes/${f['note']}`)),
  step('DELETE /contacts/{}/tags/{}', (c, f) => c.delete(`/contacts/${f['user']}/tags/${f['tag']}`)),
  step('DELETE /contacts/{}/companies/{}', (c, f) => c.delete(`/contacts/${f['user']}/companies/${f['company']}`)),
  step('DELETE /companies/{}', (c, f) => c.delete(`/companies/${f['company']}`)),
  step('POST /conversations/{}/rating', (c, f) =>
    c.post(`/conversations/${f['conversation']}/rating`, { intercom_user_id: f['user'], rating: 5, remark: 'Quick' }),
  ),
  step('DELETE /conversations/{}', (c, f) => c.delete(`/conversations/${f['second']}`)),
  step('POST /contacts/{}/block', (c, f) => c.post(`/contacts/${f['other']}/block`)),
  step('DELETE /contacts/{}', (c, f) => c.delete(`/contacts/${f['user']}`)),
  step('DELETE /tags/{}', (c, f) => c.delete(`/tags/${f['tag']}`)),
]

/** A step that was made, and its answer. */
export interface Visit {
  key: string
  reply: Reply
}

/** Walks the tour in one version. @returns each step's reply, those that the version does not have left out */
export async function runTour(app: TestApp, version: { name: string; serves(key: string): boolean }): Promise<Visit[]> {
  const { token, id } = await app.createWorkspace()
  const client = app.client({ version: version.name, token })
  const found: Found = await insertUnmakeable(app, id)
  const replies: Visit[] = []
  for (const { key, go, find } of tour) {
    const reply = version.serves(key) ? await go(client, found) : undefined
    if (!reply) continue
    if (reply.status < 300 && find) Object.assign(found, find(reply.body))
    replies.push({ key, reply })
  }
  return replies
}

/** Records that no operation creates: a team, and a visitor. */
export async function insertUnmakeable(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  workspace_id: number,
): Promise<Found> {
  const now = clock.now()
  const [team] = await db<{ id: number }[]>`
    insert into teams ${db({ workspace_id, name: 'Support', distribution_method: 'load_balanced', created_at: now }, 'workspace_id', 'name', 'distribution_method', 'created_at')} returning id`
  await db`insert into contacts ${db(
    {
      workspace_id,
      id: hexId(now),
      role: 'visitor',
      external_id: 'visitor-1',
      created_at: now,
      updated_at: now,
    },
    'workspace_id',
    'id',
    'role',
    'external_id',
    'created_at',
    'updated_at',
  )}`
  return { team: String(team!.id) }
}
