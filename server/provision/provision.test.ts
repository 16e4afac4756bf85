import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, suite, test } from 'node:test'
import { systemClock as clock } from '../clock.ts'
import { cloneDatabase, type TestDatabase } from '../test/database.ts'
import { atFileEnd } from '../test/endings.ts'
import { ensureFirstWorkspace } from './first-workspace.ts'
import { createToken, hashToken, listTokens, makeToken, revokeToken } from '../resources/tokens/access-tokens.ts'
import { createWorkspace } from './workspace.ts'

suite('a new workspace', () => {
  let database: TestDatabase
  before(async () => (database = await cloneDatabase()))
  atFileEnd(() => database.drop())

  test('holds its owner, the operator, and a default of all that it cannot be without', async () => {
    const { db } = database
    const { id, appId, ownerId } = await createWorkspace(db, {
      name: 'Acme',
      ownerName: 'Ada',
      ownerEmail: 'ada@acme.example',
      clock,
    })
    assert.match(appId, /^[a-z0-9]{8}$/)
    assert.deepEqual(
      [...(await db`select kind, name, email, has_inbox_seat from admins where workspace_id = ${id} order by id`)],
      [
        { kind: 'admin', name: 'Ada', email: 'ada@acme.example', has_inbox_seat: true },
        { kind: 'operator', name: 'Operator', email: `operator+${appId}@intercom.io`, has_inbox_seat: false },
      ],
    )
    assert.deepEqual(
      (await db`select name from segments where workspace_id = ${id} order by id`).map((row) => row['name']),
      ['Active', 'New', 'Slipping Away'],
    )
    const [types] =
      await db`select count(*) filter (where state = 'draft' and consent_type = 'opt_out') as drafts, count(*) as all from subscription_types where workspace_id = ${id}`
    assert.deepEqual(types, { drafts: 3, all: 3 })
    assert.equal((await db`select id from admins where workspace_id = ${id} and kind = 'admin'`)[0]!['id'], ownerId)
    assert.deepEqual(
      (await db`select category from ticket_states where workspace_id = ${id} order by id`).map(
        (row) => row['category'],
      ),
      ['submitted', 'in_progress', 'waiting_on_customer', 'resolved'],
    )
    assert.equal((await db`select 1 from newsfeeds where workspace_id = ${id}`).length, 1)
    assert.deepEqual(
      [...(await db`select identifier, is_default, website_turned_on from help_centers where workspace_id = ${id}`)],
      [{ identifier: appId, is_default: true, website_turned_on: false }],
    )
  })

  test('is made whole or not at all', async () => {
    const { db } = database
    const workspace = { name: 'Twin', ownerName: 'A', ownerEmail: 'a@example.com', clock, appId: 'twinaaaa' }
    await createWorkspace(db, workspace)
    await assert.rejects(createWorkspace(db, workspace), /duplicate key/)
    await assert.rejects(
      db.begin(async (tx) => {
        await createWorkspace(tx, { ...workspace, appId: 'twinbbbb' })
        throw new Error('changed my mind')
      }),
    )
    assert.equal((await db`select 1 from workspaces where name = 'Twin'`).length, 1)
  })

  test('has tokens that are kept as hashes, listed without themselves, and revoked with notice', async () => {
    const { db } = database
    const { id } = await createWorkspace(db, {
      name: 'Tokens',
      ownerName: 'Ada',
      ownerEmail: 'ada@acme.example',
      clock,
    })
    const { id: tokenId, token } = await createToken(db, id, { name: 'ci', now: clock.now() })
    assert.match(token, /^dG9rO/)
    assert.match(Buffer.from(token, 'base64').toString(), /^tok:[0-9a-f_]{68}:1:0$/)
    assert.notEqual(token, makeToken())
    assert.deepEqual([...(await db`select name from tokens where hash = ${hashToken(token)}`)], [{ name: 'ci' }])

    const heard = Promise.withResolvers<string>()
    const line = await db.listen('parley_access', heard.resolve)
    assert.equal(await revokeToken(db, id, tokenId, clock.now()), true)
    assert.equal(await heard.promise, String(tokenId))
    await line.unlisten()
    assert.equal(await revokeToken(db, id, tokenId, clock.now()), false)
    const [listed] = await listTokens(db, id)
    assert.partialDeepStrictEqual(listed, { id: tokenId, name: 'ci', admin_name: 'Ada' })
    assert.ok(listed!.revoked_at)
  })
})

suite('the first workspace', () => {
  let database: TestDatabase
  let dataDir: string
  before(async () => {
    database = await cloneDatabase()
    dataDir = mkdtempSync(join(tmpdir(), 'parley-token-'))
  })
  atFileEnd(async () => {
    await database.drop()
    rmSync(dataDir, { recursive: true })
  })

  const ensure = (accessToken?: string) => ensureFirstWorkspace(database.db, { clock, accessToken, dataDir })
  const isGood = async (token: string) =>
    (await database.db`select 1 from tokens where hash = ${hashToken(token)} and revoked_at is null`).length === 1

  test('is made once, with a token that is kept where only its owner reads it', async () => {
    const [first, again] = await Promise.all([ensure(), ensure()])
    assert.deepEqual(again, first)
    assert.deepEqual(await ensure(), first)
    const file = join(dataDir, 'access-token')
    assert.equal(readFileSync(file, 'utf8'), `${first.token}\n`)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.ok(await isGood(first.token!))
    assert.equal(first.withoutSettings, undefined)
  })

  test('opens to the token of the environment, and no more to the one before it', async () => {
    const { token: kept } = await ensure()
    assert.equal((await ensure('given-one')).token, 'given-one')
    await ensure('given-one')
    assert.ok(await isGood('given-one'))
    await ensure('given-two')
    assert.deepEqual([await isGood('given-one'), await isGood('given-two'), await isGood(kept!)], [false, true, true])
    await ensure('given-one')
    assert.deepEqual([await isGood('given-one'), await isGood('given-two')], [true, false])
  })

  test('says so where its token may not change settings, and leaves it so', async () => {
    const { token } = await ensure()
    await database.db`update tokens set settings = false where hash = ${hashToken(token!)}`
    const [row] = await database.db`select id from tokens where hash = ${hashToken(token!)}`
    for (let start = 0; start < 2; start++) assert.equal((await ensure()).withoutSettings, row!['id'])
  })

  test('has no token made for it while there is a good one, though its file is lost', async () => {
    rmSync(join(dataDir, 'access-token'))
    assert.equal((await ensure()).token, undefined)
    await database.db`update tokens set revoked_at = now()`
    const { token } = await ensure()
    assert.ok(await isGood(token!))
  })
})
