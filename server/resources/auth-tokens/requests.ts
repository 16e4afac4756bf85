import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /auth_tokens': {},
  'GET /auth_tokens/{}': {},
  'POST /auth_tokens': {
    body: (_, { unique }) => ({
      name: unique('token'),
      description: unique('description'),
      token_type: 'oauth',
      domain: `${unique('domain').replaceAll(/[^a-z0-9]+/gi, '-')}.example`.toLowerCase(),
      oauth: {
        token_url: 'https://login.example.com/token',
        client_id: unique('client'),
        client_secret: unique('value'),
        scope: unique('scope'),
        audience: unique('audience'),
        request_format: 'json',
      },
    }),
  },
  'PATCH /auth_tokens/{}': {
    body: (_, { unique }) => ({
      name: unique('token'),
      description: unique('description'),
      request_header_key: 'X-Api-Key',
      token_prefix: 'Key',
    }),
  },
} satisfies Record<string, Sample>
