import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { AUDIO, newConversation, startCall } from './test-scene.ts'

const app = await testApp({ own: true })
const client = app.client()
const download = (url: string) => app.app.inject({ method: 'GET', url, headers: { accept: 'audio/*' } })

for (const version of ['2.14', '2.16', '2.18', 'Preview'])
  test(`the recording is downloaded where the redirect of ${version} says`, async () => {
    const { id } = await startCall(client)
    assert.equal((await client.get(`/calls/${id}/recording`)).status, 404)
    const recorded = (await client.put(`/parley/calls/${id}/recording`, AUDIO)).body
    assert.equal(recorded.recording_url, `http://localhost/calls/${id}/recording`)
    const headers = { accept: 'audio/mpeg' }
    const redirect = await app.client({ version, headers }).get(`/calls/${id}/recording`)
    assert.deepEqual([redirect.status, redirect.text], [302, ''])
    const { pathname, search } = new URL(redirect.headers['location']!)
    const reply = await download(pathname + search)
    assert.deepEqual([reply.statusCode, reply.payload], [200, 'sound'])
    assert.equal(reply.headers['content-type'], 'audio/mpeg')
    assert.equal(reply.headers['content-disposition'], `attachment; filename*=UTF-8''call.mp3`)
    assert.match(reply.headers['content-security-policy'] as string, /sandbox/)
    assert.equal(reply.headers['x-content-type-options'], 'nosniff')
  })

test('the address of a recording ends after ten minutes, and cannot be prolonged', async () => {
  const { id } = await startCall(client)
  await client.put(`/parley/calls/${id}/recording`, AUDIO)
  const { pathname, search } = new URL((await client.get(`/calls/${id}/recording`)).headers['location']!)
  const later = Number(new URLSearchParams(search).get('expires')) + 3600
  for (const wrong of [pathname, `${pathname}?expires=${later}`, `${pathname}?expires=`, `${pathname}?expires=1e99`])
    assert.equal((await download(wrong)).statusCode, 404, wrong)
  app.clock.advance(599)
  assert.equal((await download(pathname + search)).statusCode, 200)
  app.clock.advance(1)
  assert.equal((await download(pathname + search)).statusCode, 404)
})

test('a new recording replaces the old one', async () => {
  const { id } = await startCall(client)
  await client.put(`/parley/calls/${id}/recording`, AUDIO)
  const old = new URL((await client.get(`/calls/${id}/recording`)).headers['location']!)
  await client.put(`/parley/calls/${id}/recording`, { ...AUDIO, data: Buffer.from('noise').toString('base64') })
  const { pathname, search } = new URL((await client.get(`/calls/${id}/recording`)).headers['location']!)
  assert.equal((await download(pathname + search)).payload, 'noise')
  assert.equal((await download(old.pathname + old.search)).statusCode, 404)
})

for (const body of [
  { ...AUDIO, content_type: 'text/html' },
  { ...AUDIO, content_type: 'audio/mpeg\r\nX: y' },
  { ...AUDIO, data: 'not base64!' },
  { ...AUDIO, name: '' },
  {},
])
  test(`a recording of ${JSON.stringify(body)} is refused`, async () => {
    const { id } = await startCall(client)
    assert.equal((await client.put(`/parley/calls/${id}/recording`, body)).status, 400)
  })

for (const version of ['2.14', '2.18', 'Preview'])
  test(`the transcript is a text file in ${version}`, async () => {
    const { id } = await startCall(client)
    assert.equal((await client.get(`/calls/${id}/transcript`)).status, 404)
    const text = 'Ada: Grüße\nMaya: <b>Hello</b>'
    const { body } = await client.put(`/parley/calls/${id}/transcript`, { text })
    assert.equal(body.transcription_url, `http://localhost/calls/${id}/transcript`)
    const reply = await app.client({ version, headers: { accept: 'text/plain' } }).get(`/calls/${id}/transcript`)
    assert.deepEqual([reply.status, reply.text], [200, text])
    assert.equal(reply.headers['content-type'], 'text/plain; charset=utf-8')
    assert.equal(reply.headers['content-disposition'], `attachment; filename="transcript-${id}.txt"`)
  })

test('recording and transcript are deleted with the conversation, and the call stays', async () => {
  const { conversation } = await newConversation(client)
  const { id } = await startCall(client, { conversation_id: conversation })
  await client.put(`/parley/calls/${id}/recording`, AUDIO)
  await client.put(`/parley/calls/${id}/transcript`, { text: 'Ada: Hello' })
  const { pathname, search } = new URL((await client.get(`/calls/${id}/recording`)).headers['location']!)
  await client.delete(`/conversations/${conversation}`)
  assert.equal((await download(pathname + search)).statusCode, 404)
  const { body } = await client.get(`/calls/${id}`)
  assert.deepEqual([body.conversation_id, body.recording_url, body.transcription_url], [null, null, null])
})
