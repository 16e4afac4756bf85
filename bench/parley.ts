/** The server under measurement: the whole application. */
import { pino } from 'pino'
import { buildApp } from '../server/app.ts'
import { systemClock } from '../server/clock.ts'
import { openPool } from '../server/db/pool.ts'
import { startJobs } from '../server/worker.ts'
import { announce } from './process.ts'

const address = JSON.parse(process.env['BENCH_DATABASE']!)
const db = openPool(address)
const log = pino({ level: 'warn' })
await startJobs({ address, db, clock: systemClock, log, alone: true })
const app = await buildApp({ db, clock: systemClock, log, config: { limits: 'off' } })

announce(await app.listen({ port: 0, host: '127.0.0.1' }))
