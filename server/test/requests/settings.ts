/** Valid requests to the settings. */
import type { Scene } from '../fixtures/scene.ts'
import type { Sample } from './request.ts'

const filter = { field: 'created_at', operator: '>', value: 1 }
const domain = ({ unique }: Scene, word: string) => unique(word).replaceAll(' ', '-')

export const settingsRequests: Record<string, Sample> = {
  'GET /parley/workspace': {},
  'PUT /parley/workspace': { body: (_, { unique }) => ({ name: unique('workspace'), time_zone: 'Europe/Dublin' }) },
  'GET /parley/admins': {},
  'GET /parley/admins/{}': {},
  'POST /parley/admins': {
    body: (_, scene) => ({
      name: scene.unique('admin'),
      email: `${domain(scene, 'admin')}@example.com`,
      avatar: { image_url: 'https://example.com/a.png' },
      role: { name: 'Lead' },
    }),
  },
  'PUT /parley/admins/{}': {
    body: () => ({ job_title: 'Head', avatar: { image_url: 'https://example.com/a.png' }, role: { name: 'Lead' } }),
  },
  'DELETE /parley/admins/{}': {
    needs: ['a team'],
    fresh: ['an admin'],
    body: ({ 'a team': { id } }) => ({ hand_over_to_team_id: id }),
  },
  'GET /parley/teams': {},
  'GET /parley/teams/{}': {},
  'POST /parley/teams': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({
      name: unique('team'),
      admin_ids: [Number(id)],
      admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [Number(id)] },
      distribution_method: 'load_balanced',
      assignment_limit: 5,
    }),
  },
  'PUT /parley/teams/{}': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({
      name: unique('team'),
      admin_ids: [Number(id)],
      admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [Number(id)] },
      distribution_method: 'load_balanced',
    }),
  },
  'DELETE /parley/teams/{}': {
    needs: ['an admin'],
    fresh: ['a team'],
    body: ({ 'an admin': { id } }) => ({ hand_over_to_admin_id: id }),
  },
  'GET /parley/tokens': {},
  'POST /parley/tokens': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({ name: unique('token'), admin_id: id }),
  },
  'PUT /parley/tokens/{}': { body: (_, { unique }) => ({ name: unique('token') }) },
  'DELETE /parley/tokens/{}': { fresh: ['a token'] },
  'GET /parley/segments': {},
  'GET /parley/segments/{}': {},
  'POST /parley/segments': { body: (_, { unique }) => ({ name: unique('segment'), person_type: 'user', filter }) },
  'POST /parley/segments/preview': { body: () => ({ person_type: 'user', filter }) },
  'PUT /parley/segments/{}': { body: (_, { unique }) => ({ name: unique('segment'), filter }) },
  'DELETE /parley/segments/{}': { fresh: ['a segment'] },
  'GET /parley/subscription_types': {},
  'GET /parley/subscription_types/{}': {},
  'POST /parley/subscription_types': {
    body: (_, { unique }) => ({
      name: unique('type'),
      description: unique('description'),
      consent_type: 'opt_in',
      locale: 'en',
      translations: [{ name: unique('type'), description: unique('description'), locale: 'fr' }],
      content_types: ['email'],
    }),
  },
  'PUT /parley/subscription_types/{}': {
    body: (_, { unique }) => ({
      name: unique('type'),
      locale: 'en',
      translations: [{ name: unique('type'), description: unique('description'), locale: 'fr' }],
      content_types: ['email'],
    }),
  },
  'POST /parley/subscription_types/{}/archive': { fresh: ['a subscription type'] },
  'GET /parley/newsfeeds': {},
  'GET /parley/newsfeeds/{}': {},
  'POST /parley/newsfeeds': { body: (_, { unique }) => ({ name: unique('newsfeed') }) },
  'PUT /parley/newsfeeds/{}': { body: (_, { unique }) => ({ name: unique('newsfeed') }) },
  'DELETE /parley/newsfeeds/{}': { fresh: ['a newsfeed'] },
  'GET /parley/help_centers': {},
  'GET /parley/help_centers/{}': {},
  'POST /parley/help_centers': {
    body: (_, scene) => ({
      identifier: domain(scene, 'center'),
      display_name: scene.unique('center'),
      custom_domain: `${domain(scene, 'help')}.example.com`,
      locales: ['en'],
    }),
  },
  'PUT /parley/help_centers/{}': {
    body: (_, { unique }) => ({ display_name: unique('center'), locales: ['en', 'fr'] }),
  },
  'DELETE /parley/help_centers/{}': { fresh: ['a help center'] },
  'GET /parley/ticket_states': {},
  'POST /parley/ticket_states': {
    body: (_, { unique }) => ({
      category: 'in_progress',
      internal_label: unique('state'),
      external_label: unique('state'),
    }),
  },
  'PUT /parley/ticket_states/{}': { body: (_, { unique }) => ({ external_label: unique('state') }) },
  'POST /parley/ticket_states/{}/archive': { fresh: ['a ticket state'] },
  'POST /parley/ticket_states/{}/unarchive': {},
  'GET /parley/custom_object_types': {},
  'GET /parley/custom_object_types/{}': {},
  'POST /parley/custom_object_types': {
    body: (_, { unique }) => ({
      identifier: unique('type').replaceAll(' ', '_'),
      name: unique('type'),
      description: unique('description'),
      attributes: [{ name: unique('part'), data_type: 'string', label: unique('label') }],
    }),
  },
  'PUT /parley/custom_object_types/{}': { body: (_, { unique }) => ({ name: unique('type') }) },
  'DELETE /parley/custom_object_types/{}': { fresh: ['a custom object type'] },
  'POST /parley/custom_object_types/{}/attributes': {
    fresh: ['a custom object type'],
    body: (_, { unique }) => ({ name: unique('part'), data_type: 'string', label: unique('label') }),
  },
  'PUT /parley/custom_object_types/{}/attributes/{}': { body: (_, { unique }) => ({ label: unique('label') }) },
  'DELETE /parley/custom_object_types/{}/attributes/{}': { fresh: ['a custom object type'] },
  'POST /parley/custom_object_types/{}/relationships': {
    fresh: ['a custom object type'],
    body: (_, { unique }) => ({
      name: unique('owner'),
      related_to: 'contact',
      related_name: unique('things'),
      cardinality: 'many_to_one',
    }),
  },
  'DELETE /parley/custom_object_types/{}/relationships/{}': { fresh: ['a custom object type'] },
  'GET /parley/webhooks': {},
  'GET /parley/webhooks/{}': {},
  'POST /parley/webhooks': {
    body: (_, scene) => ({
      url: `https://example.com/${domain(scene, 'hook')}`,
      topics: ['company.deleted'],
      active: false,
    }),
  },
  'PUT /parley/webhooks/{}': { body: () => ({ topics: ['company.deleted'], api_version: null }) },
  'DELETE /parley/webhooks/{}': { fresh: ['a webhook'] },
  'POST /parley/webhooks/{}/rotate_secret': {},
  'POST /parley/webhooks/{}/ping': {},
  'GET /parley/webhooks/{}/attempts': {},
}
