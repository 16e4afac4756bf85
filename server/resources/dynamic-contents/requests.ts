import type { Given, Sample } from '../../test/requests/request.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const variations = ({ 'a brand': brand }: Given, { unique }: Scene) => [
  { locale: 'en', brand_id: String(brand['id']), text_content: unique('words'), intentionally_empty: false },
  { locale: 'en', brand_id: null, text_content: unique('words') },
]

export default {
  'GET /dynamic_contents': {},
  'GET /dynamic_contents/{}': {},
  'POST /dynamic_contents': {
    needs: ['a brand'],
    body: (given, scene) => ({
      name: scene.unique('dynamic content'),
      content_type: 'inline',
      default_locale: 'en',
      variations: variations(given, scene),
    }),
  },
  'PUT /dynamic_contents/{}': {
    needs: ['a brand'],
    body: (given, scene) => ({
      name: scene.unique('dynamic content'),
      default_locale: 'en',
      variations: variations(given, scene),
    }),
  },
  'DELETE /dynamic_contents/{}': { fresh: ['a dynamic content'] },
} satisfies Record<string, Sample>
