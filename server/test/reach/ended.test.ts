/**
 * Access that ends, narrows or widens does so with the next request, though the token was in use just before and
 * what it may is kept in memory: every write of access, with what the token may after it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { deleteWorkspace } from '../../provision/delete-workspace.ts'
import * as accessTokens from '../../resources/tokens/access-tokens.ts'
import { testApp, type Client, type TestWorkspace } from '../app.ts'

const app = await testApp({ own: true })

interface Used {
  id: string
  adminId: string
  /** Acts for the owner, with another token. */
  owner: Client
  workspace: TestWorkspace
}

interface Ending {
  /** The function of access-tokens.ts that it comes to. */
  by: string
  settings: boolean
  end: (used: Used) => Promise<unknown>
  /** The statuses of `/me` and of `/parley/workspace` from then on. */
  after: [number, number]
}

const ENDINGS: Record<string, Ending> = {
  'a token that is revoked': {
    by: 'revokeToken',
    settings: true,
    end: ({ owner, id }) => owner.delete(`/parley/tokens/${id}`),
    after: [401, 401],
  },
  'a token that may change settings no longer': {
    by: 'updateToken',
    settings: true,
    end: ({ owner, id }) => owner.put(`/parley/tokens/${id}`, { settings: false }),
    after: [200, 403],
  },
  'a token that may change settings from now on': {
    by: 'updateToken',
    settings: false,
    end: ({ owner, id }) => owner.put(`/parley/tokens/${id}`, { settings: true }),
    after: [200, 200],
  },
  'a token of an admin who is removed': {
    by: 'revokeTokensOf',
    settings: true,
    end: ({ owner, adminId }) => owner.delete(`/parley/admins/${adminId}`, {}),
    after: [401, 401],
  },
  'a token of a workspace that is deleted': {
    by: 'revokeAll',
    settings: true,
    end: ({ workspace }) => deleteWorkspace(app.db, workspace.id, app.clock.now()),
    after: [401, 401],
  },
}

test('every function that writes what a token may has a row', () => {
  const writing = Object.keys(accessTokens).filter((name) => /^(update|revoke)/.test(name))
  assert.deepEqual([...new Set(Object.values(ENDINGS).map(({ by }) => by))].toSorted(), writing.toSorted())
})

let number = 0
for (const [what, { settings, end, after }] of Object.entries(ENDINGS))
  test(`${what} is known as such by its next request`, async () => {
    const workspace = await app.createWorkspace()
    const owner = app.client({ token: workspace.token })
    const admin = { name: 'Leaving', email: `leaving-${++number}@example.com` }
    const { id: adminId } = (await owner.post('/parley/admins', admin)).body
    const made = (await owner.post('/parley/tokens', { name: 'in use', admin_id: adminId, settings })).body
    const client = app.client({ token: made.token })
    const statuses = async () => [(await client.get('/me')).status, (await client.get('/parley/workspace')).status]
    assert.deepEqual(await statuses(), [200, settings ? 200 : 403], 'while it is in use')
    await end({ id: made.id, adminId, owner, workspace })
    // The database's notice is on its way for milliseconds; a copy in memory would be used for seconds.
    for (let patience = 50; patience > 0 && (await statuses()).join() !== after.join(); patience--) await sleep(10)
    assert.deepEqual(await statuses(), after)
    const listed = what.includes('deleted') ? [] : (await owner.get('/parley/tokens')).body.data
    const isRevoked = listed.find((token: { id: string }) => token.id === made.id)?.revoked_at !== null
    assert.equal(isRevoked, after[0] === 401, 'the list of tokens says so')
  })
