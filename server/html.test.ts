import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyToText, sanitiseBody, textToBody } from './html.ts'

const SAFE: [string, string][] = [
  ['hello', '<p>hello</p>'],
  ['a\nb', '<p>a<br>b</p>'],
  ['<p>hello</p>', '<p>hello</p>'],
  ['<b>bold</b>', '<p><b>bold</b></p>'],
  ['<script>alert(1)</script>', ''],
  ['<p onclick="x()">a</p>', '<p>a</p>'],
  ['<a href="javascript:x()">a</a>', '<p><a>a</a></p>'],
  ['<img src=x onerror=alert(1)>', '<p><img src="x" /></p>'],
  ['<iframe src="https://example.com"></iframe>', ''],
  ['1 < 2 & 3', '<p>1 &lt; 2 &amp; 3</p>'],
]
for (const [given, kept] of SAFE)
  test(`${JSON.stringify(given)} is kept as ${kept}`, () => assert.equal(sanitiseBody(given), kept))

test('text is kept as it stands', () => assert.equal(textToBody('a\nb'), '<p>a<br>b</p>'))

test('a body is read as text, its links with their addresses', () => {
  assert.equal(bodyToText('<p>See <a href="https://example.com/a">this</a></p>'), 'See this (https://example.com/a)')
})

test('a body of forty thousand nested tags is kept flat enough to be read', () => {
  const kept = sanitiseBody(`${'<b>'.repeat(40_000)}deep`)
  assert.equal(bodyToText(kept), 'deep')
})
