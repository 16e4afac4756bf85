/** The surface of each version is a kept file: changes to it are visible and deliberate. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history } from '../../versions/index.ts'
import { difference, listKept, printSurfaces, readKept, readSurface } from './kept.ts'
import { surfaceOf } from './lines.ts'

const printed = printSurfaces()

for (const [file, lines] of printed)
  test(`server/versions/surface/${file} is the surface that the code has`, () => {
    const changed = difference(readKept(file), lines)
    assert.equal(
      changed.length,
      0,
      `the code has (+) and has not (-); where that is meant: npm run surface\n${changed.join('\n')}`,
    )
  })

test('no file of a version that there is not is kept', () => {
  assert.deepEqual(listKept(), [...printed.keys()].toSorted())
})

test('the kept files together give each version whole', () => {
  for (const version of history.versions)
    assert.deepEqual([...readSurface(version.name)].toSorted(), surfaceOf(version).toSorted(), version.name)
})
