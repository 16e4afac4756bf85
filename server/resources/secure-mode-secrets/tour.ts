import { step } from '../../test/tour/step.ts'

export default [
  step('POST /secure_mode_secrets', {
    gives: { identitySecret: ({ id }) => id },
    go: (c) => c.post('/secure_mode_secrets', { name: 'Production Web', supports_web: true }),
  }),
  step('GET /secure_mode_secrets', { needs: ['identitySecret'], go: (c) => c.get('/secure_mode_secrets') }),
  step('DELETE /secure_mode_secrets/{}', {
    ends: ['identitySecret'],
    go: (c, { identitySecret }) => c.delete(`/secure_mode_secrets/${identitySecret}`),
  }),
]
