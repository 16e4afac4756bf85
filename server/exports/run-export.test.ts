/** The life of exports whose worker, database or time does not stand still. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { Pool } from '../db/pool.ts'
import { DatabaseUnavailable } from '../db/unavailable.ts'
import { testApp } from '../test/app.ts'
import { pruneExports } from './prune-exports.task.ts'
import { exportScene, rowsOf, untar } from './test-scene.ts'

const app = await testApp()
const ROWS = 2000

/** A workspace with contacts whose names do not compress, and a report that is to be written. */
async function scene() {
  const all = await exportScene(app)
  const { client, workspace } = all
  const { body } = await client.post('/contacts', { email: 'source@example.com' })
  const from = { type: 'user', id: body.id }
  await client.post('/conversations', { from, body: 'Hello' })
  await app.db`
    insert into threads (workspace_id, created_at, updated_at, first_contact_reply_at, rating_remark)
    select ${workspace.id}, ${app.clock.now()}, ${app.clock.now()}, ${app.clock.now()}, remark
    from unnest(${Array.from({ length: ROWS }, () => randomBytes(300).toString('base64'))}::text[]) as r (remark)`
  const now = app.clock.now().getTime() / 1000
  const job = await client.post('/export/reporting_data/enqueue', {
    dataset_id: 'conversation',
    attribute_ids: ['conversation_id', 'last_teammate_rating_remark'],
    start_time: now - 10,
    end_time: now,
  })
  const identifier: string = job.body.job_identifier
  return {
    ...all,
    identifier,
    status: async () => (await client.get(`/export/reporting_data/${identifier}`)).body.status as string,
    archive: () => all.download(`/download/reporting_data/${identifier}`),
  }
}

const lost = () => Promise.reject(new DatabaseUnavailable('CONNECTION_LOST', 'lost', { undone: false }))

/** A database whose chunks `spoil` decides about, by their number from 1. */
function spoiled(spoil: (chunk: number) => Promise<unknown> | void): Pool {
  let chunk = 0
  return new Proxy(app.db, {
    apply(db, self, args: Parameters<Pool>) {
      const isChunk = String(args[0]).includes('insert into file_chunks')
      const statement = () => Reflect.apply(db, self, args)
      return isChunk ? Promise.resolve(spoil(++chunk)).then(statement) : statement()
    },
  })
}

async function assertWhole({ archive, identifier, kept }: Awaited<ReturnType<typeof scene>>) {
  const { status, bytes } = await archive()
  assert.equal(status, 200)
  const files = await untar(bytes)
  assert.deepEqual(Object.keys(files), ['conversation.csv'], identifier)
  const ids = rowsOf(files['conversation.csv']!).map((row) => Number(row['conversation_id']))
  assert.equal(ids.length, ROWS + 1)
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  )
  assert.equal((await kept()).files, 1)
}

test('an export whose database goes away shows no archive, and is begun again', async () => {
  const all = await scene()
  await assert.rejects(
    all.run(
      all.identifier,
      spoiled((chunk) => (chunk === 2 ? lost() : undefined)),
    ),
    /lost/,
  )
  assert.equal(await all.status(), 'in_progress')
  assert.equal((await all.archive()).status, 404)
  assert.ok((await all.kept()).chunks > 0)
  await all.run(all.identifier)
  assert.equal(await all.status(), 'complete')
  await assertWhole(all)
})

test('an export that two workers write is shown whole, once', async () => {
  const all = await scene()
  const second = spoiled((chunk) => (chunk === 1 ? all.run(all.identifier) : undefined))
  await all.run(all.identifier, second)
  await assertWhole(all)
  // A job that has ended is nothing to do.
  await all.run(all.identifier)
  await assertWhole(all)
})

test('an export that is canceled while it is written leaves nothing', async () => {
  const { client, workspace, run, kept } = await exportScene(app)
  const { id } = (await client.post('/contacts', { email: 'c@example.com' })).body
  const words = { message_type: 'in_app', body: 'Hello', from: { type: 'admin', id: workspace.adminId } }
  await client.post('/messages', { ...words, to: { type: 'user', id } })
  const now = app.clock.now().getTime() / 1000
  const { job_identifier } = (
    await client.post('/export/content/data', { created_at_after: now - 10, created_at_before: now })
  ).body
  const states: string[] = []
  const canceling = spoiled(async () => {
    states.push((await client.get(`/export/content/data/${job_identifier}`)).body.status)
    states.push((await client.post(`/export/cancel/${job_identifier}`)).body.status)
  })
  await run(job_identifier, canceling)
  assert.deepEqual(states, ['in_progress', 'canceled'])
  assert.equal((await client.get(`/export/content/data/${job_identifier}`)).body.status, 'canceled')
  assert.deepEqual(await kept(), { files: 0, chunks: 0 })
})

