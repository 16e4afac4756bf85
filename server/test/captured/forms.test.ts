import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareForms, compareHeaders } from './forms.ts'

const differences = (captured: unknown, ours: unknown) =>
  compareForms(captured, ours).map(({ at, detail }) => `${at}: ${detail}`)

test('payloads of one form differ in their values alone', () => {
  const captured = { id: '12', name: 'Ada', tags: [], open: true, at: '2026-01-10T04:41:59.251+00:00' }
  const ours = { id: '7', name: '', tags: ['one'], open: false, at: '2026-01-15T12:00:00.000+00:00' }
  assert.deepEqual(differences(captured, ours), [])
})

test('keys that are missing, or that nobody captured, and another order are differences', () => {
  assert.deepEqual(differences({ a: 1, b: 2, c: 3 }, { c: 3, a: 1, d: 4 }), [
    'b: missing',
    'd: not captured',
    ': order: c, a, d',
  ])
})

test('another type is a difference, null among them', () => {
  assert.deepEqual(differences({ a: { b: null } }, { a: { b: '' } }), ['a.b: string, captured: null'])
  assert.deepEqual(differences({ a: 1 }, { a: 1.5 }), ['a: a fraction, captured: number'])
  assert.deepEqual(differences({ a: [] }, { a: {} }), ['a: object, captured: a list'])
})

test('texts are of the form of the captured one where it has one', () => {
  const time = '2026-01-10T04:41:59.251+00:00'
  assert.deepEqual(differences({ at: time }, { at: '2026-01-10T04:41:59Z' }), [
    'at: a time in UTC, captured: a time with milliseconds and an offset',
  ])
  assert.deepEqual(differences({ id: '12' }, { id: 'twelve' }), ['id: a text, captured: a number as text'])
  assert.deepEqual(differences({ type: 'user' }, { type: 'lead' }), ['type: "lead", captured: "user"'])
  assert.deepEqual(differences({ message: 'Limit of 83' }, { message: 'Limit of 1667' }), [])
})

test('each captured item of a list is compared with ours in its place, or the last one', () => {
  assert.deepEqual(differences([1, 'a'], [1]), ['[]: number, captured: string'])
  assert.deepEqual(differences([1], []), [': empty, captured: not'])
  assert.deepEqual(differences({ a: [{ b: 1 }, { b: 1 }] }, { a: [{ b: '' }, { b: '' }] }), [
    'a[].b: string, captured: number',
  ])
})

test('headers are there as they were captured; their figures may be others', () => {
  const captured = {
    'X-Request-Id': 'one',
    'Content-Type': 'application/json',
    'Cache-Control': 'no-cache',
    Status: '404',
  }
  const ours = { 'x-request-id': 'two', 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private' }
  assert.deepEqual(
    compareHeaders(captured, ours).map(({ at, detail }) => `${at}: ${detail}`),
    ['headers.cache-control: private, captured: no-cache', 'headers.status: missing'],
  )
})
