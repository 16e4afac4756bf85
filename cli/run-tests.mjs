/**
 * Runs the tests: files that are named in one process, all of them in three at a time, which take about as
 * long as each other and end with one summary.
 *
 *   npm test -- --seed 7             the files in a random order; the same seed gives the same one
 *   npm test -- --keep-seconds       writes anew how long the slow files take (test-seconds.json)
 *   npm test -- [option] … [file] …  other options are the ones of Node's test runner
 */
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const PROCESSES = 3
/** The number of failures that the summary names. */
const SHOWN = 6
/** A test that takes longer has failed, and the others go on. */
const LONGEST_TEST = 300_000
/** Seconds from which a file is slow, and about as long as the others take. */
const [SLOW, QUICK] = [1, 0.2]
/** A file that uses the processor for a smaller share of its time waits: for other processes, or for time to pass. */
const WAITING = 0.25
const root = resolve(import.meta.dirname, '..')
const secondsFile = join(import.meta.dirname, 'test-seconds.json')

export async function runTests(args) {
  const { seed, keep, options, names } = read(args)
  // A file is named as seen from here, and may be a pattern.
  const patterns = names.map((name) => relative(root, resolve(name)))
  const found = names.length > 0 ? named(patterns) : globSync('{bench,cli,server}/**/*.test.ts', { cwd: root }).sort()
  const files = seed === undefined ? found : shuffled(found, seed)
  if (names.length > 0) {
    if (seed !== undefined) console.log(`seed ${seed}`)
    return process.exit(await start(files, [...options, '--test-reporter=spec']).ended)
  }

  const began = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'))
  const running = shares(files, seed).map((share, at) => {
    const totals = join(folder, `${at}`)
    const reporter = `--test-reporter=./${relative(root, join(import.meta.dirname, 'test-reporter.mjs'))}`
    // The first is watched as it goes; the others are shown after it.
    const child = start(share, [...options, reporter], { PARLEY_TEST_TOTALS: totals }, at > 0)
    return { ...child, totals }
  })
  const codes = await Promise.all(running.map(({ ended }) => ended))
  const totals = running.map((one) => readTotals(one.totals))
  rmSync(folder, { recursive: true })
  if (keep) writeSeconds(totals)
  const output = running.map(({ output }) => Buffer.concat(output).toString()).join('')
  const summary = summarise(totals, Math.round((Date.now() - began) / 1000), seed)
  process.stdout.write(`${output}\n${summary}\n`, () => process.exit(codes.find((code) => code !== 0) ?? 0))
}

function read(args) {
  const rest = [...args]
  const at = rest.findIndex((arg) => arg === '--seed' || arg.startsWith('--seed='))
  const [seed] = at < 0 ? [] : rest.splice(at, rest[at] === '--seed' ? 2 : 1).slice(-1)
  const number = seed?.replace('--seed=', '')
  if (number !== undefined && !/^\d+$/.test(number)) fail('--seed needs a whole number')
  const [options, names] = [rest.filter((arg) => arg.startsWith('-')), rest.filter((arg) => !arg.startsWith('-'))]
  const keep = options.includes('--keep-seconds')
  return {
    seed: number === undefined ? undefined : Number(number),
    keep,
    options: options.filter((option) => option !== '--keep-seconds'),
    names,
  }
}

/** A name that is no file's is a pattern. */
function named(patterns) {
  const files = patterns.flatMap((pattern) =>
    existsSync(join(root, pattern)) ? [pattern] : globSync(pattern, { cwd: root }).sort(),
  )
  if (files.length === 0) fail(`No test file is named ${patterns.join(' or ')}`)
  return files
}

/** The order that a seed gives: Fisher and Yates, with the generator mulberry32. */
function shuffled(files, seed) {
  const order = [...files]
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other], order[at]]
  }
  return order
}

/**
 * The files by process. The ones that wait go to the last one, and leave the processor to the others; the rest stand in
 * the order of their paths, as neighbours use the same code, which each process has to compile. Each process takes its
 * longest file first, while its heap is small: it grows with each file. A seed's order is kept.
 */
function shares(files, seed) {
  const kept = existsSync(secondsFile) ? JSON.parse(readFileSync(secondsFile, 'utf8')) : {}
  const secondsOf = (file) => kept.seconds?.[file] ?? QUICK
  const isWaiting = (file) => kept.waiting?.includes(file) ?? false
  const sum = (some) => some.reduce((all, file) => all + secondsOf(file), 0)
  const loads = Array.from({ length: PROCESSES }, () => [])
  loads.at(-1).push(...files.filter(isWaiting))
  const most = sum(files) / PROCESSES
  let at = 0
  for (const file of files.filter((one) => !isWaiting(one)).sort()) {
    if (at < PROCESSES - 1 && sum(loads[at]) + secondsOf(file) / 2 > most) at++
    loads[at].push(file)
  }
  const order = seed === undefined ? files.toSorted((a, b) => secondsOf(b) - secondsOf(a)) : files
  return loads.map((load) => order.filter((file) => load.includes(file))).filter((share) => share.length > 0)
}

/** One process with these files; its output is kept, or goes where ours does. */
function start(files, options, environment = {}, keeps = false) {
  const light = pathToFileURL(join(import.meta.dirname, 'untracked-promises.mjs')).href
  const args = [`--import=${light}`, `--test-timeout=${LONGEST_TEST}`, ...options]
  const child = spawn(process.execPath, [...args, relative(root, join(import.meta.dirname, 'import-tests.mjs'))], {
    cwd: root,
    env: { ...process.env, ...environment, PARLEY_TEST_FILES: JSON.stringify(files) },
    stdio: keeps ? ['ignore', 'pipe', 'inherit'] : 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const output = []
  child.stdout?.on('data', (chunk) => output.push(chunk))
  const ended = new Promise((done) => {
    child.on('error', (error) => fail(`${process.execPath} cannot be run: ${error.message}`))
    child.on('close', (code, signal) => done(code ?? 128 + constants.signals[signal]))
  })
  return { ended, output }
}

/** Undefined where the process ended before it could tell. */
function readTotals(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function writeSeconds(totals) {
  const seconds = {}
  const waiting = []
  const measured = totals.flatMap((one) =>
    Object.entries(one?.seconds ?? {}).map(([file, taken]) => [file, taken, one.busy[file]]),
  )
  for (const [file, taken, busy] of measured.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (taken < SLOW) continue
    seconds[file] = Math.round(taken * 10) / 10
    if (busy < taken * WAITING) waiting.push(file)
  }
  writeFileSync(secondsFile, `${JSON.stringify({ seconds, waiting }, undefined, 2)}\n`)
}

/** Ten lines at the most. */
function summarise(totals, seconds, seed) {
  const known = totals.filter((one) => one !== undefined)
  const sum = (name) => known.reduce((all, one) => all + one[name], 0)
  const failures = known.flatMap((one) => one.failures)
  const more = failures.length - SHOWN
  return [
    `${sum('passed')} tests passed, ${failures.length} failed, ${sum('skipped')} skipped, in ${seconds} s`,
    ...(seed === undefined ? [] : [`The order of the files: --seed ${seed}`]),
    ...failures.slice(0, SHOWN).map((name) => `  ✖ ${name}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(known.length < totals.length ? ['A process of the tests ended before its last test.'] : []),
  ].join('\n')
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
