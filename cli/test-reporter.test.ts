import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { scratchFolder } from '../server/test/scratch-folder.ts'

const LOST = 'Error: A resource generated asynchronous activity after the test ended.'

async function* events() {
  yield { type: 'test:pass', data: { nesting: 0, name: 'a tag is made', file: 'tags.test.ts', details: {} } }
  yield { type: 'test:diagnostic', data: { nesting: 0, message: 'tests 1' } }
  yield { type: 'test:diagnostic', data: { nesting: 0, message: LOST } }
  yield { type: 'test:summary', data: { counts: { passed: 1, skipped: 0 } } }
}

test('an error that no test waited for is a failure of the run', async () => {
  const { default: report } = await import(new URL('test-reporter.mjs', import.meta.url).href)
  const folder = scratchFolder()
  const ours = process.env['PARLEY_TEST_TOTALS']
  process.env['PARLEY_TEST_TOTALS'] = join(folder, 'totals')
  try {
    for await (const _ of report(events()));
    const { passed, failures } = JSON.parse(readFileSync(join(folder, 'totals'), 'utf8'))
    assert.deepEqual({ passed, failures }, { passed: 1, failures: [LOST] })
  } finally {
    if (ours === undefined) delete process.env['PARLEY_TEST_TOTALS']
    else process.env['PARLEY_TEST_TOTALS'] = ours
    rmSync(folder, { recursive: true })
  }
})
