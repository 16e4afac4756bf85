/** Mails as a real mail server gets them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atFileEnd } from '../test/endings.ts'
import { openSmtp } from './smtp.ts'
import { mailScene } from './test-mail-scene.ts'
import { headersOf, startMailServer } from './test-mail-server.ts'

const messageIdOf = (headers: Record<string, string[]>) => headers['message-id']![0]!

const server = await startMailServer()
const transport = openSmtp(server.url)
const { app, client, admin, contact, write, jobs, sendDue, recipients } = await mailScene(transport)
const { app_id } = app.workspace
atFileEnd(async () => {
  transport.close()
  await server.close()
})

/** Mails of the test before leave, and are forgotten. */
async function beginAnew() {
  await sendDue()
  server.taken.length = 0
  server.refuse.recipients.clear()
  server.refuse.data = undefined
}

const user = ({ id }: { id: string }) => ({ type: 'user', id })
const bounced = async ({ id }: { id: string }) => (await client.get(`/contacts/${id}`)).body.has_hard_bounced

test('a mail leaves with the address, the reply address and the identity of its own', async () => {
  await beginAnew()
  const to = await contact({ name: 'Ada, Countess' })
  await write({ to: user(to) })
  await sendDue()
  const [mail, ...others] = server.taken
  assert.ok(mail && others.length === 0)
  const headers = headersOf(mail)
  assert.deepEqual(headers['subject'], ['Your order'])
  assert.deepEqual(headers['from'], [`Olive Owner <${app_id}@localhost>`])
  assert.deepEqual(headers['to'], [`"Ada, Countess" <${to.email}>`])
  const [, token] = /^"?Olive Owner"? <reply\+\w+-([0-9a-z]+)@localhost>$/.exec(headers['reply-to']![0]!)!
  assert.equal(mail.from, `bounce+${app_id}-${token}@localhost`)
  assert.match(headers['message-id']![0]!, /^<[0-9a-f]{32}@localhost>$/)
  assert.equal(new Date(headers['date']![0]!).getTime(), app.clock.now().getTime())
  for (const name of ['references', 'in-reply-to', 'cc', 'bcc']) assert.equal(headers[name], undefined)
  assert.match(mail.raw, /Content-Type: text\/plain[\s\S]*It is on its way[\s\S]*Content-Type: text\/html/i)
  await sendDue()
  assert.equal(server.taken.length, 1)
})

test('a mail comes from the default address of the default brand once it is verified', async () => {
  await beginAnew()
  const address = await client.post('/parley/emails', { email: 'support@alder.example', default: true })
  const fromOf = async () => {
    await write({ to: user(await contact()) })
    await sendDue()
    return headersOf(server.taken.at(-1)!)['from']![0]
  }
  assert.equal(await fromOf(), `Olive Owner <${app_id}@localhost>`)
  await client.put(`/parley/emails/${address.body.id}`, { verified: true })
  assert.equal(await fromOf(), 'Olive Owner <support@alder.example>')
  await client.delete(`/parley/emails/${address.body.id}`)
})

test('copies are shown to all, and hidden recipients to nobody', async () => {
  await beginAnew()
  const [to, cc, bcc] = [await contact(), await contact(), await contact()]
  await write({ to: [user(to)], cc: [user(cc)], bcc: [user(bcc)] })
  await sendDue()
  const [mail] = server.taken
  assert.deepEqual(mail!.to, [to.email, cc.email, bcc.email])
  const headers = headersOf(mail!)
  assert.match(headers['cc']![0]!, new RegExp(cc.email))
  assert.equal(mail!.raw.includes(bcc.email), false)
})

