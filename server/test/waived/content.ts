import type { Waiver } from './waiver.ts'

export const CONTENT: Waiver[] = [
  {
    operation: /articles/,
    kind: 'extra',
    at: /\/content_id$/,
    when: (value) => /^\d+$/.test(value),
    reason: 'Recorded articles have it, and the descriptions do not.',
  },
]
