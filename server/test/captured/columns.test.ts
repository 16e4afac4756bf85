/**
 * The columns of captured files: ours begin with the same ones, in the same order; files of messages have no others.
 * Without the captures at hand this says that it was skipped.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportScene, unzip } from '../../exports/test-scene.ts'
import { testApp, type TestApp } from '../app.ts'
import { FILES, REPORTS } from './columns.ts'
import { recorded } from './recorded.ts'

/** The headers of an archive with a message that was answered, by the kinds of its files. */
async function headersOfMessages(app: TestApp): Promise<Map<string, string[]>> {
  const { client, workspace, run, download } = await exportScene(app)
  const { id } = (await client.post('/contacts', { external_id: 'ada' })).body
  const { conversation_id } = (
    await client.post('/messages', {
      message_type: 'inapp',
      body: 'Hello',
      from: { type: 'admin', id: workspace.adminId },
      to: { type: 'user', id },
      create_conversation_without_contact_reply: true,
    })
  ).body
  const answer = { message_type: 'comment', type: 'user', intercom_user_id: id, body: 'Hi' }
  await client.post(`/conversations/${conversation_id}/reply`, answer)
  const now = app.clock.now().getTime() / 1000
  const period = { created_at_after: now - 60, created_at_before: now }
  const { job_identifier } = (await client.post('/export/content/data', period)).body
  await run(job_identifier)
  const files = await unzip((await download(`/download/content/data/${job_identifier}`)).bytes)
  return new Map(
    Object.entries(files).map(([name, text]) => [
      name.replace(/_\d{8}-\d{6}\.csv$/, ''),
      text.split('\r\n', 1)[0]!.split(','),
    ]),
  )
}

const columnsOf = (id: string): string[] => recorded!.find((one) => one.id === id)!.columns!

if (recorded) {
  const app = await testApp()

  const { data } = (await app.client().get('/export/reporting_data/get_datasets')).body
  for (const [id, dataset] of Object.entries(REPORTS))
    test(`${id}: the dataset ${dataset} begins with the captured columns`, () => {
      const { attributes } = data.find((one: any) => one.id === dataset)
      const columns = columnsOf(id)
      assert.deepEqual(
        attributes.slice(0, columns.length).map((one: any) => one.id),
        columns,
      )
    })

  const headers = await headersOfMessages(app)
  for (const [id, kind] of Object.entries(FILES))
    test(`${id}: the file ${kind} has the captured columns`, () => {
      assert.deepEqual(headers.get(kind), columnsOf(id))
    })
} else {
  test('columns of files are held against captured ones', { skip: 'the captures are not at hand' }, () => {})
}
