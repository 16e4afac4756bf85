/**
 * Searches, lists and writes in a big workspace among 49 small ones, over HTTP: how long each kind
 * of request takes alone and beside fifteen of its like, what writes keep of the speed that they
 * have at ten thousand contacts, and how much reads grow from there.
 *
 *   npm run bench -- --size 1m                      also 10k and 100k; --size 10k compares with nothing
 *   npm run bench -- --size 1m --data /tmp/1m       keeps what it loads there, and uses it the next time
 *   npm run bench -- --size 1m --only "name ~"      shapes and writes whose name has the words
 *   npm run bench -- --size 1m --requests 50 --seconds 1 --json figures.json
 *
 * What misses its reach is measured up to three times, and the best of each figure counts (see measure.ts).
 * It ends with 1 where a row misses its reach, or finds what it should not.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compareReads, compareWrites, READS_GROW, WRITES_KEEP, type Compared } from './compare.ts'
import { SIZES, sizeNamed } from './load/size.ts'
import { holds, isServed, measureShape, type Figures } from './measure.ts'
import { printCompared, printHead, printRemark, printShape } from './report.ts'
import { shapesOf } from './shapes/shapes.ts'
import { openSide, type Side } from './side.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    data: { type: 'string' },
    only: { type: 'string', default: '' },
    requests: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '2' },
    json: { type: 'string' },
  },
})
const conditions = { requests: Number(values.requests), seconds: Number(values.seconds) }
const size = sizeNamed(values.size!)
const smallest = sizeNamed(SIZES[0]!)

interface Row {
  name: string
  holds: boolean
  figures?: Figures
  /** Why there are none. */
  failed?: string
}

const side = await openSide(size, values.data)
try {
  const rows = await measureAll(side)
  const { writes, reads } = size.name === smallest.name ? { writes: [], reads: [] } : await compareWithSmallest(side)
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ size, rows, writes, reads }, null, 2)}\n`)
  const missed = [...rows, ...writes, ...reads].filter(({ holds }) => !holds)
  if (missed.length > 0) {
    console.log(`\nmissed: ${missed.map(({ name }) => name).join('; ')}`)
    process.exitCode = 1
  }
} finally {
  await side.stop()
}

async function measureAll(side: Side): Promise<Row[]> {
  const shapes = shapesOf(side).filter(({ name }) => name.includes(values.only))
  const width = Math.max(...shapes.map(({ name }) => name.length))
  const rows: Row[] = []
  if (shapes.length > 0) printHead(size.name, width)
  for (const shape of shapes) {
    const { name } = shape
    if (!(await isServed(side.client, shape))) {
      printRemark(name, width, 'skipped: the server has no such operation')
      continue
    }
    try {
      const figures = await measureShape(side.client, shape, conditions)
      printShape(name, width, figures)
      rows.push({ name, figures, holds: holds(figures) })
    } catch (error) {
      const failed = (error as Error).message
      printRemark(name, width, `✗ ${failed}`)
      rows.push({ name, failed, holds: false })
    }
  }
  return rows
}

/** With writes last: they leave rows behind. */
async function compareWithSmallest(large: Side): Promise<{ writes: Compared[]; reads: Compared[] }> {
  const small = await openSide(smallest)
  try {
    const sizes: [string, string] = [smallest.name, size.name]
    const reads = await compareReads(small, large, conditions.requests / 2, values.only)
    printCompared(`milliseconds, medians (reach: at most ${READS_GROW} times)`, sizes, reads)
    const writes = await compareWrites(small, large, { seconds: conditions.seconds, only: values.only })
    printCompared(`writes a second (reach: at least ${WRITES_KEEP} of them)`, sizes, writes)
    return { writes, reads }
  } finally {
    await small.stop()
  }
}
