/**
 * Runs the test files that PARLEY_TEST_FILES lists in one process, one after the other, in that order. Each is imported
 * once the one before has ended. A file that leaves the process other than it found it fails.
 */
import { AsyncResource } from 'node:async_hooks'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { differencesFrom, look } from './process-state.mjs'

/** Milliseconds that hooks have to close everything after the last test. */
const CLOSING = 30_000
/** Milliseconds until the report is written. */
const REPORTING = 2_000

// The next run finds its modules compiled and their types stripped, as the next start does (run.mjs).
module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/parley'))

const files = JSON.parse(process.env.PARLEY_TEST_FILES)
delete process.env.PARLEY_TEST_FILES

// A hook that fails keeps the later ones from closing what they opened. This one is the first. The runner reports
// when the process is about to end, so it is told that.
after(() => {
  setTimeout(() => {
    console.error('Something is still open after the last test; the process is ended.')
    process.emit('beforeExit', 1)
    setTimeout(() => process.exit(1), REPORTING)
  }, CLOSING).unref()
})

/** Closes what a file opened (server/test/endings.ts). */
const endings = join(import.meta.dirname, '../server/test/endings.ts')
const { endFile } = existsSync(endings) ? await import(pathToFileURL(endings).href) : { endFile() {} }

/** Tests that are registered in here are within no other. */
const outside = new AsyncResource('test files')

// A test, as for the files after it: the runner ends once no test is to come, also while a file is being imported.
test(`${files[0]} is begun`, () => outside.runInAsyncScope(importFile, undefined, 0))

/** Registers the tests of a file, and a last one that goes on with the next file: there is always one to come. */
async function importFile(at) {
  const file = files[at]
  const state = look()
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    // The runner reports it only where the file had no test before.
    test(`${file} can be imported`, () => {
      throw error
    })
  }
  test(`${file} leaves the process as it found it`, async () => {
    try {
      await endFile()
      const left = differencesFrom(state)
      if (left.length > 0) throw new Error(`changed and not put back: ${left.join(', ')}`)
    } finally {
      if (at + 1 < files.length) await outside.runInAsyncScope(importFile, undefined, at + 1)
    }
  })
}
