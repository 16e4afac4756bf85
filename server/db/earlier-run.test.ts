import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pino } from 'pino'
import { atFileEnd } from '../test/endings.ts'
import { scratchFolder } from '../test/scratch-folder.ts'
import { endChildren, endEarlierRun } from './earlier-run.ts'

const log = pino({ level: 'silent' })
const cluster = scratchFolder()
atFileEnd(() => rmSync(cluster, { recursive: true }))
const pidFile = join(cluster, 'postmaster.pid')
const patience = { fastMs: 300, immediateMs: 300 }

/** A stand-in for a PostgreSQL on the folder, which heeds all signals but some. */
async function startOrphan(...ignored: string[]) {
  const script = `for (const name of ${JSON.stringify(ignored)}) process.on(name, () => {}); setInterval(() => {}, 1000); console.log('up')`
  const child = spawn(process.execPath, ['-e', script, 'postgres', cluster], { cwd: cluster })
  await once(child.stdout, 'data')
  writeFileSync(pidFile, [child.pid, cluster, 1, 5432, '', '', '1 2', 'ready'].join('\n'))
  const ended = once(child, 'exit')
  return { pid: child.pid!, child, signal: async () => (await ended)[1] }
}

test('an orphan ends by a fast shutdown', async () => {
  const { signal } = await startOrphan()
  await endEarlierRun({ cluster, log, patience })
  assert.equal(await signal(), 'SIGINT')
})

test('an orphan that minds no fast shutdown ends by an immediate one', async () => {
  const { signal } = await startOrphan('SIGINT')
  await endEarlierRun({ cluster, log, patience })
  assert.equal(await signal(), 'SIGQUIT')
})

test('an orphan that is stopped ends as well', async () => {
  const { child, signal } = await startOrphan()
  child.kill('SIGSTOP')
  await endEarlierRun({ cluster, log, patience })
  assert.equal(await signal(), 'SIGINT')
})

test('the error about an orphan that does not end says what to type', async () => {
  const { pid, child, signal } = await startOrphan('SIGINT', 'SIGQUIT')
  await assert.rejects(endEarlierRun({ cluster, log, patience }), new RegExp(`type: kill -9 ${pid}$`))
  child.kill('SIGKILL')
  assert.equal(await signal(), 'SIGKILL')
})

test('children that a killed postmaster left are ended, or named', async () => {
  const { signal } = await startOrphan('SIGINT')
  await endChildren({ cluster, log, patience })
  assert.equal(await signal(), 'SIGQUIT')
  const { pid, child, signal: end } = await startOrphan('SIGQUIT')
  await assert.rejects(endChildren({ cluster, log, patience }), new RegExp(`type: kill -9 ${pid}$`))
  child.kill('SIGKILL')
  await end()
})

test('a number that another process has by now is taken out of the file, and nothing else', async () => {
  const rest = ['', cluster, 1, 5432, '', '', '1 2', 'ready'].join('\n')
  writeFileSync(pidFile, process.pid + rest)
  await endEarlierRun({ cluster, log, patience })
  assert.equal(readFileSync(pidFile, 'utf8'), 2147483647 + rest)
  await endEarlierRun({ cluster, log, patience })
  assert.equal(readFileSync(pidFile, 'utf8'), 2147483647 + rest)
})
