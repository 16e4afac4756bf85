import { byId, fixture } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const create = ({ send, unique }: Scene, more: object = {}) =>
  send('POST', '/help_center/collections', { name: unique('collection'), description: unique('about'), ...more })

export const collectionFixtures = {
  'a collection': fixture({ params: { collection_id: byId }, make: (scene) => create(scene) }),
  'another collection': fixture({ make: (scene) => create(scene) }),
  'a section': fixture({
    needs: ['a collection'],
    params: { section_id: byId },
    make: (scene, { 'a collection': collection }) => create(scene, { parent_id: collection!['id'] }),
  }),
  'a deleted collection': fixture({
    consumes: ['a collection'],
    removed: 'a collection',
    make: async ({ send }, { 'a collection': collection }) => {
      await send('DELETE', `/help_center/collections/${collection!['id']}`)
      return collection!
    },
  }),
  'a deleted section': fixture({
    consumes: ['a section'],
    removed: 'a section',
    make: async ({ send }, { 'a section': section }) => {
      await send('DELETE', `/help_center/collections/${section!['id']}`)
      return section!
    },
  }),
}
