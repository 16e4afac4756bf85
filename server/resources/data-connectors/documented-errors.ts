import type { Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'
import { ERROR_TYPES } from './execution.ts'

const NOWHERE = '/data_connectors/999999999'
const AUDIENCES = 'Invalid audiences. Must be a subset of: leads, users, visitors'
const IN_USE = 'Data connector is in use by other resources and'
const NO_EXECUTION = 'Execution result not found'

/** The path of a data connector that a workflow runs. */
async function used({ another, send, unique }: Ground): Promise<string> {
  const { id } = await another('a data connector')
  await send('POST', '/parley/workflows', {
    title: unique('workflow'),
    trigger_type: 'inbound_conversation',
    steps: [{ type: 'run_connector', data_connector_id: id }],
  })
  return `/data_connectors/${id}`
}

const own = async ({ given }: Ground) => `/data_connectors/${(await given('a data connector'))['id']}`

export default [
  row(
    'GET /data_connectors',
    400,
    'client_error',
    'Invalid starting_after param. Please try again using a starting_after value from a paginated response',
    () => ['/data_connectors?starting_after=nothing'],
  ),
  row('POST /data_connectors', 422, 'parameter_not_found', 'Name is required', () => ['/data_connectors', {}]),
  row('POST /data_connectors', 422, 'parameter_invalid', AUDIENCES, () => [
    '/data_connectors',
    { name: 'Orders', audiences: ['everybody'] },
  ]),
  row('PATCH /data_connectors/{}', 422, 'parameter_invalid', AUDIENCES, async (ground) => [
    await own(ground),
    { audiences: ['everybody'] },
  ]),
  row('PATCH /data_connectors/{}', 422, 'parameter_invalid', "Http Method isn't an option", async (ground) => [
    await own(ground),
    { http_method: 'trace' },
  ]),
  row(
    'PATCH /data_connectors/{}',
    422,
    'parameter_invalid',
    'Invalid state. Must be one of: draft, live',
    async (ground) => [await own(ground), { state: 'paused' }],
  ),
  row(
    'GET /data_connectors/{}',
    400,
    'parameter_invalid',
    'Invalid state_version. Must be one of: live, draft',
    async (ground) => [`${await own(ground)}?state_version=paused`],
  ),
  row(
    'DELETE /data_connectors/{}',
    409,
    'conflict',
    'Data connector must be in draft state to be deleted',
    async ({ another }, client) => {
      const path = `/data_connectors/${(await another('a data connector'))['id']}`
      await client.patch(path, { state: 'live' })
      return [path]
    },
  ),
  row('DELETE /data_connectors/{}', 409, 'data_connector_in_use', `${IN_USE} cannot be deleted`, async (ground) => [
    await used(ground),
  ]),
  row(
    'PATCH /data_connectors/{}',
    409,
    'data_connector_in_use',
    `${IN_USE} cannot be set to draft`,
    async (ground, client) => {
      const path = await used(ground)
      await client.patch(path, { state: 'live' })
      return [path, { state: 'draft' }]
    },
  ),
  ...rows(404, 'data_connector_not_found', 'Data connector not found', {
    'GET /data_connectors/{}': () => [NOWHERE],
    'PATCH /data_connectors/{}': () => [NOWHERE, { name: 'Orders' }],
    'DELETE /data_connectors/{}': () => [NOWHERE],
    'GET /data_connectors/{}/execution_results': () => [`${NOWHERE}/execution_results`],
    'GET /data_connectors/{}/execution_results/{}': () => [`${NOWHERE}/execution_results/1`],
  }),
  row(
    'GET /data_connectors/{}/execution_results/{}',
    404,
    'execution_result_not_found',
    NO_EXECUTION,
    async (ground) => [`${await own(ground)}/execution_results/999999999`],
  ),
  row(
    'GET /data_connectors/{}/execution_results',
    400,
    'parameter_invalid',
    `Invalid error_type. Must be one of: ${ERROR_TYPES.join(', ')}`,
    async (ground) => [`${await own(ground)}/execution_results?error_type=none`],
  ),
  row(
    'GET /data_connectors/{}/execution_results',
    400,
    'parameter_invalid',
    'start_ts must be a Unix timestamp (integer)',
    async (ground) => [`${await own(ground)}/execution_results?start_ts=yesterday`],
  ),
] satisfies ErrorRow[]
