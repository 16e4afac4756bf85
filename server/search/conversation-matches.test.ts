/** Matches of each operator among conversations and companies, in a real database. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { atFileEnd } from '../test/endings.ts'
import { searchedDatabase, type Filter, type SearchedDatabase } from './rows.ts'

const NONE = ''

// 1: a contact wrote, unassigned. 2: an admin wrote, assigned and rated. 3: nothing but itself.
const threads: [Filter, string][] = [
  [['id', '=', '1'], '1'],
  [['id', 'NIN', ['1', 'x']], '2 3'],
  [['id', '$', '3'], '3'],
  [['created_at', '>', 100], '1 2 3'],
  [['created_at', '>', 101], '2 3'],
  [['created_at', '<', 200], '1 2'],
  [['created_at', '=', 200], '2'],
  [['created_at', '!=', 200], '1 3'],
  [['created_at', 'IN', [100, 300]], '1 3'],
  [['created_at', 'NIN', [100, 300]], '2'],
  [['created_at', '>=', 201], '3'],
  [['created_at', '<=', 199], '1'],
  [['waiting_since', '=', null], '2 3'],
  [['source.type', '=', 'email'], '2'],
  [['source.id', '=', '77'], '1'],
  [['source.subject', '=', 'hello there'], '2'],
  [['source.body', '=', 'support'], '1'],
  [['source.body', '=', 'SUPPORT'], '1'],
  [['source.body', '=', 'need support'], NONE],
  [['source.body', '=', 'strong'], NONE],
  [['source.body', '=', 'href'], NONE],
  [['source.body', '!=', 'support'], '2 3'],
  [['source.body', 'IN', ['support', 'bye']], '1 2'],
  [['source.body', '=', "it's"], '2'],
  [['source.body', '=', '&<>'], NONE],
  [['source.body', '~', 'need  support'], '1'],
  [['source.body', '~', 'uppor'], '1'],
  [['source.body', '~', 'R&D'], '2'],
  [['source.body', '~', '<strong>'], NONE],
  [['source.body', '!~', 'uppor'], '2 3'],
  [['source.body', '^', 'sup'], '1'],
  [['source.body', '^', 'port'], NONE],
  [['source.body', '$', 'port'], '1'],
  [['source.body', '$', 'sup'], NONE],
  [['source.body', '^', '(.*'], NONE],
  [['source.body', '=', null], '3'],
  [['source.author.id', '=', 'ann'], '1'],
  [['source.author.id', '=', '5'], '2'],
  [['source.author.name', '^', 'ann'], '1'],
  [['source.author.email', '=', 'OWNER@example.com'], '2'],
  [['contact_ids', '=', 'ann'], '1 2'],
  [['contact_ids', '!=', 'ann'], '3'],
  [['contact_ids', 'IN', ['bob', 'cy']], '2'],
  [['contact_ids', 'NIN', ['bob']], '1 3'],
  [['contact_ids', '^', 'an'], '1 2'],
  [['contact_ids', '=', null], '3'],
  [['teammate_ids', '=', '5'], '2'],
  [['teammate_ids', '!=', '5'], '1 3'],
  [['tag_ids', 'IN', ['11', '12']], '1'],
  [['tag_ids', '!=', '11'], '2 3'],
  [['admin_assignee_id', '=', 5], '2'],
  [['admin_assignee_id', '=', '5'], '2'],
  [['admin_assignee_id', '!=', 5], '1 3'],
  [['admin_assignee_id', '=', null], '1 3'],
  [['admin_assignee_id', '=', 0], '1 3'],
  [['admin_assignee_id', '!=', 0], '2'],
  [['open', '=', true], '1 3'],
  [['open', '!=', true], '2'],
  [['read', '=', true], '2'],
  [['state', 'IN', ['open', 'snoozed']], '1 3'],
  [['priority', '=', 'not_priority'], '1 3'],
  [['priority', '=', 'priority'], '2'],
  [['priority', '=', 'high'], '2'],
  [['statistics.count_reopens', '>', 2], '2'],
  [['statistics.count_reopens', '<', 0], '1 3'],
  [['statistics.time_to_admin_reply', '>', 3_000_000_000], NONE],
  [['statistics.last_closed_by_id', '=', 5], '2'],
  [['statistics.last_closed_by_id', '=', '5'], '2'],
  [['conversation_rating.score', '=', 4], '2'],
  [['conversation_rating.remark', '~', 'good'], '2'],
  [['conversation_rating.admin_d', '=', '5'], '2'],
  [['ai_agent_participated', '=', false], '1 2 3'],
  [['ai_agent_participated', '=', true], NONE],
  [['ai_agent.resolution_state', '=', null], '1 2 3'],
  [['ai_agent.resolution_state', '=', 'x'], NONE],
  [['ai_agent.rating', '>', 1], NONE],
]

const companies: [Filter, string][] = [
  [['company_id', '=', 'C-1'], 'one'],
  [['name', '~', 'acme'], 'one'],
  [['name', '!=', 'acme'], 'two'],
  [['monthly_spend', '>', 10], 'two'],
  [['monthly_spend', '>', 9], 'one two'],
  [['last_request_at', '!=', 5], 'one two'],
  [['created_at', '<', 101], 'one'],
  [['tag_id', '=', '11'], 'two'],
]
describe('rows that match', () => {
  let searched: SearchedDatabase
  before(async () => {
    searched = await searchedDatabase()
  })
  atFileEnd(() => searched.drop())

  for (const [filter, found] of threads) {
    test(`conversations: ${JSON.stringify(filter)}`, async () => {
      assert.equal(await searched.idsOf('conversation', filter), found)
    })
  }
  for (const [filter, found] of companies) {
    test(`companies: ${JSON.stringify(filter)}`, async () => {
      assert.equal(await searched.idsOf('company', filter), found)
    })
  }
})
