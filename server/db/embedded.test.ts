import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { atFileEnd } from '../test/endings.ts'
import { scratchFolder } from '../test/scratch-folder.ts'
import { findRunning, startEmbedded } from './embedded.ts'
import { openPool } from './pool.ts'
import { findInstalled } from './postgres-binaries.ts'
import { findProcess, isPostgresOf } from './processes.ts'

const log = pino({ level: 'silent' })
const HERE = import.meta.dirname

const folder = scratchFolder()
const dataDir = join(folder, 'data')
atFileEnd(() => rmSync(folder, { recursive: true }))

suite('the embedded database', () => {
  test('keeps what was written, and runs as nobody but its user while it is up', { timeout: 90_000 }, async () => {
    const first = await startEmbedded({ dataDir, log })
    const db = openPool(first.address)
    await db`create table written (process int, n int)`
    const [how] = await db`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as tcp,
        (select datlocprovider::text || datlocale || pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as locale`
    assert.deepEqual(how, { fsync: 'on', commit: 'on', tcp: '', locale: 'bC.UTF-8UTF8' })
    assert.deepEqual(findRunning(dataDir)?.address, first.address)
    const pid = postmasterOf(dataDir)
    await db.end()
    await first.stop()
    assert.equal(findProcess(pid), undefined)
    assert.equal(findRunning(dataDir), undefined)
    assert.deepEqual(readdirSync(dataDir), ['postgres'])
  })

  test('tells a second start who holds the folder', async () => {
    const first = await startEmbedded({ dataDir, log })
    first.announce('http://127.0.0.1:4400')
    await assert.rejects(
      startEmbedded({ dataDir, log }),
      new RegExp(`data is held by process ${process.pid} \\(serving http://127.0.0.1:4400, since `),
    )
    await first.stop()
  })

  test('does not mind a postmaster.pid with the number of another process', async () => {
    writeFileSync(
      join(dataDir, 'postgres/postmaster.pid'),
      [process.pid, join(dataDir, 'postgres'), 1, 5432, '', '', '', 'ready   \n'].join('\n'),
    )
    await (await startEmbedded({ dataDir, log })).stop()
  })

  test('does not mind a postmaster.pid with the number of a zombie', async () => {
    const parent = spawn('/bin/sh', ['-c', 'true & echo $!; exec sleep 60'])
    const [number] = await once(parent.stdout, 'data')
    const zombie = Number(String(number))
    for (const end = Date.now() + 5000; findProcess(zombie); await sleep(10)) assert.ok(Date.now() < end)
    writeFileSync(
      join(dataDir, 'postgres/postmaster.pid'),
      [zombie, join(dataDir, 'postgres'), 1, 5432, '', '', '', 'ready   \n'].join('\n'),
    )
    await (await startEmbedded({ dataDir, log })).stop()
    parent.kill()
  })

  test('ends the PostgreSQL of an earlier run, though it is stopped', { timeout: 90_000 }, async () => {
    const writer = startWriter(8)
    await once(writer.child.stdout!, 'data')
    process.kill(postmasterOf(dataDir), 'SIGSTOP')
    process.kill(-writer.child.pid!, 'SIGKILL')
    await once(writer.child, 'close')
    await (await startEmbedded({ dataDir, log })).stop()
  })

  test('loses no acknowledged write to kill -9 and comes up again by itself', { timeout: 90_000 }, async () => {
    for (const [round, killed] of (['writer', 'writer and postmaster', 'writer'] as const).entries()) {
      const writer = startWriter(round)
      await once(writer.child.stdout!, 'data')
      await sleep(150)
      if (killed === 'writer and postmaster') process.kill(postmasterOf(dataDir), 'SIGKILL')
      process.kill(-writer.child.pid!, 'SIGKILL')
      await once(writer.child, 'close')

      const again = await startEmbedded({ dataDir, log })
      const db = openPool(again.address)
      const [row] = await db<{ n: number }[]>`select max(n) as n from written where process = ${round}`
      await db.end()
      await again.stop()
      assert.ok(writer.acknowledged() > 0, 'nothing was written before the kill')
      assert.ok(row!.n >= writer.acknowledged(), `${writer.acknowledged()} were acknowledged, ${row!.n} are there`)
    }
  })

  test('ends by itself soon after its parent was killed', { timeout: 90_000 }, async () => {
    const writer = startWriter(9)
    await once(writer.child.stdout!, 'data')
    const pid = postmasterOf(dataDir)
    process.kill(-writer.child.pid!, 'SIGKILL')
    await once(writer.child, 'close')
    for (let waited = 0; isPostgresOf(pid, join(dataDir, 'postgres')); waited += 50) {
      assert.ok(waited < 10_000, 'it still runs')
      await sleep(50)
    }
    await (await startEmbedded({ dataDir, log })).stop()
  })
})

