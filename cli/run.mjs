#!/usr/bin/env node
/**
 * Where every command begins: finds a Node that can run Parley, and goes on with it. This file alone
 * must be understood by older ones.
 *
 *   run.mjs <command> …           the command line (cli/parley.ts)
 *   run.mjs --test [file] …       the tests, or one file's (run-tests.mjs)
 *   run.mjs --script <file> …     any other script
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED = 24
const self = fileURLToPath(import.meta.url)
const root = resolve(dirname(self), '..')
const [mode, ...rest] = process.argv.slice(2)

if (!existsSync(join(root, 'node_modules', 'pg'))) {
  fail(`Parley's packages are not installed. Type this in ${root}:  npm ci`)
} else if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  const node = findNode()
  // The channel tells the child when this process ends, in whatever way.
  if (node)
    run(node, [...process.execArgv, self, ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
  else
    fail(
      `This is Node ${process.version}, and Parley needs ${NEEDED} or newer, which is not among its packages either. ` +
        `Type this in ${root}:  npm ci --include=optional   (or install Node ${NEEDED})`,
    )
} else if (mode === '--test') {
  const { runTests } = await import('./run-tests.mjs')
  await runTests(rest)
} else if (mode === '--script') {
  const file = resolve(rest[0])
  process.argv.splice(1, 3, file)
  await import(pathToFileURL(file).href)
} else {
  // The second start finds its modules compiled. Not in a shared temporary folder, since its files are executed.
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'parley'))
  await import('./parley.ts')
}

/** The Node that npm installed for this machine. */
function findNode() {
  const require = createRequire(import.meta.url)
  const system = process.platform === 'win32' ? 'win' : process.platform
  for (const name of [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]) {
    try {
      const description = require.resolve(`${name}/package.json`)
      const { version } = JSON.parse(readFileSync(description, 'utf8'))
      const node = join(dirname(description), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
      if (Number(version.split('.')[0]) >= NEEDED && existsSync(node)) return node
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  return undefined
}

/** Goes on as that program: its terminal, its signals, its end. */
function run(program, args, options) {
  const child = spawn(program, args, { stdio: 'inherit', ...options })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`${program} cannot be run: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
