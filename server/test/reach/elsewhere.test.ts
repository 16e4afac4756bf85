/** A token counts where it belongs, in the Authorization header: at no other place of a request does one open anything. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anotherAddress } from '../addresses.ts'
import { allOperations } from '../../operations.ts'
import { testApp } from '../app.ts'

const { app, workspace } = await testApp()
const { token } = workspace
const json = { 'content-type': 'application/json' }

interface Place {
  headers?: Record<string, string>
  query?: string
  body?: object
}

const PLACES: Record<string, Place> = {
  'the query as access_token': { query: `access_token=${encodeURIComponent(token)}` },
  'the query as token': { query: `token=${encodeURIComponent(token)}` },
  'the query as authorization': { query: `authorization=${encodeURIComponent(`Bearer ${token}`)}` },
  'a cookie': { headers: { cookie: `token=${token}; access_token=${token}` } },
  'headers of its own': {
    headers: { 'x-access-token': token, 'x-api-key': token, 'proxy-authorization': `Bearer ${token}` },
  },
  'the password of Basic': { headers: { authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}` } },
  'an Authorization header without a scheme': { headers: { authorization: token } },
  'an Authorization header of another scheme': { headers: { authorization: `Token ${token}` } },
  'the body': { body: { access_token: token, token, authorization: `Bearer ${token}` } },
}

for (const [name, { headers = {}, query = '', body }] of Object.entries(PLACES))
  test(`a token in ${name} opens no operation`, async () => {
    for (const { method, path, key } of allOperations) {
      const url = `${path.replaceAll(/\{\w+\}/g, '1')}?${query}`
      const payload = method === 'GET' ? undefined : (body ?? {})
      const reply = await app.inject({
        method,
        url,
        remoteAddress: anotherAddress(),
        headers: { ...json, ...headers },
        ...(payload && { payload }),
      })
      assert.equal(reply.statusCode, 401, key)
    }
  })
