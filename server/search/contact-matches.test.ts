/** Matches of each operator among contacts, in a real database. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { atFileEnd } from '../test/endings.ts'
import type { SearchContext } from './fields.ts'
import { searchedDatabase, type Filter, type SearchedDatabase } from './rows.ts'

const NONE = ''

// With and without `SearchTimestampsExactly`. Ann: full. Bob: other values. Cy: nothing that may be missing.
const contacts: [filter: Filter, before: string, exactly?: string][] = [
  [['id', '=', 'ann'], 'ann'],
  [['id', 'IN', ['ann', 'cy', 'nobody']], 'ann cy'],
  [['role', '=', 'lead'], 'cy'],
  [['external_id', '=', 'E1'], 'ann'],
  [['external_id', '=', 'e1'], NONE],
  [['email', '=', 'ANN@example.com'], 'ann'],
  [['email', '!=', 'ann@example.com'], 'bob', 'bob cy'],
  [['email', '=', null], 'cy'],
  [['email', '!=', null], 'ann bob'],
  [['email', 'IN', ['ann@EXAMPLE.com', 'bob@acme.test']], 'ann bob'],
  [['email', 'IN', ['ann@example.com', null]], 'ann cy'],
  [['email', 'IN', []], NONE],
  [['email', 'NIN', ['ann@example.com']], 'bob', 'bob cy'],
  [['email', 'NIN', ['ann@example.com', null]], 'bob'],
  [['email', '~', 'EXAMPLE'], 'ann'],
  [['email', '!~', 'example'], 'bob', 'bob cy'],
  [['email', '^', 'bob'], 'bob'],
  [['email', '$', '.test'], 'bob'],
  [['email_domain', '=', 'Example.com'], 'ann'],
  [['name', '~', '%'], 'bob'],
  [['name', '~', '_'], 'ann'],
  [['name', '~', '\\'], 'bob'],
  [['name', '=', "robert'); drop table contacts; --"], NONE],
  [['owner_id', '=', 5], 'ann'],
  [['owner_id', '=', '5'], 'ann'],
  [['owner_id', '!=', 5], 'bob', 'bob cy'],
  [['owner_id', '>', 5], 'bob'],
  [['owner_id', '>=', 5], 'ann bob'],
  [['owner_id', '<', 6], 'ann'],
  [['owner_id', '<=', 6], 'ann bob'],
  [['owner_id', 'IN', [5, '6']], 'ann bob'],
  [['owner_id', 'NIN', [5]], 'bob', 'bob cy'],
  [['owner_id', '=', Number.MAX_SAFE_INTEGER], NONE],
  [['has_hard_bounced', '=', true], 'ann'],
  [['has_hard_bounced', '!=', true], 'bob cy'],
  [['has_hard_bounced', 'IN', [true, false]], 'ann bob cy'],
  [['android_sdk_version', '=', '3'], 'ann'],
  [['andoid_sdk_version', '=', '3'], 'ann'],
  [['tag_id', '=', '11'], 'ann bob'],
  [['tag_id', '!=', '11'], 'cy'],
  [['tag_id', '=', null], 'cy'],
  [['tag_id', '=', 'eleven'], NONE],
  [['segment_id', '=', 'everybody'], 'ann bob cy'],
  [['segment_id', '=', 'recent'], 'bob'],
  [['segment_id', '!=', 'recent'], 'ann cy'],
  [['segment_id', 'IN', ['recent', 'unknown']], 'bob'],
  [['segment_id', '=', 'unknown'], NONE],
  [['segment_id', '=', 'broken'], NONE],
  [['segment_id', '=', 'itself'], NONE],
  [['custom_attributes.plan', '=', 'gold'], 'ann'],
  [['custom_attributes.plan', '!=', 'gold'], 'bob', 'bob cy'],
  [['custom_attributes.plan', 'IN', ['gold', 'silver']], 'ann bob'],
  [['custom_attributes.plan', '~', 'OL'], 'ann'],
  [['custom_attributes.plan', '=', null], 'cy'],
  [['custom_attributes.seats', '=', 3], 'ann'],
  [['custom_attributes.seats', '=', '3'], 'ann'],
  [['custom_attributes.seats', '>', 3], 'bob'],
  [['custom_attributes.seats', 'IN', [3, 9]], 'ann bob'],
  [['custom_attributes.score', '<', 2], 'ann'],
  [['custom_attributes.score', '=', 1.5], 'ann'],
  [['custom_attributes.score', '>=', 1e300], NONE],
  [['custom_attributes.vip', '=', true], 'ann'],
  [['custom_attributes.vip', '!=', true], 'bob', 'bob cy'],
  // Ann renews at 23:30 UTC, when it is the next day in Berlin.
  [['custom_attributes.renews', '=', 1774828800], 'ann', NONE],
  [['custom_attributes.renews', '=', 1774742400], NONE, 'ann'],
  [['custom_attributes.seen', '=', 1774827000], 'ann'],
  [['custom_attributes.seen', '=', 1774830000], 'ann', NONE],

  // Ann: 2026-03-28 23:30:00.500 UTC, already the 29th in Berlin, a day of 23 hours.
  [['created_at', '=', 1774740600], 'ann'],
  [['created_at', '=', 1774778400], 'ann', NONE],
  [['created_at', '=', 1774734000], NONE],
  [['created_at', '>', 1774740599], NONE, 'ann'],
  [['created_at', '>', 1774740600], NONE],
  [['created_at', '>', 1774730000], 'ann'],
  [['created_at', '<', 1774740600], 'bob cy'],
  [['created_at', '<', 1774740601], 'bob cy', 'ann bob cy'],
  [['created_at', '<', 1774821600], 'ann bob cy'],
  [['created_at', '>', Date.parse('2026-01-01')], NONE],
  [['created_at', '<', Date.parse('2026-01-01')], 'ann bob cy'],
  [['created_at', '>', '1306054154'], 'ann bob cy'],
  [['created_at', '>', -62135596800], 'ann bob cy'],
  [['created_at', '>', 8640000000000], NONE],
  [['last_replied_at', '=', null], 'bob cy'],
]

const dates: [operator: string, value: unknown, found: string][] = [
  ['!=', 1774740600, 'bob cy'],
  ['>=', 1774740600, 'ann'],
  ['>=', 1774740601, NONE],
  ['<=', 1774740600, 'ann bob cy'],
  ['<=', 1774740599, 'bob cy'],
]
describe('contacts that match', () => {
  let searched: SearchedDatabase
  const found = (filter: Filter, context = searched.context) => searched.idsOf('contact', filter, context)
  const exact = (): SearchContext => ({ ...searched.context, has: (change) => change === 'SearchTimestampsExactly' })

  before(async () => {
    searched = await searchedDatabase()
  })
  atFileEnd(() => searched.drop())

  for (const [filter, usually, exactly = usually] of contacts) {
    test(JSON.stringify(filter), async () => {
      assert.equal(await found(filter), usually)
      assert.equal(await found(filter, exact()), exactly)
    })
  }

  for (const [operator, value, ids] of dates) {
    test(`created_at ${operator} ${value}, to the second`, async () => {
      assert.equal(await found(['created_at', operator, value], exact()), ids)
    })
  }

  test('a time that is missing differs from every time', async () => {
    assert.equal(await found(['last_replied_at', '!=', 1774740600], exact()), 'bob cy')
  })
})
