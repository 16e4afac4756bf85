import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { testApp } from './test/app.ts'

function readableLog(level: string) {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { log: pino({ level }, stream), text: () => lines.join('') }
}

test('the log tells of each request by its operation: no token, no body, no address', async () => {
  const { db, clock, workspace } = await testApp()
  const { log, text } = readableLog('debug')
  const app = await buildApp({ db, clock, log, config: { limits: 'off' } })
  const headers = { authorization: `Bearer ${workspace.token}`, 'content-type': 'application/json' }
  await app.inject({ method: 'POST', url: '/contacts', headers, payload: { email: 'secret-person@example.com' } })
  await app.inject({ method: 'GET', url: '/companies?name=secret-company', headers })
  await app.inject({ method: 'GET', url: '/nothing/secret-path', headers })
  await app.close()
  assert.match(text(), /"operation":"POST \/contacts".*"status":200/)
  assert.match(text(), /"operation":"GET \/companies".*"status":404/)
  assert.ok(!text().includes(workspace.token))
  assert.ok(!text().includes('secret-'))
})

test('a failure of ours answers 500 without its cause, and is logged', async () => {
  const { db, clock, workspace } = await testApp()
  const { log, text } = readableLog('info')
  // A database that answers tokens, and fails at everything else.
  const failing = new Proxy(db, {
    apply(target, self, args) {
      const [strings] = args as [TemplateStringsArray]
      if (String(strings).includes('from tokens')) return Reflect.apply(target, self, args)
      throw new Error('the disk is on fire')
    },
  })
  const app = await buildApp({ db: failing, clock, log, config: { limits: 'off' } })
  const reply = await app.inject({ url: '/admins', headers: { authorization: `Bearer ${workspace.token}` } })
  await app.close()
  assert.equal(reply.statusCode, 500)
  assert.equal(reply.json().errors[0].code, 'server_error')
  assert.ok(!reply.payload.includes('fire'))
  assert.match(text(), /the disk is on fire/)
})
