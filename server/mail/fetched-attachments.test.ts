/** Attachments that are given by their addresses, in copies by e-mail. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fetchDue, GIF, startHost } from '../files/test-fetch-scene.ts'
import { openSmtp } from './smtp.ts'
import { mailScene } from './test-mail-scene.ts'
import { startMailServer } from './test-mail-server.ts'
import { atFileEnd } from '../test/endings.ts'

const server = await startMailServer()
const transport = openSmtp(server.url)
const { app, client, admin, contact, write, sendDue } = await mailScene(transport)
const host = await startHost()
host.serve('/cat.gif', 'image/gif', GIF)
atFileEnd(async () => {
  transport.close()
  await server.close()
})

async function reply(attachment_urls: string[]): Promise<void> {
  const to = await contact()
  const { conversation_id } = await write({
    to: { type: 'user', id: to.id },
    create_conversation_without_contact_reply: true,
  })
  await sendDue()
  server.taken.length = 0
  const words = { message_type: 'comment', type: 'admin', admin_id: admin.id, body: 'See', attachment_urls }
  assert.equal((await client.post(`/conversations/${conversation_id}/reply`, words)).status, 200)
}

test('a mail waits for the file that it brings', async () => {
  await reply([host.url('/cat.gif')])
  await sendDue()
  assert.equal(server.taken.length, 0)
  await fetchDue(app)
  app.clock.advance(3)
  await sendDue()
  assert.equal(server.taken.length, 1)
  assert.ok(server.taken[0]!.raw.includes(GIF.toString('base64')))
  assert.match(server.taken[0]!.raw, /content-type: image\/gif/i)
  assert.ok(!server.taken[0]!.raw.includes(host.url('/cat.gif')))
})

test('a mail has a link to a file that cannot be fetched', async () => {
  await reply([host.url('/missing.gif')])
  await fetchDue(app)
  await sendDue()
  assert.ok(server.taken[0]!.raw.includes(host.url('/missing.gif')))
})

test('a mail waits half a minute, and no longer', async () => {
  await reply([host.url('/cat.gif')])
  app.clock.advance(30)
  await sendDue()
  assert.equal(server.taken.length, 0)
  app.clock.advance(3)
  await sendDue()
  assert.ok(server.taken[0]!.raw.includes(host.url('/cat.gif')))
})
