import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { makeFolder } from './folder.ts'

suite('folders of our own', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'parley-folder-'))
  after(() => rmSync(scratch, { recursive: true }))
  const file = join(scratch, 'file')
  writeFileSync(file, '')

  test('a folder is made with those above it, for the user of the database to get through', () => {
    const path = join(scratch, 'above/below')
    makeFolder(path)
    makeFolder(path)
    assert.equal(statSync(path).mode & 0o777, 0o755)
  })

  for (const [path, why] of [
    ['/proc/x', 'cannot be made (ENOENT'],
    [file, 'is not a folder'],
    [join(file, 'below'), 'cannot be made (ENOTDIR'],
  ] as const)
    test(`a folder that ${why.replace(' (', ': ')} is refused in one line`, () =>
      assert.throws(
        () => makeFolder(path),
        ({ message }: Error) =>
          message.startsWith(`the data folder ${path} ${why}`) &&
          message.endsWith('; set PARLEY_DATA_DIR to another folder') &&
          !message.includes('\n'),
      ))
})
