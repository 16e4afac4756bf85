import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { history } from '../../versions/index.ts'
import { newConversation } from './test-scene.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const admin_id = app.workspace.adminId

const { path, id } = await newConversation(client)
const write = (message_type: string) =>
  client.post(`${path}/reply`, { type: 'admin', message_type, admin_id, body: message_type })
await write('comment')
await write('note')
await write('comment')
await client.post(`${path}/parts`, { message_type: 'close', type: 'admin', admin_id })

const ask = (query: string, version = 'Preview') => app.client({ version }).get(`${path}?${query}`)
const typesOf = async (query: string) => {
  const { conversation_parts: parts } = (await ask(query)).body.conversation_parts
  return parts.map((part: { part_type: string }) => part.part_type)
}

test('parts of some types are shown, or all but those', async () => {
  assert.deepEqual(await typesOf(''), ['comment', 'note', 'comment', 'close'])
  assert.deepEqual(await typesOf('include_part_types=comment'), ['comment', 'comment'])
  assert.deepEqual(await typesOf('include_part_types=note,%20close'), ['note', 'close'])
  assert.deepEqual(await typesOf('exclude_part_types=comment'), ['note', 'close'])
  assert.deepEqual(await typesOf('include_part_types=quick_reply'), [])
})

test('the total counts the parts that are shown', async () => {
  const total = async (query: string) => (await ask(query)).body.conversation_parts.total_count
  assert.deepEqual(
    [await total(''), await total('include_part_types=comment'), await total('exclude_part_types=comment')],
    [4, 2, 2],
  )
})

test('parts are chosen before the newest 500 are taken', async () => {
  await app.db`
    insert into thread_parts (workspace_id, thread_id, part_type, author_type, author_admin_id, body,
      created_at, updated_at, notified_at)
    select ${app.workspace.id}, ${id}, 'language_detection_details', 'bot', ${admin_id}, null, t, t, t
    from generate_series(1, 510) n, lateral (select now() + n * interval '1 second' as t) time`
  assert.deepEqual(await typesOf('exclude_part_types=language_detection_details'), [
    'comment',
    'note',
    'comment',
    'close',
  ])
  assert.equal((await typesOf('include_part_types=language_detection_details')).length, 500)
})

const fifty = Array.from({ length: 50 }, (_, at) => `type_${'abcdefghij'[at % 10]}${'abcde'[Math.floor(at / 10)]}`)
for (const [what, query] of [
  ['both lists', 'include_part_types=note&exclude_part_types=comment'],
  ['an empty list', 'include_part_types='],
  ['an empty type', 'exclude_part_types=note,,comment'],
  ['what is no type', 'include_part_types=Note!'],
  ['more than 50 types', `include_part_types=${fifty.join(',')},note`],
] as const)
  test(`${what}: refused`, async () => {
    const { status, body } = await ask(query)
    assert.deepEqual([status, body.errors[0].code], [422, 'parameter_invalid'])
  })

test('fifty types are taken', async () => {
  assert.equal((await ask(`include_part_types=${fifty.join(',')}`)).status, 200)
})

test('every version before refuses to choose parts', async () => {
  for (const { name } of history.versions.slice(0, -1))
    for (const parameter of ['include_part_types', 'exclude_part_types']) {
      const { status, body } = await ask(`${parameter}=note`, name)
      assert.deepEqual([status, body.errors[0].code], [422, 'parameter_invalid'], name)
    }
})
