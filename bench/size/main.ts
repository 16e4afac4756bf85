/**
 * Searches, lists and writes in a big workspace among 49 small ones, over HTTP: the slowest hundredth of
 * each shape's requests, asked one after the other, in one run; the disk that searches take; and
 * the speed that writes keep against ten thousand contacts.
 *
 *   npm run bench -- --size 1m                    also 10k and 100k; --size 10k compares no writes
 *   npm run bench -- --size 1m --data /tmp/1m     keeps the loaded database there, and uses it the next time
 *   npm run bench -- --size 1m --only "name ~"    shapes whose name has the words, and no writes
 *
 * It ends with 1 where a row misses its reach, or finds other than it should.
 */
import { parseArgs } from 'node:util'
import { openPool } from '../../server/db/pool.ts'
import { compareWrites, WRITES_KEEP } from './compare.ts'
import { diskOf } from './load/indexes.ts'
import { SIZES, sizeNamed } from './load/size.ts'
import { measureShape } from './measure.ts'
import { printDisk, printFailure, printHead, printShape, printWrites } from './report.ts'
import { shapesOf } from './shapes/shapes.ts'
import { openSide, type Side } from './side.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    data: { type: 'string' },
    only: { type: 'string' },
    requests: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '2' },
  },
})
const size = sizeNamed(values.size!)
const smallest = sizeNamed(SIZES[0]!)
const isLargest = size.name === SIZES.at(-1)
/** The reach of every row below the largest size, which alone has reaches of its own. */
const REACH_BELOW = 100
const DISK_AT_MOST = 0.6

const missed: string[] = []
const large = await openSide(size, values.data)
try {
  await measureAll(large)
  await measureDisk(large)
  if (values.only === undefined && size.name !== smallest.name) await measureWrites(large)
} finally {
  await large.stop()
}
if (missed.length > 0) {
  console.log(`\nmissed: ${missed.join('; ')}`)
  process.exitCode = 1
}

async function measureAll(side: Side): Promise<void> {
  const shapes = shapesOf(side).filter(({ name }) => name.includes(values.only ?? ''))
  const requests = Number(values.requests)
  // A server that has just started compiles its code, and reads from the disk.
  for (const shape of shapes) await measureShape(side.client, shape, requests / 5).catch(() => {}) // said below
  printHead(size.name)
  for (const shape of shapes) {
    const reach = isLargest ? shape.reach : REACH_BELOW
    try {
      const figures = await measureShape(side.client, shape, requests)
      printShape(shape.name, figures, reach)
      if (figures.p99 > reach) missed.push(shape.name)
    } catch (error) {
      printFailure(shape.name, (error as Error).message)
      missed.push(shape.name)
    }
  }
}

async function measureDisk({ address }: Side): Promise<void> {
  const db = openPool(address, { max: 1 })
  const disk = await diskOf(db).finally(() => db.end())
  printDisk(disk, DISK_AT_MOST)
  if (disk.search > DISK_AT_MOST * disk.data) missed.push('disk')
}

/** Last: writes leave rows behind. */
async function measureWrites(side: Side): Promise<void> {
  const small = await openSide(smallest)
  try {
    const writes = await compareWrites(small, side, Number(values.seconds))
    printWrites([smallest.name, size.name], writes, WRITES_KEEP)
    missed.push(...writes.filter(({ holds }) => !holds).map(({ name }) => name))
  } finally {
    await small.stop()
  }
}
