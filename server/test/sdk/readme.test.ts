import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Environment } from '../../config.ts'

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')

test('the README fits two screens, and shows the example that is tested', () => {
  const readme = read('README.md')
  assert.ok(readme.includes(read('examples/sdk.mjs').trim()))
  assert.ok(readme.split('\n').length <= 90)
})

test('every variable that the configuration reads has its row', () => {
  const page = read('docs/configuration.md')
  for (const name of Object.keys(Environment.properties)) assert.match(page, new RegExp(`^\\| \`${name}\` +\\|`, 'm'))
})

test('the pages link to files that are there', () => {
  for (const page of [
    'README.md',
    'docs/coverage.md',
    'docs/configuration.md',
    'docs/command-line.md',
    'docs/operations.md',
  ])
    for (const [, target] of read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      assert.doesNotThrow(() => read(new URL(target!, `file:///${page}`).pathname.slice(1)), `${page}: ${target}`)
})
