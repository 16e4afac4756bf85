import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { randomFrom } from '../../test/random.ts'
import { buildSubstrings } from './substrings-build.ts'
import { commonRows, END, findEntries, MAX_KEY, patternOf, START, type SubstringEntry } from './substrings.ts'

type Operator = '~' | '^' | '$'
const OPERATORS: Operator[] = ['~', '^', '$']
const has = { '~': 'includes', '^': 'startsWith', $: 'endsWith' } as const

describe('substrings', () => {
  it('finds what looking at every text finds, and is exact about what many texts share', () => {
    const seen = { exact: 0, candidates: 0, none: 0, tooMany: 0 }
    for (let seed = 1; seed <= 120; seed++) {
      const draw = randomFrom(seed).below
      const alphabet = ['a', 'ab', 'abc ', 'aé😀😁', 'abcdefgh@.'][seed % 5]!
      const texts = randomTexts(draw, alphabet)
      const minRows = 1 + draw(8)
      const ask = index(texts, minRows)
      for (let i = 0; i < 40; i++) {
        const wanted = randomPattern(draw, alphabet, texts)
        for (const operator of OPERATORS) {
          if (operator === '~' && wanted === '') continue
          const truth = matching(texts, operator, wanted)
          const { rows, exact } = ask(operator, wanted)
          const note = `seed ${seed}, ${operator} ${JSON.stringify(wanted)}`
          if (exact) assert.deepEqual([...rows], truth, note)
          else
            assert.deepEqual(
              truth.filter((row) => !rows.includes(row)),
              [],
              note,
            )
          assert.deepEqual([...rows], ascending(rows), note)
          const short = [...patternOf(operator, wanted)].length <= MAX_KEY
          if (short && truth.length >= minRows) assert.ok(exact, note)
          seen[exact ? (rows.length > 0 ? 'exact' : 'none') : 'candidates']++
          if (!exact && rows.length > truth.length) seen.tooMany++
        }
      }
    }
    for (const [kind, count] of Object.entries(seen)) assert.ok(count > 200, `${kind}: ${count}`)
  })

  it('has an entry for every character that follows a shared string, and no other', () => {
    for (let seed = 1; seed <= 24; seed++) {
      const draw = randomFrom(seed).below
      const texts = randomTexts(draw, ['a', 'ab', 'aé😀😁'][seed % 3]!).slice(0, 25)
      const minRows = 1 + draw(6)
      const built = buildSubstrings(texts, minRows).map(plain).sort(byKey)
      assert.deepEqual(built, expectedEntries(texts, minRows).sort(byKey), `seed ${seed}`)
    }
  })

  it('spans with one label what goes on alike at every occurrence, and not only in every text', () => {
    const alike = new Map(buildSubstrings(['xab', 'yab'], 2).map((entry) => [entry.key, entry.label]))
    assert.equal(alike.get('a'), `ab${END}`)
    const twice = new Map(buildSubstrings(['ab ac', 'ab ac'], 2).map((entry) => [entry.key, entry.label]))
    assert.deepEqual([twice.get('a'), twice.get('ab'), twice.get('ac')], ['a', 'ab ac' + END, `ac${END}`])
  })

  it('takes for candidates only what every part of the pattern allows', () => {
    const ask = index(['abc1', 'abd2', 'bce3'], 3)
    assert.deepEqual(ask('~', 'abc'), { rows: Uint16Array.of(0), exact: false })
    assert.deepEqual(ask('~', 'abce'), { rows: Uint16Array.of(), exact: true })
  })

  it('proves with one label that no text goes on differently', () => {
    const ask = index(['abc', 'abc', 'axc', 'axc'], 2)
    assert.deepEqual(ask('~', 'abx'), { rows: Uint16Array.of(), exact: true })
  })

  it('answers for 32,768 names, about their first and their last', () => {
    const draw = randomFrom(7).below
    const first = Array.from({ length: 300 }, () => word(draw, 'abcdeilmnorst', 3 + draw(6)))
    const last = Array.from({ length: 300 }, () => word(draw, 'abcdeilmnorst', 3 + draw(6)))
    const texts = Array.from({ length: 32_768 }, () => `${first[draw(300)]} ${last[draw(300)]}`)
    texts[0] = texts[32_767] = `${first[0]} only`
    const ask = index(texts)
    for (const [operator, wanted] of [
      ['~', first[0]!],
      ['^', first[1]!],
      ['$', ` ${last[2]}`],
      ['~', 'a'],
      ['~', 'an'],
      ['^', 'mo'],
      ['$', 'tz'],
      ['^', ''],
    ] as const) {
      const { rows, exact } = ask(operator, wanted)
      assert.ok(exact, wanted)
      assert.deepEqual([...rows], matching(texts, operator, wanted), `${operator} ${wanted}`)
    }
    assert.deepEqual([...ask('$', ' only').rows], [0, 32_767])
  })

  it('asks for few keys, of a long pattern those next to its mark', () => {
    const digits = Array.from({ length: 300 }, (_, i) => String(i)).join('')
    assert.deepEqual(asked('abab'), ['a', 'ab', 'aba', 'b', 'ba', 'bab', 'a', 'ab', 'b'])
    assert.deepEqual(asked('a😀'), ['a', 'a😀', '😀'])
    for (const operator of OPERATORS) assert.ok(asked(patternOf(operator, digits)).length <= 24)
    assert.ok(asked(patternOf('^', digits)).includes(`${START}01`))
    const lastOnes = (digits + END).slice(-MAX_KEY)
    for (const key of asked(patternOf('$', digits))) assert.ok(lastOnes.includes(key), key)
    const texts = Array.from({ length: 500 }, (_, i) => `someone-${i}@mailbox.example`)
    for (const [operator, text] of [
      ['^', 'someone-123@mailbox.example'],
      ['~', '123@mailbox'],
      ['$', '77@mailbox.example'],
    ] as const) {
      const fetched = new Set<string>()
      index(texts, undefined, fetched)(operator, text)
      assert.ok(fetched.size <= 48, `${fetched.size} keys for ${text}`)
    }
  })

  it('keeps marks, NUL and half a character out of its keys, and is not exact about them', () => {
    const texts = ['a\u0002b', 'a\u0003b', 'a\0b', 'a\ud83db', 'a\ufffdb', 'ab', 'a😀b', null, '']
    const ask = index(texts, 2)
    for (const entry of buildSubstrings(texts, 2)) {
      assert.ok(entry.label.isWellFormed() && !entry.label.includes('\0') && !entry.label.slice(1).includes(START))
    }
    for (const wanted of ['a\u0002', '\u0003b', '\0', '\ud83d']) {
      assert.deepEqual([...ask('~', wanted).rows], [0, 1, 2, 3, 4])
      assert.equal(ask('~', wanted).exact, false)
    }
    assert.deepEqual(ask('~', 'ab'), { rows: Uint16Array.of(5), exact: true })
    assert.deepEqual(ask('^', '\u0001'), { rows: Uint16Array.of(), exact: true })
  })

  it('gives no text to an index without texts', () => {
    for (const texts of [[], [null, null]]) {
      assert.deepEqual(buildSubstrings(texts), [])
      assert.deepEqual(index(texts)('~', 'a'), { rows: Uint16Array.of(), exact: true })
    }
  })

  it('refuses the empty pattern, and more texts than a row number can tell', () => {
    assert.throws(() => findEntries(patternOf('~', ''), new Map()), RangeError)
    assert.throws(() => buildSubstrings(Array.from({ length: 32_769 }, () => null)), RangeError)
  })
})

