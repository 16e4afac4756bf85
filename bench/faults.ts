/**
 * Faults of the database's connections under load: the server lives, answers rightly and in time, loses nothing that
 * it acknowledged, and is 503 only while the database is away.
 *
 *   npm run faults                               each fault 50 times, then a process is killed
 *   npm run faults -- --times 5 --only stall     one of: terminate, reset, close, stall, restart, kill
 *
 * It brings its own PostgreSQL. With DATABASE_URL it uses that one, which it cannot restart.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openPool, type Pool } from '../server/db/pool.ts'
import { startProxy, type Proxy } from '../server/test/proxy.ts'
import { startDatabase } from './faults/database.ts'
import { startLoad, type Load } from './faults/load.ts'
import { startServer, type Server } from './faults/server.ts'
import { killOneOfTwo } from './faults/takeover.ts'
import { makeTenant } from './faults/tenants.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
    tokens: { type: 'string', default: '300' },
    clients: { type: 'string', default: '32' },
  },
})
const clients = Number(values.clients)

interface Fault {
  name: string
  make(): Promise<unknown> | unknown
  /** Milliseconds after the fault in which the database may count as away. */
  awayMs: number
}

const given = process.env['DATABASE_URL']
const own = given === undefined ? await startDatabase() : undefined
const direct = own?.address ?? { url: given! }
const proxy = await startProxy(direct)
const proxied = proxy.address.url
const server = await startServer({ DATABASE_URL: proxied })
const control = openPool(direct, { max: 2, name: 'faults' })
const failures: string[] = []
try {
  const size = { tokens: Number(values.tokens) / 2, contacts: 500 }
  const names = [`a${process.pid}`, `b${process.pid}`]
  const tenants = await Promise.all(names.map((name) => makeTenant(control, name, size)))
  const load = startLoad(server.url, tenants, clients)
  for (const fault of faults(control, proxy).filter(({ name }) => name.includes(values.only)))
    await repeat(fault, load, server)
  report(await load.finish(), load, server)
  await server.stop()
  if ('kill'.includes(values.only)) {
    const { missing, seconds } = await killOneOfTwo(proxied, tenants[0]!)
    console.log(
      `kill -9 of one of two processes: all was done after ${seconds.toFixed(1)} s, missing ${missing.length}`,
    )
    failures.push(...missing)
  }
} finally {
  await server.stop()
  await control.end({ timeout: 1 })
  proxy.stop()
  await own?.stop()
}
for (const failure of failures.slice(0, 20)) console.error(failure)
process.exit(failures.length > 0 ? 1 : 0)

function faults(db: Pool, through: Proxy): Fault[] {
  const terminate = () => db`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name <> 'faults' and pid <> pg_backend_pid()`
  return [
    { name: 'terminate', make: terminate, awayMs: 2000 },
    { name: 'reset', make: () => through.break('reset'), awayMs: 2000 },
    { name: 'close', make: () => through.break('close'), awayMs: 2000 },
    // A statement has five seconds, and locks of a client that is gone are held for fifteen.
    { name: 'stall', make: () => through.break('stall'), awayMs: 20_000 },
    ...(own ? [{ name: 'restart', make: () => own.restart(), awayMs: 2000 }] : []),
  ]
}

async function repeat({ name, make, awayMs }: Fault, load: Load, { url, child }: Server): Promise<void> {
  const recoveries: number[] = []
  for (let time = 0; time < Number(values.times) && child.exitCode === null; time++) {
    load.faultUntil = Infinity
    const began = performance.now()
    await make()
    while (!(await isReady(url))) await sleep(20)
    recoveries.push(performance.now() - began)
    load.faultUntil = performance.now() + awayMs
    await sleep(Math.min(awayMs, 2000) + Math.random() * 300)
  }
  const slowest = Math.round(Math.max(...recoveries))
  console.log(`${name}: ${recoveries.length} times, ready again after at most ${slowest} ms`)
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
  await answer?.arrayBuffer()
  return answer?.status === 200
}

function report(lost: string[], { tally }: Load, { child, complaints }: Server): void {
  const died = child.exitCode !== null || child.signalCode !== null
  const rows: [string, string[] | number][] = [
    ['requests answered', tally.answered],
    ['writes acknowledged', tally.acknowledged],
    ['503 while the database was away', tally.unavailable],
    ['slowest answer, ms', Math.round(tally.slowest)],
    ['503 at other times', tally.untimely],
    ['wrong answers', tally.wrong],
    ['later than 10 s, or never', tally.late],
    ['acknowledged and lost', lost],
    ['deaths', died ? [`the server died: ${complaints().slice(-2000)}`] : []],
  ]
  for (const [name, found] of rows) {
    console.log(`  ${name.padEnd(34)} ${typeof found === 'number' ? found : found.length}`)
    if (typeof found !== 'number') failures.push(...found)
  }
}
