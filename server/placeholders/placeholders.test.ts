import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillPlaceholders } from './fill.ts'
import { markPlaceholders } from './markup.ts'
import { findPlaceholders } from './placeholder.ts'
import { isKnown, namesOf, valuesOf } from './vocabulary.ts'

for (const [written, marked] of [
  ['{{user.name}}', '<attribute key="user.name"/>'],
  ["{{user.name | fallback: 'there'}}", '<attribute key="user.name" default="there"/>'],
  ['{{user.name|fallback:"there"}}', '<attribute key="user.name" default="there"/>'],
  ['{{ suggested_time | fallback: "" }}', '<attribute key="suggested_time" default=""/>'],
  ['{{user.name | fallback: &quot;you &amp; I&quot;}}', '<attribute key="user.name" default="you &amp; I"/>'],
  ['{{user.name | fallback: “Freund”}}', '<attribute key="user.name" default="Freund"/>'],
  [`{{user.name | fallback: "it's"}}`, '<attribute key="user.name" default="it&#39;s"/>'],
  ['{{user.name | fallback: "&lt;b&gt;"}}', '<attribute key="user.name" default="&lt;b&gt;"/>'],
  ['{{a.b}}{{c | fallback: "d"}}', '<attribute key="a.b"/><attribute key="c" default="d"/>'],
] as const)
  test(`${written} is marked`, () => {
    assert.equal(markPlaceholders(`<p>Hi ${written}!</p>`), `<p>Hi ${marked}!</p>`)
  })

for (const text of [
  '{{}}',
  '{{user.name | upcase}}',
  '{{user.name | fallback: there}}',
  '{{user..name}}',
  '{%customer.firstName%}',
  '{{user.name',
  '{{user.<b>name</b>}}',
  '<a href="https://example.com/{{user.id}}">here</a>',
])
  test(`${text} is no placeholder, and stays as it was written`, () => {
    assert.equal(markPlaceholders(text), text)
    assert.deepEqual(
      fillPlaceholders(text, () => 'x'),
      { html: text, missing: [] },
    )
  })

test('text in braces that is no placeholder is found', () => {
  assert.deepEqual(findPlaceholders('{{user.name}} {{user.name | upcase}} {%customer.firstName%}'), {
    placeholders: [{ written: '{{user.name}}', key: 'user.name', fallback: null }],
    others: ['{{user.name | upcase}}', '{%customer.firstName%}'],
  })
})

const values: Record<string, string | number | null> = {
  'user.custom_attributes.seats': 0,
  'user.name': 'Ada <Lovelace> {{user.email}}',
  'user.email': null,
}
for (const [written, html, missing] of [
  ['Hi {{user.name}}, hello', 'Hi Ada &lt;Lovelace&gt; {{user.email}}, hello', []],
  ["Hi {{user.email | fallback: 'there'}}, what", 'Hi there, what', []],
  ['Hi {{user.email}}, what', 'Hi, what', ['user.email']],
  ['{{user.email}} {{user.email}}!', '!', ['user.email']],
  ['{{user.custom_attributes.seats | fallback: "no"}} seats', '0 seats', []],
  ['Hi {{user.shoe}}', 'Hi {{user.shoe}}', []],
  ['Hi {{user.shoe | fallback: "x"}}', 'Hi {{user.shoe | fallback: "x"}}', []],
] as const)
  test(`${written} is filled in`, () => {
    assert.deepEqual(
      fillPlaceholders(written, (key) => values[key]),
      { html, missing },
    )
  })

test('keys are known by their subject and property', () => {
  for (const key of [
    'user.name',
    'contact.custom_attributes.plan',
    'contact.custom_attributes.a.b',
    'teammate.first_name',
    'app.name',
    'conversation.id',
    'message.body',
  ])
    assert.ok(isKnown(key), key)
  for (const key of [
    'user',
    'user.shoe',
    'user.name.first',
    'user.custom_attributes',
    'teammate.custom_attributes.x',
    'constructor.name',
  ])
    assert.ok(!isKnown(key), key)
})

test('values come from their subjects', () => {
  const user = {
    properties: { name: 'Ada' },
    custom_attributes: { plan: 'Gold', seats: 3, order: { type: 'Order.list' } },
  }
  const valueOf = valuesOf({ user })
  assert.deepEqual(
    ['user.name', 'user.custom_attributes.seats', 'user.custom_attributes.order', 'company.name', 'order.id'].map(
      valueOf,
    ),
    ['Ada', 3, null, null, undefined],
  )
  assert.equal(valueOf('user.custom_attributes.constructor'), null)
})

test('a full name has a first and a last name', () => {
  assert.deepEqual(namesOf('Ada King  Lovelace'), {
    name: 'Ada King  Lovelace',
    first_name: 'Ada',
    last_name: 'King Lovelace',
  })
  assert.deepEqual(namesOf(' '), { name: null, first_name: null, last_name: null })
})
