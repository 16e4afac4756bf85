import type { Sample } from '../../test/requests/request.ts'
import { NOWHERE } from './fixtures.ts'

const published = { data_connector_id: 'a published data connector' } as const

const configuration = ({ 'an auth token': token }: Record<string, any>, unique: (word: string) => string) => ({
  name: unique('connector'),
  description: unique('description'),
  internal_description: unique('internal description'),
  http_method: 'post',
  url: `${NOWHERE}/{{order_id}}`,
  body: JSON.stringify({ words: unique('body') }),
  direct_fin_usage: true,
  audiences: ['leads'],
  headers: [{ name: 'X-Words', value: unique('header') }],
  data_inputs: [
    {
      name: 'order_id',
      type: 'string',
      description: unique('input'),
      required: true,
      default_value: unique('default'),
    },
  ],
  customer_authentication: true,
  bypass_authentication: true,
  validate_missing_attributes: true,
  mock_response: { words: unique('sample') },
  token_ids: [token['id']],
})

export default {
  'GET /data_connectors': { needs: ['a data connector'] },
  'POST /data_connectors': { needs: ['an auth token'], body: (given, { unique }) => configuration(given, unique) },
  'GET /data_connectors/{}': {},
  'PATCH /data_connectors/{}': {
    needs: ['an auth token'],
    body: (given, { unique }) => ({ ...configuration(given, unique), state: 'live' }),
  },
  'DELETE /data_connectors/{}': { fresh: ['a data connector'] },
  'GET /data_connectors/{}/execution_results': { needs: ['an execution result'] },
  'GET /data_connectors/{}/execution_results/{}': {},
  'GET /data_connectors/{}/health': { needs: ['an execution result'] },
  'GET /data_connectors/{}/versions': { path: published },
  'GET /data_connectors/{}/versions/{}': { path: published },
  'PATCH /data_connectors/{}/versions/{}': { path: published, body: (_, { unique }) => ({ note: unique('note') }) },
  'POST /parley/data_connectors/{}/run': {
    needs: ['a conversation'],
    body: ({ 'a conversation': { id } }, { unique }) => ({
      inputs: { order_id: unique('order').replaceAll(' ', '-') },
      state_version: 'draft',
      conversation_id: id,
    }),
  },
} satisfies Record<string, Sample>
