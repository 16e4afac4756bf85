import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTest, listModules } from '../test/structure/modules.ts'
import { importsOf } from '../test/structure/parse.ts'

/** Modules of Node that open connections to hosts, and fetch. */
const OPENS = /^(node:)?(https?|http2|tls|dgram|undici)$/
const FETCHES = /(?<![.\w])fetch\(/

/** By file: why it may. */
const MAY: Record<string, string> = {
  'outgoing/open.ts': 'It is the way out.',
  'http/malformed.ts': 'It reads the texts of statuses from node:http.',
}

test('requests to other hosts leave through outgoing/, which guards their addresses', () => {
  const found = listModules()
    .filter(({ file, source }) => {
      if (isTest(file)) return false
      return FETCHES.test(source) || importsOf(source).some((name) => OPENS.test(name))
    })
    .map(({ file }) => file)
  assert.deepEqual(found.toSorted(), Object.keys(MAY).toSorted())
})
