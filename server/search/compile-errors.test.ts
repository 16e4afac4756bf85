/** Errors of the compiler, in the API's own words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiError } from '../http/errors.ts'
import { companySearch } from '../resources/companies/search-fields.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { conversationSearch } from '../resources/conversations/search-fields.ts'
import { compileQuery } from './compile.ts'
import type { SearchContext, SearchFields } from './fields.ts'
import { parseQuery } from './parse.ts'
import { before, exactly } from './test-contexts.ts'

interface Case {
  query: [field: string, operator: string, value: unknown]
  context?: SearchContext
  error: [code: string, message: string]
}

const contacts: Case[] = [
  { query: ['not_a_field', '=', 'x'], error: ['invalid_field', 'not_a_field is not a valid field'] },
  { query: ['constructor', '=', 'x'], error: ['invalid_field', 'constructor is not a valid field'] },
  { query: ['custom_attributes.x', '=', 'x'], error: ['invalid_field', 'custom_attributes.x is not a valid field'] },
  { query: ['email', '>', 'x'], error: ['invalid_operator', 'email does not support operator: >'] },
  { query: ['email', 'in', ['x']], error: ['invalid_operator', 'email does not support operator: in'] },
  { query: ['email', '=', 123], error: ['invalid_value', '123 is not a valid string'] },
  { query: ['email', '=', ['x']], error: ['invalid_value', '["x"] is not a valid string'] },
  { query: ['email', '=', { a: 1 }], error: ['invalid_value', '{"a":1} is not a valid string'] },
  { query: ['email', 'IN', 'x'], error: ['invalid_value', 'x is not a valid array'] },
  { query: ['email', 'IN', [['x']]], error: ['invalid_value', '["x"] is not a valid string'] },
  { query: ['email', '~', null], error: ['invalid_value', 'null is not a valid string'] },
  { query: ['email', '=', 'a\0b'], error: ['invalid_value', 'ab is not a valid string'] },
  { query: ['email', '~', '\ud800'], error: ['invalid_value', '\ufffd is not a valid string'] },
  { query: ['tag_id', 'IN', ['1']], error: ['invalid_operator', 'tag_id does not support operator: IN'] },
  { query: ['tag_id', '=', 1], error: ['invalid_value', '1 is not a valid string'] },
  { query: ['segment_id', '~', '1'], error: ['invalid_operator', 'segment_id does not support operator: ~'] },
  { query: ['owner_id', '~', '1'], error: ['invalid_operator', 'owner_id does not support operator: ~'] },
  { query: ['owner_id', '=', 1.5], error: ['invalid_value', '1.5 is not a valid integer'] },
  { query: ['owner_id', '=', 1e300], error: ['invalid_value', '1e+300 is not a valid integer'] },
  { query: ['owner_id', '=', '9999999999999999'], error: ['invalid_value', '9999999999999999 is not a valid integer'] },
  { query: ['owner_id', '=', 'NaN'], error: ['invalid_value', 'NaN is not a valid integer'] },
  { query: ['owner_id', '>', null], error: ['invalid_value', 'null is not a valid integer'] },
  { query: ['has_hard_bounced', '=', 1], error: ['invalid_value', '1 is not a valid boolean'] },
  {
    query: ['has_hard_bounced', '>', true],
    error: ['invalid_operator', 'has_hard_bounced does not support operator: >'],
  },
  { query: ['created_at', '=', 'foorbar'], error: ['invalid_value', 'foorbar is not a valid date'] },
  { query: ['created_at', '>', true], error: ['invalid_value', 'true is not a valid date'] },
  { query: ['created_at', '>', 1e18], error: ['invalid_value', '1000000000000000000 is not a valid date'] },
  { query: ['created_at', '>', -1e12], error: ['invalid_value', '-1000000000000 is not a valid date'] },
  { query: ['created_at', '>', { days_ago: 3 }], error: ['invalid_value', '{"days_ago":3} is not a valid date'] },
  { query: ['custom_attributes.seats', '=', 'x'], error: ['invalid_value', 'x is not a valid integer'] },
  { query: ['custom_attributes.score', '=', 'x'], error: ['invalid_value', 'x is not a valid float'] },
  { query: ['custom_attributes.plan', '=', 5], error: ['invalid_value', '5 is not a valid string'] },
  ...['!=', '>=', '<=', 'IN', 'NIN', '~'].map((operator): Case => ({
    query: ['created_at', operator, 1577869200],
    error: ['invalid_operator', `created_at does not support operator: ${operator}`],
  })),
  ...['IN', 'NIN', '~'].map((operator): Case => ({
    query: ['created_at', operator, [1577869200]],
    context: exactly,
    error: ['invalid_operator', `created_at does not support operator: ${operator}`],
  })),
  ...['!=', '>=', '<=', 'IN', 'NIN'].map((operator): Case => ({
    query: ['custom_attributes.renews', operator, 1577869200],
    context: exactly,
    error: ['invalid_operator', `custom_attributes.renews does not support operator: ${operator}`],
  })),
]

const conversations: Case[] = [
  { query: ['ticket_state', '=', 'x'], error: ['invalid_field', 'ticket_state is not a valid field'] },
  { query: ['state', '>', 'x'], error: ['invalid_operator', 'state does not support operator: >'] },
  {
    query: ['source.body', '^', 'x'.repeat(5000)],
    error: ['invalid_value', `${'x'.repeat(100)} is not a valid string`],
  },
]

const companies: Case[] = [
  { query: ['plan.name', '=', 'x'], error: ['invalid_field', 'plan.name is not a valid search field'] },
  { query: ['segment_id', '=', 'x'], error: ['invalid_field', 'segment_id is not a valid search field'] },
  { query: ['created_at', 'IN', [1]], error: ['invalid_operator', 'created_at does not support operator: IN'] },
]

check('contacts', contactSearch, contacts)
check('conversations', conversationSearch, conversations)
check('companies', companySearch, companies)

function check(resource: string, search: SearchFields, cases: Case[]) {
  for (const { query, context = before, error } of cases) {
    const [field, operator, value] = query
    test(`${resource}: ${field} ${operator} ${JSON.stringify(value).slice(0, 40)}${context === exactly ? ' exactly' : ''}`, () => {
      const parsed = parseQuery({ field, operator, value })
      assert.throws(
        () => compileQuery(parsed, search, context),
        (thrown) => {
          assert.ok(thrown instanceof ApiError, String(thrown))
          assert.deepEqual([thrown.status, thrown.code, thrown.message], [400, ...error])
          return true
        },
      )
    })
  }
}