test('an export that fails for a reason that nobody foresaw has failed, and the worker is told', async () => {
  const all = await scene()
  const broken = spoiled(() => Promise.reject(new TypeError('a secret of the server')))
  await assert.rejects(all.run(all.identifier, broken), /a secret of the server/)
  const { body, text } = await all.client.get(`/export/reporting_data/${all.identifier}`)
  assert.deepEqual([body.status, body.download_url, body.download_expires_at], ['failed', '', ''])
  assert.doesNotMatch(text, /secret/)
  assert.deepEqual(await all.kept(), { files: 0, chunks: 0 })
})

test('an export that ended every process which took it is given up', async () => {
  const all = await scene()
  await app.db`update exports set attempts = 10, status = 'in_progress' where identifier = ${all.identifier}`
  await all.run(all.identifier)
  assert.equal(await all.status(), 'failed')
})

test('an archive expires two days after it was completed, and is deleted', async () => {
  const all = await scene()
  app.clock.advance(1000)
  await all.run(all.identifier)
  const expires = app.clock.now().getTime() / 1000 + 2 * 24 * 3600
  const { body } = await all.client.get(`/export/reporting_data/${all.identifier}`)
  assert.equal(body.download_expires_at, String(expires))
  app.clock.advance(2 * 24 * 3600 - 1)
  await pruneExports.run({ db: app.db, clock: app.clock }, {})
  assert.equal((await all.archive()).status, 200)
  app.clock.advance(1)
  assert.equal((await all.archive()).status, 404)
  const expired = (await all.client.get(`/export/reporting_data/${all.identifier}`)).body
  assert.deepEqual([expired.status, expired.download_url], ['complete', ''])
  await pruneExports.run({ db: app.db, clock: app.clock }, {})
  assert.deepEqual(await all.kept(), { files: 0, chunks: 0 })
})

test('a download that was interrupted goes on where it stopped', async () => {
  const all = await scene()
  await all.run(all.identifier)
  const { bytes, headers } = await all.archive()
  const url = `/download/reporting_data/${all.identifier}`
  const tag = String(headers['etag'])
  const size = bytes.length
  assert.ok(size > 600_000, 'several chunks')
  assert.match(tag, /^"[\w-]+"$/)
  assert.equal(headers['accept-ranges'], 'bytes')
  assert.equal(headers['content-length'], String(size))
  for (const [range, from, to] of [
    ['bytes=0-0', 0, 0],
    ['bytes=262143-262144', 262_143, 262_144],
    ['bytes=300000-', 300_000, size - 1],
    ['bytes=-5', size - 5, size - 1],
    [`bytes=10-${size + 10}`, 10, size - 1],
  ] as const) {
    const part = await all.download(url, { range, 'if-range': tag })
    assert.equal(part.status, 206, range)
    assert.equal(part.headers['content-range'], `bytes ${from}-${to}/${size}`)
    assert.deepEqual(part.bytes, bytes.subarray(from, to + 1), range)
  }
  for (const headers of [
    { range: 'bytes=5-9', 'if-range': '"another"' },
    { range: 'bytes=5-9', 'if-range': `W/${tag}` },
    { range: 'bytes=9-5' },
    { range: 'bytes=0-1,4-5' },
    { range: 'lines=0-1' },
  ]) {
    const whole = await all.download(url, headers as Record<string, string>)
    assert.deepEqual([whole.status, whole.bytes.length], [200, size], JSON.stringify(headers))
  }
  for (const range of [`bytes=${size}-`, 'bytes=-0']) {
    const none = await all.download(url, { range })
    assert.deepEqual([none.status, none.headers['content-range']], [416, `bytes */${size}`])
  }
})

test('HEAD tells the headers of a download, whole or a range of it, and sends nothing', async () => {
  const all = await scene()
  await all.run(all.identifier)
  const url = `/download/reporting_data/${all.identifier}`
  for (const range of ['', 'bytes=5-9', 'bytes=999999999-']) {
    const [whole, head] = [await all.download(url, { range }), await all.download(url, { range }, 'HEAD')]
    for (const { headers } of [whole, head])
      for (const own of ['x-request-id', 'x-ratelimit-remaining']) delete headers[own]
    assert.deepEqual([head.status, head.headers, head.bytes.length], [whole.status, whole.headers, 0], range)
    assert.equal(head.headers['content-length'], String(whole.bytes.length), range)
  }
})

test('an archive needs a client that accepts bytes, and a token', async () => {
  const all = await scene()
  await all.run(all.identifier)
  const url = `/download/reporting_data/${all.identifier}`
  for (const accept of ['application/octet-stream', '*/*', 'application/*;q=0.5'])
    assert.equal((await all.download(url, { accept })).status, 200, accept)
  assert.equal((await all.download(url, { accept: 'application/json' })).status, 406)
  assert.equal((await all.download(url, { authorization: 'Bearer wrong' })).status, 401)
})
