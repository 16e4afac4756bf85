/**
 * The report of a whole run: a dot for each twenty tests, failures in full as they come, and the totals in the
 * file that PARLEY_TEST_TOTALS names, for the one summary of all processes (run-tests.mjs).
 */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inspect } from 'node:util'

const EVERY = 20

export default async function* report(source) {
  const failures = []
  const seconds = {}
  let passed = 0
  for await (const { type, data } of source) {
    if (data.nesting === 0 && data.file && (type === 'test:pass' || type === 'test:fail')) {
      const file = relative(process.cwd(), data.file)
      seconds[file] = (seconds[file] ?? 0) + data.details.duration_ms / 1000
    }
    if (type === 'test:pass' && data.details.type !== 'suite' && ++passed % EVERY === 0) yield '.'
    if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      const place = data.file ? `${relative(process.cwd(), data.file)}:${data.line}` : 'no file'
      // A hook of no test bears the name of its file.
      failures.push(`${data.name === data.file ? 'a hook' : data.name} (${place})`)
      yield `\n✖ ${failures.at(-1)}\n${inspect(data.details.error?.cause ?? data.details.error)}\n\n`
    }
    if (type === 'test:summary' && data.file === undefined) {
      const { passed, skipped } = data.counts
      const totals = { passed, skipped, failures, seconds }
      writeFileSync(process.env.PARLEY_TEST_TOTALS, JSON.stringify(totals))
    }
  }
}
