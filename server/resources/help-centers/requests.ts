import { randomBytes } from 'node:crypto'
import type { Scene } from '../../test/fixtures/scene.ts'
import type { Sample } from '../../test/requests/request.ts'

const domain = ({ unique }: Scene, word: string) => unique(word).replaceAll(' ', '-')

export default {
  'GET /help_center/help_centers': {},
  'GET /help_center/help_centers/{}': {},
  'GET /help_center/help_centers/{}/redirects': {},
  'POST /help_center/help_centers/{}/redirects': {
    needs: ['a redirect'],
    body: ({ 'a help center': center, 'a redirect': redirect }, scene) => ({
      from_url: `${center['url']}/${domain(scene, 'from')}`,
      locale: 'en',
      target_type: 'collection',
      target_id: redirect['target_id'],
    }),
  },
  'GET /help_center/help_centers/{}/redirects/{}': {},
  'DELETE /help_center/help_centers/{}/redirects/{}': { fresh: ['a redirect'] },
  'GET /parley/help_centers': {},
  'GET /parley/help_centers/{}': {},
  'POST /parley/help_centers': {
    body: (_, scene) => ({
      // An address on the server, which all workspaces share.
      identifier: `${domain(scene, 'center')}-${randomBytes(4).toString('hex')}`,
      display_name: scene.unique('center'),
      custom_domain: `${domain(scene, 'help')}.example.com`,
      locales: ['en'],
      header_text: { en: scene.unique('header') },
    }),
  },
  'PUT /parley/help_centers/{}': {
    body: (_, { unique }) => ({
      display_name: unique('center'),
      locales: ['en', 'fr'],
      header_text: { en: unique('header') },
    }),
  },
  'DELETE /parley/help_centers/{}': { fresh: ['a help center'] },
} satisfies Record<string, Sample>
