import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf, runJob, unzip } from '../../exports/test-scene.ts'
import { openSmtp } from '../../mail/smtp.ts'
import { mailScene } from '../../mail/test-mail-scene.ts'
import { startMailServer } from '../../mail/test-mail-server.ts'
import { atFileEnd } from '../../test/endings.ts'

const server = await startMailServer()
const transport = openSmtp(server.url)
const { app, client, contact, write, sendDue } = await mailScene(transport)
atFileEnd(async () => {
  transport.close()
  await server.close()
})

/** The rows of a kind in an export of the last minute. */
async function exported() {
  const now = Math.floor(app.clock.now().getTime() / 1000)
  const { body } = await client.post('/export/content/data', { created_at_after: now - 60, created_at_before: now })
  await runJob(app, app.workspace, body.job_identifier)
  const archive = await app.app.inject({
    url: `/download/content/data/${body.job_identifier}`,
    headers: { authorization: `Bearer ${app.workspace.token}`, accept: 'application/octet-stream' },
  })
  const files = await unzip(archive.rawPayload)
  return (kind: string) => rowsOf(files[Object.keys(files).find((name) => name.startsWith(kind))!]!)
}

test('the export tells of the same hard bounces as the contacts', async () => {
  const [fine, gone, full] = [await contact(), await contact(), await contact()]
  server.refuse.recipients.set(gone.email, { code: 550, text: '5.1.1 user unknown' })
  server.refuse.recipients.set(full.email, { code: 552, text: '5.2.2 mailbox full' })
  await write({ to: [fine, gone, full].map(({ id }) => ({ type: 'user', id })) })
  await sendDue()
  const file = await exported()
  for (const { user_id, receipt_id, first_hard_bounce } of file('receipt')) {
    const { has_hard_bounced } = (await client.get(`/contacts/${user_id}`)).body
    assert.equal(first_hard_bounce !== '', has_hard_bounced, user_id)
    assert.equal(has_hard_bounced, user_id === gone.id)
    if (has_hard_bounced) assert.deepEqual(file('hard_bounce'), [{ receipt_id, bounced_at: first_hard_bounce }])
  }
  const [{ hard_bounce_total, hard_bounce_unique, receipt_total }] = file('overview') as [Record<string, string>]
  assert.deepEqual([hard_bounce_total, hard_bounce_unique, receipt_total], ['1', '1', '3'])
})

test('a contact who was sent nothing has no receipt, and a bounce stands beside the address that it is of', async () => {
  app.clock.advance(3600)
  const [fine, gone, moved, silent] = [
    await contact(),
    await contact(),
    await contact(),
    await contact({ unsubscribed_from_emails: true }),
  ]
  for (const { email } of [gone, moved]) server.refuse.recipients.set(email, { code: 550, text: '5.1.1 user unknown' })
  await write({ to: { type: 'user', id: gone.id } })
  await sendDue()
  app.clock.advance(3600)
  await write({ to: [fine, gone, moved, silent].map(({ id }) => ({ type: 'user', id })) })
  await sendDue()
  await client.put(`/contacts/${moved.id}`, { email: `new-${moved.email}` })
  const file = await exported()
  const shown = file('receipt').map(({ user_id, email, first_hard_bounce }) => [
    user_id,
    email,
    first_hard_bounce !== '',
  ])
  const expected = [
    [fine.id, fine.email, false],
    [moved.id, moved.email, true],
  ]
  assert.deepEqual(shown.toSorted(), expected.toSorted())
  const [{ receipt_total, receipt_unique, hard_bounce_rate }] = file('overview') as [Record<string, string>]
  assert.deepEqual([receipt_total, receipt_unique, hard_bounce_rate], ['2', '2', '50'])
})
