import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation, newUser } from './test-scene.ts'

const app = await testApp({ own: true })
const client = app.client({ version: '2.16' })
const admin_id = app.workspace.adminId

const say = (path: string, message_type = 'comment') =>
  client.post(`${path}/reply`, { type: 'admin', admin_id, message_type, body: 'Hello' })
const parts = async (path: string) => (await client.get(path)).body.conversation_parts.conversation_parts as any[]

test('a part that left as an e-mail tells its subject, its addresses and its id', async () => {
  await client.put('/parley/workspace', { email_copies: true })
  const { path, user } = await newConversation(client)
  const other = await newUser(client, 'Grace')
  await client.post(`${path}/customers`, { admin_id, customer: { intercom_user_id: other.id } })
  await say(path, 'note')
  await say(path)
  const [mail] = await app.db<{ message_id: string; subject: string; from_address: string; from_name: string }[]>`
    select message_id, subject, from_address, from_name from mails where workspace_id = ${app.workspace.id}`
  const shown = await parts(path)
  assert.deepEqual(
    shown.map(({ part_type, email_message_metadata: email }) => [part_type, email]),
    [
      ['participant_added', null],
      ['note', null],
      [
        'comment',
        {
          subject: mail!.subject,
          email_address_headers: [
            { type: 'from', email_address: mail!.from_address, name: mail!.from_name },
            { type: 'to', email_address: user.email, name: 'Ada' },
            { type: 'cc', email_address: other.email, name: 'Grace' },
          ],
          message_id: `<${mail!.message_id}>`,
        },
      ],
    ],
  )
})

test('a part that stayed in the messenger has none', async () => {
  await client.put('/parley/workspace', { email_copies: false })
  const { path } = await newConversation(client)
  await say(path)
  assert.deepEqual(
    (await parts(path)).map(({ email_message_metadata }) => email_message_metadata),
    [null],
  )
})
