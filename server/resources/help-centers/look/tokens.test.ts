import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast, lighten, TEXT_CONTRAST } from './contrast.ts'
import { DARK, groundsOf, LIGHT, paletteOf, type Tokens } from './tokens.ts'
import { toneOf } from './tone.ts'

/** The least that edges of controls need. */
const CONTROL_CONTRAST = 3

const SETS: Record<string, Tokens> = { light: LIGHT, dark: DARK }
for (const [name, tokens] of Object.entries(SETS))
  test(`text and controls can be read on every ${name} ground`, () => {
    for (const ground of groundsOf(tokens)) {
      for (const ink of ['text', 'second', 'accent', 'danger', 'warn', 'ok'] as const)
        assert.ok(contrast(tokens[ink], ground) >= TEXT_CONTRAST, `${ink} on ${ground}`)
      assert.ok(contrast(tokens.control, ground) >= CONTROL_CONTRAST, `control on ${ground}`)
    }
    assert.ok(contrast(tokens['on-accent'], tokens.accent) >= TEXT_CONTRAST)
    for (const ground of [tokens.mark, tokens['note-ground']])
      assert.ok(contrast(tokens.text, ground) >= TEXT_CONTRAST, ground)
  })

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54')
})

test('a dark accent that nobody chose is a tint of the light one, with text that can be read on it', () => {
  for (const accent_color of ['#000000', '#12305f', '#7a1fa2', '#b3261e', '#0000ff']) {
    const { light, dark } = paletteOf({ accent_color, accent_color_dark: null })
    assert.equal(light.accent, accent_color)
    for (const ground of groundsOf(DARK)) assert.ok(contrast(dark.accent, ground) >= TEXT_CONTRAST, accent_color)
    for (const tokens of [light, dark]) assert.ok(contrast(tokens['on-accent'], tokens.accent) >= TEXT_CONTRAST)
  }
  assert.equal(lighten('#3fbf9f', groundsOf(DARK)), '#3fbf9f')
})

test('colours of callouts become tones', () => {
  const tones = ['#d7efdc', '#feedaf', '#feded4', '#e8e8e8', '#def', '#e3d8f7', undefined, 'red']
  assert.deepEqual(tones.map(toneOf), ['green', 'yellow', 'red', 'plain', 'blue', 'violet', 'plain', 'plain'])
})
