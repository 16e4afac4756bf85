/** The addresses that a webhook may be given; where they lead is judged when it is told (webhooks/address-guard.test.ts). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reach } from '../../config.ts'
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

/** Statuses of what a server with this reach is asked to tell. */
async function takenWith(reach: Reach, urls: string[]): Promise<Record<string, number>> {
  const app = await testApp({ config: { reach } })
  const settings = app.client()
  const { body: webhook } = await settings.post('/parley/webhooks', { url: 'https://hooks.example/', topics })
  const statuses: Record<string, number> = {}
  for (const url of urls) {
    const made = await settings.post('/parley/webhooks', { url, topics })
    const moved = await settings.put(`/parley/webhooks/${webhook.id}`, { url })
    assert.equal(made.status, moved.status, url)
    if (made.status === 400)
      assert.match(made.body.errors[0].message, reach === 'private' ? /network/ : /PARLEY_PRIVATE_URLS=1/)
    statuses[url] = made.status
  }
  return statuses
}

const LOOPBACK = [
  'http://localhost:8080/',
  'http://LOCALHOST./',
  'http://a.localhost/',
  'http://127.0.0.1/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
]
const PRIVATE = ['http://10.0.0.1/', 'http://192.168.1.1:8080/', 'http://[fd00::1]/']
const RESERVED = ['http://169.254.169.254/', 'http://0.0.0.0/', 'http://[::]/']
const PUBLIC = ['https://hooks.example/', 'http://8.8.8.8/', 'http://localhost.example/']

for (const [reach, allowed] of [
  ['public', PUBLIC],
  ['loopback', [...PUBLIC, ...LOOPBACK]],
  ['private', [...PUBLIC, ...LOOPBACK, ...PRIVATE]],
] as const)
  test(`where webhooks reach ${reach} addresses, others are refused when they are given, by the setting's name`, async () => {
    const all = [...LOOPBACK, ...PRIVATE, ...RESERVED, ...PUBLIC]
    const expected = Object.fromEntries(all.map((url) => [url, allowed.includes(url) ? 200 : 400]))
    assert.deepEqual(await takenWith(reach, all), expected)
  })
