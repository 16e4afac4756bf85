import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type, { type TSchema } from 'typebox'
import type { Ctx } from '../context.ts'
import {
  CursorList,
  cursorPages,
  cursorPageSize,
  leadingPageSize,
  CursorPages,
  CursorQuery,
  NumberedPages,
  numberedPages,
  ownAddress,
  PageList,
  pageOf,
  PageQuery,
} from './pages.ts'
import { modelName } from '../schema/types.ts'
import { bodyCheck, queryCheck } from './validate.ts'

const ctx = { url: 'https://api.example.com/contacts/1/companies?page=2&order=name%20x' } as Ctx

for (const [asked, size] of [
  [undefined, 50],
  [1, 1],
  [149, 149],
  [150, 150],
  [151, 150],
  [1_000_000, 150],
] as const)
  test(`a cursor-style page has ${size} items where ${asked ?? 'nothing'} is asked`, () =>
    assert.equal(cursorPageSize(asked, 50), size))

for (const [query, expected] of [
  [{}, { page: 1, perPage: 15, offset: 0 }],
  [{ page: 1 }, { page: 1, perPage: 15, offset: 0 }],
  [{ page: 4 }, { page: 4, perPage: 15, offset: 45 }],
  [
    { page: 2, per_page: 10 },
    { page: 2, perPage: 10, offset: 10 },
  ],
  [{ per_page: 60 }, { page: 1, perPage: 60, offset: 0 }],
] as const)
  test(`a numbered page of ${JSON.stringify(query)} begins at ${expected.offset}`, () =>
    assert.deepEqual(pageOf(query, 15), expected))

test('a numbered page of more than 60 is refused', () => {
  assert.throws(() => pageOf({ per_page: 61 }, 15), {
    status: 400,
    code: 'parameter_invalid',
    message: 'Per Page is too big',
  })
})

for (const [total, pages] of [
  [0, 0],
  [1, 1],
  [10, 1],
  [11, 2],
  [20, 2],
] as const)
  test(`${total} items by 10 are ${pages} pages`, () => {
    assert.equal(cursorPages(1, 10, total, undefined).total_pages, pages)
    assert.equal(numberedPages(ctx, 1, 10, total).total_pages, pages)
  })

test('a cursor-style list names its next page, and nothing on the last', () => {
  const pages = { type: 'pages', page: 2, per_page: 10, total_pages: 3 }
  assert.deepEqual(cursorPages(2, 10, 25, 'abc'), { ...pages, next: { page: 3, per_page: 10, starting_after: 'abc' } })
  assert.deepEqual(cursorPages(2, 10, 25, undefined), pages)
})

for (const [text, size] of [
  [undefined, 15],
  ['1', 1],
  ['150', 150],
  ['151', 150],
  ['20 items', 20],
  ['05', 5],
] as const)
  test(`a page of ${text ?? 'no size'} has ${size} items`, () => assert.equal(leadingPageSize(text, 15), size))

for (const text of ['0', '', 'many', '-5', ' 5', 'x5'])
  test(`a page may not be of the size "${text}"`, () => {
    const message = 'per_page must be a positive integer'
    assert.throws(() => leadingPageSize(text, 15), { status: 400, code: 'invalid_per_page', message })
  })

const address = (page: number) => `https://api.example.com/contacts/1/companies?page=${page}&order=name+x&per_page=10`

test('a page-style list gives the addresses of the pages beside it, and null where there is none', () => {
  const beside = (page: number) => {
    const { prev, next, ...others } = numberedPages(ctx, page, 10, 30)
    assert.deepEqual(others, { type: 'pages', page, per_page: 10, total_pages: 3 })
    return { prev, next }
  }
  assert.deepEqual(beside(1), { prev: null, next: address(2) })
  assert.deepEqual(beside(2), { prev: address(1), next: address(3) })
  assert.deepEqual(beside(3), { prev: address(2), next: null })
  assert.deepEqual(beside(4), { prev: address(3), next: null })
  assert.deepEqual(beside(5), { prev: null, next: null })
})

for (const [parameters, expected] of [
  [{}, '?page=2&order=name%20x'],
  [{ page: 5 }, '?page=5&order=name+x'],
  [{ order: null }, '?page=2'],
  [{ order: null, page: null, since: 'a b' }, '?since=a+b'],
] as const)
  test(`the request's own address with ${JSON.stringify(parameters)} ends with ${expected}`, () =>
    assert.equal(ownAddress(ctx, parameters), `https://api.example.com/contacts/1/companies${expected}`))

for (const [name, schema, good, bad] of [
  ['cursor', CursorQuery, [{}, { per_page: '1', starting_after: 'x' }], [{ per_page: '0' }, { per_page: '1.5' }]],
  ['page', PageQuery, [{}, { page: '1', per_page: '1' }, { page: '1000000' }], [{ page: '0' }, { page: '1000001' }]],
  ['page', PageQuery, [{ per_page: '1000001' }], [{ per_page: '0' }, { page: '1.5' }, { per_page: 'x' }]],
] as const) {
  const check = queryCheck(schema)
  for (const query of good) test(`a ${name} query may be ${JSON.stringify(query)}`, () => check({ ...query }))
  for (const query of bad)
    test(`a ${name} query may not be ${JSON.stringify(query)}`, () => assert.throws(() => check({ ...query })))
}

const Item = Type.Object({ id: Type.String() })
const next = { page: 2, per_page: 10, starting_after: 'abc' }
const cursorList = { type: 'list', data: [{ id: '1' }], total_count: 25, pages: cursorPages(1, 10, 25, 'abc') }
const pageList = { ...cursorList, pages: numberedPages(ctx, 1, 10, 25) }
const shapes: [name: string, schema: TSchema, value: object, optional: string[]][] = [
  ['cursor_pages', CursorPages, cursorList.pages, ['next']],
  ['offset_pages', NumberedPages, pageList.pages, []],
  ['the next of cursor_pages', (CursorPages as any).properties.next, next, []],
  ['a cursor-style list', CursorList(Item), cursorList, []],
  ['a page-style list', PageList(Item), pageList, []],
]

for (const [name, schema, value, optional] of shapes)
  test(`${name} is described as it is answered`, () => {
    const check = bodyCheck(schema, 'refuse')
    check(value)
    for (const key of Object.keys(value)) {
      const { [key]: _, ...without } = value as Record<string, unknown>
      if (optional.includes(key)) check(without)
      else assert.throws(() => check(without), { message: `${key} is a required parameter` })
      assert.throws(() => check({ ...value, [key]: { unlike: 'it' } }), { code: /^parameter_/ }, key)
    }
  })

test('the pages of a list are models that versions can name', () => {
  assert.equal(modelName(CursorPages), 'cursor_pages')
  assert.equal(modelName(NumberedPages), 'offset_pages')
})