test('line breaks in subjects and names begin no headers', async () => {
  await beginAnew()
  const to = await contact({ name: 'Tess\r\nX-Injected: yes' })
  await write({ to: user(to), subject: 'Question\r\nBcc: thief@evil.example\r\n\r\nHello' })
  await sendDue()
  const [mail] = server.taken
  const headers = headersOf(mail!)
  assert.deepEqual(mail!.to, [to.email])
  assert.deepEqual(headers['subject'], ['Question Bcc: thief@evil.example Hello'])
  assert.equal(headers['bcc'], undefined)
  assert.equal(headers['x-injected'], undefined)
})

test('long lines and lines that begin with a dot arrive as they were', async () => {
  await beginAnew()
  await write({ to: user(await contact()), body: `<p>${'x'.repeat(3000)}</p><pre>.\n..two\n.</pre>` })
  await sendDue()
  const [mail] = server.taken
  assert.ok(mail!.raw.split('\r\n').every((line) => line.length <= 998))
  const text = mail!.raw.replaceAll(/=\r\n/g, '')
  assert.ok(text.includes('x'.repeat(3000)))
  assert.match(text, /\r\n\.\r\n\.\.two\r\n\.\r\n/)
})

test('a contact who takes no e-mails is sent none', async () => {
  await beginAnew()
  const refuser = await contact({ unsubscribed_from_emails: true })
  const other = await contact()
  await write({ to: [user(refuser), user(other)] })
  await sendDue()
  assert.deepEqual(
    server.taken.map(({ to }) => to),
    [[other.email]],
  )
  assert.equal(server.taken[0]!.raw.includes(refuser.email), false)
  assert.deepEqual(
    (await recipients()).slice(-2).map(({ state }) => state),
    ['skipped', 'sent'],
  )
})

test('three recipients: one has it, one is tried again under the same identity, and one is refused for good', async () => {
  await beginAnew()
  const [has, later, never] = [await contact(), await contact(), await contact()]
  server.refuse.recipients.set(later.email, { code: 450, text: 'mailbox busy' })
  server.refuse.recipients.set(never.email, { code: 550, text: 'no such mailbox' })
  await write({ to: [user(has), user(later), user(never)] })
  await sendDue()
  const states = async () => (await recipients()).slice(-3).map(({ state, answer }) => [state, answer!.slice(0, 3)])
  assert.deepEqual(await states(), [
    ['sent', '250'],
    ['queued', '450'],
    ['bounced', '550'],
  ])
  assert.deepEqual(await Promise.all([has, later, never].map(bounced)), [false, false, true])
  const [job] = await jobs()
  assert.equal(job!.run_at.getTime(), app.clock.now().getTime() + 60_000)
  app.clock.advance(60)
  await sendDue()
  assert.equal((await jobs())[0]!.run_at.getTime(), app.clock.now().getTime() + 300_000)
  server.refuse.recipients.clear()
  app.clock.advance(300)
  await sendDue()
  assert.deepEqual(await states(), [
    ['sent', '250'],
    ['sent', '250'],
    ['bounced', '550'],
  ])
  assert.deepEqual(
    server.taken.map(({ to }) => to),
    [[has.email], [later.email]],
  )
  const [first, second] = server.taken.map((mail) => headersOf(mail)['message-id'])
  assert.deepEqual(first, second)
  assert.equal((await jobs()).length, 0)
})

test('a connection that is lost after the last dot is tried again under the same identity', async () => {
  await beginAnew()
  server.refuse.data = 'hang up'
  await write({ to: user(await contact()) })
  await sendDue()
  assert.equal((await recipients()).at(-1)!.state, 'queued')
  server.refuse.data = undefined
  app.clock.advance(60)
  await sendDue()
  assert.equal((await recipients()).at(-1)!.state, 'sent')
  const ids = server.taken.map((mail) => headersOf(mail)['message-id']![0])
  assert.equal(ids.length, 2)
  assert.equal(new Set(ids).size, 1)
})

