import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')

test('the README shows the example that is tested, and every variable that the configuration reads', () => {
  const readme = read('README.md')
  assert.ok(readme.includes(read('examples/sdk.mjs').trim()))
  for (const [name] of read('server/config.ts').matchAll(/^  ([A-Z_]+)(?=: )/gm)) {
    assert.match(readme, new RegExp(`^\\| \`${name.trim()}\` +\\|`, 'm'))
  }
})
