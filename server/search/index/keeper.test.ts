import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { createWorkspace } from '../../provision/workspace.ts'
import { cloneDatabase } from '../../test/database.ts'
import { startKeeping } from './keeper.ts'

test('a list that grows large gets an index, and what changes later is folded into it', async () => {
  const { db, address, drop } = await cloneDatabase()
  const { id } = await createWorkspace(db, {
    name: 'Kept',
    ownerName: 'Kim',
    ownerEmail: 'kim@example.com',
    clock: { now: () => new Date('2026-01-15') },
  })
  const insert = (from: number, to: number) => db`
    insert into contacts (workspace_id, id, role, name, created_at, updated_at)
    select ${id}, lpad(to_hex(n), 24, '0'), 'user', 'User ' || n, now(), now() from generate_series(${from}::int, ${to}::int) n`
  await insert(1, 60)
  await db`insert into counts (workspace_id, name, total) values (${id}, 'contacts', 60)
    on conflict (workspace_id, name) do update set total = 60`
  const indexed = async () => {
    const [row] = await db<{ rows: number; ready: boolean | null; changes: number }[]>`
      select (select count(*)::int from search_rows where workspace_id = ${id}) as rows,
        (select ready from search_indexes where workspace_id = ${id} and model = 'contact') as ready,
        (select count(*)::int from search_changes where workspace_id = ${id}) as changes`
    return row!
  }
  const keeping = startKeeping({ address, db, log: pino({ level: 'silent' }), from: 50, everyMs: 20 })
  try {
    while (!(await indexed()).ready) await sleep(20)
    assert.equal((await indexed()).rows, 60)
    await insert(61, 660)
    while ((await indexed()).changes > 0) await sleep(20)
    assert.equal((await indexed()).rows, 660)
  } finally {
    await keeping.stop()
    await drop()
  }
})
