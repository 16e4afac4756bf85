import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modelName } from '../../schema/types.ts'
import { bodyCheck } from '../../http/validate.ts'
import type { ConversationRow } from './row.ts'
import { ConversationStatistics, presentStatistics } from './statistics.ts'

const SECONDS = [
  'time_to_assignment',
  'time_to_admin_reply',
  'time_to_first_close',
  'time_to_last_close',
  'median_time_to_reply',
  'last_closed_by_id',
]
const COUNTS = ['count_reopens', 'count_assignments', 'count_conversation_parts']
const TIMES = [
  'first_contact_reply_at',
  'first_assignment_at',
  'first_admin_reply_at',
  'first_close_at',
  'last_assignment_at',
  'last_assignment_admin_reply_at',
  'last_contact_reply_at',
  'last_admin_reply_at',
  'last_close_at',
]
const teamTimes = (times: object[], inOfficeHours = times) => ({
  assigned_team_first_response_time: times,
  assigned_team_first_response_time_in_office_hours: inOfficeHours,
})
const each = (names: string[], value: (at: number) => unknown) =>
  Object.fromEntries(names.map((name, at) => [name, value(at)]))
const present = (row: object) => presentStatistics(row as ConversationRow)

const begun = {
  ...each([...SECONDS, ...TIMES], () => null),
  ...each(COUNTS, () => 0),
  handling_time: null,
  team_responses: null,
}
const response = { team_id: 5, team_name: 'Support', response_time: 40 }
const whole = {
  ...each(SECONDS, (at) => at + 1),
  ...each(COUNTS, (at) => at + 100),
  ...each(TIMES, (at) => new Date(1_700_000_000_000 + at * 1000)),
  handling_time: 0,
  team_responses: [{ ...response, office_response_time: 30 }],
}
const wire = {
  type: 'conversation_statistics',
  ...each(SECONDS, (at) => at + 1),
  ...each(COUNTS, (at) => at + 100),
  ...each(TIMES, (at) => 1_700_000_000 + at),
  ...teamTimes([response], [{ ...response, response_time: 30 }]),
  handling_time: 0,
  adjusted_handling_time: null,
}

test('a conversation to which nothing happened has nulls, zeros and empty lists', () => {
  assert.deepEqual(present(begun), {
    type: 'conversation_statistics',
    ...each([...SECONDS, ...TIMES], () => null),
    ...each(COUNTS, () => 0),
    ...teamTimes([]),
    handling_time: null,
    adjusted_handling_time: null,
  })
})

test('each statistic is told under its own name', () => assert.deepEqual(present(whole), wire))

test('the statistics are described as they are told', () => {
  const check = bodyCheck(ConversationStatistics, 'refuse')
  check(present(begun))
  check(present(whole))
  for (const key of Object.keys(wire)) {
    const { [key]: _, ...without } = wire as Record<string, unknown>
    assert.throws(() => check(without), { message: `${key} is a required parameter` })
    assert.throws(() => check({ ...wire, [key]: 'a word' }), { code: 'parameter_invalid' }, key)
  }
  assert.throws(() => check({ ...wire, ...teamTimes([{ team_id: 5 }]) }), { code: 'parameter_not_found' })
})

test('the statistics and their response times are models that versions can name', () => {
  assert.equal(modelName(ConversationStatistics), 'conversation_statistics')
  const times = (ConversationStatistics as any).properties.assigned_team_first_response_time
  assert.equal(modelName(times.items), 'conversation_response_time')
})
