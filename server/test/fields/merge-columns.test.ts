/** Each column of a contact in a merge: known of the lead, of both, of the user. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { contactColumns, insertContact, readContact, valueFor, type Column, type Side } from './contact-rows.ts'
import { pairs, winners } from './merge-winners.ts'

const app = await testApp()
const { db, workspace } = app
const scene = createScene(app)
const columns = await contactColumns(db)
const another = await scene.given('an admin')

/** Columns that tell a contact from others or a lead from a user: no test sets them. */
const FIXED = new Set(['workspace_id', 'id', 'role'])
/** The time of the merge. */
const TOUCHED = 'updated_at'

const given: Record<Side, Record<string, unknown>> = {
  lead: {
    state: 'blocked',
    email: 'lead@side.example',
    owner_id: Number(scene.adminId),
    social_profiles: [{ type: 'social_profile', name: 'Twitter', url: 'https://twitter.com/lead' }],
    custom_attributes: { plan: 'free', seats: 3 },
  },
  user: {
    state: 'blocked',
    email: 'user@side.example',
    owner_id: Number(another['id']),
    social_profiles: [{ type: 'social_profile', name: 'Twitter', url: 'https://twitter.com/user' }],
    custom_attributes: { plan: 'pro' },
  },
}

const blankId = await insertContact(app, workspace.id, { role: 'user' })
const blank = await readContact(db, workspace.id, blankId)

/** Merges a lead into a user of which only this is known. @returns both rows before and after */
async function merge(known: Partial<Record<Side, Record<string, unknown>>>) {
  // Others may hold the same email or external_id by now.
  const { id: workspaceId, token } = await workspaceOfItsOwn(known)
  const ids = {} as Record<Side, string>
  for (const role of ['lead', 'user'] as const)
    ids[role] = await insertContact(app, workspaceId, { role, ...known[role] })
  const rows = async () => ({
    lead: await readContact(db, workspaceId, ids.lead),
    user: await readContact(db, workspaceId, ids.user),
  })
  const before = await rows()
  const body = { from: ids.lead, into: ids.user, skip_duplicate_validation: true }
  const reply = await app.client({ version: 'Preview', token }).post('/contacts/merge', body)
  assert.equal(reply.status, 200, reply.text)
  return { before, after: await rows() }
}

/** An admin is of one workspace. */
async function workspaceOfItsOwn(known: Partial<Record<Side, Record<string, unknown>>>) {
  const unique = Object.values(known).some((row) => 'email' in row || 'external_id' in row)
  return unique ? app.createWorkspace() : workspace
}

const sidesOf = (column: Column, ...sides: Side[]) =>
  Object.fromEntries(sides.map((side) => [side, { [column.name]: valueFor(column, side, given) }]))

test('the table names every column of a contact, and no other', () => {
  const named = columns.map(({ name }) => name).filter((name) => name !== TOUCHED)
  assert.deepEqual(
    Object.keys(winners).toSorted(),
    named.toSorted(),
    'tell in merge-winners.ts whose value a merge leaves with the user',
  )
})

test('the columns of the user after a merge are those of the table, and nothing else changes', async (t) => {
  await Promise.all(
    columns
      .filter(({ name }) => name !== TOUCHED && !FIXED.has(name))
      .map((column) =>
        t.test(column.name, async () => {
          const cases: Side[][] = [['lead'], ['user'], ['lead', 'user']]
          for (const sides of cases) {
            const { before, after } = await merge(sidesOf(column, ...sides))
            const wins = winners[column.name]!
            const expected = wins(before.user[column.name], before.lead[column.name], blank[column.name])
            const listed = before.user['state'] === 'active'
            assert.deepEqual(
              after.user,
              { ...before.user, [column.name]: expected, listed, updated_at: app.clock.now() },
              `known of the ${sides.join(' and the ')}`,
            )
          }
        }),
      ),
  )
})

test('columns that depend on each other go over together', async (t) => {
  for (const { title, lead, user, becomes } of pairs)
    await t.test(title, async () => {
      const { before, after } = await merge({ lead, user })
      assert.deepEqual(after.user, { ...before.user, ...becomes, updated_at: app.clock.now() })
    })
})

test('nothing that was known of the lead stays in its row', async () => {
  const settable = columns.filter(({ name }) => name !== TOUCHED && !FIXED.has(name) && name !== 'created_at')
  const known = Object.assign({}, ...settable.map((column) => sidesOf(column, 'lead')['lead']))
  const { before, after } = await merge({ lead: { ...known, owner_id: null, state: 'active' } })
  const { id, workspace_id, created_at } = before.lead
  assert.deepEqual(after.lead, {
    ...blank,
    id,
    workspace_id,
    created_at,
    role: 'lead',
    state: 'merged',
    listed: false,
    updated_at: app.clock.now(),
  })
})
