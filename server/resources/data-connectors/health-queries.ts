/** Figures of the executions of a data connector. */
import { fragment, type Db } from '../../db/pool.ts'

export interface Summary {
  total: number
  successes: number
  /** The 50th, 90th and 99th of a hundred; null without any. */
  external: number[] | null
  internal: number[] | null
  sizes: number[] | null
  statuses: { http_status: number; count: number }[]
  failures: { error_type: string; count: number }[]
}

const internal = fragment`execution_time_ms - external_time_ms`
const percentiles = fragment`percentile_disc(array[0.5, 0.9, 0.99]) within group`

export async function summariseExecutions(
  db: Db,
  workspaceId: number,
  connectorId: number,
  from: Date,
  to: Date,
): Promise<Summary> {
  const [row] = await db<[Summary]>`
    with asked as (
      select * from data_connector_executions
      where workspace_id = ${workspaceId} and connector_id = ${connectorId}
        and created_at >= ${from} and created_at <= ${to})
    select count(*) as total,
      count(*) filter (where success and http_status between 200 and 299) as successes,
      ${percentiles} (order by external_time_ms) as external,
      ${percentiles} (order by ${internal}) as internal,
      ${percentiles} (order by response_bytes) as sizes,
      (select coalesce(json_agg(s), '[]') from (
        select http_status, count(*) from asked where http_status is not null
        group by http_status order by http_status) s) as statuses,
      (select coalesce(json_agg(f), '[]') from (
        select error_type, count(*) from asked where error_type is not null
        group by error_type order by count(*) desc, error_type) f) as failures
    from asked`
  return row
}

export interface Bucket {
  bucket: Date
  execution_count: number
  external_latency_avg_ms: number | null
  external_latency_max_ms: number | null
  internal_latency_avg_ms: number | null
  internal_latency_max_ms: number | null
}

/** Buckets with executions, oldest first, aligned to 1970. */
export const listBuckets = (
  db: Db,
  workspaceId: number,
  connectorId: number,
  { from, to, minutes }: { from: Date; to: Date; minutes: number },
): Promise<Bucket[]> => db<Bucket[]>`
  select date_bin(make_interval(mins => ${minutes}::int), created_at, 'epoch') as bucket,
    count(*) as execution_count,
    round(avg(external_time_ms))::int as external_latency_avg_ms,
    max(external_time_ms) as external_latency_max_ms,
    round(avg(${internal}))::int as internal_latency_avg_ms,
    max(${internal}) as internal_latency_max_ms
  from data_connector_executions
  where workspace_id = ${workspaceId} and connector_id = ${connectorId}
    and created_at >= ${from} and created_at <= ${to}
  group by bucket order by bucket`