test('a folder of another major version, of another kind, or of somebody else is refused', async () => {
  const old = join(folder, 'old')
  mkdirSync(join(old, 'postgres'), { recursive: true })
  writeFileSync(join(old, 'postgres/PG_VERSION'), '15\n')
  await assert.rejects(
    startEmbedded({ dataDir: old, log }),
    /was made by PostgreSQL 15, and this Parley brings PostgreSQL 17/,
  )

  const full = join(folder, 'full')
  mkdirSync(full)
  writeFileSync(join(full, 'thesis.txt'), '')
  await assert.rejects(
    startEmbedded({ dataDir: full, log }),
    /full is not empty and not a data folder of Parley \(it holds thesis.txt\)/,
  )
  assert.deepEqual(readdirSync(full), ['thesis.txt'])
})

test(
  'programs whose install script was not run are made complete, or a copy where that cannot be',
  { timeout: 90_000 },
  async () => {
    // A stand-in for node_modules, whose folder cannot be entered by the database's user.
    const installed = join(folder, 'closed/package/native')
    mkdirSync(join(installed, '..'), { recursive: true })
    cpSync(findInstalled(), installed, { recursive: true, verbatimSymlinks: true })
    cpSync(join(findInstalled(), '../package.json'), join(installed, '../package.json'))
    const links: { target: string }[] = JSON.parse(readFileSync(join(installed, 'pg-symlinks.json'), 'utf8'))
    for (const { target } of links) rmSync(join(installed, '..', target), { force: true })
    chmodSync(join(installed, 'bin/postgres'), 0o644)
    const asRoot = process.getuid!() === 0
    if (asRoot) chmodSync(join(folder, 'closed'), 0o700)
    for (const name of ['lib', 'bin']) chmodSync(join(installed, name), 0o555)

    const data = join(folder, 'copied')
    await (await startEmbedded({ dataDir: data, log, installed })).stop()
    const copy = join(
      data,
      readdirSync(data).find((name) => name.startsWith('postgresql-17.'))!,
    )
    for (const name of ['bin', 'lib']) assert.equal(statSync(join(copy, name)).mode & 0o200, 0o200, 'it can be removed')

    chmodSync(join(folder, 'closed'), 0o755)
    for (const name of ['lib', 'bin']) chmodSync(join(installed, name), 0o755)
    // The cluster that initdb made above goes on: all but the programs is there.
    const inPlace = join(folder, 'in-place')
    mkdirSync(inPlace)
    renameSync(join(data, 'postgres'), join(inPlace, 'postgres'))
    await (await startEmbedded({ dataDir: inPlace, log, installed })).stop()
    assert.deepEqual(readdirSync(inPlace), ['postgres'])
    assert.ok(existsSync(join(installed, '..', links[0]!.target)))
  },
)

const postmasterOf = (data: string) =>
  Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** A process group that starts the database and writes numbers into it, and says which were acknowledged. */
function startWriter(round: number): { child: ChildProcess; acknowledged(): number } {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(HERE, 'embedded.ts'))})
    const { openPool } = await import(${JSON.stringify(join(HERE, 'pool.ts'))})
    const { pino } = await import('pino')
    const { address } = await startEmbedded({ dataDir: process.argv[1], log: pino({ level: 'silent' }) })
    const db = openPool(address)
    for (let n = 1; ; n++) {
      await db\`insert into written values (\${process.argv[2]}, \${n})\`
      process.stdout.write(n + '\\n')
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir, String(round)], {
    cwd: HERE,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return { child, acknowledged: () => Number(text.trimEnd().split('\n').at(-1)) }
}
