/**
 * Answers of a version have no key that the version does not know, however full the thing is, and wherever it stands.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../../operations.ts'
import { history } from '../../versions/index.ts'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'

const app = await testApp()
const scene = createScene(app)
const { path } = await scene.given('a rated conversation')
const contact = await scene.given('a contact')
const company = await scene.given('a company with a contact')
await scene.send('PUT', path, { company_id: company['id'], priority: 'high', admin_id: scene.adminId })
await scene.send('POST', `/companies/${company['id']}/notes`, { body: 'Full', admin_id: scene.adminId })
const query = { field: 'created_at', operator: '>', value: 1 }

const READS: Record<string, [path: string, body?: object]> = {
  'GET /conversations/{}': [path],
  'GET /conversations': ['/conversations'],
  'POST /conversations/search': ['/conversations/search', { query }],
  'GET /contacts/{}': [`/contacts/${contact['id']}`],
  'GET /companies/{}': [`/companies/${company['id']}`],
  'GET /companies': ['/companies'],
  'GET /admins': ['/admins'],
  'GET /me': ['/me'],
}

/** @returns the paths of keys that no form of the schema has */
function unknown(schema: any, value: any, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (schema.anyOf) {
    const forms = schema.anyOf.map((form: any) => unknown(form, value, at)) as string[][]
    return forms.toSorted((a, b) => a.length - b.length)[0] ?? []
  }
  if (Array.isArray(value)) return value.flatMap((item) => unknown(schema.items ?? {}, item, `${at}[]`))
  // Not this form of a union: it has none of the keys.
  if (!schema.properties) return schema.type === 'object' ? [] : Object.keys(value).map((key) => `${at}.${key}`)
  return Object.entries(value).flatMap(([key, child]) =>
    Object.hasOwn(schema.properties, key) ? unknown(schema.properties[key], child, `${at}.${key}`) : [`${at}.${key}`],
  )
}

for (const version of history.versions)
  test(`${version.name} shows no key that it does not know`, async () => {
    const client = app.client({ version: version.name })
    for (const [key, [address, body]] of Object.entries(READS)) {
      const operation = operations.find((one) => one.key === key)!
      const reply = body ? await client.post(address, body) : await client.get(address)
      assert.equal(reply.status, 200, reply.text)
      assert.deepEqual(unknown(JSON.parse(JSON.stringify(version.replySchema(operation.reply))), reply.body), [], key)
    }
  })
