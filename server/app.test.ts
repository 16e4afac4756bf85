import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { describeError } from './log.ts'
import { history } from './versions/index.ts'
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

test('at info there is one line a request, by its operation: no token, no body, no address', async () => {
  const { db, clock, workspace } = await testApp()
  const { log, text } = readableLog('info')
  const app = await buildApp({ db, clock, log, config: { limits: 'off' } })
  const headers = { authorization: `Bearer ${workspace.token}`, 'content-type': 'application/json' }
  await app.inject({ method: 'POST', url: '/contacts', headers, payload: { email: 'secret-person@example.com' } })
  await app.inject({ method: 'GET', url: '/companies?name=secret-company', headers })
  await app.inject({ method: 'GET', url: '/nothing/secret-path', headers })
  await app.inject({ method: 'GET', url: '/contacts/secret-id', headers: { 'x-request-id': 'of-a-proxy' } })
  await app.inject({ method: 'GET', url: '/me', headers: { accept: 'text/csv' } })
  await app.inject({ method: 'GET', url: '/%zz', headers })
  await app.close()
  const lines = text()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const told = lines.map(({ method, path, status, version, workspace, code }) =>
    [method, path, status, version, workspace, code].filter(Boolean).join(' '),
  )
  assert.deepEqual(told, [
    `POST /contacts 200 ${history.newestStable.name} ${workspace.app_id}`,
    `GET /companies 404 ${history.newestStable.name} ${workspace.app_id} company_not_found`,
    'GET (none) 404 not_found',
    'GET /contacts/{contact_id} 401 unauthorized',
    'GET /me 406 media_type_not_acceptable',
    'GET (none) 400 bad_request',
  ])
  assert.equal(lines[3].requestId, 'of-a-proxy')
  for (const { ms, requestId, msg } of lines.slice(0, 4)) {
    assert.equal(typeof ms, 'number')
    assert.match(requestId, /^\S{8,}$/)
    assert.equal(msg, 'request')
  }
  assert.ok(!text().includes(workspace.token))
  assert.ok(!text().includes('secret-'))
})

test('an error is logged by its text and place, without what a driver hung on it', () => {
  const error = Object.assign(new Error('lost'), { code: 'ECONNRESET', client: { password: 'secret' } })
  const { log, text } = readableLog('info')
  log.child({}, { serializers: { err: describeError } }).warn({ err: error }, 'the worker lost a connection')
  assert.match(text(), /"message":"lost"/)
  assert.match(text(), /ECONNRESET/)
  assert.doesNotMatch(text(), /secret|client/)
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
