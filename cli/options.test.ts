/** Every command and option of the command line, and its effect. One that is added without an effect here fails by name. */
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import type { Command } from 'commander'
import { testServer, withDatabase } from '../server/test/database.ts'
import { prepareFolder } from '../server/test/prepared-folder.ts'
import { scratchFolder } from '../server/test/scratch-folder.ts'
import { until } from '../server/test/until.ts'
import { createProgram } from './program.ts'
import { run, runHere, startServer, urlOf, type Running } from './test-server.ts'

let folder: string
let variables: Record<string, string>
let server: Running
let second: { appId: string; token: string }

const parley = (line: string, ...more: string[]): Promise<string> => runHere([...line.split(' '), ...more], variables)

const inSecond = (line: string): Promise<string> => parley(`${line} --workspace ${second.appId}`)

const me = async (token: string) => (await server.get('/me', token)).body
const statusOf = async (path: string, token: string) => (await server.get(path, token)).status
/** Another process changed what the token may: the server hears of it within milliseconds. */
const becomes = (path: string, token: string, expected: number) =>
  until(async () => (await statusOf(path, token)) === expected, `${path} does not come to ${expected}`)
const appOf = async (token: string): Promise<string> => (await me(token)).app.id_code
/** The row of a printed table that has this text in a column. */
const rowOf = (table: string, text: string) =>
  table
    .split('\n')
    .map((line) => line.split(/ {2,}/))
    .find((cells) => cells.includes(text))
const idOf = (table: string, text: string): string => rowOf(table, text)![0]!

let number = 0
/** A token of its own for each effect. */
const newToken = async (more = '') => {
  const name = `token-${++number}`
  const token = await parley(`token create --name ${name}${more}`)
  const list = await parley(`token list${more.replace(' --settings', '')}`)
  return { name, token, id: idOf(list, name) }
}
const newAdmin = async (more = '') => {
  const email = `admin-${++number}@example.com`
  return { email, id: await parley(`admin create --name Ada${number} --email ${email}${more}`) }
}

/** Enforces an allowlist, which needs this machine's address in it. */
async function admit(token: string, ip_allowlist: string[]): Promise<void> {
  const { status } = await server.send('PUT', '/ip_allowlist', { enabled: true, ip_allowlist }, token)
  assert.equal(status, 200)
}

/** An e-mail that the server has put into its mailbox. */
async function keptMail(): Promise<any> {
  const subject = `Order ${++number}`
  const { body: contact } = await server.send('POST', '/contacts', {
    external_id: `mail-${number}`,
    email: `mail-${number}@example.com`,
  })
  const to = { type: 'user', id: contact.id }
  await server.send('POST', '/messages', { message_type: 'email', template: 'plain', subject, body: 'Done', to })
  const find = async () => JSON.parse(await parley('mail list --json')).find((one: any) => one.subject === subject)
  await until(async () => (await find()) !== undefined, 'the e-mail is not in the mailbox')
  return find()
}

/** Runs the import on a file, which is written first where its content is given. */
function importing(name: string, content?: string, more = ''): Promise<string> {
  if (content !== undefined) writeFileSync(join(folder, name), content)
  return parley(`articles import ${join(folder, name)}${more}`)
}
/** The id of the article of a new file. */
const imported = async (title: string, more: string) =>
  /article (\d+)/.exec(await importing(`${title}.md`, `# ${title}\n\nText`, more))![1]!

