import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idAndSlug, slug } from './slug.ts'

test('a slug keeps the letters of all scripts, and may be empty', () => {
  assert.deepEqual(['Clean the burrs!', ' Où est-ce ? ', '日本語の記事', '💡', '--'].map(slug), [
    'clean-the-burrs',
    'où-est-ce',
    '日本語の記事',
    '',
    '',
  ])
  assert.equal(idAndSlug(7, '💡'), '7')
})

test('a long slug ends with a whole letter, wherever it is cut', () => {
  for (const title of [`a${'𠮷'.repeat(80)}`, '𠮷'.repeat(80), `${'a'.repeat(99)} b`]) {
    assert.ok(slug(title).isWellFormed())
    assert.ok(!slug(title).endsWith('-'))
    assert.doesNotThrow(() => idAndSlug(1, title))
  }
})