test('a contact with another address has not bounced; a mail that is refused as a whole is no bounce', async () => {
  await beginAnew()
  const [moves, stays] = [await contact(), await contact()]
  server.refuse.recipients.set(moves.email, { code: 550, text: 'no such mailbox' })
  await write({ to: user(moves) })
  await sendDue()
  assert.equal(await bounced(moves), true)
  await client.put(`/contacts/${moves.id}`, { email: `another-${moves.email}` })
  assert.equal(await bounced(moves), false)
  server.refuse.data = { code: 554, text: 'looks like spam' }
  await write({ to: user(stays) })
  await sendDue()
  assert.equal(await bounced(stays), false)
})

test('421 and 451 mean later, 554 means never', async () => {
  await beginAnew()
  for (const [code, state] of [
    [421, 'queued'],
    [451, 'queued'],
    [554, 'failed'],
  ] as const) {
    server.refuse.data = { code, text: 'not now' }
    await write({ to: user(await contact()) })
    await sendDue()
    assert.equal((await recipients()).at(-1)!.state, state, String(code))
    server.refuse.data = undefined
    app.clock.advance(60)
    await sendDue()
  }
})

test('a mail is given up after five days', async () => {
  await beginAnew()
  server.refuse.data = { code: 451, text: 'not now' }
  await write({ to: user(await contact()) })
  let attempts = 0
  for (; (await jobs()).length > 0 && attempts < 50; attempts++) {
    await sendDue()
    const [job] = await jobs()
    if (job) app.clock.advance((job.run_at.getTime() - app.clock.now().getTime()) / 1000)
  }
  assert.equal((await recipients()).at(-1)!.state, 'failed')
  assert.ok(attempts > 10 && attempts < 30, String(attempts))
})

test('a mail to a contact who is deleted before it leaves is not sent', async () => {
  await beginAnew()
  const gone = await contact()
  await write({ to: user(gone) })
  await client.delete(`/contacts/${gone.id}`)
  await sendDue()
  assert.equal(server.taken.length, 0)
})

test('a message that is refused leaves no mail and no job', async () => {
  await beginAnew()
  const before = (await recipients()).length
  await write({ to: [user(await contact()), { type: 'user', id: 'f'.repeat(24) }] })
  assert.equal((await recipients()).length, before)
  assert.equal((await jobs()).length, 0)
})

test('an answer in a conversation by e-mail leaves as a mail that names the earlier ones', async () => {
  await beginAnew()
  const [to, cc] = [await contact(), await contact()]
  const { conversation_id } = await write({
    to: user(to),
    cc: user(cc),
    create_conversation_without_contact_reply: true,
  })
  const reply = (details: object) =>
    client.post(`/conversations/${conversation_id}/reply`, {
      message_type: 'comment',
      type: 'admin',
      admin_id: admin.id,
      ...details,
    })
  const data = Buffer.from('a leaf sack').toString('base64')
  await reply({ body: 'One more thing', attachment_files: [{ content_type: 'text/plain', name: 'Größe.txt', data }] })
  await reply({ body: 'For us only', message_type: 'note' })
  await reply({ body: 'In silence', skip_notifications: true })
  await reply({ body: 'And a last one' })
  await sendDue()
  const [first, second, third, ...others] = server.taken
  assert.ok(first && second && third && others.length === 0)
  const [one, two, three] = [first, second, third].map((mail) => headersOf(mail))
  assert.deepEqual(two!['subject'], ['Re: Your order'])
  assert.deepEqual(two!['in-reply-to'], [messageIdOf(one!)])
  assert.deepEqual(two!['references'], [messageIdOf(one!)])
  assert.deepEqual(three!['in-reply-to'], [messageIdOf(two!)])
  assert.deepEqual(three!['references'], [`${messageIdOf(one!)} ${messageIdOf(two!)}`])
  assert.deepEqual(second.to, [to.email, cc.email])
  assert.match(second.raw, /filename\*0?\*?=utf-8''Gr%C3%B6%C3%9Fe\.txt/i)
  assert.ok(second.raw.includes(data))
  assert.equal(
    server.taken.some(({ raw }) => /For us only|In silence/.test(raw)),
    false,
  )
})
