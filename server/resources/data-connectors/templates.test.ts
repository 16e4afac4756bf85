import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { TemplateError, type Value, type Values } from './placeholders.ts'
import { readAnswer } from './read-answer.ts'
import { readValues } from './read-values.ts'
import { checkBody, renderBody } from './render-body.ts'
import { checkUrlTemplate, renderUrl, withoutSecrets } from './render-url.ts'
import { fieldsOf } from './response-fields.ts'
import type { DataInput } from './queries.ts'

const values = (of: Record<string, Value>): Values => new Map(Object.entries(of))

suite('addresses of connectors', () => {
  const url = (template: string, id: Value) => renderUrl(template, values({ id })).href

  test('values are percent-encoded in the path and in the query', () => {
    assert.equal(url('https://a.example/o/{{id}}/s', 'a/b?c#d'), 'https://a.example/o/a%2Fb%3Fc%23d/s')
    assert.equal(url('https://a.example/?q={{ id }}&r=1', 'x&y=z #1'), 'https://a.example/?q=x%26y%3Dz%20%231&r=1')
    assert.equal(url('https://a.example/{{id}}', 'a\r\nHost: b'), 'https://a.example/a%0D%0AHost%3A%20b')
  })

  for (const step of ['.', '..', '%2e', '%2E%2e', ''])
    test(`a step of the path cannot become ${JSON.stringify(step)} of the address above it`, () => {
      if (step === '') assert.equal(url('https://a.example/a/{{id}}/b', step), 'https://a.example/a//b')
      else if (step.startsWith('%')) assert.match(url('https://a.example/a/{{id}}/b', step), /%25/)
      else assert.throws(() => url('https://a.example/a/{{id}}/b', step), TemplateError)
    })

  for (const template of ['https://a.example/{{id}}', 'https://a.example/a/{{id}}', 'https://a.example/a/{{id}}?q=1'])
    for (const step of ['.', '..'])
      test(`${template} is not sent with ${step}, which would be another path`, () => {
        assert.throws(() => url(template, step), TemplateError)
      })

  test('steps of the template itself are its own', () => {
    assert.equal(url('https://a.example/a/../{{id}}/./b', 'c'), 'https://a.example/c/b')
    assert.equal(url('https://a.example/a?path={{id}}', '..'), 'https://a.example/a?path=..')
  })

  test('half a surrogate pair is no text', () => {
    assert.throws(() => url('https://a.example/{{id}}', '\ud800'), TemplateError)
  })

  for (const template of [
    'https://{{id}}.example/',
    'https://a.example:{{id}}/',
    '{{id}}',
    'https://{{id}}@a.example/',
    'https://user:secret@a.example/',
    'file:///etc/passwd',
    'javascript:{{id}}',
    'https://a.example/a#{{id}}',
    String.raw`https:\\a.example`,
    'nothing',
  ])
    test(`${template} is no address of a connector`, () => assert.ok(checkUrlTemplate(template)))

  test('results show the address without its query and its fragment', () => {
    assert.equal(withoutSecrets(new URL('https://a.example/b?key=secret#part')), 'https://a.example/b')
  })
})

suite('bodies of connectors', () => {
  const json = (template: string, of: Record<string, Value>) => renderBody(template, 'application/json', values(of))

  test('a value in a string of JSON is escaped, and one by itself is a JSON value', () => {
    assert.equal(json('{"a":"x {{a}}"}', { a: '","b":"\n\\' }), String.raw`{"a":"x \",\"b\":\"\n\\"}`)
    assert.equal(
      json('{"a":{{a}},"b":{{b}},"c":{{c}},"d":{{d}}}', { a: 1, b: true, c: 'x"y' }),
      '{"a":1,"b":true,"c":"x\\"y","d":null}',
    )
  })

  test('an escaped quote does not end the string that a value stands in', () => {
    assert.equal(json(String.raw`{"a":"\"{{a}}"}`, { a: '"' }), String.raw`{"a":"\"\""}`)
  })

  test('a body that is not JSON after all is not sent', () => {
    assert.throws(() => json('{"a":{{a}}', { a: 1 }), TemplateError)
  })

  test('without a content type a body that begins like JSON is JSON', () => {
    assert.equal(renderBody('{"a":"{{a}}"}', undefined, values({ a: '"' })), '{"a":"\\""}')
    assert.equal(renderBody('a={{a}}', undefined, values({ a: '"' })), 'a="')
  })

  for (const type of ['text/xml', 'application/soap+xml; charset=utf-8'])
    test(`in ${type} a value is text, and adds no element or attribute`, () => {
      const made = renderBody('<a b="{{a}}">{{a}}</a>', type, values({ a: '"/><b>\'&' }))
      const value = '&quot;/&gt;&lt;b&gt;&#39;&amp;'
      assert.equal(made, `<a b="${value}">${value}</a>`)
    })

  test('in lines of JSON a value stays in its string, and each line must be JSON', () => {
    const lines = (template: string) => renderBody(template, 'application/x-ndjson', values({ a: '"}\n{"b":1' }))
    assert.equal(lines('{"a":"{{a}}"}\n{"c":{{c}}}\n'), '{"a":"\\"}\\n{\\"b\\":1"}\n{"c":null}\n')
    assert.throws(() => lines('{"a":1}\n{"a":'), TemplateError)
  })

  test('values of a form are percent-encoded', () => {
    for (const type of ['application/x-www-form-urlencoded', 'Application/X-WWW-Form-Urlencoded'])
      assert.equal(renderBody('a={{a}}', type, values({ a: 'x&b=y' })), 'a=x%26b%3Dy')
  })
})

