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
 * All of them are asked for a while before any is measured: the figures are those of a server that runs.
 * Between any two the floor is asked (pace.ts), which tells whether the machine is as fast as it can be: one that is
 * shared is up to twice as slow for minutes at times. What misses its reach is measured again when all else was and the
 * machine is quick, until it missed three times in quick moments; the best of each figure counts: what the server
 * itself is slow at is slow each time. It ends with 1 where a row misses its reach, or finds what it should not.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compareReads, compareWrites, READS_GROW, WRITES_KEEP, type Compared } from './compare.ts'
import { SIZES, sizeNamed } from './load/size.ts'
import { best, holds, isServed, measureShape, warmUp, type Figures } from './measure.ts'
import { openPace, type Pace } from './pace.ts'
import { printCompared, printHead, printRemark, printShape } from './report.ts'
import type { Shape } from './shapes/shape.ts'
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
/** How often a shape is measured at the most, in moments when the machine is quick; and at all. */
const QUICK_RUNS = 3
const RUNS = 6

interface Row {
  name: string
  holds: boolean
  figures?: Figures
  /** How often it was measured while the machine was quick. */
  quickRuns: number
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
  if (shapes.length === 0) return []
  const width = Math.max(...shapes.map(({ name }) => name.length))
  printHead(size.name, width)
  const served: Shape[] = []
  for (const shape of shapes) {
    if (await isServed(side.client, shape)) served.push(shape)
    else printRemark(shape.name, width, 'skipped: the server has no such operation')
  }
  await warmUp(side.client, served, conditions)
  const pace = await openPace(side)
  try {
    const rows = await measureUntilTheyHold(side, pace, served, width)
    printRemark('the floor at its best', width, `${pace.best().toFixed(1)} ms`)
    return rows
  } finally {
    await pace.stop()
  }
}

async function measureUntilTheyHold(side: Side, pace: Pace, shapes: Shape[], width: number): Promise<Row[]> {
  const rows = new Map<Shape, Row>()
  let asked = shapes
  for (let run = 1; run <= RUNS && asked.length > 0; run++) {
    if (run > 1) console.log('again:')
    let before = await pace.floor()
    for (const shape of asked) {
      if (run > 1 && !pace.isQuick(before)) before = await pace.untilQuick()
      const known = rows.get(shape)
      const measured = await measure(side, shape, known?.figures)
      const after = await pace.floor()
      const floor = Math.max(before, after)
      rows.set(shape, { ...measured, quickRuns: (known?.quickRuns ?? 0) + (pace.isQuick(floor) ? 1 : 0) })
      if (measured.figures) printShape(shape, width, measured.figures, floor)
      else printRemark(shape.name, width, `✗ ${measured.failed}`)
      before = after
    }
    asked = asked.filter((shape) => !rows.get(shape)!.holds && rows.get(shape)!.quickRuns < QUICK_RUNS)
  }
  return [...rows.values()]
}

/** @param known what it took before */
async function measure(side: Side, shape: Shape, known: Figures | undefined): Promise<Omit<Row, 'quickRuns'>> {
  const { name } = shape
  try {
    const measured = await measureShape(side.client, shape, conditions)
    const figures = known ? best(known, measured) : measured
    return { name, figures, holds: holds(shape, figures) }
  } catch (error) {
    return { name, failed: (error as Error).message, holds: false }
  }
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
