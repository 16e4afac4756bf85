/**
 * Checks that a crash loses no acknowledged write, and that work in its middle ends as it should, once.
 *
 *   npm run crash                              100,000 events by 20 writers, both kinds of crash; then each kind of work
 *   npm run crash -- --kill postmaster         only events, and only the database is killed
 *   npm run crash -- --events 5000 --writers 4
 *   npm run crash -- --work export,bulk        only these, of: export, bulk, workflow, connector
 */
import { parseArgs } from 'node:util'
import { bulkWork } from './crash/bulk.ts'
import { connectorWork } from './crash/connector.ts'
import { exportWork } from './crash/export.ts'
import { startScene } from './crash/kill-amid.ts'
import type { Work } from './crash/work.ts'
import { workflowWork } from './crash/workflow.ts'
import { survive, type SurviveOptions } from './survive.ts'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    writers: { type: 'string', default: '20' },
    kill: { type: 'string' },
    work: { type: 'string' },
  },
})

const WORKS: Record<string, { moments: number[]; make(): Work & { close?(): void } }> = {
  // Just begun, reading, and writing its archive.
  export: { moments: [0.01, 0.15, 0.9], make: () => exportWork(200_000) },
  bulk: { moments: [0.01, 0.3, 0.6, 0.95], make: () => bulkWork(1000) },
  workflow: { moments: [0.01, 0.3, 0.6, 0.95], make: () => workflowWork(200) },
  connector: { moments: [0.01, 0.3, 0.6, 0.95], make: () => connectorWork(200) },
}

let failed = false
if (values.work === undefined) await killAmidEvents(values.kill ?? 'server,postmaster')
if (values.kill === undefined)
  for (const name of (values.work ?? Object.keys(WORKS).join()).split(',')) await killWork(name)
if (failed) console.error('\nSomething was lost, or is there twice.')
process.exit(failed ? 1 : 0)

async function killAmidEvents(kinds: string): Promise<void> {
  for (const kill of kinds.split(',') as SurviveOptions['kill'][]) {
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
}

async function killWork(name: string): Promise<void> {
  const { make, moments } = WORKS[name]!
  const work = make()
  console.log(`\nkill -9 amid ${work.name}, ${moments.length} times`)
  const scene = await startScene()
  try {
    for (const { at, seconds, told, wrong } of await scene.killAmid(work, moments)) {
      const percent = `${Math.round(at * 100)} %`.padStart(5)
      console.log(
        `  killed at ${percent}, ended ${seconds.toFixed(1)} s later: ${told}${wrong.length > 0 ? '' : '; right'}`,
      )
      for (const line of wrong) console.log(`    WRONG ${line}`)
      failed ||= wrong.length > 0
    }
  } finally {
    await scene.close()
    work.close?.()
  }
}