const EFFECTS: Record<string, () => Promise<void>> = {
  start: async () => assert.equal(await statusOf('/me', server.token), 200),
  '--version': async () => assert.match(await parley('--version'), /^\d+\.\d+\.\d+$/),
  migrate: async () => {
    const { db, address } = await testServer()
    await db.unsafe('create database to_migrate template template0')
    const empty = { DATABASE_URL: urlOf(withDatabase(address, 'to_migrate')) }
    assert.match(await runHere(['migrate'], empty), /^Ran 0001_workspace.sql, /)
    assert.equal(await runHere(['migrate'], empty), 'Nothing to do: the schema is the newest.')
    await db.unsafe('drop database to_migrate with (force)')
    assert.equal(await parley('migrate'), 'Nothing to do: the schema is the newest.')
  },

  'token create': async () => assert.equal(await statusOf('/me', await parley('token create')), 200),
  'token create --name': async () => {
    const { name } = await newToken()
    assert.ok(rowOf(await parley('token list'), name))
  },
  'token create --admin': async () => {
    const { id } = await newAdmin()
    assert.equal((await me(await parley(`token create --admin ${id}`))).id, id)
    assert.notEqual((await me(await parley('token create'))).id, id)
  },
  'token create --settings': async () => {
    assert.equal(await statusOf('/parley/tokens', await parley('token create --settings')), 200)
    assert.equal(await statusOf('/parley/tokens', await parley('token create')), 403)
  },
  'token create --workspace': async () => {
    assert.equal(await appOf(await inSecond('token create')), second.appId)
    assert.notEqual(await appOf(await parley('token create')), second.appId)
  },
  'token list': async () => {
    const { name } = await newToken()
    assert.deepEqual(rowOf(await parley('token list'), name)!.slice(1, 4), [name, 'Owner', 'no'])
  },
  'token list --workspace': async () => {
    const { name } = await newToken(` --workspace ${second.appId}`)
    assert.ok(rowOf(await inSecond('token list'), name))
    assert.equal(rowOf(await parley('token list'), name), undefined)
  },
  'token list --json': async () => {
    const { name, id } = await newToken()
    const listed = JSON.parse(await parley('token list --json')).find((one: any) => one.name === name)
    assert.deepEqual([String(listed.id), listed.settings, listed.revoked_at], [id, false, null])
  },
  'token update': async () => {
    const { id } = await newToken()
    assert.equal(await parley(`token update ${id} --name renamed-${id}`), `Token ${id} is updated.`)
    assert.equal(idOf(await parley('token list'), `renamed-${id}`), id)
  },
  'token update <id>': async () => {
    const [one, other] = [await newToken(), await newToken()]
    await parley(`token update ${one.id} --name chosen-${one.id}`)
    const list = await parley('token list')
    assert.deepEqual([idOf(list, `chosen-${one.id}`), idOf(list, other.name)], [one.id, other.id])
  },
  'token update --name': async () => {
    const { id, name } = await newToken()
    await parley(`token update ${id} --name other-${id}`)
    const list = await parley('token list')
    assert.deepEqual([idOf(list, `other-${id}`), rowOf(list, name)], [id, undefined])
  },
  'token update --settings': async () => {
    const { id, token } = await newToken()
    await parley(`token update ${id} --settings`)
    await becomes('/parley/tokens', token, 200)
    await parley(`token update ${id} --name still-${id}`)
    assert.equal(await statusOf('/parley/tokens', token), 200, 'unchanged where it is not given')
  },
  'token update --no-settings': async () => {
    const { id, token } = await newToken(' --settings')
    await parley(`token update ${id} --no-settings`)
    await becomes('/parley/tokens', token, 403)
  },
  'token update --workspace': async () => {
    const { id } = await newToken(` --workspace ${second.appId}`)
    await assert.rejects(parley(`token update ${id} --name x`), /has no good token/)
    await inSecond(`token update ${id} --name moved-${id}`)
    assert.equal(idOf(await inSecond('token list'), `moved-${id}`), id)
  },
  'token revoke': async () => {
    const { id, token } = await newToken()
    const state = async () => rowOf(await parley('token list'), id)!.at(-1)!
    assert.equal(await state(), 'good')
    assert.equal(await parley(`token revoke ${id}`), `Token ${id} is revoked.`)
    await becomes('/me', token, 401)
    assert.match(await state(), /^revoked \d{4}-/)
  },
  'token revoke <id>': async () => {
    const [one, other] = [await newToken(), await newToken()]
    await parley(`token revoke ${one.id}`)
    await becomes('/me', one.token, 401)
    assert.equal(await statusOf('/me', other.token), 200)
  },
  'token revoke --workspace': async () => {
    const { id, token } = await newToken(` --workspace ${second.appId}`)
    await assert.rejects(parley(`token revoke ${id}`), /has no good token/)
    assert.equal(await statusOf('/me', token), 200)
    await inSecond(`token revoke ${id}`)
    await becomes('/me', token, 401)
  },

  'workspace create': async () => {
    assert.equal(await appOf(second.token), second.appId)
    assert.equal(await statusOf('/parley/tokens', second.token), 200, 'its token changes settings')
  },
  'workspace create --name': async () => assert.equal((await me(second.token)).app.name, 'Second'),
  'workspace create --owner-name': async () => assert.equal((await me(second.token)).name, 'Olga'),
  'workspace create --owner-email': async () => assert.equal((await me(second.token)).email, 'olga@example.com'),

  'workspace list': async () => {
    const row = rowOf(await parley('workspace list'), second.appId)!
    assert.equal(row[1], 'Second')
  },
  'workspace list --json': async () => {
    const listed = JSON.parse(await parley('workspace list --json'))
    assert.equal(listed.find((one: any) => one.app_id === second.appId).name, 'Second')
  },
  'workspace delete': async () => {
    const made = await parley('workspace create --name Gone')
    const [, appId, token] = /\((\w+)\)\nAccess token +(\S+)$/.exec(made)!
    await server.send('POST', '/contacts', { external_id: 'gone' }, token)
    await assert.rejects(parley(`workspace delete ${appId}`), /must be confirmed; add --yes/)
    assert.equal(await statusOf('/me', token!), 200)
    assert.equal(await parley(`workspace delete ${appId} --yes`), `Workspace ${appId} is deleted.`)
    await becomes('/me', token!, 401)
    assert.equal(rowOf(await parley('workspace list'), appId!), undefined)
  },
  'workspace delete <app_id>': async () => {
    await assert.rejects(parley('workspace delete nowhere1 --yes'), /there is no workspace nowhere1/)
    assert.equal(await statusOf('/me', second.token), 200)
  },
  'workspace delete --yes': async () => {
    const [, appId] = /\((\w+)\)/.exec(await parley('workspace create --name Brief'))!
    assert.equal(await parley(`workspace delete ${appId} --yes`), `Workspace ${appId} is deleted.`)
  },

  'allowlist show': async () => assert.equal(await parley('allowlist show'), 'off'),
  'allowlist show --workspace': async () => {
    await admit(second.token, ['127.0.0.1', '192.0.2.0/24'])
    assert.equal(await inSecond('allowlist show'), 'on\n127.0.0.1\n192.0.2.0/24')
    assert.equal(await parley('allowlist show'), 'off')
  },
  'allowlist off': async () => {
    assert.match(await parley('allowlist off'), /^The allowlist of workspace \w{8} is off\.$/)
  },
  'allowlist off --workspace': async () => {
    await admit(second.token, ['127.0.0.1'])
    assert.equal(await inSecond('allowlist off'), `The allowlist of workspace ${second.appId} is off.`)
    assert.equal(await inSecond('allowlist show'), 'off\n127.0.0.1')
    assert.equal((await server.get('/ip_allowlist', second.token)).body.enabled, false)
  },

  'admin create': async () => {
    const { id } = await newAdmin()
    assert.equal((await server.get(`/admins/${id}`)).body.id, id)
  },
  'admin create --name': async () => {
    const id = await parley(`admin create --email n${++number}@example.com --name`, 'Ada Lovelace')
    assert.equal((await server.get(`/admins/${id}`)).body.name, 'Ada Lovelace')
  },
  'admin create --email': async () => {
    const { id, email } = await newAdmin()
    assert.equal((await server.get(`/admins/${id}`)).body.email, email)
  },
  'admin create --seat': async () => {
    const [seated, other] = [await newAdmin(' --seat'), await newAdmin()]
    assert.equal((await server.get(`/admins/${seated.id}`)).body.has_inbox_seat, true)
    assert.equal((await server.get(`/admins/${other.id}`)).body.has_inbox_seat, false)
  },
  'admin create --workspace': async () => {
    const { email } = await newAdmin(` --workspace ${second.appId}`)
    const emails = async (token: string) =>
      (await server.get('/admins', token)).body.admins.map((one: any) => one.email)
    assert.ok((await emails(second.token)).includes(email))
    assert.ok(!(await emails(server.token)).includes(email))
  },
  'admin list': async () => {
    const { id, email } = await newAdmin()
    assert.equal(idOf(await parley('admin list'), email), id)
  },
  'admin list --workspace': async () => {
    const { email } = await newAdmin(` --workspace ${second.appId}`)
    assert.ok(rowOf(await inSecond('admin list'), email))
    assert.equal(rowOf(await parley('admin list'), email), undefined)
  },
  'admin list --json': async () => {
    const { id, email } = await newAdmin(' --seat')
    const listed = JSON.parse(await parley('admin list --json')).find((one: any) => one.email === email)
    assert.deepEqual([String(listed.id), listed.kind, listed.has_inbox_seat], [id, 'admin', true])
  },
  'admin update': async () => {
    const { id } = await newAdmin()
    assert.equal(await parley(`admin update ${id} --name Augusta`), `Admin ${id} is updated.`)
    await assert.rejects(parley('admin update 1 --name Nobody'), /not found/i)
  },
  'admin update <id>': async () => {
    const [one, other] = [await newAdmin(), await newAdmin()]
    await parley(`admin update ${one.id} --name Chosen`)
    const names = [one, other].map(async ({ id }) => (await server.get(`/admins/${id}`)).body.name)
    assert.equal(await names[0], 'Chosen')
    assert.notEqual(await names[1], 'Chosen')
  },
  'admin update --name': async () => {
    const { id, email } = await newAdmin()
    await parley(`admin update ${id} --name`, 'Ada King')
    const { body } = await server.get(`/admins/${id}`)
    assert.deepEqual([body.name, body.email], ['Ada King', email])
  },
  'admin update --email': async () => {
    const { id } = await newAdmin()
    await parley(`admin update ${id} --email moved-${id}@example.com`)
    assert.equal((await server.get(`/admins/${id}`)).body.email, `moved-${id}@example.com`)
  },
  'admin update --seat': async () => {
    const { id } = await newAdmin()
    await parley(`admin update ${id} --seat`)
    assert.equal((await server.get(`/admins/${id}`)).body.has_inbox_seat, true)
    await parley(`admin update ${id} --name Seated`)
    assert.equal((await server.get(`/admins/${id}`)).body.has_inbox_seat, true, 'unchanged where it is not given')
  },
  'admin update --no-seat': async () => {
    const { id } = await newAdmin(' --seat')
    await parley(`admin update ${id} --no-seat`)
    assert.equal((await server.get(`/admins/${id}`)).body.has_inbox_seat, false)
  },
  'admin update --workspace': async () => {
    const { id } = await newAdmin(` --workspace ${second.appId}`)
    await assert.rejects(parley(`admin update ${id} --name X`), /not found/i)
    await inSecond(`admin update ${id} --name Seconded`)
    assert.equal((await server.get(`/admins/${id}`, second.token)).body.name, 'Seconded')
  },
  'admin remove': async () => {
    const { id } = await newAdmin()
    assert.equal(await parley(`admin remove ${id}`), `Admin ${id} is removed.`)
    assert.equal(await statusOf(`/admins/${id}`, server.token), 404)
  },
  'admin remove <id>': async () => {
    const [one, other] = [await newAdmin(), await newAdmin()]
    await parley(`admin remove ${one.id}`)
    assert.equal(await statusOf(`/admins/${other.id}`, server.token), 200)
  },
  'admin remove --hand-over-to': async () => {
    const [leaving, taking] = [await newAdmin(' --seat'), await newAdmin(' --seat')]
    const { body: contact } = await server.send('POST', '/contacts', { external_id: `hand-over-${number}` })
    const from = { type: 'user', id: contact.id }
    const { conversation_id: id } = (await server.send('POST', '/conversations', { from, body: 'Hello' })).body
    const assignee_id = leaving.id
    const assignment = { message_type: 'assignment', type: 'admin', admin_id: leaving.id, assignee_id }
    assert.equal((await server.send('POST', `/conversations/${id}/parts`, assignment)).status, 200)
    const assignee = async () => String((await server.get(`/conversations/${id}`)).body.admin_assignee_id)
    assert.equal(await assignee(), leaving.id)
    await parley(`admin remove ${leaving.id} --hand-over-to ${taking.id}`)
    await until(async () => (await assignee()) !== leaving.id)
    assert.equal(await assignee(), taking.id)
  },
  'admin remove --workspace': async () => {
    const { id } = await newAdmin(` --workspace ${second.appId}`)
    await inSecond(`admin remove ${id}`)
    assert.equal(await statusOf(`/admins/${id}`, second.token), 404)
  },

  'mail list': async () => {
    const { envelope, name, subject } = await keptMail()
    const row = rowOf(await parley('mail list'), name)!
    assert.deepEqual(row.slice(2), [envelope.to[0], subject])
  },
  'mail list --json': async () => {
    const { envelope } = await keptMail()
    assert.match(envelope.from, /^bounce\+/)
  },
  'mail show': async () => {
    const { name, subject } = await keptMail()
    assert.match(await parley(`mail show ${name}`), new RegExp(`^Subject: ${subject}\r$`, 'm'))
  },
  'mail show <name>': () => assert.rejects(parley('mail show nothing'), /there is no e-mail nothing/),

  'articles import': async () => {
    const said = await importing('import.md', '# Import\n\nOne [link](/x) and ![alt](none.png).')
    assert.match(said, /import\.md: created: article \d+ “Import” \(en\), read as utf-8\n {2}taken {4}4 words/)
    assert.match(said, /\n {2}lost {5}the picture none\.png/)
    assert.match(await importing('import.md'), /import\.md: unchanged: it is article \d+ \(en\) already/)
    await assert.rejects(importing('import.txt', 'text'), /1 of 1 files was not imported/)
  },
  'articles import <files>': async () => {
    writeFileSync(join(folder, 'second.md'), 'Second')
    const said = await importing('first.md', 'First', ` ${join(folder, 'second.md')}`)
    assert.match(said, /first\.md: created.*second\.md: created/s)
    writeFileSync(join(folder, 'third.md'), 'Third')
    const { status, stdout, stderr } = run(
      ['articles', 'import', join(folder, 'nothing.md'), folder, join(folder, 'third.md')],
      variables,
    )
    assert.match(stdout, /nothing\.md: not imported: there is no such file\n.*: not imported: it is a folder/)
    assert.match(stdout, /third\.md: created/)
    assert.match(stderr, /2 of 3 files were not imported/)
    assert.equal(status, 1)
  },
  'articles import --workspace': async () => {
    const { body } = await server.get(
      `/articles/${await imported('elsewhere', ` --workspace ${second.appId}`)}`,
      second.token,
    )
    assert.equal(body.title, 'elsewhere')
  },
  'articles import --author': async () => {
    const { id } = await newAdmin()
    const article = await imported('by-ada', ` --author ${id}`)
    assert.equal((await server.get(`/articles/${article}`)).body.author_id, Number(id))
    await assert.rejects(importing('x.md', 'x', ' --author 1'), /there is no admin 1/)
  },
  'articles import --collection': async () => {
    const { body } = await server.send('POST', '/help_center/collections', { name: 'Imported' })
    const article = await imported('collected', ` --collection ${body.id}`)
    assert.deepEqual((await server.get(`/articles/${article}`)).body.parent_ids, [Number(body.id)])
    await assert.rejects(importing('x.md', 'x', ' --collection 1'), /there is no collection 1/)
  },
  'articles import --locale': async () => {
    const { body } = await server.get(`/articles/${await imported('deutsch', ' --locale de')}`)
    assert.equal(body.translated_content.de.title, 'deutsch')
  },
  'articles import --state': async () => {
    const { body } = await server.get(`/articles/${await imported('live', ' --state published')}`)
    assert.equal(body.state, 'published')
    await assert.rejects(importing('x.md', 'x', ' --state gone'), /Allowed choices are draft, published/)
  },
  'articles import --base': async () => {
    const said = await importing('base.md', '# Base\n\n[other](../b)', ' --base https://docs.example/guide/a')
    assert.match(said, /changed {2}the link to \.\.\/b, which leads to https:\/\/docs\.example\/b/)
    await assert.rejects(importing('x.md', 'x', ' --base ftp://docs.example'), /--base must be an address/)
  },
  'articles import --dry-run': async () => {
    const total = async () => (await server.get('/articles')).body.total_count
    const before = await total()
    assert.match(
      await importing('dry.md', '# Dry\n\nText', ' --dry-run'),
      /dry\.md: would be created: an article “Dry”/,
    )
    assert.equal(await total(), before)
  },

  demo: async () => {
    await server.send('POST', '/contacts', { external_id: 'mine' })
    const said = await parley('demo')
    const [, appId, token] = /^Workspace (\w+) holds the demo company now\..*\nAccess token +(\S+)$/s.exec(said)!
    assert.equal(await appOf(token!), appId, 'one of its own, because the first holds data')
    assert.deepEqual((await server.get('/teams')).body.teams, [])
    assert.ok((await server.get('/teams', token)).body.teams.length > 0)
    assert.match(await parley('demo'), new RegExp(`^Workspace ${appId} holds the demo company already`))
  },
  recount: async () => {
    await server.send('POST', '/contacts', { external_id: 'counted' })
    assert.match(await parley('recount'), /: \d+ counted, none differs\.$/)
  },
  'recount --workspace': async () =>
    assert.match(await inSecond('recount'), new RegExp(`^Workspace ${second.appId}: `)),
  'recount --mend': async () => assert.match(await parley('recount --mend'), /: \d+ counted, none differs\.$/),

  'demo --workspace': async () => {
    assert.deepEqual((await server.get('/teams', second.token)).body.teams, [])
    assert.match(await inSecond('demo'), new RegExp(`^Workspace ${second.appId} holds the demo company now`))
    assert.ok((await server.get('/teams', second.token)).body.teams.length > 0)
    const [, full, token] = /\((\w+)\)\nAccess token +(\S+)$/.exec(await parley('workspace create --name Full'))!
    await server.send('POST', '/contacts', { external_id: 'mine' }, token)
    await assert.rejects(parley(`demo --workspace ${full}`), /holds data; leave --workspace out/)
  },
}

