import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingText, tableText, timesText, withinMarkers, type Score } from './scoreboard-text.ts'

const score = (version: string, missing: Score['missing'], problems: string[] = []): Score => ({
  version,
  served: 7,
  known: 7 + missing.length,
  undescribed: 2,
  checked: 120,
  problems,
  missing,
})
const news = { operation: 'GET /news', tag: 'News' }
const scores = [
  score(
    '1',
    [
      { ...news, tag: 'Old news' },
      { operation: 'GET /carts', tag: 'Carts' },
    ],
    ['1 GET /cars: odd'],
  ),
  score('2', [news]),
]

test('a version is a line of the table', () => {
  assert.equal(
    tableText(scores),
    [
      '| version | operations served | operations known | not described | replies checked | problems |',
      '| ------- | ----------------: | ---------------: | ------------: | --------------: | -------: |',
      '| 1       |                 7 |                9 |             2 |             120 |        1 |',
      '| 2       |                 7 |                8 |             2 |             120 |        0 |',
    ].join('\n'),
  )
})

test('a missing operation is named once, by the tag that it has in the newest version', () => {
  const text = missingText(scores)
  assert.match(text, /2 operations/)
  assert.match(text, /- Carts: `GET \/carts`\n- News: `GET \/news`\n/)
  assert.doesNotMatch(text, /Old news/)
  assert.equal(missingText([score('1', [])]), 'Every operation is served.')
})

test('an operation that is only inferred says so', () => {
  const text = missingText([score('1', [{ operation: 'GET /moods', tag: 'Moods', sure: 'inferred' }])])
  assert.match(text, /- Moods: `GET \/moods` \(inferred\)\n/)
})

test('a problem is shown once, with how often it was found', () => {
  assert.equal(timesText(['1 GET /a: odd', '1 GET /b: odd', '1 GET /a: odd']), '1 GET /a: odd (2×)\n1 GET /b: odd')
  assert.equal(timesText([]), '')
})

test('it replaces what stands between its markers, and nothing else', () => {
  const page = '# Page\n\n<!-- scoreboard -->\n\nold\n\n<!-- /scoreboard -->\n\nEnd\n'
  const written = withinMarkers(page, 'new')
  assert.equal(written, page.replace('old', 'new'))
  assert.equal(withinMarkers(written, 'new'), written)
  assert.throws(() => withinMarkers('# Page', 'new'), /scoreboard/)
})
