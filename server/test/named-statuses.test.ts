/** The check that holds refusals to the reference finds a status that is not named, in the version that answered it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unnamed } from './named-statuses.ts'

test('a status that the reference of the version does not name is found, once for each operation', () => {
  const answers = [
    'Preview GET /tags 409',
    'Preview GET /tags/1 410',
    'Preview GET /tags/2 410',
    '2.11 GET /tags/1 410',
  ]
  assert.deepEqual(unnamed(answers), ['2.11 GET /tags/{}: 410', 'Preview GET /tags/{}: 410', 'Preview GET /tags: 409'])
  assert.deepEqual(unnamed(['settings POST /parley/tokens 410']), ['settings POST /parley/tokens: 410'])
})

test('statuses that it names, answers before an operation, and paths that are of none are let be', () => {
  const answers = [
    'Preview GET /tags/1 404',
    'Preview GET /tags 401',
    'Preview POST /contacts 413',
    '2.11 GET /x/y 404',
  ]
  assert.deepEqual(unnamed(answers), [])
})

test('errors of the table of documented errors, and general ones of the settings, are named', () => {
  assert.deepEqual(unnamed(['settings GET /parley/workflows/1 404', 'settings PUT /parley/workflows/1 400']), [])
  assert.deepEqual(unnamed(['Preview DELETE /data_connectors/1 409', 'Preview PATCH /data_connectors/1 422']), [])
})
