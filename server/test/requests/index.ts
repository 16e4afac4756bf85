/** The valid request of each operation, by the operation's key (`requests.ts` in the folder of its noun). */
import { loadBeside } from '../beside.ts'
import type { Sample } from './request.ts'

export const samples: Record<string, Sample | undefined> = Object.assign(
  {},
  ...(await loadBeside<Record<string, Sample>>('requests.ts')),
)

/** @throws where an operation has none */
export function sampleOf(key: string): Sample {
  const sample = samples[key]
  if (!sample) throw new Error(`${key} has no valid request: add one in the requests.ts of its noun`)
  return sample
}
