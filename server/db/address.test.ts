import assert from 'node:assert/strict'
import { userInfo } from 'node:os'
import { test } from 'node:test'
import { Client } from 'pg'
import { clientConfig, ConnectionUrl } from './address.ts'

const connection = (url: string) => {
  const { host, port, user, database } = new Client(clientConfig({ url }))
  return { host, port, user, database }
}

test('a socket in the URL is connected to, by the name of the system user where none is given', () => {
  const { PGUSER: given, ...env } = process.env
  assert.deepEqual(connection('postgres:///db?host=/var/run/postgresql'), {
    host: '/var/run/postgresql',
    port: Number(env['PGPORT'] ?? 5432),
    user: given || userInfo().username,
    database: 'db',
  })
  assert.equal(connection('postgres://ann@/db?host=/tmp').user, 'ann')
  assert.equal(connection('postgres://ann:secret@example.org:6432/db').port, 6432)
})

const ssl = (mode: string) =>
  (new Client(clientConfig({ url: `postgres://h/db?sslmode=${mode}` })) as unknown as { ssl: unknown }).ssl

test('sslmode means what it means to psql', () => {
  assert.deepEqual(ssl('require'), { rejectUnauthorized: false })
  assert.deepEqual(ssl('verify-full'), {})
  assert.equal(ssl('disable'), false)
})

test('the printed form of a URL has no password', () => {
  assert.equal(new ConnectionUrl('postgres://ann:secret@h:6432/db').shown, 'h:6432/db')
  assert.equal(new ConnectionUrl('postgres:///db?host=/var/run/postgresql').shown, 'db in /var/run/postgresql')
  assert.equal(new ConnectionUrl('postgres://ann:secret@/db?host=/tmp').shown, 'db in /tmp')
  assert.equal(new ConnectionUrl('postgres://ann:secret@%2Ftmp:5499/db').shown, '/tmp:5499/db')
})
