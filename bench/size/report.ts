/** The tables that a run prints: a line as soon as it is known. */
import { availableParallelism, loadavg } from 'node:os'
import { ALONE, CONNECTIONS, TOGETHER, type Figures } from './measure.ts'
import type { Compared } from './compare.ts'
import type { Shape } from './shapes/shape.ts'

const mark = (good: boolean) => (good ? '✓' : '✗')
const ms = (value: number) => value.toFixed(1).padStart(8)

export function printHead(size: string, width: number): void {
  console.log(
    `\n${size}: milliseconds, alone (reach ${ALONE}) and beside ${CONNECTIONS - 1} others (reach ${TOGETHER})`,
  )
  console.log(`on ${availableParallelism()} cores, which had ${loadavg()[0]!.toFixed(1)} to do before`)
  console.log(
    `${'shape'.padEnd(width)}   matches       p50  p99 alone  p99 at ${CONNECTIONS}   runs   floor at ${CONNECTIONS}`,
  )
}

/** @param floor what the floor's median was just then: the higher, the slower the machine */
export function printShape({ name, heldAlone }: Shape, width: number, figures: Figures, floor: number): void {
  const { matches, p50, p99, p99Together, runs } = figures
  console.log(
    `${name.padEnd(width)}  ${String(matches).padStart(8)}  ${ms(p50)}  ${ms(p99)} ${mark(p99 <= ALONE)}  ` +
      `${ms(p99Together)} ${heldAlone ? '·' : mark(p99Together <= TOGETHER)}  ${runs}  ${ms(floor)}`,
  )
}

export const printRemark = (name: string, width: number, remark: string): void =>
  console.log(`${name.padEnd(width)}  ${remark}`)

export function printCompared(title: string, sizes: [string, string], rows: Compared[]): void {
  if (rows.length === 0) return
  const width = Math.max(...rows.map(({ name }) => name.length))
  console.log(`\n${title}`)
  console.log(`${'what'.padEnd(width)}  ${sizes[0].padStart(8)}  ${sizes[1].padStart(8)}  ratio`)
  for (const { name, small, large, ratio, holds } of rows)
    console.log(`${name.padEnd(width)}  ${ms(small)}  ${ms(large)}  ${ratio.toFixed(2).padStart(5)} ${mark(holds)}`)
}
