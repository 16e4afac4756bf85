/**
 * Measures the search of content: 10,000 articles in five languages, asked one request at a time, beside the same
 * statements without the server's layers, and then the pages of the help center that shows them.
 *
 *   npm run bench:content
 *   npm run bench:content -- --articles 1000 --requests 20
 *
 * It ends with 1 where a question of article search, or an article's page, misses its reach. Each row begins with a fifth
 * more requests that are not counted, for other words.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { openPool } from '../server/db/pool.ts'
import { migrateJobs } from '../server/queue/migrate.ts'
import { fillContent } from './content/fill.ts'
import { percentilesIn, percentilesOf } from './content/percentiles.ts'
import { QUESTIONS } from './content/questions.ts'
import { sitePages } from './content/site.ts'
import { askDirectly } from './content/statements.ts'
import { startProcess } from './process.ts'
import { openClient } from './size/client.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '200' },
  },
})
const requests = Number(values.requests)
const REACH_MS = 20

const dataDir = mkdtempSync(join(tmpdir(), 'parley-content-'))
const database = await startEmbedded({ dataDir, log: pino({ level: 'warn' }) })
let server: Awaited<ReturnType<typeof startProcess>> | undefined
const missed: string[] = []
try {
  const db = openPool(database.address)
  await migrate(db)
  await migrateJobs(db, database.address)
  const filled = await fillContent(db, Number(values.articles))
  server = await startProcess('bench/parley.ts', { BENCH_DATABASE: JSON.stringify(database.address) })
  const client = openClient(server.url, filled.token)
  const timed = (path: (n: number) => string) => async (n: number) => {
    const answer = await client.send({ method: 'GET', path: path(n), version: '2.18' }, { readsText: true })
    if (answer.status !== 200) throw new Error(`${answer.status} to ${path(n)}: ${answer.text.slice(0, 300)}`)
    return answer.took
  }
  console.log(
    `\n${values.articles} articles in five languages, ${filled.texts} texts of ${filled.words} words on average, ` +
      `${availableParallelism()} cores, load before ${loadavg()[0]!.toFixed(1)}: milliseconds, one request at a time\n`,
  )
  const floor = await percentilesOf(
    requests,
    timed(() => '/me'),
  )
  console.log(`\`GET /me\` in the same run: p50 ${floor.p50.toFixed(1)}, p99 ${floor.p99.toFixed(1)}\n`)
  console.log('| question | found | search p50 | p99 | content p50 | p99 | statements p50 | ratio |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  const all: [articles: number[], contents: number[]] = [[], []]
  for (const { name, words } of QUESTIONS) {
    const asked = (n: number) => encodeURIComponent(words(filled, n))
    const articles = await percentilesOf(
      requests,
      timed((n) => `/articles/search?phrase=${asked(n)}&state=published`),
    )
    const contents = await percentilesOf(
      requests,
      timed((n) => `/content/search?query=${asked(n)}`),
    )
    let found = 0
    const direct = await percentilesOf(requests, async (n) => {
      const begin = performance.now()
      found += await askDirectly(db, filled.workspaceId, words(filled, n))
      return performance.now() - begin
    })
    const [average, ratio] = [Math.round(found / (requests + requests / 5)), direct.p50 / contents.p50]
    const [one, other] = [articles, contents].map(({ p50, p99 }) => `${p50.toFixed(1)} | ${p99.toFixed(1)}`)
    console.log(
      `| ${name} | ${average} | ${one}${articles.p99 > REACH_MS ? ' ✗' : ''} | ${other} | ${direct.p50.toFixed(1)} | ${ratio.toFixed(2)} |`,
    )
    if (articles.p99 > REACH_MS) missed.push(name)
    all[0].push(...articles.sorted)
    all[1].push(...contents.sorted)
  }
  const [whole, others] = all.map(percentilesIn).map(({ p50, p99 }) => `${p50.toFixed(1)} | ${p99.toFixed(1)}`)
  console.log(`| all of these | | ${whole} | ${others} | | |`)
  console.log('\n| page of the help center | p50 | p99 |\n| --- | ---: | ---: |')
  for (const { name, path, reach = Infinity } of await sitePages(db, filled)) {
    const { p50, p99 } = await percentilesOf(requests, timed(path))
    console.log(`| ${name} | ${p50.toFixed(1)} | ${p99.toFixed(1)}${p99 > reach ? ' ✗' : ''} |`)
    if (p99 > reach) missed.push(name)
  }
  client.close()
  await db.end()
} finally {
  await server?.stop()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
if (missed.length > 0) {
  console.log(`\nmissed ${REACH_MS} ms: ${missed.join('; ')}`)
  process.exitCode = 1
}
