import { step } from '../../test/tour/step.ts'

export default [
  step('POST /auth_tokens', {
    gives: { authToken: ({ id }) => id },
    go: (c) =>
      c.post('/auth_tokens', {
        name: 'Engine works',
        token_value: 'key-1',
        request_header_key: 'Authorization',
        token_prefix: 'Bearer',
      }),
  }),
  step('GET /auth_tokens', { needs: ['authToken'], go: (c) => c.get('/auth_tokens') }),
  step('GET /auth_tokens/{}', { needs: ['authToken'], go: (c, { authToken }) => c.get(`/auth_tokens/${authToken}`) }),
  step('PATCH /auth_tokens/{}', {
    needs: ['authToken'],
    go: (c, { authToken }) => c.patch(`/auth_tokens/${authToken}`, { description: 'For orders of engines' }),
  }),
]
