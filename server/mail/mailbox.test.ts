/** The mailbox of a server without a mail server. */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { atFileEnd } from '../test/endings.ts'
import { scratchFolder } from '../test/scratch-folder.ts'
import { listKeptMails, openMailbox, readKeptMail } from './mailbox.ts'
import { mailScene } from './test-mail-scene.ts'

const folder = scratchFolder()
atFileEnd(() => rmSync(folder, { recursive: true }))
const { contact, write, sendDue, recipients } = await mailScene(openMailbox(folder))

test('a mailbox that holds nothing lists nothing', async () => {
  assert.deepEqual(await listKeptMails(folder), [])
  assert.equal(await readKeptMail(folder, '../secret-key'), undefined)
})

test('the mailbox keeps a mail with its envelope, in the form that SMTP would send', async () => {
  const [to, bcc] = [await contact(), await contact()]
  await write({ to: { type: 'user', id: to.id }, bcc: { type: 'user', id: bcc.id }, subject: 'Größe' })
  await sendDue()
  const [kept, ...others] = await listKeptMails(folder)
  assert.ok(kept && others.length === 0)
  assert.deepEqual(kept.envelope.to, [to.email, bcc.email])
  assert.equal(kept.subject, 'Größe')
  const mail = (await readKeptMail(folder, kept.name))!
  assert.match(mail, /^Subject: =\?UTF-8\?/m)
  assert.match(mail, /It is on its way/)
  assert.equal(mail.includes(bcc.email), false)
  assert.deepEqual(
    (await recipients()).map(({ state }) => state),
    ['sent', 'sent'],
  )
})
