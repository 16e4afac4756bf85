/**
 * Metrics for Prometheus at `/metrics`: requests as they are answered, and gauges read from the database on each
 * scrape (gauges.ts).
 *
 *   const metrics = createMetrics(db)
 *   metrics.count({ method: 'GET', path: '/contacts/{contact_id}', status: 200, ms: 3 })
 *   await metrics.text()
 */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { systemClock } from '../clock.ts'
import type { Pool } from '../db/pool.ts'
import type { Answered } from '../http/request-log.ts'
import { readGauges } from './gauges.ts'

export interface Metrics {
  type: string
  count(answered: Answered): void
  text(): Promise<string>
}

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(db: Pool): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'parley_requests_total',
    help: 'Requests that were answered, by operation and status.',
    labelNames: ['operation', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'parley_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer, by operation.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  })
  const gauge = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const connections = gauge('parley_database_connections', 'Connections of all processes to the database.', [
    'pool',
    'state',
  ])
  const jobs = gauge('parley_jobs', 'Jobs by state: waiting (due), scheduled, running, failed (not tried again).', [
    'state',
  ])
  const lag = gauge('parley_outbox_lag_seconds', 'Age of the oldest event that a webhook is yet to be looked at for.')
  const webhooks = gauge('parley_webhook_notifications_waiting', 'Notifications that webhooks are yet to be told of.')
  const attachments = gauge(
    'parley_attachments',
    'Attachments by address: waiting to be fetched; failed, in the last day.',
    ['state'],
  )
  const memory = gauge('process_resident_memory_bytes', 'Memory of this process.')
  const cpu = new Counter({ name: 'process_cpu_seconds_total', help: 'CPU time of this process.', registers })

  return {
    type: registry.contentType,
    count({ method, path, status, ms }) {
      const operation = `${method} ${path}`
      requests.inc({ operation, status })
      durations.observe({ operation }, ms / 1000)
    },
    async text() {
      const read = await readGauges(db, systemClock.now())
      connections.reset()
      for (const { pool, state, count } of read.connections) connections.set({ pool, state }, count)
      for (const [state, count] of Object.entries(read.jobs)) jobs.set({ state }, count)
      lag.set(read.outboxLag)
      webhooks.set(read.webhooksWaiting)
      for (const [state, count] of Object.entries(read.attachments)) attachments.set({ state }, count)
      memory.set(process.memoryUsage.rss())
      const { user, system } = process.cpuUsage()
      cpu.reset()
      cpu.inc((user + system) / 1e6)
      return registry.metrics()
    },
  }
}
