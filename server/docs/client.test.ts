/** A client that a public generator makes of a document compiles, and works. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { generateSource } from 'oazapfts'
import { newWorkspace } from '../test/sdk/listening.ts'

const run = promisify(execFile)
const modules = resolve(import.meta.dirname, '../../node_modules')

/** A program that a user of the client would write. The compiler holds it against the generated types. */
const CALLS = `
import * as parley from './client.ts'

export async function tenCalls(url: string, token: string): Promise<unknown[]> {
  parley.defaults.baseUrl = url
  parley.defaults.headers = { Authorization: \`Bearer \${token}\`, 'Intercom-Version': '2.11' }

  const me: parley.AdminWithApp = await parley.getMe({})
  const ada: parley.Contact = await parley.postContacts({ body: { email: 'ada@example.com', name: 'Ada' } })
  const renamed = await parley.putContact({ contactId: ada.id, body: { name: 'Ada Lovelace' } })
  const found = await parley.postContactsSearch({
    body: { query: { field: 'email', operator: '=', value: 'ada@example.com' } },
  })
  const company = await parley.postCompanies({ body: { company_id: 'acme', name: 'Acme' } })
  await parley.postContactCompanies({ contactId: ada.id, body: { id: company.id } })
  const companies = await parley.getContactCompanies({ contactId: ada.id, perPage: 1 })
  const tag = await parley.postTags({ body: { name: 'Pioneer' } })
  const tagged = await parley.postContactTags({ contactId: ada.id, body: { id: tag.id } })
  const message = await parley.postConversations({ body: { from: { type: 'user', id: ada.id }, body: 'Hello?' } })
  const refused = await parley.getContact({ contactId: 'nobody' }).catch((error) => [error.status, error.data.type])

  const owner: number | null = ada.owner_id // a number in this version
  return [me.type, renamed.name, found.total_count, companies.data[0]?.name, tagged.name, message.type, owner, refused]
}
`

const OPTIONS = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: 'es2024',
    module: 'nodenext',
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    types: [],
    outDir: 'built',
  },
  files: ['calls.ts'],
}

test('a client generated from a document compiles, and makes ten calls', async () => {
  const { url, token } = await newWorkspace()
  const folder = await mkdtemp(join(tmpdir(), 'parley-client-'))
  try {
    const source = await generateSource(`${url}/openapi/2.11.json`, {
      optimistic: true,
      argumentStyle: 'object',
      futureStripLegacyMethods: true,
    })
    await writeFile(join(folder, 'client.ts'), source)
    await writeFile(join(folder, 'calls.ts'), CALLS)
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(OPTIONS))
    await writeFile(join(folder, 'package.json'), '{"type": "module"}')
    await symlink(modules, join(folder, 'node_modules'))
    const compiler = join(modules, 'typescript/bin/tsc')
    await run(process.execPath, [compiler, '-p', folder]).catch(({ stdout }) => assert.fail(stdout))
    const { tenCalls } = await import(pathToFileURL(join(folder, 'built/calls.js')).href)
    assert.deepEqual(await tenCalls(url, token), [
      'admin',
      'Ada Lovelace',
      1,
      'Acme',
      'Pioneer',
      'user_message',
      null,
      [404, 'error.list'],
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
