/** The example of the README, run as its reader runs it. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { newWorkspace } from './listening.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/sdk.mjs', import.meta.url))

test('the example with the official client prints what the README says', async () => {
  const { url, token, appName } = await newWorkspace()
  const env = { ...process.env, PARLEY_URL: url, PARLEY_TOKEN: token }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [EXAMPLE], { env, timeout: 90_000 })
  assert.equal(stderr, '')
  assert.deepEqual(stdout.trimEnd().split('\n'), [
    `Connected to ${appName}`,
    'Found Ada Lovelace, a user',
    'The conversation is open; the answer reads <p>On its way!</p>',
  ])
})
