import type { Client } from '../../test/app.ts'
import type { Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const steps = [{ type: 'answer', body: 'Hello' }]
let number = 0
const fresh = () => ({ conversation_id: `documented-${++number}`, user: { id: 'user' } })

/** @returns the path that runs a new procedure */
const pathOf = async ({ send }: Ground, details: object = {}): Promise<string> => {
  const { id } = await send('POST', '/parley/procedures', { title: 'A test', state: 'live', steps, ...details })
  return `/fin/procedures/${id}/run`
}

/** A request that a procedure waits for, and the input that it wants. */
async function waiting({ another }: Ground): Promise<[path: string, body: object]> {
  const { id, step_id, identifier } = await another('a procedure that waits for input')
  return [`/procedures/${id}/collect_agent_input`, { step_id, attribute_values: [{ identifier, value: 'Yes' }] }]
}

const RUN = 'POST /fin/procedures/{}/run'
const COLLECT = 'POST /procedures/{}/collect_agent_input'
const A_DAY = 86_400

const again = async (path: string, client: Client): Promise<[string, object]> => {
  const body = fresh()
  await client.post(path, body)
  return [path, body]
}

export default [
  row(RUN, 400, 'parameter_invalid', 'Procedure not found', () => ['/fin/procedures/0/run', fresh()]),
  row(RUN, 400, 'parameter_invalid', 'Procedure is not live', async (ground) => [
    await pathOf(ground, { state: 'draft' }),
    fresh(),
  ]),
  row(RUN, 400, 'parameter_invalid', 'Procedure does not have an API trigger', async (ground) => [
    await pathOf(ground, { api_trigger: false }),
    fresh(),
  ]),
  row(
    RUN,
    400,
    'parameter_invalid',
    'No Fin profile is configured to handle this conversation. Configure a Fin profile and retry.',
    async (ground) => {
      const path = await pathOf(ground)
      await ground.send('PUT', '/parley/fin', { enabled: false })
      ground.later(async () => void (await ground.send('PUT', '/parley/fin', { enabled: true })))
      return [path, fresh()]
    },
  ),
  row(
    RUN,
    400,
    'parameter_invalid',
    'Fin session already exists for this conversation. Please use /reply to continue the conversation.',
    async (ground, client) => again(await pathOf(ground), client),
  ),
  ...rows(404, 'not_found', 'Resource Not Found', {
    [COLLECT]: () => ['/procedures/0/collect_agent_input', { step_id: 'x', attribute_values: [] }],
  }),
  row(COLLECT, 404, 'not_found', 'This HITL request has expired', async (ground) => {
    const asked = await waiting(ground)
    ground.app.clock.advance(A_DAY)
    return asked
  }),
  row(COLLECT, 409, 'conflict', 'This HITL request has already been fulfilled', async (ground, client) => {
    const [path, body] = await waiting(ground)
    await client.post(path, body)
    return [path, body]
  }),
  row(COLLECT, 403, 'forbidden', 'Procedures HITL API is not enabled for your app.', async (ground) => {
    const asked = await waiting(ground)
    await ground.send('PUT', '/parley/fin', { takes_input: false })
    ground.later(async () => void (await ground.send('PUT', '/parley/fin', { takes_input: true })))
    return asked
  }),
] satisfies ErrorRow[]
