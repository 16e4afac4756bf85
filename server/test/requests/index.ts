/** The valid request of each operation, by the operation's key. */
import { companies } from './companies.ts'
import { conversations } from './conversations.ts'
import { data } from './data.ts'
import { people } from './people.ts'
import type { Sample } from './request.ts'
import { settingsRequests } from './settings.ts'

export const samples: Record<string, Sample | undefined> = {
  ...people,
  ...companies,
  ...conversations,
  ...data,
  ...settingsRequests,
}

/** @throws where an operation has none */
export function sampleOf(key: string): Sample {
  const sample = samples[key]
  if (!sample) throw new Error(`${key} has no valid request: add one in server/test/requests`)
  return sample
}
