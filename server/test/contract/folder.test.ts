import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { atFileEnd } from '../endings.ts'
import { scratchFolder } from '../scratch-folder.ts'
import { filesIn, readDescription } from './folder.ts'

const YAML = `---
openapi: 3.0.1
info:
  version: '2.18'
paths:
  "/cars":
    get:
      description: "Lists cars. \\U0001F697 They are\\
        \\ many."
      responses:
        '200':
          content:
            application/json:
              examples:
                listed:
                  value:
                    next:
                    since: 2026-01-15
                    open: no
                    data: &cars
                    - id: '7'
                    again: *cars
`

function folderWith(files: string[]): string {
  const folder = scratchFolder()
  atFileEnd(() => rmSync(folder, { recursive: true }))
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), file.endsWith('.json') ? '{"paths":{}}' : YAML)
  }
  return folder
}

test('a description is found in the layout of the public repository, where 0 is Preview', () => {
  const folder = folderWith([
    'descriptions/2.18/api.intercom.io.yaml',
    'descriptions/0/api.intercom.io.yaml',
    'descriptions/0/changelog.md',
    'descriptions/api.intercom.io.yaml',
  ])
  const expected = [
    ['Preview', join(folder, 'descriptions/0/api.intercom.io.yaml')],
    ['2.18', join(folder, 'descriptions/2.18/api.intercom.io.yaml')],
  ]
  assert.deepEqual([...filesIn(folder)], expected)
  assert.deepEqual([...filesIn(join(folder, 'descriptions'))], expected)
})

test('a description is found by the name of its file, and nothing else is', () => {
  const folder = folderWith(['2.7.json', '2.19.yml', 'preview.json', 'show.mjs', 'notes.json', '2.8/readme.yaml'])
  assert.deepEqual([...filesIn(folder).keys()], ['2.19', '2.7', 'Preview'])
  assert.deepEqual([...filesIn(join(folder, 'nowhere'))], [])
})

test('YAML reads as JSON would: dates and words stay text, aliases are followed', () => {
  const folder = folderWith(['2.18.yaml'])
  const { paths } = readDescription(join(folder, '2.18.yaml'))
  const { content } = paths['/cars']!['get']!.responses!['200']!
  assert.deepEqual(content!['application/json']!.examples!['listed']!.value, {
    next: null,
    since: '2026-01-15',
    open: 'no',
    data: [{ id: '7' }],
    again: [{ id: '7' }],
  })
})

test('a file that is no description is named', () => {
  const folder = folderWith(['2.7.json'])
  writeFileSync(join(folder, '2.7.json'), '{"type":"error.list"}')
  writeFileSync(join(folder, '2.8.json'), '{')
  for (const name of ['2.7.json', '2.8.json'])
    assert.throws(() => readDescription(join(folder, name)), { message: new RegExp(`${name} is not a description`) })
})
