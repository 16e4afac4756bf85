import type { Waiver } from './waiver.ts'

export const CONTENT: Waiver[] = [
  {
    operation: /articles/,
    kind: 'extra',
    at: /\/content_id$/,
    when: (value) => /^\d+$/.test(value),
    reason: 'Recorded articles have it, and the descriptions do not.',
  },
  {
    operation: /^GET \/articles\/search$/,
    version: /^Preview$/,
    kind: 'schema',
    at: /^\/data$/,
    when: (value) => Array.isArray(value) && value.length === 0,
    reason: 'Pages that are newer than the description show an empty list where nothing is found.',
  },
]
