import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const secureModeSecretFixtures = {
  'an identity secret': fixture({
    params: { secure_mode_secret_id: byId },
    make: ({ send, unique }) => send('POST', '/secure_mode_secrets', { name: unique('secret'), supports_web: true }),
  }),
  'a deleted identity secret': fixture({
    consumes: ['an identity secret'],
    removed: 'an identity secret',
    make: async ({ send }, { 'an identity secret': secret }) => {
      await send('DELETE', `/secure_mode_secrets/${secret!['id']}`)
      return secret!
    },
  }),
}
