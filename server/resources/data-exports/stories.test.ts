/** Exports as people use them: too early, too late, twice, for periods with nothing in them, in every version. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportScene, rowsOf, untar } from '../../exports/test-scene.ts'
import { pruneExports } from '../../exports/prune-exports.task.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const now = () => Math.floor(app.clock.now().getTime() / 1000)
const DAY = 24 * 3600
const VERSIONS = ['2.7', '2.11', '2.14', '2.16', '2.17', '2.18', 'Preview']
const CONTENT = '/export/content/data'
const REPORT = '/export/reporting_data/enqueue'

async function scene(version = 'Preview') {
  const all = await exportScene(app, version)
  const contact = (await all.client.post('/contacts', { role: 'user', email: `${Math.random()}@example.com` })).body.id
  const sent = await all.client.post('/messages', {
    message_type: version === '2.7' ? 'inapp' : 'in_app',
    body: 'Your beans are on their way',
    from: { type: 'admin', id: all.workspace.adminId },
    to: { type: 'user', id: contact },
  })
  assert.equal(sent.status, 200, sent.text)
  return all
}
const period = (from = now() - DAY, to = now()) => ({ created_at_after: from, created_at_before: to })

for (const version of VERSIONS)
  test(`in ${version} an export is pending, completed, and expires`, async () => {
    const { client, run, download, kept } = await scene(version)
    const { status, body } = await client.post(CONTENT, period())
    assert.equal(status, 200)
    const { job_identifier } = body
    const path = `${CONTENT}/${job_identifier}`
    const empty = { job_identifier, status: 'pending', download_url: '', download_expires_at: '' }
    assert.deepEqual([body, (await client.get(path)).body], [empty, empty])
    assert.equal((await download(`/download/content/data/${job_identifier}`)).status, 404)
    await run(job_identifier)
    const done = (await client.get(path)).body
    assert.equal(done.status, 'completed')
    assert.equal((await download(done.download_url)).status, 200)
    app.clock.advance(Number(done.download_expires_at) - now() - 1)
    assert.equal((await download(done.download_url)).status, 200)
    app.clock.advance(1)
    assert.equal((await download(done.download_url)).status, 404)
    const late = (await client.get(path)).body
    assert.deepEqual(late, { ...done, download_url: '' })
    await pruneExports.run({ db: app.db, clock: app.clock }, {})
    assert.deepEqual((await client.get(path)).body, late)
    assert.deepEqual((await client.post(`/export/cancel/${job_identifier}`)).body, late)
    assert.deepEqual(await kept(), { files: 0, chunks: 0 })
  })

test('an export is canceled twice, and again after it would have run, with the same answer', async () => {
  const { client, run, download } = await scene()
  const { job_identifier } = (await client.post(CONTENT, period())).body
  const ended = { job_identifier, status: 'canceled', download_url: '', download_expires_at: '' }
  for (let round = 0; round < 2; round++) {
    const { status, body } = await client.post(`/export/cancel/${job_identifier}`)
    assert.deepEqual([status, body], [200, ended])
  }
  const both = await Promise.all([1, 2].map(() => client.post(`/export/cancel/${job_identifier}`)))
  assert.deepEqual(
    both.map(({ body }) => body),
    [ended, ended],
  )
  await run(job_identifier)
  assert.deepEqual((await client.post(`/export/cancel/${job_identifier}`)).body, ended)
  assert.equal((await download(`/download/content/data/${job_identifier}`)).status, 404)
})

test('periods without anything in them, and those to come, have no data; one turned round is refused', async () => {
  const { client, run } = await scene()
  for (const both of [
    period(now() + DAY, now() + 2 * DAY),
    period(now() - 3 * DAY, now() - 2 * DAY),
    period(1, 1),
    period(0, 0),
    period(-30_610_224_000, -30_610_223_999),
    period(253_402_300_799, 253_402_300_799),
  ]) {
    const { status, body, text } = await client.post(CONTENT, both)
    assert.equal(status, 200, text)
    await run(body.job_identifier)
    const { body: done } = await client.get(`${CONTENT}/${body.job_identifier}`)
    assert.deepEqual([done.status, done.download_url, done.download_expires_at], ['no_data', '', ''])
  }
  const all = await client.post(CONTENT, period(-30_610_224_000, 253_402_300_799))
  await run(all.body.job_identifier)
  assert.equal((await client.get(`${CONTENT}/${all.body.job_identifier}`)).body.status, 'completed')
  for (const version of VERSIONS) {
    const older = app.client({ version, token: (await app.createWorkspace()).token })
    const { status, body } = await older.post(CONTENT, period(2, 1))
    assert.deepEqual([status, body.errors[0].code], [400, 'bad_request'])
    for (const wrong of ['yesterday', null, '', [], 1e15]) {
      const refused = await older.post(CONTENT, { created_at_after: wrong, created_at_before: now() })
      assert.equal(refused.status, 400, `${version} ${JSON.stringify(wrong)}`)
    }
  }
})

test('times that are written as texts of digits are taken, as in searches', async () => {
  const { client } = await scene()
  const { status } = await client.post(CONTENT, { created_at_after: String(now() - 5), created_at_before: `${now()}` })
  assert.equal(status, 200)
})

test('a report whose dataset or attributes are not there is refused by their names', async () => {
  const { client } = await scene()
  const good = { dataset_id: 'conversation', attribute_ids: ['conversation_id'], start_time: 1, end_time: 2 }
  for (const [body, message] of [
    [{ dataset_id: 'constructor' }, 'constructor is not a valid dataset_id'],
    [{ dataset_id: '__proto__' }, '__proto__ is not a valid dataset_id'],
    [{ dataset_id: 'Conversation' }, 'Conversation is not a valid dataset_id'],
    [{ dataset_id: '' }, ' is not a valid dataset_id'],
    [{ attribute_ids: ['constructor'] }, 'attribute_ids invalid for conversation dataset: constructor'],
    [{ attribute_ids: [''] }, 'attribute_ids invalid for conversation dataset: '],
    [{ attribute_ids: ['standard.'] }, 'attribute_ids invalid for conversation dataset: standard.'],
    [
      { attribute_ids: [null, 5, {}, 'conversation_id'] },
      'attribute_ids invalid for conversation dataset: null, 5, {}',
    ],
    [{ attribute_ids: {} }, "'attribute_ids' not an array must be of type Array"],
    [{ attribute_ids: null }, "'attribute_ids' is a required parameter"],
    [{ start_time: 3 }, 'start_time is greater than end_time'],
  ] as const) {
    const reply = await client.post(REPORT, { ...good, ...body })
    assert.deepEqual([reply.status, reply.body.errors[0].message], [400, message])
  }
  for (const body of [{ dataset_id: 5 }, { dataset_id: null }, { start_time: 'x' }, { end_time: null }]) {
    const reply = await client.post(REPORT, { ...good, ...body })
    assert.equal(reply.status, 400, JSON.stringify(body))
  }
})

test('a report has a column for each attribute that was asked for, twice where it was asked twice', async () => {
  const { client, run, download } = await scene()
  const { body } = await client.post(REPORT, {
    dataset_id: 'conversation',
    attribute_ids: ['conversation_id', 'conversation_id', 'standard.conversation_id'],
    start_time: 1,
    end_time: 2,
  })
  assert.equal((await download(`/download/reporting_data/${body.job_identifier}`)).status, 404)
  await run(body.job_identifier)
  const done = (await client.get(`/export/reporting_data/${body.job_identifier}`)).body
  const [csv] = Object.values(await untar((await download(done.download_url)).bytes))
  assert.deepEqual([csv, rowsOf(csv!)], ['conversation_id,conversation_id,conversation_id\r\n', []])
  app.clock.advance(Number(done.download_expires_at) - now())
  assert.equal((await download(done.download_url)).status, 404)
})

test('a download opens to clients that accept octets or anything, and to no others', async () => {
  const { client, run, download } = await scene()
  const { job_identifier } = (await client.post(CONTENT, period())).body
  await run(job_identifier)
  for (const [accept, status] of [
    ['application/octet-stream', 200],
    ['*/*', 200],
    ['application/json', 406],
  ] as const)
    assert.equal((await download(`/download/content/data/${job_identifier}`, { accept })).status, status, accept)
})
