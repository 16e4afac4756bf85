/**
 * The report of a whole run: a dot for each twenty tests, failures in full as they come, and the totals in the
 * file that PARLEY_TEST_TOTALS names, for the one summary of all processes (run-tests.mjs).
 */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inspect } from 'node:util'

const EVERY = 20
const ADDED = / (leaves the process as it found it|is begun)$/

export default async function* report(source) {
  const failures = []
  const seconds = {}
  /** Seconds of this process's processor time, by file. */
  const busy = {}
  let passed = 0
  /** Tests that import-tests.mjs adds, one for each file. */
  let added = 0
  let began = Date.now()
  let used = process.cpuUsage()
  for await (const { type, data } of source) {
    // The last test of a file imports the next one (import-tests.mjs): its time is that one's.
    if (data.nesting === 0 && (type === 'test:pass' || type === 'test:fail')) {
      const file = relative(process.cwd(), data.file ?? '')
      if (file.endsWith('.test.ts')) {
        seconds[file] = (seconds[file] ?? 0) + (Date.now() - began) / 1000
        began = Date.now()
        const { user, system } = process.cpuUsage(used)
        busy[file] = (busy[file] ?? 0) + (user + system) / 1e6
        used = process.cpuUsage()
      } else if (type === 'test:pass' && ADDED.test(data.name)) added++
    }
    if (type === 'test:pass' && data.details.type !== 'suite' && ++passed % EVERY === 0) yield '.'
    if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      const place = data.file ? `${relative(process.cwd(), data.file)}:${data.line}` : 'no file'
      // A hook of no test bears the name of its file.
      failures.push(`${data.name === data.file ? 'a hook' : data.name} (${place})`)
      yield `\n✖ ${failures.at(-1)}\n${inspect(data.details.error?.cause ?? data.details.error)}\n\n`
    }
    // An error that no test waited for; the runner tells of it here alone.
    if (type === 'test:diagnostic' && data.message.startsWith('Error: ')) failures.push(data.message)
    if (type === 'test:summary') {
      const { passed, skipped } = data.counts
      const totals = { passed: passed - added, skipped, failures, seconds, busy }
      writeFileSync(process.env.PARLEY_TEST_TOTALS, JSON.stringify(totals))
    }
  }
}
