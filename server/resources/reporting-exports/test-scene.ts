/** Fixture for tests of reports: a workspace with a contact, and the rows of a dataset by the names of their columns. */
import assert from 'node:assert/strict'
import { exportScene, rowsOf, untar, type Row } from '../../exports/test-scene.ts'
import type { TestApp } from '../../test/app.ts'

/** A time and any other value, as cells of a report show them. */
export const plain = (seconds: number | null) =>
  seconds === null ? '' : new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
export const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))

export async function reportScene(app: TestApp, version?: string) {
  const unix = () => app.clock.now().getTime() / 1000
  const scene = await exportScene(app, version)
  const { client, workspace, run, download } = scene
  const enqueue = (dataset_id: string, attribute_ids: string[], start_time = 0, end_time = unix() + 1) =>
    client.post('/export/reporting_data/enqueue', { dataset_id, attribute_ids, start_time, end_time })
  async function csv(...asked: Parameters<typeof enqueue>): Promise<string> {
    const reply = await enqueue(...asked)
    assert.equal(reply.status, 200, reply.text)
    await run(reply.body.job_identifier)
    const files = await untar((await download(`/download/reporting_data/${reply.body.job_identifier}`)).bytes)
    assert.deepEqual(Object.keys(files), [`${asked[0]}.csv`])
    return files[`${asked[0]}.csv`]!
  }
  const contact = (
    await client.post('/contacts', { external_id: 'rita', email: 'rita@example.com', name: '@Rita', role: 'user' })
  ).body.id as string
  async function converse(body = 'Hello'): Promise<string> {
    return (await client.post('/conversations', { from: { type: 'user', id: contact }, body })).body.conversation_id
  }
  const admin_id = workspace.adminId
  const part = (id: string, details: object) =>
    client.post(`/conversations/${id}/parts`, { type: 'admin', admin_id, ...details })
  const reply = (id: string, details: object) => client.post(`/conversations/${id}/reply`, details)
  return {
    ...scene,
    enqueue,
    csv,
    rows: async (...asked: Parameters<typeof enqueue>): Promise<Row[]> => rowsOf(await csv(...asked)),
    contact,
    converse,
    part,
    answer: (id: string) => reply(id, { message_type: 'comment', type: 'admin', admin_id, body: 'Hi' }),
    write: (id: string) =>
      reply(id, { message_type: 'comment', type: 'user', intercom_user_id: contact, body: 'And?' }),
  }
}
