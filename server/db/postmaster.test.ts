import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { atFileEnd } from '../test/endings.ts'
import { scratchFolder } from '../test/scratch-folder.ts'

const folder = scratchFolder()
atFileEnd(() => rmSync(folder, { recursive: true }))

/** A stand-in for PostgreSQL: ready at once, and its child still holds the log's pipe for a while after its end. */
const PROGRAM = `#!${process.execPath}
const { spawn } = require('node:child_process')
const { writeFileSync } = require('node:fs')
const cluster = process.argv[3]
spawn('sleep', ['0.5'], { detached: true, stdio: ['ignore', 'ignore', 'inherit'] })
process.on('SIGINT', () => process.exit(0))
setTimeout(() => process.exit(1), 10_000)
writeFileSync(cluster + '/postmaster.pid', [process.pid, cluster, 1, 5432, '', '', '', 'ready'].join('\\n'))
`

const SCRIPT = `
import { pino } from 'pino'
import { startPostmaster } from './postmaster.ts'
const [postgres, cluster] = process.argv.slice(-2)
const log = pino({ level: 'silent' })
const user = { identity: {} }
const postmaster = await startPostmaster({ postgres, cluster, socketDir: cluster, user, settings: {}, log })
await postmaster.stop()
console.log('stopped')
`

test('a stop keeps the process alive until it is done, even where nothing else does', { timeout: 90_000 }, async () => {
  const cluster = join(folder, 'cluster')
  const program = join(folder, 'postgres')
  mkdirSync(cluster)
  writeFileSync(program, PROGRAM)
  chmodSync(program, 0o755)
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, program, cluster], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  assert.deepEqual([said, code], ['stopped\n', 0])
})
