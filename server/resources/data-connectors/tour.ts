import { step } from '../../test/tour/step.ts'
import { NOWHERE } from './fixtures.ts'

export default [
  step('POST /data_connectors', {
    gives: { connector: ({ id }) => id },
    go: (c) =>
      c.post('/data_connectors', {
        name: 'Get Order Status',
        description: 'Looks up the status of an order',
        http_method: 'get',
        url: `${NOWHERE}/{{order_id}}/status`,
        audiences: ['leads', 'visitors'],
        headers: [{ name: 'X-Api-Key', value: 'a secret' }],
        data_inputs: [{ name: 'order_id', type: 'string', description: 'The order', required: true }],
        mock_response: { order: { id: 12345, status: 'shipped' } },
      }),
  }),
  step('GET /data_connectors', { needs: ['connector'], go: (c) => c.get('/data_connectors') }),
  step('GET /data_connectors/{}', {
    needs: ['connector'],
    go: (c, { connector }) => c.get(`/data_connectors/${connector}`),
  }),
  step('PATCH /data_connectors/{}', {
    needs: ['connector'],
    gives: { liveConnector: ({ id }) => id },
    go: (c, { connector }) => c.patch(`/data_connectors/${connector}`, { state: 'live' }),
  }),
  step('GET /data_connectors/{}/execution_results', {
    needs: ['ranConnector'],
    go: (c, { ranConnector }) => c.get(`/data_connectors/${ranConnector}/execution_results?include_bodies=true`),
  }),
  step('GET /data_connectors/{}/execution_results/{}', {
    needs: ['ranConnector', 'execution'],
    go: (c, { ranConnector, execution }) => c.get(`/data_connectors/${ranConnector}/execution_results/${execution}`),
  }),
  step('GET /data_connectors/{}/health', {
    needs: ['ranConnector'],
    go: (c, { ranConnector }) => c.get(`/data_connectors/${ranConnector}/health`),
  }),
  step('GET /data_connectors/{}/versions', {
    needs: ['liveConnector'],
    gives: { connectorVersion: ({ data: [version] }) => version.entity_version_id },
    go: (c, { liveConnector }) => c.get(`/data_connectors/${liveConnector}/versions`),
  }),
  step('GET /data_connectors/{}/versions/{}', {
    needs: ['liveConnector', 'connectorVersion'],
    go: (c, { liveConnector, connectorVersion }) =>
      c.get(`/data_connectors/${liveConnector}/versions/${connectorVersion}`),
  }),
  step('PATCH /data_connectors/{}/versions/{}', {
    needs: ['liveConnector', 'connectorVersion'],
    go: (c, { liveConnector, connectorVersion }) =>
      c.patch(`/data_connectors/${liveConnector}/versions/${connectorVersion}`, { note: 'As the shop began' }),
  }),
  step('POST /data_connectors', {
    gives: { draftConnector: ({ id }) => id },
    go: (c) => c.post('/data_connectors', { name: 'My Connector' }),
  }),
  step('DELETE /data_connectors/{}', {
    ends: ['draftConnector'],
    go: (c, { draftConnector }) => c.delete(`/data_connectors/${draftConnector}`),
  }),
  step('POST /parley/data_connectors/{}/run', {
    needs: ['ranConnector'],
    go: (c, { ranConnector }) => c.post(`/parley/data_connectors/${ranConnector}/run`, {}),
  }),
]
