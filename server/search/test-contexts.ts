/** Contexts that tests of compiling work in: before the searches of Preview, and as in it. */
import type { SearchContext } from './fields.ts'

const attributes = new Map([
  ['plan', { data_type: 'string' }],
  ['seats', { data_type: 'integer' }],
  ['score', { data_type: 'float' }],
  ['vip', { data_type: 'boolean' }],
  ['renews', { data_type: 'date' }],
])

export const before: SearchContext = {
  workspaceId: 7,
  timeZone: 'Europe/Berlin',
  now: new Date('2026-03-01T12:00:00Z'),
  has: () => false,
  attributes,
  segments: new Map(),
}
export const exactly: SearchContext = { ...before, has: (change) => change === 'SearchTimestampsExactly' }
