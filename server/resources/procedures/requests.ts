import type { Sample } from '../../test/requests/request.ts'

/** A step with every field. */
const step = (
  { 'a data connector': connector, 'a data attribute': attribute }: Record<string, any>,
  unique: (word: string) => string,
) => ({
  type: 'answer',
  body: unique('words'),
  save_as: 'reply',
  data_connector_id: connector['id'],
  inputs: { order_id: unique('order') },
  outputs: { state: 'order.state' },
  attribute_of: 'contact',
  attribute_name: attribute['name'],
  value: unique('value'),
  step_id: unique('step'),
  attributes: [
    {
      identifier: unique('identifier'),
      name: 'verdict',
      label: unique('label'),
      data_type: 'list',
      options: [{ id: unique('option'), label: unique('label') }],
    },
  ],
  seconds: 600,
  if: { field: 'open', operator: '=', value: true },
})

const audience = { field: 'role', operator: '=', value: 'user' }

export default {
  'POST /fin/procedures/{}/run': {
    body: (_, { unique }) => ({
      conversation_id: unique('session'),
      user: { id: unique('user'), name: unique('name'), email: 'ada@example.com', attributes: {} },
      message: {
        author: 'user',
        body: unique('words'),
        timestamp: '2026-01-15T12:00:00Z',
        timestamp_ms: '2026-01-15T12:00:00.250Z',
      },
      conversation_metadata: { attributes: {} },
      settings: { email: true },
      environment: unique('environment'),
    }),
  },
  'POST /procedures/{}/proactive_trigger': {
    needs: ['a contact'],
    body: ({ 'a contact': { external_id: id } }, { unique }) => ({
      user: { id },
      locale: 'en',
      context: { plan: unique('plan') },
    }),
  },
  'POST /procedures/{}/collect_agent_input': {
    path: { conversation_id: 'a procedure that waits for input' },
    fresh: ['a procedure that waits for input'],
    needs: ['a procedure that waits for input'],
    body: ({ 'a procedure that waits for input': { step_id, identifier } }, { unique }) => ({
      step_id,
      attribute_values: [{ identifier, value: unique('verdict') }],
    }),
  },
  'GET /parley/procedures': { needs: ['a procedure'] },
  'POST /parley/procedures': {
    // Archived by other requests.
    fresh: ['a data attribute'],
    needs: ['a data connector', 'a data attribute'],
    body: (given, { unique }) => ({
      title: unique('procedure'),
      description: unique('description'),
      state: 'live',
      api_trigger: true,
      audience,
      steps: [step(given, unique)],
    }),
  },
  'GET /parley/procedures/{}': {},
  'PUT /parley/procedures/{}': {
    // Archived by other requests.
    fresh: ['a data attribute'],
    needs: ['a data connector', 'a data attribute'],
    body: (given, { unique }) => ({
      title: unique('procedure'),
      description: unique('description'),
      state: 'draft',
      api_trigger: false,
      audience,
      steps: [step(given, unique)],
    }),
  },
  'DELETE /parley/procedures/{}': { fresh: ['a procedure'] },
  'GET /parley/procedures/{}/runs': {},
} satisfies Record<string, Sample>
