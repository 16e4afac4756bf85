export interface Percentiles {
  p50: number
  p99: number
  /** All times, the shortest first. */
  sorted: number[]
}

/** Times what `take` says that it took, after a fifth of the times that nobody counts. */
export async function percentilesOf(times: number, take: (n: number) => Promise<number>): Promise<Percentiles> {
  for (let n = 0; n < times / 5; n++) await take(times + n)
  const took: number[] = []
  for (let n = 0; n < times; n++) took.push(await take(n))
  return percentilesIn(took)
}

export function percentilesIn(took: number[]): Percentiles {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]!
  return { p50: at(0.5), p99: at(0.99), sorted }
}
