/** The server under measurement: the whole application. */
import { pino } from 'pino'
import { buildApp } from '../server/app.ts'
import { systemClock } from '../server/clock.ts'
import { CONNECTIONS, shareConnections } from '../server/db/connections.ts'
import { openPool } from '../server/db/pool.ts'
import { startJobs } from '../server/worker.ts'
import { announce } from './process.ts'

const address = JSON.parse(process.env['BENCH_DATABASE']!)
const log = pino({ level: 'warn' })
const shares = shareConnections(CONNECTIONS.usual)
const db = openPool(address, { size: shares.requests, log })
const jobsDb = openPool(address, { size: shares.jobs, name: 'parley jobs', log })
await startJobs({ address, db: jobsDb, clock: systemClock, log, connections: shares.worker, alone: true })
const app = await buildApp({ db, clock: systemClock, log, config: { limits: 'off' } })

announce(await app.listen({ port: 0, host: '127.0.0.1' }))
