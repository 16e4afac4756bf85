#!/usr/bin/env node
/**
 * Where every command begins: finds a Node that can run Parley, and goes on with it. This file alone
 * must be understood by older ones.
 *
 *   run.mjs <command> …           the command line (cli/parley.ts)
 *   run.mjs --test [file] …       the tests, or one file's
 *   run.mjs --script <file> …     any other script
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants, tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED = 24
/** The report of a run of all tests, which is in two processes. */
const REPORTER = './cli/test-reporter.mjs'
/** The number of failures that the summary names. */
const SHOWN = 7
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
  runTests(rest)
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

/** A file is named as seen from here; the test runner reads names as patterns, so they are given from the root. */
function runTests(args) {
  const options = args.filter((arg) => arg.startsWith('-'))
  const files = args.filter((arg) => !arg.startsWith('-')).map((file) => relative(root, resolve(file)))
  if (files.length > 0) return run(process.execPath, testArguments([...options, ...files]), { cwd: root })
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'))
  const totalsOf = (name) => ({ ...process.env, PARLEY_TEST_TOTALS: join(folder, name) })
  const began = Date.now()
  // Tests that start servers and databases of their own mostly wait: they run beside the others, and are shown after them.
  const apart = spawn(
    process.execPath,
    testArguments([...options, 'cli/**/*.test.ts', 'server/db/**/*.test.ts'], REPORTER),
    {
      cwd: root,
      env: totalsOf('apart'),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const output = []
  apart.stdout.on('data', (chunk) => output.push(chunk))
  const ended = new Promise((done) => apart.on('close', (code) => done(code ?? 1)))
  const rest = testArguments(
    [...options, 'server/*.test.ts', 'server/!(db)/**/*.test.ts', 'bench/**/*.test.ts'],
    REPORTER,
  )
  run(process.execPath, rest, { cwd: root, env: totalsOf('rest') }, async (code) => {
    const codeApart = await ended
    const totals = ['rest', 'apart'].map((name) => readTotals(join(folder, name)))
    rmSync(folder, { recursive: true })
    const summary = summarise(totals, Math.round((Date.now() - began) / 1000))
    process.stdout.write(`${Buffer.concat(output)}\n${summary}\n`, () => process.exit(code || codeApart))
  })
}

function testArguments(args, reporter = 'spec') {
  return ['--test', '--test-isolation=none', `--test-reporter=${reporter}`, ...args]
}

/** Undefined where the process ended before it could tell. */
function readTotals(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Ten lines at the most. */
function summarise(totals, seconds) {
  const known = totals.filter((one) => one !== undefined)
  const sum = (name) => known.reduce((all, one) => all + one[name], 0)
  const failures = known.flatMap((one) => one.failures)
  const more = failures.length - SHOWN
  return [
    `${sum('passed')} tests passed, ${sum('failed')} failed, ${sum('skipped')} skipped, in ${seconds} s`,
    ...failures.slice(0, SHOWN).map((name) => `  ✖ ${name}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(known.length < totals.length ? ['A process of the tests ended before its last test.'] : []),
  ].join('\n')
}

/** Goes on as that program: its terminal, its signals, its end. */
function run(program, args, options, end = process.exit) {
  const child = spawn(program, args, { stdio: 'inherit', ...options })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`${program} cannot be run: ${error.message}`))
  child.on('exit', (code, signal) => end(code ?? 128 + constants.signals[signal]))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
