import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createSecrets, noSecrets, openSecrets } from './secrets.ts'

test('a sealed secret opens with its key for its purpose only', () => {
  const secrets = createSecrets(randomBytes(32))
  const sealed = secrets.seal('geheim ✓', 'webhook 1')
  assert.equal(secrets.open(sealed, 'webhook 1'), 'geheim ✓')
  assert.ok(!sealed.includes('geheim'))
  assert.notDeepEqual(secrets.seal('geheim ✓', 'webhook 1'), sealed)
  assert.throws(() => secrets.open(sealed, 'webhook 2'))
  assert.throws(() => createSecrets(randomBytes(32)).open(sealed, 'webhook 1'))
  const changed = Buffer.from(sealed)
  changed[changed.length - 1]! ^= 1
  assert.throws(() => secrets.open(changed, 'webhook 1'))
  assert.throws(() => secrets.open(Buffer.of(9), 'webhook 1'), /not known here/)
})

test('without a key nothing is kept', () => {
  assert.throws(() => noSecrets.seal('x', 'y'), /no key/)
})

test('the key is made once in the data folder, for its owner only, unless one is given', (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-key-'))
  t.after(() => rmSync(dataDir, { recursive: true }))
  const file = join(dataDir, 'secret-key')
  const given = openSecrets({ secretKey: 'ab'.repeat(32), dataDir })
  assert.throws(() => statSync(file))
  const sealed = openSecrets({ secretKey: undefined, dataDir }).seal('x', 'y')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const key = readFileSync(file, 'utf8')
  assert.equal(openSecrets({ secretKey: undefined, dataDir }).open(sealed, 'y'), 'x')
  assert.equal(readFileSync(file, 'utf8'), key)
  assert.throws(() => given.open(sealed, 'y'))
  writeFileSync(file, 'short')
  assert.throws(() => openSecrets({ secretKey: undefined, dataDir }), /64 hex digits/)
})
