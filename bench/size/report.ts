/** The tables that a run prints, as Markdown: a line as soon as it is known. */
import { availableParallelism, loadavg } from 'node:os'
import type { Compared } from './compare.ts'
import type { Figures } from './measure.ts'

const mark = (good: boolean) => (good ? '' : ' ✗')
const MIB = 1024 ** 2

export function printHead(size: string): void {
  console.log(
    `\n${size}, ${availableParallelism()} cores, load before ${loadavg()[0]!.toFixed(1)}: milliseconds, one request at a time\n`,
  )
  console.log('| shape | matches | p50 | p99 | reach |\n| --- | ---: | ---: | ---: | ---: |')
}

export function printShape(name: string, { matches, p50, p99 }: Figures, reach: number): void {
  console.log(`| ${name} | ${matches} | ${p50.toFixed(1)} | ${p99.toFixed(1)}${mark(p99 <= reach)} | ${reach} |`)
}

export const printFailure = (name: string, failed: string): void => console.log(`| ${name} | ✗ ${failed} | | | |`)

export function printDisk({ search, data }: { search: number; data: number }, most: number): void {
  const ratio = search / data
  console.log(
    `\ndisk: ${Math.round(search / MIB)} MB of search indexes beside ${Math.round(data / MIB)} MB of all else: ` +
      `${ratio.toFixed(2)} (reach ${most})${mark(ratio <= most)}`,
  )
}

export function printWrites(sizes: [string, string], rows: Compared[], least: number): void {
  console.log(`\n| writes a second | ${sizes[0]} | ${sizes[1]} | ratio | reach |\n| --- | ---: | ---: | ---: | ---: |`)
  for (const { name, small, large, ratio, holds } of rows)
    console.log(
      `| ${name} | ${small.toFixed(0)} | ${large.toFixed(0)} | ${ratio.toFixed(2)}${mark(holds)} | ${least} |`,
    )
}
