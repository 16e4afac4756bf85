/** Contacts that are merged while a mail to them is on its way, and refused for good. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untilWaiting } from '../test/until.ts'
import { mailScene } from './test-mail-scene.ts'
import type { MailTransport } from './transport.ts'

let times = 0
/** Another request, while the mail server is spoken to. */
let meanwhile = async (): Promise<unknown> => undefined
const transport: MailTransport = {
  async send(_name, { to }) {
    times++
    await meanwhile()
    return to.map((address) => ({ address, state: 'bounced', answer: '550 5.1.1 user unknown' }))
  },
  close() {},
}
const { app, client, write, sendDue, recipients } = await mailScene(transport)
const { db, workspace } = app
let number = 0

/** A lead with a mail that waits, and the user whom it is merged into. */
async function scene() {
  const email = `lead-${++number}@example.com`
  const lead = (await client.post('/contacts', { role: 'lead', email })).body
  const user = (await client.post('/contacts', { role: 'user', external_id: email })).body
  await write({ to: { type: 'lead', id: lead.id } })
  times = 0
  return {
    lead,
    user,
    merge: () => app.client({ version: '2.11' }).post('/contacts/merge', { from: lead.id, into: user.id }),
  }
}

const bounced = async ({ id }: { id: string }) => (await client.get(`/contacts/${id}`)).body.has_hard_bounced

test('the contact that has the address now has bounced, and is sent nothing more', async () => {
  const { user, merge } = await scene()
  meanwhile = merge
  await sendDue()
  assert.equal(await bounced(user), true)
  await write({ to: { type: 'user', id: user.id } })
  await sendDue()
  assert.equal((await recipients()).at(-1)!.state, 'skipped')
  assert.equal(times, 1)
})

test('a merge that waits for the mail, and the mail for it, end both, and the mail is sent once', async () => {
  const { lead, user, merge } = await scene()
  const release = Promise.withResolvers<void>()
  let [merging, holding]: [ReturnType<typeof merge> | undefined, Promise<unknown> | undefined] = [undefined, undefined]
  meanwhile = async () => {
    const held = Promise.withResolvers<void>()
    holding = db.begin(async (tx) => {
      await tx`
        select from message_recipients where workspace_id = ${workspace.id} and contact_id = ${lead.id} for update`
      held.resolve()
      await release.promise
    })
    await held.promise
    merging = merge()
    await untilWaiting(db, 1)
  }
  const sending = sendDue()
  await untilWaiting(db, 2)
  release.resolve()
  await Promise.all([sending, holding])
  assert.equal((await merging!).status, 200)
  assert.equal(await bounced(user), true)
  assert.equal(times, 1)
})
