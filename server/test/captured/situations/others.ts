import type { Situation } from '../stage.ts'

const PICTURE = 'https://files.example.com/bea.png'
const newcomer = { name: 'Bea Example', email: 'bea@example.com', has_inbox_seat: true, avatar: { image_url: PICTURE } }

export const others: Record<string, Situation> = {
  R57: {
    version: '2.7',
    act: async ({ client }) => (await client.post('/phone_call_redirects', { phone: '+353832345678' })).body,
  },
  'H-admin.added_to_workspace': {
    version: '2.14',
    async act({ send, delivered }) {
      const team = await send('post', '/parley/teams', { name: 'Support' })
      return delivered('admin.added_to_workspace', () =>
        send('post', '/parley/admins', { ...newcomer, team_ids: [Number(team.id)] }),
      )
    },
  },
  'H-admin.removed_from_workspace': {
    version: '2.14',
    async act({ send, delivered }) {
      const { id } = await send('post', '/parley/admins', newcomer)
      return delivered('admin.removed_from_workspace', () => send('delete', `/parley/admins/${id}`))
    },
  },
  'H-admin.activity_log_event.created': {
    version: '2.14',
    act: ({ send, delivered }) =>
      delivered('admin.activity_log_event.created', () => send('post', '/parley/teams', { name: 'Support' })),
  },
  'A-GET-activity_logs': {
    version: '2.11',
    async act({ client, send }) {
      await send('post', '/parley/teams', { name: 'test' })
      const { id } = await send('post', '/parley/admins', newcomer)
      await send('put', `/parley/admins/${id}`, { role: { name: 'Lead' } })
      const { body } = await client.get('/admins/activity_logs?created_at_after=1000000000')
      const types = ['admin_permission_change', 'app_team_creation']
      return {
        activity_logs: body.activity_logs.filter(({ activity_type }: any) => types.includes(activity_type)),
      }
    },
  },
  'H-ping': {
    version: '2.14',
    async act({ scene, workspace, send }) {
      const path = `/${workspace.id}/ping`
      const client = scene.client({ token: workspace.token })
      const { id } = await scene.listen(path, ['contact.user.created'], {}, client)
      await send('post', `/parley/webhooks/${id}/ping`)
      await scene.deliverDue()
      return scene.receiver.at(path).at(-1)!.body
    },
  },
  'H-event.created': {
    version: '2.7',
    async act({ scene, send, delivered }) {
      await send('post', '/contacts', { external_id: '12', email: 'hal@example.com' })
      const created_at = Math.floor(scene.clock.now().getTime() / 1000)
      return delivered('event.created', () =>
        send('post', '/events', { event_name: 'invited-friend', user_id: '12', created_at }),
      )
    },
  },
}
