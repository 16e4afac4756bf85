/** A tour over the settings: one request to every operation, in an order in which each finds what it needs. */
import { step, type Step } from './tour.ts'

const id =
  (name: string) =>
  ({ id }: { id: string }) => ({ [name]: id })

export const settingsTour: Step[] = [
  step('GET /parley/workspace', (c) => c.get('/parley/workspace')),
  step('PUT /parley/workspace', (c) =>
    c.put('/parley/workspace', { name: 'Fernhill Coffee', time_zone: 'Europe/Dublin', default_version: null }),
  ),

  step('GET /parley/admins', (c) => c.get('/parley/admins?include_removed=true')),
  step(
    'POST /parley/admins',
    (c) =>
      c.post('/parley/admins', {
        name: 'Grace Hopper',
        email: 'grace@fernhill.example',
        job_title: 'Customer support',
        avatar: { image_url: 'https://example.com/grace.png' },
        has_inbox_seat: true,
        role: { name: 'Support lead' },
      }),
    id('setAdmin'),
  ),
  step('GET /parley/admins/{}', (c, f) => c.get(`/parley/admins/${f['setAdmin']}`)),
  step('PUT /parley/admins/{}', (c, f) => c.put(`/parley/admins/${f['setAdmin']}`, { job_title: 'Head of support' })),

  step('GET /parley/teams', (c) => c.get('/parley/teams')),
  step(
    'POST /parley/teams',
    (c, f) =>
      c.post('/parley/teams', {
        name: 'Escalations',
        admin_ids: [Number(f['setAdmin'])],
        distribution_method: 'load_balanced',
        assignment_limit: 10,
      }),
    id('setTeam'),
  ),
  step('GET /parley/teams/{}', (c, f) => c.get(`/parley/teams/${f['setTeam']}`)),
  step('PUT /parley/teams/{}', (c, f) =>
    c.put(`/parley/teams/${f['setTeam']}`, {
      name: 'Second line',
      admin_priority_level: { secondary_admin_ids: [Number(f['setAdmin'])] },
    }),
  ),
  step('DELETE /parley/teams/{}', (c, f) => c.delete(`/parley/teams/${f['setTeam']}`, {})),

  step('GET /parley/tokens', (c) => c.get('/parley/tokens')),
  step(
    'POST /parley/tokens',
    (c, f) => c.post('/parley/tokens', { name: 'CRM sync', admin_id: f['setAdmin'] }),
    id('setToken'),
  ),
  step('PUT /parley/tokens/{}', (c, f) => c.put(`/parley/tokens/${f['setToken']}`, { name: 'CRM', settings: true })),
  step('DELETE /parley/tokens/{}', (c, f) => c.delete(`/parley/tokens/${f['setToken']}`)),
  step('DELETE /parley/admins/{}', (c, f) => c.delete(`/parley/admins/${f['setAdmin']}`, {})),

  step('GET /parley/segments', (c) => c.get('/parley/segments?include_count=true')),
  step('POST /parley/segments/preview', (c) =>
    c.post('/parley/segments/preview', {
      person_type: 'user',
      filter: { field: 'email_domain', operator: '=', value: 'example.com' },
    }),
  ),
  step(
    'POST /parley/segments',
    (c) =>
      c.post('/parley/segments', {
        name: 'Came back',
        person_type: 'user',
        filter: {
          operator: 'AND',
          value: [
            { field: 'created_at', operator: '<', value: { days_ago: 90 } },
            { field: 'last_seen_at', operator: '>', value: { days_ago: 7 } },
          ],
        },
      }),
    id('setSegment'),
  ),
  step('GET /parley/segments/{}', (c, f) => c.get(`/parley/segments/${f['setSegment']}?include_count=true`)),
  step('PUT /parley/segments/{}', (c, f) => c.put(`/parley/segments/${f['setSegment']}`, { name: 'Returned' })),
  step('DELETE /parley/segments/{}', (c, f) => c.delete(`/parley/segments/${f['setSegment']}`)),

  step('GET /parley/subscription_types', (c) => c.get('/parley/subscription_types')),
  step(
    'POST /parley/subscription_types',
    (c) =>
      c.post('/parley/subscription_types', {
        consent_type: 'opt_in',
        name: 'Tastings',
        description: 'When we brew something new for guests',
        translations: [{ locale: 'fr', name: 'Dégustations', description: 'Quand nous faisons goûter du nouveau' }],
        content_types: ['email', 'sms_message'],
      }),
    id('setType'),
  ),
  step('GET /parley/subscription_types/{}', (c, f) => c.get(`/parley/subscription_types/${f['setType']}`)),
  step('PUT /parley/subscription_types/{}', (c, f) =>
    c.put(`/parley/subscription_types/${f['setType']}`, { state: 'draft' }),
  ),
  step('POST /parley/subscription_types/{}/archive', (c, f) =>
    c.post(`/parley/subscription_types/${f['setType']}/archive`),
  ),

  step('GET /parley/newsfeeds', (c) => c.get('/parley/newsfeeds')),
  step('POST /parley/newsfeeds', (c) => c.post('/parley/newsfeeds', { name: 'For cafés' }), id('setFeed')),
  step('GET /parley/newsfeeds/{}', (c, f) => c.get(`/parley/newsfeeds/${f['setFeed']}`)),
  step('PUT /parley/newsfeeds/{}', (c, f) => c.put(`/parley/newsfeeds/${f['setFeed']}`, { name: 'For hotels' })),
  step('DELETE /parley/newsfeeds/{}', (c, f) => c.delete(`/parley/newsfeeds/${f['setFeed']}`)),

  step('GET /parley/help_centers', (c) => c.get('/parley/help_centers')),
  step(
    'POST /parley/help_centers',
    (c) =>
      c.post('/parley/help_centers', {
        identifier: 'machines',
        display_name: 'Coffee machines',
        custom_domain: 'help.fernhill.example',
        website_turned_on: true,
        locales: ['en', 'fr'],
      }),
    id('setCenter'),
  ),
  step('GET /parley/help_centers/{}', (c, f) => c.get(`/parley/help_centers/${f['setCenter']}`)),
  step('PUT /parley/help_centers/{}', (c, f) =>
    c.put(`/parley/help_centers/${f['setCenter']}`, { display_name: 'Machines' }),
  ),
  step('DELETE /parley/help_centers/{}', (c, f) => c.delete(`/parley/help_centers/${f['setCenter']}`)),

  step('GET /parley/ticket_states', (c) => c.get('/parley/ticket_states')),
  step(
    'POST /parley/ticket_states',
    (c) =>
      c.post('/parley/ticket_states', {
        category: 'in_progress',
        internal_label: 'With the workshop',
        external_label: 'Being repaired',
      }),
    id('setState'),
  ),
  step('PUT /parley/ticket_states/{}', (c, f) =>
    c.put(`/parley/ticket_states/${f['setState']}`, { external_label: 'In repair' }),
  ),
  step('POST /parley/ticket_states/{}/archive', (c, f) => c.post(`/parley/ticket_states/${f['setState']}/archive`)),
  step('POST /parley/ticket_states/{}/unarchive', (c, f) => c.post(`/parley/ticket_states/${f['setState']}/unarchive`)),

  step('POST /parley/custom_object_types', (c) =>
    c.post('/parley/custom_object_types', {
      identifier: 'Order',
      name: 'Order',
      attributes: [
        { name: 'order_number', data_type: 'string', label: 'Order number' },
        { name: 'total_amount', data_type: 'float' },
      ],
    }),
  ),
  step('GET /parley/custom_object_types', (c) => c.get('/parley/custom_object_types')),
  step('GET /parley/custom_object_types/{}', (c) => c.get('/parley/custom_object_types/Order')),
  step('PUT /parley/custom_object_types/{}', (c) =>
    c.put('/parley/custom_object_types/Order', { description: 'A purchase of a customer' }),
  ),
  step(
    'POST /parley/custom_object_types/{}/attributes',
    (c) =>
      c.post('/parley/custom_object_types/Order/attributes', {
        name: 'roast',
        data_type: 'string',
        options: ['Light', 'Dark'],
      }),
    ({ attributes }) => ({ setAttribute: attributes.at(-1).id }),
  ),
  step('PUT /parley/custom_object_types/{}/attributes/{}', (c, f) =>
    c.put(`/parley/custom_object_types/Order/attributes/${f['setAttribute']}`, { label: 'Roast of the beans' }),
  ),
  step(
    'POST /parley/custom_object_types/{}/relationships',
    (c) =>
      c.post('/parley/custom_object_types/Order/relationships', {
        name: 'customer',
        related_to: 'contact',
        related_name: 'orders',
        cardinality: 'many_to_one',
      }),
    ({ relationships }) => ({ setRelationship: relationships.at(-1).id }),
  ),
  step('DELETE /parley/custom_object_types/{}/relationships/{}', (c, f) =>
    c.delete(`/parley/custom_object_types/Order/relationships/${f['setRelationship']}`),
  ),
  step('DELETE /parley/custom_object_types/{}/attributes/{}', (c, f) =>
    c.delete(`/parley/custom_object_types/Order/attributes/${f['setAttribute']}`),
  ),
  step('DELETE /parley/custom_object_types/{}', (c) => c.delete('/parley/custom_object_types/Order')),

  step(
    'POST /parley/webhooks',
    (c) =>
      c.post('/parley/webhooks', {
        url: 'https://crm.fernhill.example/parley',
        topics: ['contact.user.created', 'conversation.user.replied'],
        api_version: '2.11',
        active: false,
        description: 'Keeps the CRM up to date',
      }),
    id('setWebhook'),
  ),
  step('GET /parley/webhooks', (c) => c.get('/parley/webhooks')),
  step('GET /parley/webhooks/{}', (c, f) => c.get(`/parley/webhooks/${f['setWebhook']}`)),
  step('PUT /parley/webhooks/{}', (c, f) => c.put(`/parley/webhooks/${f['setWebhook']}`, { api_version: null })),
  step('POST /parley/webhooks/{}/rotate_secret', (c, f) =>
    c.post(`/parley/webhooks/${f['setWebhook']}/rotate_secret`, {}),
  ),
  step('POST /parley/webhooks/{}/ping', (c, f) => c.post(`/parley/webhooks/${f['setWebhook']}/ping`, {})),
  step('GET /parley/webhooks/{}/attempts', (c, f) => c.get(`/parley/webhooks/${f['setWebhook']}/attempts`)),
  step('DELETE /parley/webhooks/{}', (c, f) => c.delete(`/parley/webhooks/${f['setWebhook']}`)),
]
