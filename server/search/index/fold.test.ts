/** How an index is made, kept, and merged, seen through what searches find and what is stored. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Pool } from '../../db/pool.ts'
import { hexId } from '../../ids.ts'
import { testApp, type Client, type TestApp } from '../../test/app.ts'
import { foldIndex, makeIndex, segmentsToMerge } from './fold.ts'
import { forgetIndexes } from './known-indexes.ts'
import { MODELS } from './models.ts'
import * as queries from './segment-queries.ts'

describe('an index', () => {
  let app: TestApp
  let db: Pool
  let client: Client
  let workspaceId: number
  const found = async (name: string) => {
    const { status, body } = await client.post('/contacts/search', {
      query: { field: 'name', operator: '=', value: name },
    })
    assert.equal(status, 200)
    return body.total_count as number
  }
  const segments = () => queries.listSegments(db, workspaceId, 'contact')
  const changes = async () => (await queries.listChanges(db, workspaceId, 'contact', 1000)).length
  const named = (names: string[]) =>
    db`insert into contacts ${db(
      names.map((name, at) => ({
        workspace_id: workspaceId,
        id: hexId(new Date(Date.UTC(2025, 0, 1) + at)),
        role: 'user',
        name,
        external_id: `${name}-${Math.random()}`,
        created_at: app.clock.now(),
        updated_at: app.clock.now(),
      })),
    )}`

  before(async () => {
    app = await testApp({ own: true })
    db = app.db
    workspaceId = app.workspace.id
    client = app.client()
    await named(['Ann', 'Ann', 'Bob'])
    await makeIndex(db, workspaceId, MODELS.contact)
    forgetIndexes(db)
  })

  after(() => forgetIndexes(db))

  test('is one segment at first', async () => {
    assert.deepEqual(
      (await segments()).map(({ size, alive }) => [size, alive]),
      [[3, 3]],
    )
    assert.equal(await found('ann'), 2)
  })

  test('finds what is written at once, and what is folded, and is only asked for what did not change', async () => {
    const { body } = await client.post('/contacts', { external_id: 'cy', name: 'Cy' })
    assert.equal(await changes(), 1)
    assert.equal(await found('cy'), 1)
    await client.put(`/contacts/${body.id}`, { name: 'Ann' })
    assert.deepEqual([await found('cy'), await found('ann')], [0, 3])
    assert.equal(await foldIndex(db, workspaceId, MODELS.contact), 2)
    assert.equal(await changes(), 0)
    assert.deepEqual([await found('cy'), await found('ann')], [0, 3])
    await client.put(`/contacts/${body.id}`, { name: 'Dee' })
    assert.deepEqual([await found('dee'), await found('ann')], [1, 2])
    await foldIndex(db, workspaceId, MODELS.contact)
    assert.deepEqual([await found('dee'), await found('ann')], [1, 2])
  })

  test('loses what is archived, and has it again when it is brought back', async () => {
    const { body } = await client.post('/contacts', { external_id: 'eve', name: 'Eve' })
    await foldIndex(db, workspaceId, MODELS.contact)
    await client.post(`/contacts/${body.id}/archive`)
    assert.equal(await found('eve'), 0)
    await foldIndex(db, workspaceId, MODELS.contact)
    assert.equal(await found('eve'), 0)
    await client.post(`/contacts/${body.id}/unarchive`)
    assert.equal(await found('eve'), 1)
    await foldIndex(db, workspaceId, MODELS.contact)
    assert.equal(await found('eve'), 1)
  })

  test('notes nothing of a transaction that is taken back', async () => {
    await foldIndex(db, workspaceId, MODELS.contact)
    await assert.rejects(
      db.begin(async (tx) => {
        await tx`update contacts set name = 'Zed' where workspace_id = ${workspaceId}`
        throw new Error('taken back')
      }),
      /taken back/,
    )
    assert.deepEqual([await changes(), await found('zed')], [0, 0])
  })

  test('becomes one segment again when there are eight small ones', async () => {
    for (let at = 0; at < 8; at++) {
      await named([`Fay ${at}`])
      await foldIndex(db, workspaceId, MODELS.contact)
    }
    const [only, ...others] = await segments()
    assert.ok(others.length < 8, `${others.length + 1} segments`)
    assert.ok(only!.alive > 0)
    assert.deepEqual([await found('fay 0'), await found('fay 7'), await found('ann')], [1, 1, 2])
  })

  test('of conversations knows what their authors are called now', async () => {
    const { body: gus } = await client.post('/contacts', { external_id: 'gus', name: 'Gus', email: 'gus@old.test' })
    await client.post('/conversations', { from: { type: 'user', id: gus.id }, body: 'Hello' })
    await makeIndex(db, workspaceId, MODELS.conversation)
    forgetIndexes(db)
    const by = async (field: string, operator: string, value: string) => {
      const { body } = await client.post('/conversations/search', { query: { field, operator, value } })
      return body.total_count as number
    }
    const ofGus = async () => [
      await by('source.author.name', '=', 'gus'),
      await by('source.author.name', '~', 'UGH'),
      await by('source.author.email', '$', '@old.test'),
    ]
    assert.deepEqual(await ofGus(), [1, 0, 1])
    await client.put(`/contacts/${gus.id}`, { name: 'Hugh', email: 'hugh@new.test' })
    assert.deepEqual(await ofGus(), [0, 1, 0])
    assert.equal(await foldIndex(db, workspaceId, MODELS.conversation), 1)
    assert.deepEqual(await ofGus(), [0, 1, 0])
    await client.put(`/contacts/${gus.id}`, { phone: '+353 87 123 4567' })
    assert.equal(await foldIndex(db, workspaceId, MODELS.conversation), 0)
    const { adminId } = app.workspace
    await db`update threads set source_contact_id = null, source_admin_id = ${adminId}, source_author_type = 'admin'
      where workspace_id = ${workspaceId}`
    assert.equal(await foldIndex(db, workspaceId, MODELS.conversation), 1)
    await db`update admins set name = 'Zoe' where workspace_id = ${workspaceId} and id = ${adminId}`
    assert.equal(await by('source.author.name', '=', 'zoe'), 1)
  })

  test('finds a text that is too long for a list of its own, be it kept beside its hash or not', async () => {
    const [kept, tooLong] = ['k'.repeat(900), 'é'.repeat(600)]
    await named([kept, tooLong, tooLong, `${kept}k`, `${tooLong}é`])
    await foldIndex(db, workspaceId, MODELS.contact)
    assert.deepEqual([await found(kept), await found(tooLong), await found(`${tooLong}éé`)], [1, 2, 0])
  })

  test('of another workspace is not touched, and its rows are not found', async () => {
    const other = await app.createWorkspace()
    const theirs = app.client({ token: other.token })
    await theirs.post('/contacts', { external_id: 'x', name: 'Ann' })
    await makeIndex(db, other.id, MODELS.contact)
    forgetIndexes(db)
    const { body } = await theirs.post('/contacts/search', { query: { field: 'name', operator: '=', value: 'ann' } })
    assert.deepEqual([body.total_count, await found('ann')], [1, 2])
  })

  test('that was begun and not finished is begun again', async () => {
    await db`update search_indexes set ready = false where workspace_id = ${workspaceId}`
    forgetIndexes(db)
    assert.equal(await found('ann'), 2)
    assert.equal(await makeIndex(db, workspaceId, MODELS.contact), true)
    forgetIndexes(db)
    assert.deepEqual([(await segments()).length, await found('ann')], [1, 2])
  })

  test('has the rows of a segment in the order of their age, however many are folded', async () => {
    await db`
      insert into contacts (workspace_id, id, role, external_id, created_at, updated_at)
      select ${workspaceId}, lpad(to_hex(n), 24, '0'), 'lead', 'many-' || n,
        now() - (n * 7919 % 5000) * interval '1 second', now()
      from generate_series(1, 5000) n`
    assert.equal(await foldIndex(db, workspaceId, MODELS.contact), 5000)
    const [row] = await db<{ rows: number; older: number }[]>`
      select count(*) as rows, count(*) filter (where created_at < before) as older from (
        select created_at, lag(created_at) over (partition by segment order by position) as before
        from search_rows placed join contacts on contacts.workspace_id = placed.workspace_id and contacts.id = placed.id
        where placed.workspace_id = ${workspaceId} and model = 'contact') rows`
    assert.ok(row!.rows >= 5000)
    assert.equal(row!.older, 0)
  })

  test('is made by one process at a time', async () => {
    const made = await Promise.all([1, 2, 3].map(() => makeIndex(db, workspaceId, MODELS.contact)))
    assert.ok(made.includes(true))
    forgetIndexes(db)
    assert.equal(await found('ann'), 2)
  })
})

test('small segments are merged when eight are alike, and worn ones at once', () => {
  const small = Array.from({ length: 7 }, (): [number, number] => [10, 10])
  assert.deepEqual(merged(sized(...small.slice(1)), 10), [])
  assert.deepEqual(merged(sized([32_768, 32_768], ...small), 10), [1, 2, 3, 4, 5, 6, 7])
  assert.deepEqual(merged(sized([32_768, 10_000], [32_768, 32_768]), 1), [0])
})

const sized = (...sizes: [size: number, alive: number][]) =>
  sizes.map(([size, alive], segment) => ({ segment, size, alive }))

const merged = (segments: queries.Segment[], added: number) =>
  segmentsToMerge(segments, added).map(({ segment }) => segment)
