import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadConfig } from './config.ts'

test('without variables the defaults hold', () => {
  const { userDataDir, ...config } = loadConfig({})
  assert.match(userDataDir, /share/)
  assert.deepEqual(config, {
    port: 4400,
    host: '127.0.0.1',
    publicUrl: undefined,
    trustedProxies: [],
    databaseUrl: undefined,
    databaseConnections: 24,
    dataDir: undefined,
    accessToken: undefined,
    metricsToken: undefined,
    smtpUrl: undefined,
    mailDomain: 'localhost',
    limits: 'off',
    siteSearches: 300,
    eventsKeptDays: undefined,
    answerer: undefined,
    secretKey: undefined,
    reach: 'loopback',
    demo: false,
    logLevel: 'info',
    underNpm: false,
  })
})

test('variables are read, and an empty one counts as not set', () => {
  const config = loadConfig({
    PORT: '0',
    HOST: '::1',
    PARLEY_PUBLIC_URL: 'https://Example.com/support/',
    PARLEY_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1',
    DATABASE_URL: 'postgres://parley@localhost/parley',
    PARLEY_DB_CONNECTIONS: '40',
    PARLEY_DATA_DIR: '/srv/parley',
    PARLEY_ACCESS_TOKEN: 'dG9rOmE='.repeat(4),
    PARLEY_METRICS_TOKEN: 'read-by-prometheus',
    SMTP_URL: 'smtps://parley:secret@mail.example.com',
    PARLEY_LIMITS: 'intercom',
    PARLEY_SITE_SEARCHES: '40',
    PARLEY_EVENT_DAYS: '400',
    PARLEY_SECRET_KEY: '0F'.repeat(32),
    PARLEY_PRIVATE_URLS: '1',
    PARLEY_DEMO: '1',
    LOG_LEVEL: '',
    XDG_DATA_HOME: '/srv/share',
  })
  assert.deepEqual(config, {
    port: 0,
    host: '::1',
    publicUrl: 'https://example.com/support',
    trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1'],
    databaseUrl: 'postgres://parley@localhost/parley',
    databaseConnections: 40,
    dataDir: '/srv/parley',
    userDataDir: '/srv/share',
    accessToken: 'dG9rOmE='.repeat(4),
    metricsToken: 'read-by-prometheus',
    smtpUrl: 'smtps://parley:secret@mail.example.com',
    mailDomain: 'example.com',
    limits: 'intercom',
    siteSearches: 40,
    eventsKeptDays: 400,
    answerer: undefined,
    secretKey: '0F'.repeat(32),
    reach: 'private',
    demo: true,
    logLevel: 'info',
    underNpm: false,
  })
  assert.ok(Object.isFrozen(config))
})

const reach = (env: Record<string, string>) => loadConfig(env).reach

test('webhooks reach this machine where nobody else reaches the server', () => {
  for (const HOST of ['127.0.0.1', '127.0.0.2', '::1', 'localhost']) assert.equal(reach({ HOST }), 'loopback', HOST)
  for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'parley.example', '127.example'])
    assert.equal(reach({ HOST }), 'public')
  assert.equal(reach({ PARLEY_PUBLIC_URL: 'https://parley.example' }), 'public')
  assert.equal(reach({ PARLEY_TRUSTED_PROXIES: '127.0.0.1' }), 'public')
  assert.equal(reach({ HOST: '0.0.0.0', PARLEY_PRIVATE_URLS: '1' }), 'private')
})

const take = (env: Record<string, string>) => loadConfig(env).accessToken

test('a chosen token that can be guessed is refused where others than this machine reach the server', () => {
  const [short, long] = ['a'.repeat(31), 'a'.repeat(32)]
  for (const HOST of ['127.0.0.1', '::1', 'localhost', ''])
    assert.equal(take({ HOST, PARLEY_ACCESS_TOKEN: short }), short)
  for (const env of [
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.0.2.1' },
    { PARLEY_PUBLIC_URL: 'https://parley.example' },
    { PARLEY_TRUSTED_PROXIES: '127.0.0.1' },
    { HOST: '0.0.0.0', PARLEY_PRIVATE_URLS: '1' },
  ]) {
    assert.equal(take({ ...env, PARLEY_ACCESS_TOKEN: long }), long)
    assert.throws(
      () => take({ ...env, PARLEY_ACCESS_TOKEN: short }),
      ({ message }: Error) => /^PARLEY_ACCESS_TOKEN .+ at least 32 /.test(message) && !message.includes(short),
    )
  }
})

for (const [name, value] of [
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PARLEY_DB_CONNECTIONS', '14'],
  ['PORT', '44.5'],
  ['PARLEY_PUBLIC_URL', 'example.com'],
  ['PARLEY_PUBLIC_URL', 'https://ada:secret@example.com/'],
  ['PARLEY_PUBLIC_URL', 'https://example.com/?a=b'],
  ['PARLEY_PUBLIC_URL', 'https://example.com:99999/'],
  ['PARLEY_TRUSTED_PROXIES', 'everybody'],
  ['PARLEY_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['PARLEY_TRUSTED_PROXIES', '10.0.0.1,,10.0.0.2'],
  ['DATABASE_URL', 'mysql://localhost/parley'],
  ['PARLEY_ACCESS_TOKEN', 'with space'],
  ['PARLEY_METRICS_TOKEN', 'short'],
  ['PARLEY_LIMITS', 'on'],
  ['PARLEY_SITE_SEARCHES', '0'],
  ['PARLEY_EVENT_DAYS', '89'],
  ['PARLEY_EVENT_DAYS', '90.5'],
  ['PARLEY_EVENT_DAYS', 'all'],
  ['PARLEY_SECRET_KEY', 'ab'.repeat(31)],
  ['PARLEY_PRIVATE_URLS', 'yes'],
  ['PARLEY_DEMO', 'yes'],
  ['LOG_LEVEL', 'loud'],
] as const) {
  test(`${name}=${value} is refused by name, without repeating the value`, () => {
    assert.throws(
      () => loadConfig({ [name]: value }),
      (error: Error) =>
        error.message.startsWith(`${name} is not what it may be: `) && !error.message.includes(`=${value}`),
    )
  })
}
