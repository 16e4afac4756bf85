/** The server under measurement: the whole application. */
import { pino } from 'pino'
import { buildApp } from '../server/app.ts'
import { systemClock } from '../server/clock.ts'
import { openPool } from '../server/db/pool.ts'
import { announce } from './process.ts'

const db = openPool(JSON.parse(process.env['BENCH_DATABASE']!))
const log = pino({ level: 'warn' })
const app = await buildApp({ db, clock: systemClock, log, config: { limits: 'off' } })

announce(await app.listen({ port: 0, host: '127.0.0.1' }))
