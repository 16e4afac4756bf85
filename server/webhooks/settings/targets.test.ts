/** The addresses that a webhook may be given; where they lead is judged when it is told (webhooks/address-guard.test.ts). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const { client } = await testApp()
const topics = ['company.created']
const settings = client()

const REFUSED = [
  'https://user@hooks.example/',
  'https://user:@hooks.example/',
  'https://:secret@hooks.example/',
  'https://user:secret@hooks.example/',
  'https://hooks.example@127.0.0.1/',
  'http://%75@hooks.example/',
  'file:///etc/passwd',
  'gopher://hooks.example:6379/_PING',
  'ftp://hooks.example/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'hooks.example/in',
  '//hooks.example/in',
  'http://',
  'http://a b/',
  'http://hooks.example:65536/',
  'http://[::1/',
  '',
  ' ',
]
const TAKEN = [
  ['https://hooks.example/in?u=http://127.0.0.1/', 'https://hooks.example/in?u=http://127.0.0.1/'],
  ['HTTPS://HOOKS.example', 'https://hooks.example/'],
  [' http://hooks.example:8080/a ', 'http://hooks.example:8080/a'],
  ['https://bücher.example/ärger', 'https://xn--bcher-kva.example/%C3%A4rger'],
  ['http://0x7f.1/', 'http://127.0.0.1/'],
] as const

test('a webhook is neither made with nor moved to an address that is no plain http or https one', async () => {
  const { body: webhook } = await settings.post('/parley/webhooks', { url: 'https://hooks.example/', topics })
  for (const url of REFUSED)
    for (const { status, body } of [
      await settings.post('/parley/webhooks', { url, topics }),
      await settings.put(`/parley/webhooks/${webhook.id}`, { url }),
    ])
      assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'], url)
  assert.equal((await settings.get(`/parley/webhooks/${webhook.id}`)).body.url, 'https://hooks.example/')
})

test('an address is kept as it is called', async () => {
  for (const [url, kept] of TAKEN) {
    const { status, body } = await settings.post('/parley/webhooks', { url, topics })
    assert.deepEqual([status, body.url], [200, kept], url)
  }
})
