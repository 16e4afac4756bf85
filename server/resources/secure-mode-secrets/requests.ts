import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /secure_mode_secrets': {},
  'POST /secure_mode_secrets': {
    body: (_, { unique }) => ({
      name: unique('secret'),
      supports_android: true,
      supports_ios: true,
      supports_web: true,
    }),
  },
  'DELETE /secure_mode_secrets/{}': { fresh: ['an identity secret'] },
} satisfies Record<string, Sample>