/**
 * Asks as a server does: only with the entries whose keys it was told to fetch.
 * @param fetched gathers those keys
 */
function index(texts: (string | null)[], minRows?: number, fetched = new Set<string>()) {
  const all = new Map(
    buildSubstrings(texts, minRows).map((entry) => [entry.key, { ...entry, count: entry.rows.length }]),
  )
  return (operator: Operator, text: string) => {
    const pattern = patternOf(operator, text)
    const known = new Map<string, { label: string; count: number } | null>()
    let found = findEntries(pattern, known, minRows)
    while ('lacking' in found) {
      assert.ok(found.lacking.some((key) => !known.has(key)))
      for (const key of found.lacking) {
        fetched.add(key)
        known.set(key, all.get(key) ?? null)
      }
      found = findEntries(pattern, known, minRows)
    }
    const { keys, exact } = found
    const rows = commonRows(keys.map((key) => all.get(key)!.rows))
    return { rows, exact: exact || rows.length === 0 }
  }
}

/** The keys that are asked for first. */
function asked(pattern: string): string[] {
  const found = findEntries(pattern, new Map())
  return 'lacking' in found ? found.lacking : []
}

function matching(texts: (string | null)[], operator: Operator, wanted: string): number[] {
  return texts.flatMap((text, row) => (text?.[has[operator]](wanted) ? [row] : []))
}

/** The definition of the entries, written down without care for speed. */
function expectedEntries(texts: (string | null)[], minRows: number) {
  const wrapped = texts.map((text) => (text === null ? '' : START + text + END))
  return grow('')

  function grow(label: string): ReturnType<typeof plain>[] {
    return [...followers(label)].flatMap((character) => {
      const key = label + character
      let full = key
      while ([...full].length < 64 && followers(full).size === 1 && !full.endsWith(END)) full += [...followers(full)][0]
      const rows = wrapped.flatMap((text, row) => (text.includes(key) ? [row] : []))
      return [{ key, label: full, rows }, ...(rows.length >= minRows && [...full].length < MAX_KEY ? grow(full) : [])]
    })
  }

  function followers(path: string): Set<string> {
    const found = new Set<string>()
    for (const text of wrapped) {
      for (let at = text.indexOf(path); at !== -1 && at < text.length; at = text.indexOf(path, at + 1)) {
        const point = text.codePointAt(at + path.length)
        if (point !== undefined) found.add(String.fromCodePoint(point))
      }
    }
    return new Set([...found].filter((character) => character.isWellFormed()))
  }
}

function randomTexts(draw: Draw, alphabet: string): (string | null)[] {
  const texts = Array.from({ length: draw(90) }, () => (draw(12) === 0 ? null : word(draw, alphabet, draw(10))))
  const shared = word(draw, alphabet, 20 + draw(60))
  for (let i = draw(25); i > 0; i--)
    texts.push(draw(2) ? shared : word(draw, alphabet, 2) + [...shared].slice(draw(20)).join(''))
  for (let i = draw(20); i > 0; i--) texts.push(texts[draw(texts.length)] ?? '')
  return texts
}

function randomPattern(draw: Draw, alphabet: string, texts: (string | null)[]): string {
  const text = [...(texts[draw(texts.length)] ?? '')]
  const from = draw(text.length + 1)
  const part = text.slice(from, from + 1 + draw(draw(3) ? 8 : 70)).join('')
  return [word(draw, alphabet, draw(6)), part, part, part + word(draw, alphabet, 1 + draw(2))][draw(4)]!
}

type Draw = (below: number) => number

const word = (draw: Draw, alphabet: string, length: number) =>
  Array.from({ length }, () => [...alphabet][draw([...alphabet].length)]).join('')

const plain = (entry: SubstringEntry) => ({ ...entry, rows: [...entry.rows] })
const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1)
const ascending = (rows: Uint16Array) => [...new Set(rows)].sort((one, other) => one - other)
