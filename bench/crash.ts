/**
 * Checks that a crash loses no acknowledged write.
 *
 *   npm run crash                              100,000 events by 20 writers, both kinds of crash
 *   npm run crash -- --kill postmaster         only the database is killed
 *   npm run crash -- --events 5000 --writers 4
 */
import { parseArgs } from 'node:util'
import { survive, type SurviveOptions } from './survive.ts'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    writers: { type: 'string', default: '20' },
    kill: { type: 'string', default: 'server,postmaster' },
  },
})

let failed = false
for (const kill of values.kill.split(',') as SurviveOptions['kill'][]) {
  const events = Number(values.events)
  console.log(`\n${events} events, ${values.writers} writers, kill -9 of the ${kill} in the middle`)
  const began = Date.now()
  const survived = await survive({ events, writers: Number(values.writers), kill })
  const { before, accepted, unanswered, listed, lost, twice, counted, downMs } = survived
  console.log(`  answered 202 before the kill   ${before}`)
  console.log(`  without an answer, sent again  ${unanswered}`)
  console.log(`  from the kill to listening     ${downMs} ms`)
  console.log(`  answered 202 in all            ${accepted}`)
  console.log(`  listed afterwards              ${listed}`)
  console.log(`  counted by the summaries       ${counted}`)
  console.log(`  lost                           ${lost}`)
  console.log(`  listed twice                   ${twice}`)
  console.log(`  in all                         ${((Date.now() - began) / 1000).toFixed(0)} s`)
  failed ||= lost > 0 || twice > 0 || listed !== events || counted !== events
}
if (failed) console.error('\nEvents were lost, or are there twice.')
process.exit(failed ? 1 : 0)