const input = (more: Partial<DataInput>): DataInput => ({
  name: 'n',
  type: 'string',
  description: null,
  required: true,
  default_value: '',
  ...more,
})

suite('bodies of other types', () => {
  const MULTIPART = 'multipart/form-data; boundary=json'
  for (const type of [MULTIPART, 'text/csv; x=xml', 'application/yaml', 'application/json-seq', ''])
    test(`${type || 'an empty type'} takes no values, which could add parts or lines, and is sent without any`, () => {
      assert.throws(() => renderBody('--x {{a}}', type, values({ a: '--json--' })), TemplateError)
      assert.match(String(checkBody('--x {{a}}', type)), /^Placeholders may not stand in a body of the type/)
      assert.equal(checkBody('--x', type), undefined)
      assert.equal(renderBody('--x', type, values({})), '--x')
    })

  test('in HTML a value is text, in plain text it stands as it is', () => {
    assert.equal(renderBody('<p>{{a}}</p>', 'text/html', values({ a: '<b>' })), '<p>&lt;b&gt;</p>')
    for (const type of ['Text/Plain; charset=utf-8', 'text/markdown'])
      assert.equal(renderBody('a {{a}}', type, values({ a: '<b>' })), 'a <b>')
    for (const type of ['application/json', 'application/vnd.api+json; charset=utf-8'])
      assert.equal(renderBody('{"a":{{a}}}', type, values({ a: '<b>' })), '{"a":"<b>"}')
  })
})

suite('inputs of connectors', () => {
  test('values of inputs that are not declared are refused by their names, also those of every object', () => {
    const inputs = [{ name: 'a', type: 'string', description: null, required: false, default_value: '' }] as DataInput[]
    const refused = (given: object) => {
      const names = Object.keys(given).filter((name) => name !== 'a')
      const message = `The data connector does not have the inputs: ${names.join(', ')}`
      assert.throws(() => readValues(inputs, { ...given }, true), new TemplateError(message))
    }
    refused({ a: 'x', zz: 1, yy: null })
    refused({ toString: 1 })
    const many = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`n${at}`, 1]))
    assert.throws(() => readValues(inputs, many, true), /inputs: n0, n1, n2, n3, n4, …$/)
  })

  const read = (more: Partial<DataInput>, given: Record<string, unknown>) =>
    readValues([input(more)], given, true).get('n')

  test('a value is given, or the default', () => {
    assert.equal(read({}, { n: 'a' }), 'a')
    assert.equal(read({ default_value: 'd' }, {}), 'd')
    assert.equal(read({ default_value: 'd' }, { n: null }), 'd')
    assert.throws(() => read({}, {}), /The required input n has no value/)
    assert.equal(readValues([input({})], {}, false).get('n'), '')
  })

  test('a value is of the type of its input', () => {
    assert.equal(read({ type: 'integer' }, { n: '12' }), 12)
    assert.equal(read({ type: 'decimal' }, { n: -1.5 }), -1.5)
    assert.equal(read({ type: 'boolean' }, { n: 'false' }), false)
    assert.equal(read({}, { n: 5 }), '5')
    for (const [type, n] of [
      ['integer', 1.5],
      ['integer', 'x'],
      ['decimal', '1e5'],
      ['boolean', 1],
      ['string', {}],
    ] as const)
      assert.throws(() => read({ type }, { n }), /is not of the type/)
  })
})

suite('answers of connectors', () => {
  test('integers that a number cannot hold become text', () => {
    assert.equal(
      readAnswer(Buffer.from('{"id": 12345678901234567890, "n": 1.5, "far": 1e400}')).mapped,
      '{"id":"12345678901234567890","n":1.5,"far":"1e400"}',
    )
  })

  test('an answer that is not JSON has its text alone', () => {
    assert.deepEqual(readAnswer(Buffer.from('<p>')), { raw: '<p>', mapped: undefined })
  })

  test('fields of a sample have paths with quoted keys where they need them', () => {
    assert.deepEqual(
      fieldsOf({
        order: { id: 1, 'a.b': 'x', '100177': null },
        items: [{ at: '2026-01-01T00:00:00Z' }, 2],
        ok: true,
      }).map(({ path, type }) => [path, type]),
      [
        ['order["100177"]', 'unknown'],
        ['order.id', 'integer'],
        ['order["a.b"]', 'string'],
        ['items[0].at', 'datetime'],
        ['ok', 'boolean'],
      ],
    )
  })
})
