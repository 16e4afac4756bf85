/** The server under measurement: the whole application. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import { buildApp } from '../server/app.ts'
import { systemClock } from '../server/clock.ts'
import { CONNECTIONS, shareConnections } from '../server/db/connections.ts'
import { openPool } from '../server/db/pool.ts'
import { openMailbox } from '../server/mail/mailbox.ts'
import { startJobs } from '../server/worker.ts'
import { announce } from './process.ts'

const address = JSON.parse(process.env['BENCH_DATABASE']!)
const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const log = process.env['BENCH_LOG']
  ? pino({ base: null }, destination({ dest: join(folder, 'log'), sync: true }))
  : pino({ level: 'warn' })
const shares = shareConnections(CONNECTIONS.usual)
const db = openPool(address, { size: shares.requests, log })
const jobsDb = openPool(address, { size: shares.jobs, name: 'parley jobs', log })
const mail = openMailbox(folder)
await startJobs({ address, db: jobsDb, clock: systemClock, log, connections: shares.worker, alone: true, mail })
const app = await buildApp({ db, clock: systemClock, log, config: { limits: 'off' } })

announce(await app.listen({ port: 0, host: '127.0.0.1' }))
