/**
 * A twin: a workspace that holds what the tour makes, under the same names, emails, external ids and numbers,
 * with conditions that ask for each of its attributes and tags, and no room left where there is a limit.
 */
import assert from 'node:assert/strict'
import { fragment, type Pool } from '../../db/pool.ts'
import type { Client, TestApp, TestWorkspace } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { insertUnmakeable } from '../tour.ts'
import { walkTour } from './walk-tour.ts'

/** Fills a table up to its limit, and the request that is refused then. */
interface Limit {
  fill(db: Pool, workspaceId: number): Promise<unknown>
  refused: { path: string; body?: object; status: number; code: string }
}

const LIMITS: Record<string, Limit> = {
  'custom attributes of contacts': {
    fill: (db, workspaceId) => db`
      insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at)
      select ${workspaceId}, model, 'filler ' || n, 'filler', 'string', now(), now()
      from generate_series(1, 250) n, unnest(array['contact', 'company', 'conversation']) model`,
    refused: {
      path: '/data_attributes',
      body: { name: 'one more', model: 'contact', data_type: 'string' },
      status: 400,
      code: 'custom_data_limit_reached',
    },
  },
  webhooks: {
    fill: (db, workspaceId) => db`
      insert into webhooks (workspace_id, url, topics, active, secret, fanned_out_to, created_at, updated_at)
      select ${workspaceId}, 'https://example.com/' || n, array['company.deleted'], false, '', 0, now(), now()
      from generate_series(1, 100) n`,
    refused: {
      path: '/parley/webhooks',
      body: { url: 'https://example.com/', topics: ['company.deleted'] },
      status: 400,
      code: 'parameter_invalid',
    },
  },
  'custom object types': {
    fill: (db, workspaceId) => db`
      insert into custom_object_types (workspace_id, identifier, name, created_at, updated_at)
      select ${workspaceId}, 'Filler' || n, 'filler', now(), now() from generate_series(1, 100) n`,
    refused: {
      path: '/parley/custom_object_types',
      body: { identifier: 'More', name: 'one more' },
      status: 400,
      code: 'parameter_invalid',
    },
  },
  'an open scroll': {
    fill: (db, workspaceId) => db`
      insert into company_scrolls (workspace_id, token, last_used_at)
      values (${workspaceId}, gen_random_uuid(), '2026-01-15T12:00:00Z')`,
    refused: { path: '/companies/scroll', status: 400, code: 'scroll_exists' },
  },
}

export async function fillTwin(app: TestApp, workspace: TestWorkspace): Promise<void> {
  const found = await insertUnmakeable(app, workspace.id)
  const scene = createScene(app, { workspace, mark: 'twin' })
  for (const name of Object.keys(fixtures) as FixtureName[]) await scene.given(name)
  // The second time makes what the first has renamed, so that each name which a step gives or takes is the twin's.
  for (let times = 0; times < 2; times++)
    await walkTour(app, workspace, 'Preview', { keepAll: true, found, observed: false })
  const client = app.client({ token: workspace.token, version: 'Preview' })
  await addConditions(client)
  for (const [name, { fill, refused }] of Object.entries(LIMITS)) {
    await fill(app.db, workspace.id)
    const reply = await (refused.body ? client.post(refused.path, refused.body) : client.get(refused.path))
    assert.deepEqual(
      [reply.status, reply.body.errors?.[0].code],
      [refused.status, refused.code],
      `${name} still has room`,
    )
  }
  await crowd(app.db, workspace.id)
  // Nothing was told, as no webhook is active.
  await app.db`
    insert into webhook_attempts (workspace_id, webhook_id, topic, attempt, delivered, duration_ms, attempted_at)
    select workspace_id, id, 'ping', 1, true, 1, created_at from webhooks where workspace_id = ${workspace.id}`
}

/** More rows than a page holds, the first and the last in every order: a page that they displaced would be empty. */
async function crowd(db: Pool, workspaceId: number): Promise<void> {
  const many = fragment`
    from generate_series(1, 160) n,
      unnest(array['0', 'f'], array['2000-01-01', '2050-01-01']::timestamptz[]) as edge (digit, at)`
  const id = fragment`digit || lpad(to_hex(n), 23, digit)`
  await db`
    insert into contacts (workspace_id, id, role, external_id, email, name, created_at, updated_at)
    select ${workspaceId}, ${id}, 'user', digit || n, n || '@example.com', digit, at, at ${many}`
  await db`
    insert into companies (workspace_id, id, company_id, name, user_count, last_request_at, created_at, updated_at)
    select ${workspaceId}, ${id}, digit || n, digit, 1, at, at, at ${many}`
  await db`
    insert into tags (workspace_id, name, created_at) select ${workspaceId}, digit || 'tag' || n, at ${many}`
  await db`
    insert into threads (workspace_id, created_at, updated_at) select ${workspaceId}, at, at ${many}`
}

/** Segments that ask for each attribute and each tag: these can be neither archived nor deleted then. */
async function addConditions(client: Client): Promise<void> {
  const { data: attributes } = (await client.get('/data_attributes?model=contact')).body
  const { data: tags } = (await client.get('/tags')).body
  const own = attributes.filter(({ custom }: { custom: boolean }) => custom)
  const filters = [
    ...own.map(({ name }: { name: string }) => ({ field: `custom_attributes.${name}`, operator: '!=', value: 'S' })),
    ...tags.map(({ id }: { id: string }) => ({ field: 'tag_id', operator: '=', value: id })),
  ]
  assert.ok(own.length > 0 && tags.length > 0)
  for (const [at, filter] of filters.entries()) {
    const reply = await client.post('/parley/segments', { name: `Asks ${at}`, person_type: 'user', filter })
    assert.equal(reply.status, 200, reply.text)
  }
}

/**
 * Sequences whose numbers are the same in every workspace from now on: ids are unique in their workspace, and
 * whoever forgets to name it finds the twin's thing.
 */
export async function restartIds(db: Pool): Promise<void> {
  const columns = await db<{ table: string }[]>`
    select c.table_name as table from information_schema.columns c
    join information_schema.columns w on w.table_name = c.table_name and w.column_name = 'workspace_id'
    where c.table_schema = 'public' and c.column_name = 'id' and c.is_identity = 'YES'`
  for (const { table } of columns)
    if (!Object.hasOwn(ONE_SEQUENCE, table)) await db.unsafe(`alter table ${table} alter column id restart`)
}

/** Tokens that come have ids like nothing else: a client would take two things of one id for the same. */
export const moveTokenIds = (db: Pool): Promise<unknown> =>
  db`select setval(pg_get_serial_sequence('tokens', 'id'), 1000000 + (select max(id) from tokens))`

/** Ids that code takes for unique in the whole database. */
const ONE_SEQUENCE: Record<string, string> = {
  events: 'a webhook remembers up to which event it was looked at',
  tokens: 'a token is looked up before its workspace is known',
}
