import { isObject } from '../contract/place.ts'
import type { Waiver } from './waiver.ts'

export const CONTENT: Waiver[] = [
  {
    operation: / \/ai\/external_pages/,
    version: /^Preview$/,
    kind: 'extra',
    at: /\/tags$/,
    when: (value) => isObject(value) && 'tags' in value && value['type'] === 'tag.list',
    reason: 'Pages can be tagged from 2.17 on and show their tags; the description of Preview is older.',
  },
  {
    operation: / \/ai\/external_pages/,
    kind: 'missing',
    at: /\/url$/,
    when: (value) => value === undefined,
    reason: 'A page without an address has no `url`, which no schema requires; those of the examples have one.',
  },
]
