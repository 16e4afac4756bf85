import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const comment = { type: 'admin', message_type: 'comment', admin_id, body: 'How can we help?' }
const unix = () => app.clock.now().getTime() / 1000

const lastPart = (body: any) => body.conversation_parts.conversation_parts.at(-1)

test('a contact chooses a quick reply, and the part tells which', async () => {
  const { path, user } = await newConversation(client)
  const reply_options = [{ text: 'Yes', uuid: 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb' }]
  const choice = { type: 'user', message_type: 'quick_reply', intercom_user_id: user.id, reply_options }
  await client.post(`${path}/reply`, { ...comment, body: undefined, message_type: 'quick_reply', reply_options })
  const part = lastPart((await client.post(`${path}/reply`, choice)).body)
  assert.equal(part.body, '<p>Yes</p>')
  assert.deepEqual(part.metadata, { quick_reply_uuid: reply_options[0]!.uuid })
})

test('a quick reply that the last ones do not have is refused, and a closed conversation stays closed', async () => {
  const { path, user } = await newConversation(client)
  const [yes, no] = [
    { text: 'Yes', uuid: 'old-yes' },
    { text: 'No', uuid: 'new-no' },
  ]
  const choose = (option: object) =>
    client.post(`${path}/reply`, {
      type: 'user',
      message_type: 'quick_reply',
      intercom_user_id: user.id,
      reply_options: [option],
    })
  const refused = async (option: object) => {
    const { status, body } = await choose(option)
    assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'])
  }
  await refused(yes)
  for (const reply_options of [[yes], [no]])
    await client.post(`${path}/reply`, { ...comment, body: undefined, message_type: 'quick_reply', reply_options })
  await client.post(`${path}/parts`, { type: 'admin', message_type: 'close', admin_id })
  await refused(yes)
  assert.equal((await client.get(path)).body.state, 'closed')
  assert.equal((await choose(no)).body.state, 'open')
})

test('files are kept with a reply, and stand behind addresses', async () => {
  const { path } = await newConversation(client)
  const file = { name: 'a b.json', content_type: 'application/json', data: Buffer.from('{"a":1}').toString('base64') }
  const reply = { ...comment, attachment_files: [file], attachment_urls: ['https://example.com/cat.png'] }
  const { attachments } = lastPart((await client.post(`${path}/reply`, reply)).body)
  assert.equal(attachments.length, 2)
  assert.equal(attachments[0].url, 'https://example.com/cat.png')
  const { url, ...attachment } = attachments[1]
  assert.deepEqual(attachment, { type: 'upload', name: 'a b.json', content_type: 'application/json', filesize: 7 })
  const [, appId, id, secret] = /\/files\/(\w+)\/(\d+)\/(\w+)\/a%20b\.json$/.exec(url)!
  assert.equal(appId, app.workspace.app_id)
  const [kept] = await app.db<{ bytes: Buffer }[]>`
    select bytes from files where workspace_id = ${app.workspace.id} and id = ${id!} and secret = ${secret!}`
  assert.equal(kept!.bytes.toString(), '{"a":1}')
  for (const bad of [
    { ...file, data: '%%%' },
    { ...file, content_type: 'text/html\r\nx: y' },
    { ...file, name: '' },
  ])
    assert.equal((await client.post(`${path}/reply`, { ...comment, attachment_files: [bad] })).status, 400)
})

test('a reply has ten files and addresses at the most, and a refusal names the files', async () => {
  const { path } = await newConversation(client)
  const file = { name: 'a.txt', content_type: 'text/plain', data: 'YQ==' }
  const reply = (urls: number, files: number, details: object = {}) =>
    client.post(`${path}/reply`, {
      ...comment,
      attachment_urls: Array.from({ length: urls }, (_, n) => `https://example.com/${n}.png`),
      attachment_files: Array.from({ length: files }, () => ({ ...file, ...details })),
    })
  assert.equal(lastPart((await reply(4, 6)).body).attachments.length, 10)
  for (const refused of [
    await reply(5, 6),
    await reply(10, 10),
    await reply(0, 11),
    await reply(0, 1, { data: '%' }),
  ]) {
    const [{ code, message }] = refused.body.errors
    assert.deepEqual([refused.status, code], [400, 'parameter_invalid'])
    assert.match(message, /^attachment_files must /)
  }
})

test('harmful HTML does not get in', async () => {
  const { path } = await newConversation(client)
  const body = '<p onclick="x()">Hi<script>x()</script> <a href="javascript:x()">there</a></p>'
  assert.equal(lastPart((await client.post(`${path}/reply`, { ...comment, body })).body).body, '<p>Hi <a>there</a></p>')
})

test('a reply can be dated back, and stands where its time is', async () => {
  const { path } = await newConversation(client)
  await client.post(`${path}/reply`, comment)
  const { body } = await client.post(`${path}/reply`, { ...comment, body: 'Earlier', created_at: 1_700_000_000 })
  const [first] = body.conversation_parts.conversation_parts
  assert.deepEqual([first.body, first.created_at], ['<p>Earlier</p>', 1_700_000_000])
  assert.equal(body.updated_at, unix())
})
