/**
 * Operations that each version serves, and their conformance. Walks the tour in every version.
 *
 *   npm run scoreboard              a table, and the operations that are missing
 *   npm run scoreboard -- --json    the same as JSON, with every problem
 *   npm run scoreboard -- --write   puts the table into docs/coverage.md
 *   npm run scoreboard -- --descriptions DIR   with the descriptions in a folder: CONTRIBUTING.md says how to get them
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { operations } from '../operations.ts'
import { history } from '../versions/index.ts'
import { testApp, type TestApp } from './app.ts'
import { check, contract } from './contract.ts'
import { describedVersions, folder } from './contract/at-hand.ts'
import { endProcess } from './endings.ts'
import { knownOperations } from './known-operations.ts'
import { missingText, tableText, timesText, withinMarkers, type Score } from './scoreboard-text.ts'
import { runTour } from './tour.ts'

const PAGE = new URL('../../docs/coverage.md', import.meta.url)

async function score(app: TestApp, version: (typeof history.versions)[number]): Promise<Score> {
  const replies = await runTour(app, version, { observed: false })
  const answered = new Set(replies.filter(({ reply }) => reply.status < 400).map(({ key }) => key))
  const served = operations.map(({ key }) => key).filter((key) => version.serves(key))
  const known = knownOperations(version)!
  const description = contract!(version.name)
  const described = new Set(description?.operations.map(({ key }) => key))
  return {
    version: version.name,
    served: served.length,
    known: known.length,
    undescribed: known.filter(({ operation }) => !described.has(operation)).length,
    checked: description ? replies.length : 0,
    problems: [
      ...replies.flatMap(({ key, reply: { status, body } }) =>
        check({ version: version.name, ...requestOf(key), status, body }),
      ),
      ...served.filter((key) => !answered.has(key)).map((key) => `${version.name} ${key}: did not succeed`),
    ],
    missing: known.filter(({ operation }) => !served.includes(operation)),
  }
}

/** The descriptions look at the shape of a path only. */
function requestOf(key: string) {
  const [method, path] = key.split(' ') as [string, string]
  return { method, path: path.replaceAll('{}', '1') }
}

function unservedText(): string[] {
  const unserved = describedVersions.filter((name) => !history.find(name))
  return unserved.length === 0 ? [] : [`Described in ${folder} and not served: ${unserved.join(', ')}`]
}

async function main(): Promise<number> {
  if (!contract) {
    console.error(`No published description is in ${folder}. CONTRIBUTING.md says how to get them.`)
    return 1
  }
  const app = await testApp()
  const scores: Score[] = []
  for (const version of history.versions) scores.push(await score(app, version))
  await endProcess()
  const problems = scores.flatMap((row) => row.problems)
  if (process.argv.includes('--json')) console.log(JSON.stringify({ versions: scores }, null, 2))
  else console.log([tableText(scores), missingText(scores), ...unservedText(), timesText(problems)].join('\n\n'))
  if (process.argv.includes('--write'))
    writeFileSync(PAGE, withinMarkers(readFileSync(PAGE, 'utf8'), `${tableText(scores)}\n\n${missingText(scores)}`))
  return problems.length > 0 ? 1 : 0
}

// Not left to end by itself: the test runner, whose pieces this uses, would report that it ran no test.
process.exit(await main())
