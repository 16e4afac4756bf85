import type { Scene } from '../../test/fixtures/scene.ts'
import type { Sample } from '../../test/requests/request.ts'

const domain = ({ unique }: Scene, word: string) => unique(word).replaceAll(' ', '-')

export default {
  'GET /me': {},
  'GET /admins': {},
  'GET /admins/{}': {},
  'PUT /admins/{}/away': { body: () => ({ away_mode_enabled: false, away_mode_reassign: false }) },
  'GET /admins/office_hours': {
    needs: ['an office hours schedule'],
    before: async ({ 'an office hours schedule': { id } }, { another, send }) => {
      for (const admin of [await another('an admin'), await another('an admin')])
        await send('PUT', `/admins/${admin['id']}/office_hours`, { office_hours_schedule_id: id })
    },
  },
  'PUT /admins/office_hours': {
    needs: ['an admin', 'an office hours schedule'],
    body: ({ 'an admin': admin, 'an office hours schedule': schedule }) => ({
      assignments: [{ admin_id: admin['id'], office_hours_schedule_id: schedule['id'] }],
    }),
  },
  'GET /admins/{}/office_hours': {},
  'PUT /admins/{}/office_hours': {
    needs: ['an office hours schedule'],
    body: ({ 'an office hours schedule': { id } }) => ({ office_hours_schedule_id: id }),
  },
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
} satisfies Record<string, Sample>
