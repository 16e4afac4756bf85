import type { Situation } from '../stage.ts'

const PICTURE = 'https://files.example.com/bea.png'
const newcomer = { name: 'Bea Example', email: 'bea@example.com', has_inbox_seat: true, avatar: { image_url: PICTURE } }

export const others: Record<string, Situation> = {
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
