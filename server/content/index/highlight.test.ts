import assert from 'node:assert/strict'
import { test } from 'node:test'
import { highlight, type Part, summariesFor } from './highlight.ts'

const marked = (parts: Part[] = []) => parts.filter(({ type }) => type === 'highlight').map(({ text }) => text)
const filling = (length: number, end: string) => `saddlebag${end}`.repeat(length / (9 + end.length))

test('a match is marked wherever it stands in a long body', () => {
  for (const [body, why] of [
    [`${filling(60_000, '\n')}Turn the needle.`, 'lines'],
    [`${filling(60_000, ' ')}needle`, 'one line'],
    [`needle ${filling(1_000_000, ' ')}`, 'the beginning'],
    [`${filling(1_000_000, ' ')}Needles`, 'a megabyte'],
    [`${filling(60_000, '\n')}né\u00adedle`, 'accents and soft hyphens'],
  ] as const) {
    const [line] = summariesFor('needle')(body)
    assert.equal(marked(line).length, 1, why)
    assert.ok(line!.map(({ text }) => text).join('').length <= 200, why)
  }
  assert.deepEqual(marked(summariesFor('送料')(`${'返品と返金'.repeat(20_000)}送料`)[0]), ['送料'])
  assert.deepEqual(marked(summariesFor('needle')(`${'🧭'.repeat(30_001)} needle`)[0]), ['needle'])
})

test('a short word is marked as a whole, also far behind longer ones that begin with it', () => {
  const [line, ...others] = summariesFor('is')(`${'island\n'.repeat(10_000)}it is so`)
  assert.deepEqual([marked(line), others], [['is'], []])
})

test('a body without a match shows its first line', () => {
  const [line, ...others] = summariesFor('needle')(`First\n${filling(100_000, ' ')}`)
  assert.deepEqual([line, others], [[{ type: 'plain', text: 'First' }], []])
  assert.deepEqual(summariesFor('?!')('First\nSecond'), [[{ type: 'plain', text: 'First' }]])
})

const lineOf = (body: string, ellipsis?: string) =>
  summariesFor(
    'needle',
    ellipsis,
  )(body)[0]!
    .map(({ text }) => text)
    .join('')

test('a line that is cut in the middle of a sentence says so where it is asked to', () => {
  const words = filling(300, ' ')
  assert.match(lineOf(`${words}the needle ${words}`, '…'), /^…saddle.* needle .*saddlebag…$/)
  assert.match(lineOf(`${words}the needle ${words}`), /^saddle.* needle .*saddlebag$/)
  assert.match(lineOf(`The needle ${words}`, '…'), /^The needle .*saddlebag…$/)
  assert.equal(lineOf('Turn the needle', '…'), 'Turn the needle')
  const sentence = `The needle turn${'s'.repeat(150)}.`
  assert.equal(lineOf(`${sentence} ${'x'.repeat(60)}`, '…'), sentence)
})

test('the bodies of one page are searched up to two million characters together, each one at its beginning', () => {
  const summaryOf = summariesFor('needle')
  const body = `${filling(1_500_000, ' ')}needle`
  assert.deepEqual(marked(summaryOf(body)[0]), ['needle'])
  assert.deepEqual(marked(summaryOf(body)[0]), [])
  assert.deepEqual(marked(summaryOf('Turn the needle.')[0]), ['needle'])
})

test('kana with a sound mark are marked, composed and decomposed', () => {
  for (const text of ['予備のガラス', '予備のガラス'.normalize('NFD')])
    assert.deepEqual(
      marked(highlight(text, 'ガラス')).map((word) => word.normalize('NFC')),
      ['ガラス'],
    )
})
