import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from './test-scene.ts'

const { client, conversation, message, say, start, unique } = await finScene()
const data = Buffer.from('a photo').toString('base64')
const file = { type: 'file', name: 'photo.txt', content_type: 'text/plain', data }
const link = { type: 'url', url: 'https://example.com/photo.png' }

test('files and addresses come with the first message and with replies', async () => {
  const session = await start('Look', { attachments: [file] })
  const linked = await start('Look', { attachments: [link] })
  await say(session, 'And there', { attachments: [file] })
  const found = await conversation(session.intercom_conversation_id)
  assert.deepEqual(
    [found.source, found.conversation_parts.conversation_parts.at(-1)].map(({ attachments: [one] }) => [
      one.name,
      one.content_type,
      one.filesize,
    ]),
    [
      ['photo.txt', 'text/plain', 7],
      ['photo.txt', 'text/plain', 7],
    ],
  )
  assert.equal((await conversation(linked.intercom_conversation_id)).source.attachments[0].url, link.url)
})

test('addresses and files of one message stand in it together', async () => {
  const session = await start('Look', { attachments: [link, file] })
  await say(session, 'And there', { attachments: [file, link] })
  const found = await conversation(session.intercom_conversation_id)
  for (const said of [found.source, found.conversation_parts.conversation_parts.at(-1)])
    assert.deepEqual(
      said.attachments.map(({ name }: { name: string }) => name),
      ['photo.png', 'photo.txt'],
    )
})

test('an attachment that lacks something, or is no address of the web, is refused', async () => {
  for (const attachment of [
    { type: 'url' },
    { ...link, url: 'not a url' },
    { ...link, url: 'ftp://example.com/a' },
    { ...file, name: undefined },
    { ...file, data: undefined },
    { ...file, data: '%' },
  ]) {
    const { status, body } = await client.post('/fin/start', {
      conversation_id: unique('ext'),
      message: message('Look'),
      user: { id: unique('user') },
      attachments: [attachment],
    })
    assert.deepEqual([status, body.errors?.[0].code], [400, 'parameter_invalid'], JSON.stringify(attachment))
  }
})

test('a refused attachment is named as the request names it, in the first message and in a reply', async () => {
  const session = await start('Look')
  for (const attachment of [
    { ...link, url: 'file:///etc/passwd' },
    { ...file, data: '%' },
  ]) {
    const begun = await client.post('/fin/start', {
      conversation_id: unique('ext'),
      message: message('Look'),
      user: { id: unique('user') },
      attachments: [attachment],
    })
    const said = await client.post('/fin/reply', {
      conversation_id: session.conversation_id,
      message: message('And there'),
      user: { id: session.user_id },
      attachments: [attachment],
    })
    for (const { status, body } of [begun, said])
      assert.deepEqual([status, body.errors?.[0].field], [400, 'attachments'], JSON.stringify(body))
    assert.equal(said.body.errors[0].message, begun.body.errors[0].message)
  }
})
