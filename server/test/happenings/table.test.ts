/**
 * The kept table (table.txt) holds the effects of each happening on a conversation in each state, the topics told,
 * and the marks on its contacts.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { topics } from '../../webhooks/topics.ts'
import { operations } from '../../operations.ts'
import { partTypes } from '../../threads/fold.ts'
import { happenings } from './happenings.ts'
import { makeTable } from './table.ts'
import { undoableApp } from '../undone.ts'

const kept = readFileSync(join(import.meta.dirname, 'table.txt'), 'utf8')

test('each thing that happens makes of a conversation in each state as the table keeps it', async () => {
  const made = await makeTable(await undoableApp())
  for (const [title, block] of blocksOf(made)) assert.equal(block, blocksOf(kept).get(title), title)
  assert.deepEqual([...blocksOf(kept).keys()], [...blocksOf(made).keys()], 'npm run happenings writes the table')
})

const blocksOf = (table: string) =>
  new Map(table.split(/\n(?=#)/).map((block) => [block.slice(0, block.indexOf('\n')), block.trimEnd()]))

test('every operation that writes to conversations happens in the table', () => {
  const told = new Set(Object.values(happenings).map(({ key }) => key))
  const writes = operations.filter(
    ({ key, atomic }) => key.includes('/conversations') && atomic === 'transaction' && !NOT_OF_ONE.includes(key),
  )
  for (const { key } of writes.filter(({ key }) => !key.includes('/attributes')))
    assert.ok(told.has(key), `tell in happenings.ts how ${key} happens`)
})

/** The first begins one, and the others write to none. */
const NOT_OF_ONE = [
  'POST /conversations',
  'POST /conversations/stream_tokens',
  'POST /conversations/stream_tokens/revoke',
]

/** Topics of conversations that begin. */
const BEGINS = ['conversation.user.created', 'conversation.admin.single.created']

test('every type of part and every topic of conversations stands in the table', () => {
  for (const type of partTypes) assert.match(kept, new RegExp(`\\b${type} of `), type)
  const told = topics.filter((topic) => topic.startsWith('conversation') && !BEGINS.includes(topic))
  for (const topic of told) assert.ok(kept.includes(`tells ${topic}`), topic)
})
