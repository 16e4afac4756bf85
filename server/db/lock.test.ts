import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, beforeEach, suite, test } from 'node:test'
import { atFileEnd } from '../test/endings.ts'
import { findHolder, takeLock } from './lock.ts'
import { findProcess } from './processes.ts'

const MODULE = JSON.stringify(join(import.meta.dirname, 'lock.ts'))

suite('the lock of a data folder', () => {
  let folder: string
  let path: string
  before(() => (folder = mkdtempSync(join(tmpdir(), 'parley-lock-'))))
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    path = join(folder, 'lock')
  })
  atFileEnd(() => rmSync(folder, { recursive: true }))

  const writeHolder = (holder: object) => writeFileSync(path, JSON.stringify({ nonce: 'n', since: 'then', ...holder }))

  test('one who holds it is found, and nobody after its release', () => {
    const lock = takeLock(path)
    lock.update({ socketDir: '/run/x', url: 'http://127.0.0.1:1' })
    assert.partialDeepStrictEqual(findHolder(path), {
      pid: process.pid,
      socketDir: '/run/x',
      url: 'http://127.0.0.1:1',
    })
    lock.release()
    assert.equal(findHolder(path), undefined)
    assert.deepEqual(readdirSync(folder), [])
  })

  test('a second is told the process, its address and since when', () => {
    const lock = takeLock(path, { url: 'http://127.0.0.1:4400' })
    assert.throws(
      () => takeLock(path),
      new RegExp(`^Error: ${folder} is held by process ${process.pid} \\(serving http://127.0.0.1:4400, since 20`),
    )
    lock.release()
  })

  test('that of a dead process is taken over', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    writeHolder({ pid: dead, birth: 'long ago' })
    takeLock(path).release()
  })

  test('that of a dead process is taken over where its number is another process by now', () => {
    writeHolder({ pid: process.pid, birth: 'before the last boot' })
    takeLock(path).release()
  })

  test('a file that a power failure emptied is taken over', () => {
    writeFileSync(path, '')
    takeLock(path).release()
  })

  test(
    'one process wins when many take over the lock of a dead holder at the same time',
    { timeout: 90_000 },
    async () => {
      const script = `
      const { takeLock } = await import(${MODULE})
      process.stdin.once('data', () => {
        try { takeLock(process.argv[1]); process.stdout.write('won') } catch (error) { process.stdout.write('lost') }
        process.stdin.once('data', () => process.exit())
      })
      process.stdout.write('ready')`
      const racers = Array.from({ length: 4 }, () =>
        spawn(process.execPath, ['--input-type=module', '-e', script, path]),
      )
      const heard = racers.map((racer) => () => once(racer.stdout, 'data').then(([data]) => String(data)))
      await Promise.all(heard.map((hear) => hear()))
      writeHolder({ pid: 2 ** 22 + 1, birth: 'never' })
      const answers = Promise.all(heard.map((hear) => hear()))
      for (const racer of racers) racer.stdin.write('go')
      assert.deepEqual((await answers).toSorted(), ['lost', 'lost', 'lost', 'won'])
      const ended = Promise.all(racers.map((racer) => once(racer, 'exit')))
      for (const racer of racers) racer.stdin.write('end')
      await ended
      assert.deepEqual(readdirSync(folder), ['lock'])
    },
  )
})

test('a process that ended is not found, and one that lives is the same each time', () => {
  assert.deepEqual(findProcess(process.pid), findProcess(process.pid))
  assert.equal(findProcess(spawnSync(process.execPath, ['-e', '']).pid), undefined)
})
