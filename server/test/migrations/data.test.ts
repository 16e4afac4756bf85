/** Migrations that change rows: run on rows as the release before wrote them. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { wrongCounts } from '../removed/counts.ts'
import { removeInto } from '../removed/trials.ts'

const app = await testApp({ own: true })
const FOLDER = join(import.meta.dirname, '../../db/migrations')
const at = (day: number) => new Date(Date.UTC(2019, 0, day))
const run = (name: string) => app.db.unsafe(readFileSync(join(FOLDER, name), 'utf8'))

test('0081 makes one event of names that part in letter case, `.` and `$` only', async () => {
  const workspace = await app.createWorkspace()
  const { send, given } = createScene(app, { workspace })
  const contact = await given('a contact')
  const link = { workspace_id: workspace.id, contact_id: contact['id'] as string }
  const times: Record<string, number[]> = { 'A.x': [1, 2], a$X: [1, 3], 'a-x': [1, 4], B: [1], 'b-': [1], 'B.': [1] }
  for (const [event_name, days] of Object.entries(times)) {
    for (const day of days)
      await app.db`insert into data_events ${app.db({ ...link, event_name, created_at: at(day), id: randomUUID(), metadata: {} })}`
    const summary = { first_at: at(days[0]!), last_at: at(days.at(-1)!), count: days.length }
    await app.db`insert into data_event_summaries ${app.db({ ...link, event_name, ...summary })}`
  }
  await run('0081_event_names.sql')
  const { events } = await send('GET', `/events?type=user&intercom_user_id=${contact['id']}&summary=true`)
  assert.deepEqual(
    events.map(({ name, first, last, count }: any) => [name, first.slice(8, 10), last.slice(8, 10), count]),
    [
      ['a-x', '01', '04', 4],
      ['b', '01', '01', 1],
      ['b-', '01', '01', 1],
    ],
  )
  const rows = await app.db`
    select event_name, count(*)::int as count from data_events where workspace_id = ${workspace.id} group by 1 order by 1`
  assert.deepEqual(
    rows.map(({ event_name, count }) => [event_name, count]),
    [
      ['a-x', 4],
      ['b', 1],
      ['b-', 1],
    ],
  )
})

test('0080 takes archived and blocked contacts out of the counts of companies', async () => {
  const workspace = await app.createWorkspace()
  const scene = createScene(app, { workspace })
  const [left, empty] = [await scene.another('a company with a contact'), await scene.another('a company')]
  for (const state of ['an archived contact', 'a blocked contact'] as const) {
    const contact = await scene.another('a contact')
    for (const { id } of [left, empty]) await scene.send('POST', `/contacts/${contact['id']}/companies`, { id })
    await removeInto(scene, state, contact)
  }
  await app.db`update companies set user_count = user_count + 2 where workspace_id = ${workspace.id}`
  await app.db`insert into count_deltas (workspace_id, name, delta) values (${workspace.id}, 'companies', 1)`
  assert.notDeepEqual(await wrongCounts(app, workspace), [])
  await run('0080_people_of_companies.sql')
  assert.deepEqual(await wrongCounts(app, workspace), [])
  const counts = [left, empty].map(async ({ id }) => (await scene.send('GET', `/companies/${id}`))['user_count'])
  assert.deepEqual(await Promise.all(counts), [1, 0])
})

test('0336 takes words of snippets and pages from visitors, and leaves them the words of articles', async () => {
  const workspace = await app.createWorkspace()
  const { send } = createScene(app, { workspace })
  const author_id = workspace.adminId
  await send('POST', '/articles', { title: 'Bassoon', body: 'Reeds', author_id, state: 'published' })
  await send('POST', '/content_snippets', { title: 'Sarrusophone', body_markdown: 'Reeds and a crook' })
  await app.db`update content_words set is_open = true where workspace_id = ${workspace.id}`
  const sql = readFileSync(join(FOLDER, '0336_words_by_reader.sql'), 'utf8')
  await app.db.unsafe(sql.slice(sql.indexOf('update content_words')))
  const words = await app.db<{ word: string; is_open: boolean }[]>`
    select word, is_open from content_words where workspace_id = ${workspace.id} order by word`
  assert.deepEqual(
    words.map(({ word, is_open }) => [word, is_open]),
    [
      ['bassoon', true],
      ['crook', false],
      ['reeds', true],
      ['sarrusophone', false],
    ],
  )
})

test('0360 moves titles into their rows, beside bodies that fill them', async () => {
  const workspace = await app.createWorkspace()
  const { send } = createScene(app, { workspace })
  const extended = ['title', 'folded_title', 'title_words'].map((column) => `alter ${column} set storage extended`)
  await app.db.unsafe(`alter table content_index ${extended.join(', ')}`)
  const body = Array.from({ length: 400 }, (_, n) => `w${(n * 7919).toString(36)}ord`).join(' ')
  await send('POST', '/articles', { title: 'The ophicleide and its keys', body, author_id: workspace.adminId })
  const [{ aside }] = await app.db<[{ aside: string }]>`
    select reltoastrelid::regclass::text as aside from pg_class where oid = 'content_index'::regclass`
  const countAside = async () => {
    const [{ values }] = await app.db<[{ values: number }]>`
      select count(distinct chunk_id)::int as values from ${app.db.unsafe(aside)}`
    return values
  }
  const before = await countAside()
  await run('0360_titles_in_rows.sql')
  assert.equal(before - (await countAside()), 3)
  assert.equal((await send('GET', '/articles/search?phrase=ophi'))['total_count'], 1)
})
