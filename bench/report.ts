/** The table that a run prints. */
export interface Row {
  name: string
  /** Requests a second. */
  base: number
  ours: number
  ratio: number
  /** The ratio to reach. */
  reach: number
  /** Milliseconds, of ours under this load. */
  p99: number
  /** Bytes of the server's memory after the row. */
  memory: number
  /** Background traffic: requests per second as planned and as answered. */
  beside?: { asked: number; answered: number }
}

interface Conditions {
  seconds: number
  connections: number
  rounds: number
  /** Bytes of the server's memory after its first reads. */
  memory: number
}

/** Reads before the first row; the memory after them has a reach in MB. */
export const READS = 100_000
const MEMORY_REACH = 250

const megabytes = (bytes: number): number => bytes / 1024 / 1024

export const isSmall = (memory: number): boolean => megabytes(memory) <= MEMORY_REACH

/** The share of what should come in that must. */
const SUSTAINED = 0.97

/** True if a row reaches its ratio, and if what should come in meanwhile did. */
export const isReached = ({ ratio, reach, beside }: Row): boolean =>
  ratio >= reach && (!beside || beside.answered >= beside.asked * SUSTAINED)

export function printTable(rows: Row[], { seconds, connections, rounds, memory: first }: Conditions): void {
  const width = Math.max(...rows.map(({ name }) => name.length))
  console.log(`\n${connections} connections, ${seconds} s a measurement, medians of ${rounds} rounds in turns`)
  console.log(
    `${'what'.padEnd(width)}  ${'floor/s'.padStart(8)}  ${'ours/s'.padStart(8)}  ratio  reach   p99 ms     MB`,
  )
  for (const row of rows) {
    const { name, base, ours, ratio, reach, p99, memory, beside } = row
    console.log(
      `${name.padEnd(width)}  ${base.toFixed(0).padStart(8)}  ${ours.toFixed(0).padStart(8)}  ${ratio.toFixed(2).padStart(5)}  ` +
        `${reach.toFixed(2)} ${isReached(row) ? '✓' : '✗'}  ${p99.toFixed(0).padStart(6)}  ` +
        megabytes(memory).toFixed(0).padStart(5) +
        (beside ? `  (${beside.answered.toFixed(0)} of ${beside.asked} came in)` : ''),
    )
  }
  const mark = isSmall(first) ? '✓' : '✗'
  console.log(`memory after ${READS} reads: ${megabytes(first).toFixed(0)} MB, reach ${MEMORY_REACH} ${mark}`)
  const missed = rows.filter((row) => !isReached(row)).length
  console.log(missed === 0 ? 'every row reaches its ratio' : `${missed} of ${rows.length} rows miss their ratio`)
}
