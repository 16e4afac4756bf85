/**
 * Readers of `/metrics`: each way to configure it × where a request comes from, through which proxy, with which
 * token.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'

const KEY = 'read-by-prometheus'
const CONFIGS = {
  'nothing set': {},
  'a public URL': { publicUrl: 'https://parley.example' },
  'a token': { metricsToken: KEY },
  'a token and a public URL': { metricsToken: KEY, publicUrl: 'https://parley.example' },
}
const ADDRESSES = ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '192.0.2.7', '::ffff:192.0.2.7', '2001:db8::1']
const THROUGH = ['', 'forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']
const WRONG = KEY.replace('read', 'raed')
const BEARERS = [undefined, KEY, WRONG, `${KEY}x`, '']

/** With a token, whoever bears it, from wherever; without one, this machine, where no proxy stands in front. */
function isOpen(config: { metricsToken?: string; publicUrl?: string }, from: string, through: string, bearer?: string) {
  if (config.metricsToken !== undefined) return bearer === config.metricsToken
  return config.publicUrl === undefined && through === '' && /^(::ffff:)?127\.|^::1$/.test(from)
}

for (const [name, config] of Object.entries(CONFIGS))
  test(`with ${name} metrics open to whom they should`, async () => {
    const { app } = await testApp({ config })
    for (const remoteAddress of ADDRESSES)
      for (const through of THROUGH)
        for (const bearer of BEARERS) {
          const headers = {
            ...(through && { [through]: through === 'x-forwarded-proto' ? 'https' : '127.0.0.1' }),
            ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          }
          const { statusCode } = await app.inject({ url: '/metrics', remoteAddress, headers })
          const expected = isOpen(config, remoteAddress, through, bearer) ? 200 : 401
          assert.equal(statusCode, expected, `${remoteAddress} ${through} ${bearer}`)
        }
  })
