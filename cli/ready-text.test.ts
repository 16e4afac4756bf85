import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readyText } from './commands/ready-text.ts'

const server = {
  url: 'http://127.0.0.1:4400',
  dataDir: '/srv/parley',
  dataDirReason: undefined,
  demoElsewhere: undefined,
  workspace: { id: 1, app_id: 'abcd1234', name: 'My workspace' },
  token: 'dG9rZW4=',
  withoutSettings: undefined,
}
const settings = { publicUrl: undefined, accessToken: undefined, databaseUrl: undefined }

test('a terminal is shown the token, and the reference with it', () => {
  const text = readyText(server, settings, true)
  assert.match(text, /^ {2}Access token {2}dG9rZW4=$/m)
  assert.match(text, /^ {2}Reference {5}http:\/\/127\.0\.0\.1:4400\/docs#token=dG9rZW4%3D$/m)
})

test('a log is told where the token is, and never the token', () => {
  const text = readyText(server, settings, false)
  assert.match(text, /^ {2}Access token {2}in \/srv\/parley\/access-token$/m)
  assert.doesNotMatch(text, /dG9rZW4/)
  const given = readyText(server, { ...settings, accessToken: 'dG9rZW4=' }, false)
  assert.match(given, /^ {2}Access token {2}that of PARLEY_ACCESS_TOKEN$/m)
  assert.doesNotMatch(given, /dG9rZW4/)
})

test('a public URL is where the reference is', () => {
  const text = readyText(server, { ...settings, publicUrl: 'https://parley.example/support' }, false)
  assert.match(text, /^ {2}Address {7}http:\/\/127\.0\.0\.1:4400$/m)
  assert.match(text, /^ {2}Reference {5}https:\/\/parley\.example\/support\/docs$/m)
})

test('the demo is named where it got a workspace of its own', () => {
  const text = readyText({ ...server, demoElsewhere: 'demo1234' }, settings, false)
  assert.match(text, /^ {2}Demo {10}workspace demo1234; a token: npx parley token create --workspace demo1234$/m)
})
