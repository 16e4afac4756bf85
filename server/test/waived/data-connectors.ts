import type { Waiver } from './waiver.ts'

export const DATA_CONNECTORS: Waiver[] = [
  {
    operation: /data_connectors/,
    version: /^Preview$/,
    kind: 'extra',
    at: /\/internal_description$/,
    when: (value) => value === null || typeof value === 'string',
    reason: 'Pages that are newer than the descriptions take it.',
  },
]
