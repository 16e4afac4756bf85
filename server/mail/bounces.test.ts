/** Refusals by a real mail server, and addresses that bounced. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atFileEnd } from '../test/endings.ts'
import { openSmtp } from './smtp.ts'
import { mailScene } from './test-mail-scene.ts'
import { headersOf, startMailServer } from './test-mail-server.ts'

const server = await startMailServer()
const transport = openSmtp(server.url)
const { app, client, admin, contact, write, jobs, sendDue, recipients } = await mailScene(transport)
atFileEnd(async () => {
  transport.close()
  await server.close()
})

const user = ({ id }: { id: string }) => ({ type: 'user', id })
const bounced = async ({ id }: { id: string }) => (await client.get(`/contacts/${id}`)).body.has_hard_bounced
const last = async () => (await recipients()).at(-1)!

/** Writes to a contact of its own, whom the mail server refuses so. @returns the recipient's state and its flag */
async function refuse(code: number, text: string) {
  const to = await contact()
  server.refuse.recipients.set(to.email, { code, text })
  await write({ to: user(to) })
  await sendDue()
  return [(await last()).state, await bounced(to)]
}

for (const [code, text] of [
  [550, 'no such mailbox'],
  [551, 'user not local'],
  [553, 'mailbox name not allowed'],
  [550, '5.1.1 user unknown'],
  [550, '5.1.2 no such domain'],
  [553, '5.1.3 bad syntax'],
  [551, '5.1.6 mailbox has moved'],
  [556, '5.1.10 the domain takes no mail'],
  [554, '5.1.1 user unknown'],
  [550, '5.2.1 mailbox disabled'],
  [550, '#5.1.1 user unknown'],
] as const)
  test(`an address bounces with ${code} ${text}`, async () => {
    assert.deepEqual(await refuse(code, text), ['bounced', true])
  })

for (const [code, text] of [
  [550, '5.7.1 relaying denied'],
  [550, '5.7.26 unauthenticated mail'],
  [552, '5.2.2 mailbox full'],
  [550, '5.2.2 mailbox full'],
  [550, '5.3.4 message too big'],
  [550, '5.4.1 access denied'],
  [501, '5.5.4 invalid arguments'],
  [550, '5.6.7 no SMTPUTF8'],
  [550, '5.1.8 sender has no domain'],
  [550, '5.1.15 is no code of an address'],
  [552, 'over quota'],
  [554, 'transaction failed'],
] as const)
  test(`a recipient fails with ${code} ${text}, and its address does not bounce`, async () => {
    assert.deepEqual(await refuse(code, text), ['failed', false])
  })

for (const [code, text] of [
  [450, '4.1.1 try later'],
  [530, '5.7.0 authentication required'],
] as const)
  test(`a recipient is tried again after ${code} ${text}`, async () => {
    assert.deepEqual(await refuse(code, text), ['queued', false])
    assert.equal((await jobs()).length, 1)
    server.refuse.recipients.clear()
    app.clock.advance(60)
    await sendDue()
    assert.equal((await last()).state, 'sent')
  })

test('a mail that is refused as a whole is no bounce, whatever its code', async () => {
  server.refuse.data = { code: 550, text: 'looks like spam' }
  const to = await contact()
  await write({ to: user(to) })
  await sendDue()
  server.refuse.data = undefined
  assert.deepEqual([(await last()).state, await bounced(to)], ['failed', false])
})

test('an address that has bounced is sent nothing until the contact has another one', async () => {
  const [gone, other] = [await contact(), await contact()]
  server.refuse.recipients.set(gone.email, { code: 550, text: '5.1.1 user unknown' })
  const { conversation_id } = await write({ to: user(gone), create_conversation_without_contact_reply: true })
  await write({ to: user(gone) })
  await sendDue()
  server.refuse.recipients.clear()
  server.taken.length = 0
  // Another spelling is no other address.
  await client.put(`/contacts/${gone.id}`, { email: gone.email.toUpperCase() })
  const reply = () =>
    client.post(`/conversations/${conversation_id}/reply`, {
      message_type: 'comment',
      type: 'admin',
      admin_id: admin.id,
      body: 'Are you there?',
    })
  await write({ to: [user(gone), user(other)] })
  await reply()
  await sendDue()
  assert.deepEqual(
    (await recipients()).slice(-5).map(({ state }) => state),
    ['bounced', 'skipped', 'skipped', 'sent', 'skipped'],
  )
  const [mail, ...others] = server.taken
  assert.ok(mail && others.length === 0)
  assert.deepEqual([mail.to, mail.raw.includes(gone.email)], [[other.email], false])
  await client.put(`/contacts/${gone.id}`, { email: `another-${gone.email}` })
  await reply()
  await sendDue()
  assert.deepEqual(server.taken.at(-1)!.to, [`another-${gone.email}`])
})

test('an address in another script is refused as it was written', async () => {
  const to = await contact({ email: 'ada@bücher.example' })
  server.refuse.recipients.set(to.email, { code: 550, text: '5.1.1 user unknown' })
  await write({ to: user(to) })
  await sendDue()
  assert.deepEqual([(await last()).state, await bounced(to)], ['bounced', true])
})

test('an address with a comma is one address', async () => {
  server.taken.length = 0
  const to = await contact({ email: 'ada,victim@example.com' })
  server.refuse.recipients.set('"ada,victim"@example.com', { code: 550, text: '5.1.3 bad syntax' })
  await write({ to: user(to) })
  await sendDue()
  assert.deepEqual([server.taken, (await last()).state], [[], 'bounced'])
})

test('an address that no envelope can hold bounces, and leaves the other recipients alone', async () => {
  server.taken.length = 0
  const [to, bad] = [await contact(), await contact({ email: 'ada<victim@example.com' })]
  await write({ to: [user(to), user(bad)] })
  await sendDue()
  assert.deepEqual(
    (await recipients()).slice(-2).map(({ state }) => state),
    ['sent', 'bounced'],
  )
  assert.deepEqual(
    server.taken.map((mail) => [mail.to, headersOf(mail)['to']]),
    [[[to.email], [`${to.name} <${to.email}>`]]],
  )
})
