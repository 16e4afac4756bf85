import type { Sample } from '../../test/requests/request.ts'

/** A step with every field. */
const step = (
  {
    'a tag': tag,
    'an admin': admin,
    'a data connector': connector,
    'a conversation attribute': attribute,
  }: Record<string, any>,
  unique: (word: string) => string,
) => ({
  type: 'reply',
  body: unique('reply'),
  assignee_type: 'admin',
  assignee_id: admin['id'],
  tag_id: tag['id'],
  seconds: 600,
  options: [unique('option')],
  attribute: attribute['name'],
  keep_on_activity: true,
  data_connector_id: connector['id'],
  inputs: { order_id: unique('order') },
  if: { field: 'open', operator: '=', value: true },
})

const needs = ['a tag', 'an admin', 'a data connector', 'a conversation attribute'] as const

export default {
  'GET /export/workflows/{}': {},
  'GET /parley/workflows': { needs: ['a workflow'] },
  'POST /parley/workflows': {
    needs: [...needs],
    // Renamed and archived by other requests.
    fresh: ['a conversation attribute'],
    body: (given, { unique }) => ({
      title: unique('workflow'),
      description: unique('description'),
      state: 'paused',
      position: 3,
      trigger_type: 'conversation_closed',
      conditions: { field: 'source.body', operator: '~', value: unique('words') },
      steps: [step(given, unique)],
    }),
  },
  'GET /parley/workflows/{}': {},
  'PUT /parley/workflows/{}': {
    needs: [...needs],
    // Renamed and archived by other requests.
    fresh: ['a conversation attribute'],
    body: (given, { unique }) => ({
      title: unique('workflow'),
      description: unique('description'),
      state: 'paused',
      position: 3,
      trigger_type: 'conversation_opened',
      conditions: { field: 'source.body', operator: '~', value: unique('words') },
      steps: [step(given, unique)],
    }),
  },
  'DELETE /parley/workflows/{}': { fresh: ['a workflow'] },
  'GET /parley/workflows/{}/runs': {},
} satisfies Record<string, Sample>
