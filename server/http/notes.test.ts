import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growsWithSize, PARTS } from '../test/growth.ts'
import { createNotes } from './notes.ts'

test('notes are told once each, in ASCII', () => {
  const notes = createNotes()
  assert.equal(notes.header(), undefined)
  for (const note of ['a "b"', 'é', 'é']) notes.add(note)
  assert.equal(notes.header(), '["a \\"b\\"","\\u00e9"]')
  notes.clear()
  assert.equal(notes.header(), undefined)
})

test('notes fill 4,000 characters, and the rest is counted, by work that grows as they do', async () => {
  let header = ''
  await growsWithSize((parts) => {
    const notes = createNotes()
    for (let one = 0; one < 2000 * parts; one++) notes.add(`The picture é${one} was left out: its address is relative`)
    header = notes.header()!
  })
  assert.ok(header.length > 3800 && header.length <= 4000, `${header.length}`)
  const told: string[] = JSON.parse(header)
  assert.equal(told.at(-1), `${2000 * PARTS - (told.length - 1)} more`)
})

test('a note that is too long for the header is counted alone', () => {
  const notes = createNotes()
  notes.add('x'.repeat(5000))
  assert.equal(notes.header(), '["1 more"]')
})
