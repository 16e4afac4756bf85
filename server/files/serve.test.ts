import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'

const app = await testApp()
const client = app.client()
const contact = (await client.post('/contacts', { email: 'files@example.com' })).body
const { conversation_id } = (
  await client.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'See these' })
).body

async function attach(content_type: string, name: string, content: string) {
  const data = Buffer.from(content).toString('base64')
  const { body } = await client.post(`/conversations/${conversation_id}/reply`, {
    message_type: 'comment',
    type: 'user',
    intercom_user_id: contact.id,
    body: 'Here',
    attachment_files: [{ content_type, name, data }],
  })
  return new URL(body.conversation_parts.conversation_parts.at(-1).attachments[0].url).pathname
}
const read = (url: string) => app.app.inject({ method: 'GET', url, headers: { accept: 'image/*' } })

test('an attachment is read at its address, without a token', async () => {
  const reply = await read(await attach('image/png', 'a b.png', 'not really'))
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.payload, 'not really')
  assert.equal(reply.headers['content-type'], 'image/png')
  assert.equal(reply.headers['content-disposition'], `inline; filename*=UTF-8''a%20b.png`)
})

test('HEAD tells the headers of an attachment, and sends nothing', async () => {
  const url = await attach('image/png', 'a.png', 'not really')
  const [whole, head] = [await read(url), await app.app.inject({ method: 'HEAD', url, headers: { accept: 'image/*' } })]
  for (const { headers } of [whole, head])
    for (const own of ['x-request-id', 'x-ratelimit-remaining']) delete headers[own]
  assert.deepEqual([head.statusCode, head.headers, head.payload], [200, whole.headers, ''])
  assert.equal(head.headers['content-length'], '10')
})

test('an attachment is kept by its reader alone, and by no search engine', async () => {
  const { headers } = await read(await attach('image/png', 'a.png', 'not really'))
  assert.match(headers['cache-control']!, /\bprivate\b/)
  assert.equal(headers['x-robots-tag'], 'noindex')
})

test('active content is served as a download, in a sandbox', async () => {
  const { headers } = await read(await attach('text/html', 'page.html', '<script>alert(1)</script>'))
  assert.match(headers['content-disposition']!, /^attachment/)
  assert.match(headers['content-security-policy'] as string, /sandbox/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
})

test('without its secret, or with its end missing, there is nothing', async () => {
  const path = await attach('image/png', 'x.png', 'x')
  const [, files, appId, id, secret] = path.split('/')
  const other = await app.createWorkspace()
  for (const wrong of [
    `/${files}/${appId}/${id}/${'0'.repeat(48)}/x.png`,
    `/${files}/${appId}/${id}/${secret!.slice(1)}/x.png`,
    `/${files}/${other.app_id}/${id}/${secret}/x.png`,
    `/${files}/${appId}/abc/${secret}/x.png`,
    `/${files}/%00/${id}/${secret}/x.png`,
  ]) {
    const reply = await read(wrong)
    assert.equal(reply.statusCode, 404, wrong)
    assert.equal(reply.json().errors[0].code, 'not_found')
  }
})

for (const name of [
  '.',
  '..',
  ' ',
  'a/b',
  '../../etc/passwd',
  'a\\b',
  'a;b,c',
  '%',
  '%2e%2e',
  '?x#y',
  '"quoted".png',
  "it's (1)*.png",
  'two\r\nlines',
  'naïve café.png',
  'abc\u202Egnp.exe',
  'é'.repeat(255),
  '😀'.repeat(127),
  '文'.repeat(251) + '.png',
])
  test(`an attachment is read under any name: ${JSON.stringify(name.slice(0, 20))}`, async () => {
    const { statusCode, payload, headers } = await read(await attach('image/png', name, 'bytes'))
    assert.deepEqual([statusCode, payload], [200, 'bytes'])
    const encoded = /^inline; filename\*=UTF-8''([\w.!~%-]+)$/.exec(headers['content-disposition']!)?.[1]
    assert.equal(decodeURIComponent(encoded!), name)
  })

for (const content_type of [
  '',
  'image',
  'image/',
  'image/ png',
  'imagé/png',
  'image/png; charset=é😀',
  'image/png\r\nX-Injected: 1',
  'image/png;\tcharset=a',
])
  for (const type of ['user', 'admin'])
    test(`a content_type that cannot be a header is refused: ${JSON.stringify(content_type)}, reply of a ${type}`, async () => {
      const author = type === 'user' ? { intercom_user_id: contact.id } : { admin_id: String(app.workspace.adminId) }
      const { status, body } = await client.post(`/conversations/${conversation_id}/reply`, {
        message_type: 'comment',
        type,
        ...author,
        body: 'Here',
        attachment_files: [{ content_type, name: 'x.png', data: 'AAAA' }],
      })
      assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'])
    })
