import { randomBytes } from 'node:crypto'
import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const helpCenterFixtures = {
  'a help center': fixture({
    params: { help_center_id: byId },
    make: ({ send, unique }) => {
      const display_name = unique('help center')
      // An address on the server, which all workspaces share.
      const identifier = `${display_name.replaceAll(' ', '-')}-${randomBytes(4).toString('hex')}`
      return send('POST', '/parley/help_centers', { identifier, display_name })
    },
  }),
  'a redirect': fixture({
    needs: ['a help center'],
    params: { redirect_id: byId },
    async make({ send, unique }, { 'a help center': center }) {
      const { id, url } = center!
      const target = await send('POST', '/help_center/collections', {
        name: unique('target'),
        help_center_id: Number(id),
      })
      return send('POST', `/help_center/help_centers/${id}/redirects`, {
        from_url: `${url}/${unique('old').replaceAll(' ', '-')}`,
        locale: 'en',
        target_type: 'collection',
        target_id: target['id'],
      })
    },
  }),
  'a deleted redirect': fixture({
    consumes: ['a redirect'],
    removed: 'a redirect',
    make: async ({ send }, { 'a redirect': redirect }) => {
      await send('DELETE', `/help_center/help_centers/${redirect!['help_center_id']}/redirects/${redirect!['id']}`)
      return redirect!
    },
  }),
  'a deleted help center': fixture({
    consumes: ['a help center'],
    removed: 'a help center',
    make: async ({ send }, { 'a help center': center }) => {
      await send('DELETE', `/parley/help_centers/${center!['id']}`)
      return center!
    },
  }),
}
