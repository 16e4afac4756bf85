/** Valid requests to admins, teams, attributes, events and what a workspace is made of. */
import type { Sample } from './request.ts'

export const data: Record<string, Sample> = {
  'GET /me': {},
  'GET /admins': {},
  'GET /admins/{}': {},
  'PUT /admins/{}/away': { body: () => ({ away_mode_enabled: false, away_mode_reassign: false }) },
  'GET /teams': {},
  'GET /teams/{}': {},
  'PUT /teams/{}': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }) => ({
      admin_ids: [Number(id)],
      admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [Number(id)] },
    }),
  },
  'GET /roles': {},
  'GET /subscription_types': {},
  'GET /ticket_states': {},
  'GET /news/newsfeeds': {},
  'GET /news/newsfeeds/{}': {},
  'GET /help_center/help_centers': {},
  'GET /help_center/help_centers/{}': {},
  'GET /data_attributes': {},
  'POST /data_attributes': {
    body: (_, { unique }) => ({
      name: unique('attribute'),
      model: 'contact',
      data_type: 'string',
      label: unique('label'),
      options: [{ value: 'a' }, { value: 'b' }],
    }),
  },
  'PUT /data_attributes/{}': { body: (_, { unique }) => ({ label: unique('label') }) },
  'POST /events': {
    needs: ['a contact'],
    body: ({ 'a contact': { id } }, { unique, now }) => ({
      id,
      event_name: unique('event'),
      created_at: now() - 60,
      metadata: { order: 1 },
    }),
  },
  'GET /events': {
    needs: ['a contact'],
    query: ({ 'a contact': { id } }) => ({ type: 'user', intercom_user_id: id }),
  },
  'POST /events/summaries': {
    needs: ['a contact'],
    body: ({ 'a contact': { external_id } }, { unique, now }) => ({
      user_id: external_id,
      event_summaries: [{ event_name: unique('event'), count: 2, first: now() - 90, last: now() - 60 }],
    }),
  },
}
