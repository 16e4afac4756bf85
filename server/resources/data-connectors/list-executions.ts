import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { shownAs } from '../../schema/types.ts'
import { ERROR_TYPES, Execution, presentExecution } from './execution.ts'
import { listExecutions } from './execution-queries.ts'
import { PagedList, pageQuery, pageSize, presentPaged, readTimeCursor } from './pages.ts'
import { getConnector } from './queries.ts'
import { readTimestamp } from './read-timestamp.ts'

const [USUAL, MOST] = [10, 30]
const HOUR_MS = 3_600_000

const TrueOrFalse = (description: string) =>
  Type.Optional(shownAs(Type.Enum(['true', 'false'], { description }), Type.String()))
const Seconds = (description: string) =>
  Type.Optional(shownAs(Type.Integer({ description, 'x-time': true }), Type.String()))

export const listExecutionResults = operation({
  method: 'GET',
  path: '/data_connectors/{data_connector_id}/execution_results',
  group: 'Data Connectors',
  summary: 'List execution results for a data connector',
  description: 'Executions of the last hour, newest first, or those of the given time. They are kept for 30 days.',
  scopes: ['read_workflow_connector_execution_result', 'read_write_data_connectors'],
  params: Type.Object({ data_connector_id: Type.String() }),
  query: Type.Object({
    ...pageQuery(USUAL, MOST),
    success: TrueOrFalse('`true` for successes only, `false` for failures only.'),
    error_type: Type.Optional(
      shownAs(Type.Enum([...ERROR_TYPES], { description: 'Failures of this kind only.' }), Type.String()),
    ),
    start_ts: Seconds('The time of the earliest execution: an hour before `end_ts` by default.'),
    end_ts: Seconds('The time of the latest execution; now by default.'),
    include_bodies: TrueOrFalse('`true` to show the bodies of requests and answers.'),
  }),
  reply: PagedList(Execution),
  answer: 'A page of the execution results.',
  handle: async ({ db, workspaceId, now }, { params, query }) => {
    const perPage = pageSize(query.per_page, USUAL, MOST)
    const success = readSwitch('success', query.success)
    const withBodies = readSwitch('include_bodies', query.include_bodies) ?? false
    const errorType = readErrorType(query.error_type)
    const to = readTimestamp('end_ts', query.end_ts) ?? now
    const from = readTimestamp('start_ts', query.start_ts) ?? new Date(to.getTime() - HOUR_MS)
    const after = readTimeCursor(query.starting_after)
    const { connector_id } = await getConnector(db, workspaceId, params.data_connector_id)
    const rows = await listExecutions(db, workspaceId, connector_id, {
      from,
      to,
      success,
      errorType,
      after,
      limit: perPage + 1,
    })
    return presentPaged(rows, perPage, {
      present: (row) => presentExecution(row, withBodies),
      cursorOf: ({ created_at, id }) => [created_at.getTime(), id],
    })
  },
})

function readErrorType(text: string | undefined): string | undefined {
  if (text === undefined || ERROR_TYPES.includes(text as never)) return text
  throw parameterInvalid(`Invalid error_type. Must be one of: ${ERROR_TYPES.join(', ')}`)
}

function readSwitch(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (text !== 'true' && text !== 'false') throw parameterInvalid(`Invalid ${name}. Must be one of: true, false`)
  return text === 'true'
}
