/** The reference's page of a search says what its compiler takes, in the version that it is of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { companySearch } from '../resources/companies/search-fields.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { conversationSearch } from '../resources/conversations/search-fields.ts'
import { testApp } from '../test/app.ts'
import { history } from '../versions/index.ts'
import { OPERATORS } from './fields.ts'

const app = await testApp()
const SEARCHES = {
  'POST /contacts/search': contactSearch,
  'POST /conversations/search': conversationSearch,
  'POST /companies/search': companySearch,
}

function guideOf(key: string, version: string): string {
  const { description } = operations.find((operation) => operation.key === key)!
  assert.ok(typeof description === 'function', `${key} is described by guide()`)
  return description(history.find(version)!)
}

const rowsOf = (text: string) =>
  [...text.matchAll(/^- \*\*(.+?)\*\*, by (.+?): (.+)$/gm)].map(([, kind, operators, names]) => ({
    kind: kind!,
    operators: operators!.split(' ').map((operator) => operator.slice(1, -1)),
    names: names!.split(', '),
  }))

for (const [key, { fields }] of Object.entries(SEARCHES))
  for (const version of ['2.7', '2.16', '2.17', 'Preview']) {
    const { serves } = history.find(version)!
    if (!serves(key)) continue

    test(`the guide of ${key} in ${version} has each field once`, () => {
      const names = rowsOf(guideOf(key, version)).flatMap(({ names }) => names)
      const own = names.filter((name) => !name.startsWith('`custom_attributes.'))
      assert.deepEqual(
        own.sort(),
        Object.keys(fields)
          .map((name) => `\`${name}\``)
          .sort(),
      )
    })

    test(`${key} in ${version} takes the operators that its guide lists, and no others`, async () => {
      const client = app.client({ version })
      for (const { names, operators } of rowsOf(guideOf(key, version))) {
        const field = names[0]!.slice(1, -1)
        if (field.startsWith('custom_attributes.')) continue
        for (const operator of OPERATORS) {
          const value = ['IN', 'NIN'].includes(operator) ? ['1'] : '1'
          const { status, body } = await client.post(key.split(' ')[1]!, { query: { field, operator, value } })
          const refused = status === 400 && body.errors[0].code === 'invalid_operator'
          assert.equal(
            refused,
            !operators.includes(operator),
            `${field} ${operator}: ${JSON.stringify(body).slice(0, 200)}`,
          )
        }
      }
    })
  }

test('dates of contacts are whole days up to 2.16, and seconds from then on', () => {
  const kindOf = (version: string) =>
    rowsOf(guideOf('POST /contacts/search', version)).find(({ names }) => names.includes('`created_at`'))!
  assert.match(kindOf('2.16').kind, /whole day/)
  assert.deepEqual(kindOf('2.16').operators, ['=', '>', '<'])
  assert.match(kindOf('2.17').kind, /to the second/)
  assert.ok(kindOf('2.17').operators.includes('>='))
})

test('a guide names the limits and the usual order', () => {
  const text = guideOf('POST /conversations/search', '2.11')
  assert.match(text, /up to 15 conditions/)
  assert.match(text, /nested 2 deep/)
  assert.match(text, /has 50 objects/)
  assert.match(text, /`updated_at`, descending/)
})

test('custom attributes are listed by their data types', () => {
  const names = rowsOf(guideOf('POST /contacts/search', '2.18')).flatMap(({ names }) => names)
  for (const type of ['string', 'integer', 'float', 'boolean', 'date', 'datetime'])
    assert.ok(names.includes(`\`custom_attributes.{name}\` of type ${type}`), type)
})
