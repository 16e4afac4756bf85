import type { Given, Sample } from '../../test/requests/request.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const names = (_: Given, { unique }: Scene) => ({
  name: unique('name'),
  description: unique('about'),
  translated_content: { fr: { name: unique('nom'), description: unique('sujet') } },
})

const section = (_: Given, { unique }: Scene) => ({
  name: unique('name'),
  translated_content: { fr: { name: unique('nom') } },
})

export default {
  'GET /help_center/collections': {},
  'GET /help_center/collections/{}': {},
  'POST /help_center/collections': {
    needs: ['a section'],
    body: (given, scene) => ({
      ...names(given, scene),
      icon: 'folder',
      parent_id: given['a section']['id'],
      help_center_id: Number(given['a section']['help_center_id']),
    }),
  },
  'PUT /help_center/collections/{}': {
    needs: ['a collection'],
    path: { collection_id: ['another collection', ({ id }) => id] },
    body: (given, scene) => ({ ...names(given, scene), parent_id: given['a collection']['id'] }),
  },
  'DELETE /help_center/collections/{}': { fresh: ['a collection'] },
  'GET /help_center/sections': {},
  'GET /help_center/sections/{}': {},
  'POST /help_center/sections': {
    needs: ['a collection'],
    body: (given, scene) => ({ ...section(given, scene), parent_id: Number(given['a collection']['id']) }),
  },
  'PUT /help_center/sections/{}': {
    needs: ['another collection'],
    body: (given, scene) => ({ ...section(given, scene), parent_id: Number(given['another collection']['id']) }),
  },
  'DELETE /help_center/sections/{}': { fresh: ['a section'] },
} satisfies Record<string, Sample>
