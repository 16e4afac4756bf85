import Type from 'typebox'
import { unix } from '../../clock.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, model, Nullable, Timestamp } from '../../schema/types.ts'
import { listBuckets, summariseExecutions, type Summary } from './health-queries.ts'
import { getConnector } from './queries.ts'
import { readTimestamp } from './read-timestamp.ts'

const DAY_S = 86_400
const MOST_HOURS = 336
const MOST_BUCKETS = 300
const MOST_MINUTES = 1440

const Amounts = (of: string) =>
  Type.Object(
    {
      p50: described(Nullable(Type.Integer()), 'The median; null without any.'),
      p90: described(Nullable(Type.Integer()), 'Nine of ten are not above it; null without any.'),
      p99: described(Nullable(Type.Integer()), '99 of 100 are not above it; null without any.'),
    },
    { description: of },
  )
const Ms = (of: string) => described(Nullable(Type.Integer()), `${of}, in milliseconds; null without any.`)

const Health = model('data_connector_health', {
  type: Type.Literal('data_connector_health'),
  start_ts: described(Timestamp, 'The beginning of the time that is told of.'),
  end_ts: described(Timestamp, 'Its end.'),
  bucket_size_minutes: described(Type.Integer(), 'The minutes that an item of the time series covers.'),
  summary: Type.Object(
    {
      total_executions: described(Type.Integer(), 'The number of executions.'),
      success_rate: described(
        Type.Number(),
        'The share of executions that were completed with a 2xx status, from 0 to 1; 0 without any.',
      ),
      overall_status: described(
        Nullable(Type.Enum(['healthy', 'degraded', 'unhealthy'])),
        '`healthy` from a success rate of 0.95, `degraded` from 0.5, else `unhealthy`; null without executions.',
      ),
      external_latency_ms: Amounts('The milliseconds that the other system took.'),
      internal_latency_ms: Amounts('The milliseconds that the rest took.'),
      response_payload_size_bytes: Amounts('The sizes of the answers in bytes.'),
      http_status_distribution: described(
        Type.Array(
          Type.Object({
            http_status: described(Type.Integer(), 'The status.'),
            count: described(Type.Integer(), 'The number of answers that had it.'),
          }),
        ),
        'Statuses of answers, in their order.',
      ),
      failure_types_distribution: described(
        Type.Array(
          Type.Object({
            error_type: described(Type.String(), 'The kind of failure.'),
            count: described(Type.Integer(), 'The number of failures of that kind.'),
          }),
        ),
        'Kinds of failures, the most frequent first.',
      ),
    },
    { description: 'All executions of the time.' },
  ),
  time_series: described(
    Type.Array(
      Type.Object({
        bucket_start: described(Timestamp, 'The beginning of the bucket, a multiple of its size since 1970.'),
        execution_count: described(Type.Integer(), 'The number of executions in it.'),
        external_latency_avg_ms: Ms('The average time of the other system'),
        external_latency_max_ms: Ms('The longest time of the other system'),
        internal_latency_avg_ms: Ms('The average time of the rest'),
        internal_latency_max_ms: Ms('The longest time of the rest'),
      }),
    ),
    'Buckets with executions, oldest first.',
  ),
})

export const getDataConnectorHealth = operation({
  method: 'GET',
  path: '/data_connectors/{data_connector_id}/health',
  group: 'Data Connectors',
  summary: 'Retrieve the health of a data connector',
  description: 'Figures of its executions in a time of up to 14 days; the last 7 days by default.',
  inferred: 'the scopes, the codes, and the success rates at which it is degraded or unhealthy',
  scopes: ['read_workflow_connector_execution_result', 'read_write_data_connectors'],
  params: Type.Object({ data_connector_id: Type.String() }),
  query: Type.Object({
    start_ts: Type.Optional(
      Type.String({ description: 'The beginning in unix seconds; 7 days before `end_ts` by default.' }),
    ),
    end_ts: Type.Optional(Type.String({ description: 'The end in unix seconds; now by default.' })),
    bucket_size_minutes: Type.Optional(
      Type.String({
        description: `The minutes of a bucket, 1 to ${MOST_MINUTES}; by default the fewest with which there are at most ${MOST_BUCKETS} buckets.`,
      }),
    ),
  }),
  reply: Health,
  answer: 'The health of the data connector.',
  handle: async ({ db, workspaceId, now }, { params, query }) => {
    const to = readTimestamp('end_ts', query.end_ts) ?? now
    const from = readTimestamp('start_ts', query.start_ts) ?? new Date(to.getTime() - 7 * DAY_S * 1000)
    const seconds = unix(to) - unix(from)
    if (seconds < 0) throw parameterInvalid('start_ts must not be after end_ts')
    if (seconds > MOST_HOURS * 3600) throw parameterInvalid(`The time must not be longer than ${MOST_HOURS} hours`)
    const minutes = readMinutes(query.bucket_size_minutes) ?? Math.max(1, Math.ceil(seconds / 60 / MOST_BUCKETS))
    const { connector_id } = await getConnector(db, workspaceId, params.data_connector_id)
    const [summary, buckets] = await Promise.all([
      summariseExecutions(db, workspaceId, connector_id, from, to),
      listBuckets(db, workspaceId, connector_id, { from, to, minutes }),
    ])
    return {
      type: 'data_connector_health' as const,
      start_ts: unix(from),
      end_ts: unix(to),
      bucket_size_minutes: minutes,
      summary: presentSummary(summary),
      time_series: buckets.map(({ bucket, ...figures }) => ({ bucket_start: unix(bucket), ...figures })),
    }
  },
})

function readMinutes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (minutes < 1 || minutes > MOST_MINUTES)
    throw parameterInvalid(`bucket_size_minutes must be an integer from 1 to ${MOST_MINUTES}`)
  return minutes
}

const amounts = ([p50 = null, p90 = null, p99 = null]: (number | null)[]) => ({ p50, p90, p99 })

function presentSummary({ total, successes, external, internal, sizes, statuses, failures }: Summary) {
  const rate = total === 0 ? 0 : successes / total
  return {
    total_executions: total,
    success_rate: rate,
    overall_status:
      total === 0
        ? null
        : rate >= 0.95
          ? ('healthy' as const)
          : rate >= 0.5
            ? ('degraded' as const)
            : ('unhealthy' as const),
    external_latency_ms: amounts(external ?? []),
    internal_latency_ms: amounts(internal ?? []),
    response_payload_size_bytes: amounts(sizes ?? []),
    http_status_distribution: statuses,
    failure_types_distribution: failures,
  }
}
