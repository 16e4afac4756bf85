/**
 * Each query parameter in each version: where the kept surface has it, a value that it cannot have is
 * refused; where it has not, the same value changes nothing, as unknown parameters do, but for two.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TSchema } from 'typebox'
import type { Operation } from '../../http/operation.ts'
import { operations, settings } from '../../operations.ts'
import type { Version } from '../../versions/history.ts'
import { history } from '../../versions/index.ts'
import { testApp, type Client } from '../app.ts'
import { readKept, readSurface, SETTINGS_FILE } from './kept.ts'

const app = await testApp()

/** Parameters that versions before theirs refuse rather than ignore: ignoring them would show too much. */
const NOT_IGNORED = new Set([
  'GET /conversations/{} ? include_part_types',
  'GET /conversations/{} ? exclude_part_types',
])

/** No parameter accepts a NUL; parameters that are not text do not accept a word. */
function impossible(schema: TSchema): string {
  const { type, enum: values } = schema as { type?: string | string[]; enum?: unknown[] }
  return values || type === 'integer' || type === 'boolean' ? 'nonsense' : 'x%00'
}

/** Nothing that there is: it must not come so far that it is looked for. */
const pathOf = ({ path }: Operation) => path.replaceAll(/\{\w+\}/g, '0')

/** Parameters that the version requires, and some more. */
function queryOf({ key, query }: Operation, version: Version, more: Record<string, string>): string {
  const { required = [] } = version.querySchema(key, query) as { required?: string[] }
  const given = { ...Object.fromEntries(required.map((name) => [name, '1'])), ...more }
  return Object.entries(given)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

interface Asker {
  client: Client
  version: Version
}

async function ask({ client, version }: Asker, operation: Operation, more: Record<string, string>) {
  const { method, body: takes } = operation
  const send = client[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete']
  const { status, body } = await send(`${pathOf(operation)}?${queryOf(operation, version, more)}`, takes && {})
  // Not the values: cursors and addresses are others each time.
  return { status, errors: body?.errors, keys: Object.keys(body ?? {}) }
}

/** @param surface the kept one, by which an operation and its parameters are there or not */
async function hold(asker: Asker, all: Operation[], surface: Set<string>): Promise<number> {
  const lines = [...surface]
  let held = 0
  for (const operation of all) {
    const { key, query } = operation
    if (!lines.some((line) => line === key || line.startsWith(`${key}: `) || line.startsWith(`${key}, `))) continue
    const parameters = Object.entries(query.properties)
    const plain = parameters.length > 0 ? await ask(asker, operation, {}) : undefined
    for (const [name, schema] of parameters) {
      const known = lines.some(
        (line) => line.startsWith(`${key} ? ${name}?: `) || line.startsWith(`${key} ? ${name}: `),
      )
      const reply = await ask(asker, operation, { [name]: impossible(schema) })
      if (known) {
        assert.equal(reply.status, 400, `${key} ? ${name} is known, and takes anything`)
        assert.match(reply.errors[0].message, new RegExp(`^${name} |NUL`), `${key} ? ${name}`)
      } else if (NOT_IGNORED.has(`${key} ? ${name}`)) {
        assert.equal(reply.status, 422, `${key} ? ${name} is refused`)
        assert.match(reply.errors[0].message, new RegExp(`^${name} is not available in current API version`))
      } else assert.deepEqual(reply, plain, `${key} ? ${name} is not known, and changes the answer`)
      held++
    }
  }
  return held
}

for (const version of history.versions)
  test(`the query parameters of ${version.name} are those of its kept surface`, async () => {
    const client = app.client({ version: version.name })
    assert.ok((await hold({ client, version }, operations, readSurface(version.name))) > 0)
  })

for (const [what, all] of Object.entries({ operations, settings }))
  test(`a query parameter that no version has changes nothing: ${what}`, async () => {
    const newest = { client: app.client({ version: history.newest.name }), version: history.newest }
    for (const operation of all.filter(({ key }) => history.newest.serves(key)))
      assert.deepEqual(
        await ask(newest, operation, { unheard_of: '1' }),
        await ask(newest, operation, {}),
        operation.key,
      )
  })

test('the query parameters of the settings are those of their kept surface', async () => {
  assert.ok(
    (await hold({ client: app.client(), version: history.newestStable }, settings, new Set(readKept(SETTINGS_FILE)))) >
      0,
  )
})
