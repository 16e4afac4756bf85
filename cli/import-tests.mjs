/**
 * The file that Node's test runner is given: imports the test files that PARLEY_TEST_FILES lists, in that
 * order, and sees to it that their process ends.
 */
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'

/** Milliseconds that hooks have to close everything after the last test. */
const CLOSING = 30_000
/** Milliseconds until the report is written. */
const REPORTING = 2_000

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

for (const file of files) {
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    // The runner reports it only where the file had no test before.
    test(`${file} can be imported`, () => {
      throw error
    })
  }
}
