/**
 * The details of each type of part × the version that they begin with, by hand. A new type fails here until it is told
 * since when it has details, or that it has none.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partTypes, type PartType } from '../../threads/fold.ts'
import { ConversationPart } from '../../threads/part.ts'
import { history } from '../../versions/index.ts'

const NONE = 'has none'

const SINCE: Record<PartType, string> = {
  comment: NONE,
  quick_reply: NONE,
  open: NONE,
  note: NONE,
  close: NONE,
  snoozed: 'Preview',
  timer_unsnooze: NONE,
  assignment: NONE,
  assign_and_reopen: NONE,
  assign_and_unsnooze: NONE,
  default_assignment: NONE,
  away_mode_assignment: NONE,
  participant_added: NONE,
  participant_removed: NONE,
  conversation_attribute_updated_by_admin: '2.13',
  conversation_tags_updated: 'Preview',
  company_updated: NONE,
  priority_changed: 'Preview',
  conversation_rating_changed: NONE,
  conversation_rating_remark_added: NONE,
  merged_primary_conversation: NONE,
  ticket_state_updated_by_admin: NONE,
  ticket_attribute_updated_by_admin: NONE,
  conversation_sla_applied_by_rule: 'Preview',
  conversation_sla_target_missed: 'Preview',
  conversation_sla_paused: 'Preview',
  conversation_sla_unpaused: 'Preview',
  conversation_sla_removed: 'Preview',
}

const names = history.versions.map(({ name }) => name)
const part = (part_type: string) => ({ part_type, event_details: { what: 'happened' } })

test('each type of part has a row', () => {
  assert.deepEqual(Object.keys(SINCE).toSorted(), partTypes.toSorted())
})

for (const [type, since] of Object.entries(SINCE))
  if (since !== NONE)
    test(`${type} tells its details since ${since}`, () => {
      const telling = history.versions.filter(
        (version) => version.down(ConversationPart)(part(type)).event_details?.what === 'happened',
      )
      assert.deepEqual(
        telling.map(({ name }) => name),
        names.slice(names.indexOf(since)),
      )
    })
