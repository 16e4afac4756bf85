import { isObject } from '../contract/place.ts'
import type { Waiver } from './waiver.ts'

const isNewer = 'Pages that are newer than the descriptions show it.'

export const CALLS: Waiver[] = [
  {
    operation: /calls/,
    kind: 'schema',
    at: /(answered|ended)_at$/,
    when: (value) => value === null,
    reason: 'A call that nobody answered, or that goes on, has no such time; the schema takes it for granted.',
  },
  { operation: /fin_voice/, kind: 'extra', at: /\/data$/, when: isObject, reason: isNewer },
  { operation: /fin_voice/, version: /^Preview$/, kind: 'extra', at: /\/attributes$/, when: isObject, reason: isNewer },
  {
    operation: /fin_voice/,
    version: /^Preview$/,
    kind: 'extra',
    at: /\/vendor_internal_id$/,
    when: (value) => value === null || typeof value === 'string',
    reason: isNewer,
  },
  {
    operation: /^GET \/fin_voice\/phone_number\/{}$/,
    kind: 'status',
    at: /^$/,
    when: (value) => value === 200,
    reason: 'The call that it finds is described in words, and its answer is left out.',
  },
]
