import { byId, fixture } from '../../test/fixtures/fixture.ts'

/** A network that is set aside for examples: nothing is sent to it. */
export const NOWHERE = 'https://192.0.2.1/orders'

export const dataConnectorFixtures = {
  'a data connector': fixture({
    params: { data_connector_id: byId },
    make: (scene) =>
      scene.send('POST', '/data_connectors', {
        name: scene.unique('connector'),
        description: scene.unique('description'),
        internal_description: scene.unique('internal description'),
        url: `${NOWHERE}/{{order_id}}`,
        http_method: 'post',
        body: JSON.stringify({ words: scene.unique('body') }),
        headers: [{ name: 'X-Words', value: scene.unique('header') }],
        data_inputs: [{ name: 'order_id', type: 'string', description: scene.unique('input'), required: true }],
        mock_response: { words: scene.unique('sample') },
      }),
  }),
  'a published data connector': fixture({
    consumes: ['a data connector'],
    params: { data_connector_version_id: (made) => String(made['version_id']) },
    async make(scene, { 'a data connector': made }) {
      const path = `/data_connectors/${made!['id']}`
      await scene.send('PATCH', path, { state: 'live' })
      await scene.send('PATCH', path, { state: 'live', description: scene.unique('description') })
      const [version] = (await scene.send('GET', `${path}/versions`))['data']
      await scene.send('PATCH', path, { state: 'draft' })
      return { ...made!, version_id: version.entity_version_id }
    },
  }),
  'an execution result': fixture({
    needs: ['a data connector'],
    params: { execution_result_id: byId },
    make: (scene, { 'a data connector': made }) =>
      scene.send('POST', `/parley/data_connectors/${made!['id']}/run`, {
        inputs: { order_id: scene.unique('order').replaceAll(' ', '-') },
      }),
  }),
  'a deleted data connector': fixture({
    consumes: ['a data connector'],
    removed: 'a data connector',
    make: async ({ send }, { 'a data connector': made }) => {
      await send('DELETE', `/data_connectors/${made!['id']}`)
      return made!
    },
  }),
}
