import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const authTokenFixtures = {
  'an auth token': fixture({
    params: { auth_token_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/auth_tokens', {
        name: unique('token'),
        token_value: unique('value'),
        request_header_key: 'Authorization',
        token_prefix: 'Bearer',
      }),
  }),
}
