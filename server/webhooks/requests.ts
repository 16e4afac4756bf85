import type { Scene } from '../test/fixtures/scene.ts'
import type { Sample } from '../test/requests/request.ts'

const domain = ({ unique }: Scene, word: string) => unique(word).replaceAll(' ', '-')

export default {
  'GET /parley/webhooks': {},
  'GET /parley/webhooks/{}': {},
  'POST /parley/webhooks': {
    body: (_, scene) => ({
      url: `https://example.com/${domain(scene, 'hook')}`,
      topics: ['company.deleted'],
      active: false,
    }),
  },
  'PUT /parley/webhooks/{}': { body: () => ({ topics: ['company.deleted'], api_version: null }) },
  'DELETE /parley/webhooks/{}': { fresh: ['a webhook'] },
  'POST /parley/webhooks/{}/rotate_secret': {},
  'POST /parley/webhooks/{}/ping': {},
  'GET /parley/webhooks/{}/attempts': {},
} satisfies Record<string, Sample>