/** `token`, `token create`, `token create --name`, `token update <id>` … as the program declares them. */
function declared(command: Command, path: string[] = []): string[] {
  const name = (more: string[]) => [...path, ...more].join(' ')
  const own = [
    ...command.options.map(({ long, short }) => name([long ?? short!])),
    ...command.registeredArguments.map((argument) => name([`<${argument.name()}>`])),
  ]
  const leaf = command.commands.length === 0 ? [name([])] : []
  return [...leaf, ...own, ...command.commands.flatMap((child) => declared(child, [...path, child.name()]))]
}

suite('each command and option', { timeout: 300_000 }, () => {
  before(async () => {
    folder = scratchFolder()
    variables = { PORT: '0', PARLEY_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' }
    await prepareFolder(variables['PARLEY_DATA_DIR']!)
    server = await startServer(variables)
    const made = await parley('workspace create --name Second --owner-name Olga --owner-email olga@example.com')
    const [, appId, token] = /^Workspace +Second \((\w+)\)\nAccess token +(\S+)$/.exec(made)!
    second = { appId: appId!, token: token! }
  })
  after(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true })
  })

  test('has an effect that is named here, and nothing else has', () =>
    assert.deepEqual(declared(createProgram()).toSorted(), Object.keys(EFFECTS).toSorted()))

  for (const [name, check] of Object.entries(EFFECTS)) test(`parley ${name}`, check)
})
