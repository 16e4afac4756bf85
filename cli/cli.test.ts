import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { prepareFolder } from '../server/test/prepared-folder.ts'
import { scratchFolder } from '../server/test/scratch-folder.ts'
import { until } from '../server/test/until.ts'
import { refusal, runHere } from './test-server.ts'

const RUN = join(import.meta.dirname, 'run.mjs')
/** The files that run tests. */
const RUNNER = ['run', 'run-tests', 'untracked-promises', 'import-tests', 'process-state', 'test-reporter'].map(
  (name) => `${name}.mjs`,
)

suite('parley on the command line', { timeout: 300_000 }, () => {
  let folder: string
  let env: NodeJS.ProcessEnv
  before(() => {
    folder = scratchFolder()
    const { DATABASE_URL: _, PARLEY_ACCESS_TOKEN: __, ...rest } = process.env
    env = { ...rest, PORT: '0', PARLEY_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' }
  })
  after(() => rmSync(folder, { recursive: true }))

  const parley = (args: string[], more: NodeJS.ProcessEnv = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, ...args], {
      env: { ...env, ...more },
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }

  test('says what it can do', async () => {
    const { status, stdout } = parley(['--help'])
    assert.equal(status, 0)
    for (const command of ['start', 'migrate', 'token', 'workspace', 'admin', 'demo'])
      assert.match(stdout, new RegExp(`^  ${command} `, 'm'))
    assert.match(await runHere(['token', '--help'], {}), /create.*list.*revoke/s)
  })

  test('names a variable that is wrong, in one line', () => {
    const { status, stderr } = parley(['start'], { PORT: 'http' })
    assert.equal(status, 1)
    assert.equal(stderr, 'parley: PORT is not what it may be: a port from 1 to 65535, or 0 for any free one\n')
  })

  test('commands that read or change make nothing where nothing is', async () => {
    const data = join(folder, 'fresh')
    for (const line of [
      'token list',
      'workspace list',
      'admin list',
      'token revoke 1',
      'token update 1 --name x',
      'admin update 1 --name x',
      'admin remove 1',
      'workspace delete abcd1234 --yes',
    ]) {
      const message = `there is no data in ${data} yet; npm start makes it`
      await assert.rejects(runHere(line.split(' '), { PARLEY_DATA_DIR: data }), { message }, line)
    }
    assert.equal(existsSync(data), false)
  })

  test('says which release it is', () => {
    assert.match(parley(['--version']).stdout, /^\d+\.\d+\.\d+\n$/)
  })

  test('works on the data while no server runs', async () => {
    assert.match(parley(['migrate']).stdout, /^Ran 0001_/)
    const again = await runHere(['migrate'], { PARLEY_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'fatal' })
    assert.equal(again, 'Nothing to do: the schema is the newest.')
  })

  test('starts a server, works beside it, and stops it', async (t) => {
    const server = spawn(process.execPath, [RUN, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    t.after(async () => {
      if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit')
    })
    let said = ''
    for await (const chunk of server.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      said += chunk
      if (said.includes('Ctrl-C stops it.')) break
    }
    const [, url, reference, , file] =
      /Address +(\S+)\n +Reference +(\S+)\n +Workspace +(.+)\n +Access token +in (\S+)\n +Data +\S+\/data\n/.exec(
        said,
      ) ?? []
    assert.equal(reference, `${url}/docs`)
    const token = readFileSync(file!, 'utf8').trim()
    assert.ok(!said.includes(token))
    const status = async (bearer: string, path = '/me') =>
      (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${bearer}` } })).status
    assert.equal(await status(token!), 200)

    assert.match(
      await refusal({ PORT: '0', PARLEY_DATA_DIR: join(folder, 'data') }),
      new RegExp(`^${folder}/data is held by process ${server.pid} \\(serving ${url}, since `),
    )

    const here = (...args: string[]) => runHere(args, { PARLEY_DATA_DIR: join(folder, 'data') })
    const another = await here('token', 'create', '--name', 'ci')
    assert.equal(await status(another), 200)
    assert.deepEqual([await status(token!, '/parley/tokens'), await status(another, '/parley/tokens')], [200, 403])
    const [, id] = /^(\d+) +ci +Owner +no +\S+ +good$/m.exec(await here('token', 'list')) ?? []
    assert.equal(await here('token', 'update', id!, '--settings'), `Token ${id} is updated.`)
    // The server hears of a change by a notice of the database.
    await until(async () => (await status(another, '/parley/tokens')) === 200)
    assert.equal(parley(['token', 'revoke', id!]).stdout, `Token ${id} is revoked.\n`)
    await until(async () => (await status(another)) === 401)
    await assert.rejects(here('token', 'revoke', id!), /^Error: workspace \w+ has no good token/)

    const hers = await here('admin', 'create', '--name', 'Grace', '--email', 'grace@example.com', '--seat')
    assert.match(await here('admin', 'list'), new RegExp(`^${hers} +Grace +grace@example.com +yes$`, 'm'))
    const graces = await here('token', 'create', '--admin', hers, '--settings')
    assert.equal(await status(graces, '/parley/tokens'), 200)
    assert.equal(await here('admin', 'remove', hers), `Admin ${hers} is removed.`)
    await until(async () => (await status(graces)) === 401)
    await assert.rejects(here('admin', 'remove', '1001'), /The last admin of a workspace/)

    const [, ofSecond] = /^Access token +(\S+)$/m.exec(await here('workspace', 'create', '--name', 'Second')) ?? []
    assert.equal(await status(ofSecond!, '/parley/tokens'), 200)

    server.kill('SIGINT')
    assert.deepEqual(await once(server, 'exit'), [0, null])
    await assert.rejects(status(token!))
    assert.equal(readFileSync(join(folder, 'data/access-token'), 'utf8').trim(), token)
  })

  test('an interrupted start leaves nothing behind, though it fills the demo', async () => {
    const data = join(folder, 'interrupted')
    await prepareFolder(data)
    const server = spawn(process.execPath, [RUN, 'start'], {
      env: { ...env, PARLEY_DATA_DIR: data, PARLEY_DEMO: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const exited = once(server, 'exit')
    const holder = (): { url?: string; socketDir?: string } =>
      existsSync(join(data, 'lock')) ? JSON.parse(readFileSync(join(data, 'lock'), 'utf8')) : {}
    // The demo is filled once the server answers.
    await until(async () => holder().url !== undefined)
    const { socketDir } = holder()
    assert.equal(existsSync(socketDir!), true)
    server.kill('SIGINT')
    assert.deepEqual(await exited, [0, null])
    assert.deepEqual([existsSync(socketDir!), existsSync(join(data, 'lock'))], [false, false])
    const demo = () => runHere(['demo'], { PARLEY_DATA_DIR: data, LOG_LEVEL: 'fatal' })
    assert.match(await demo(), /holds the demo company now.$/, 'the first workspace is empty')
    assert.match(await demo(), /already; nothing changed/)
  })

  test('says in one line that the data folder cannot be used, and ends with 1', () => {
    const locked = join(folder, 'locked')
    mkdirSync(locked, { mode: 0o555 })
    // Root may write everywhere. Other reasons: server/folder.test.ts.
    const ordinary = process.getuid!() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    for (const [data, why] of [
      [locked, 'cannot be written by this user'],
      [join(locked, 'below'), 'cannot be made \\(EACCES'],
    ] as const) {
      // A start opens its database in the same way, and first reads all of its code.
      const { status, stderr } = spawnSync(process.execPath, [RUN, 'migrate'], {
        env: { ...env, PARLEY_DATA_DIR: data },
        encoding: 'utf8',
        timeout: 90_000,
        ...ordinary,
      })
      const line = new RegExp(`^parley: the data folder ${data} ${why}.*; set PARLEY_DATA_DIR to another folder\n$`)
      assert.match(stderr, line)
      assert.equal(status, 1)
    }
  })

  test('says that the port is taken, in one line', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { status, stderr } = parley(['start'], { PORT: String(port) })
    other.close()
    assert.equal(status, 1)
    assert.match(stderr, new RegExp(`^parley: port ${port} on 127.0.0.1 is taken by another program; set PORT .*\n$`))
  })

  test('says what to type where the packages are not installed', () => {
    const bare = join(folder, 'bare')
    mkdirSync(join(bare, 'cli'), { recursive: true })
    cpSync(RUN, join(bare, 'cli/run.mjs'))
    const { status, stderr } = spawnSync(process.execPath, [join(bare, 'cli/run.mjs'), 'start'], { encoding: 'utf8' })
    assert.equal(status, 1)
    assert.equal(stderr, `Parley's packages are not installed. Type this in ${bare}:  npm ci\n`)
  })

  test('runs all tests in several processes, and ends with one summary and the failures in full', () => {
    const checkout = join(folder, 'summary')
    for (const name of ['cli', 'server']) mkdirSync(join(checkout, name), { recursive: true })
    for (const name of RUNNER) cpSync(join(import.meta.dirname, name), join(checkout, 'cli', name))
    symlinkSync(join(import.meta.dirname, '../node_modules'), join(checkout, 'node_modules'))
    const write = (file: string, lines: string) =>
      writeFileSync(join(checkout, file), `import { suite, test } from 'node:test'\n${lines}`)
    write(
      'cli/a.test.ts',
      "suite('s', () => { test('holds', () => {}); test('breaks', () => { throw new Error('the cause') }) })",
    )
    const many = "for (let n = 0; n < 40; n++) test('good ' + n, () => {}); test.skip('later', () => {})"
    write('server/b.test.ts', many)
    const { NODE_TEST_CONTEXT: _, ...outside } = env
    const all = () =>
      spawnSync(process.execPath, ['cli/run.mjs', '--test'], { cwd: checkout, env: outside, encoding: 'utf8' })
    const failing = all()
    assert.equal(failing.status, 1)
    assert.match(failing.stdout, /✖ breaks \(cli\/a\.test\.ts:\d+\)\nError: the cause/)
    assert.match(
      failing.stdout,
      /\n41 tests passed, 1 failed, 1 skipped, in \d+ s\n {2}✖ breaks \(cli\/a\.test\.ts:\d+\)\n$/,
    )

    write('cli/a.test.ts', "test('holds', () => {})")
    const good = all()
    assert.match(good.stdout, /^\.+\s+41 tests passed, 0 failed, 1 skipped, in \d+ s\n$/)
    assert.equal(good.status, 0)

    write('cli/a.test.ts', "test('holds', () => {}); throw new Error('halfway')")
    const broken = all()
    assert.match(broken.stdout, /\n41 tests passed, 1 failed.*\n {2}✖ cli\/a\.test\.ts can be imported/)
    assert.equal(broken.status, 1)

    write('cli/a.test.ts', "test('holds', () => { process.env.LEFT = 'behind' })")
    const changed = all()
    assert.match(
      changed.stdout,
      /\n41 tests passed, 1 failed.*\n {2}✖ cli\/a\.test\.ts leaves the process as it found it/,
    )
    assert.match(changed.stdout, /changed and not put back: process\.env\.LEFT\n/)
    assert.equal(changed.status, 1)

    write('cli/a.test.ts', "test('holds', () => void setTimeout(() => { throw new Error('too late') }, 20))")
    const late = all()
    assert.match(late.stdout, /\n41 tests passed, 1 failed.*\n {2}✖ Error: Test "holds" .+"Error: too late"/)
    assert.equal(late.status, 1)

    write('cli/a.test.ts', 'process.exit(7)')
    const cut = all()
    assert.match(cut.stdout, /A process of the tests ended before its last test\.\n$/)
    assert.notEqual(cut.status, 0)

    const runner = join(checkout, 'cli/import-tests.mjs')
    writeFileSync(runner, readFileSync(runner, 'utf8').replace('CLOSING = 30_000', 'CLOSING = 100'))
    const open = "after(() => { throw new Error('not closed') }); setInterval(() => {}, 1000); test('holds', () => {})"
    write('cli/a.test.ts', `import { after } from 'node:test'\n${open}`)
    const hanging = all()
    assert.match(hanging.stdout, /\n41 tests passed, 1 failed.*\n {2}✖ a hook \(cli\/a\.test\.ts:\d+\)\n$/)
    assert.match(hanging.stderr, /^Something is still open after the last test/)
    assert.equal(hanging.status, 1)
  })

  test('a seed gives an order of the files, which is the same whenever it is given', () => {
    const checkout = join(folder, 'order')
    for (const name of ['cli', 'server']) mkdirSync(join(checkout, name), { recursive: true })
    for (const name of RUNNER) cpSync(join(import.meta.dirname, name), join(checkout, 'cli', name))
    symlinkSync(join(import.meta.dirname, '../node_modules'), join(checkout, 'node_modules'))
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    for (const name of names)
      writeFileSync(
        join(checkout, `server/${name}.test.mjs`),
        `import { test } from 'node:test'; test('file ${name}', () => {})`,
      )
    const { NODE_TEST_CONTEXT: _, ...outside } = env
    const order = (...more: string[]) => {
      const args = ['cli/run.mjs', '--test', ...more, 'server/*.test.mjs']
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: checkout,
        env: outside,
        encoding: 'utf8',
      })
      assert.equal(status, 0, stderr)
      return [...stdout.matchAll(/✔ file (\w)/g)].map(([, name]) => name)
    }
    assert.deepEqual(order(), names)
    const first = order('--seed', '1')
    assert.notDeepEqual(first, names)
    assert.deepEqual(first.toSorted(), names)
    assert.deepEqual(first, order('--seed=1'))
    assert.notDeepEqual(first, order('--seed', '2'))
  })

  test('runs a test file that is named, and ends as it ends', () => {
    const checkout = join(folder, 'check[out] here')
    mkdirSync(join(checkout, 'cli'), { recursive: true })
    for (const name of RUNNER) cpSync(join(import.meta.dirname, name), join(checkout, 'cli', name))
    symlinkSync(join(import.meta.dirname, '../node_modules'), join(checkout, 'node_modules'))
    writeFileSync(join(checkout, 'good.test.mjs'), "import { test } from 'node:test'; test('holds', () => {})")
    writeFileSync(
      join(checkout, 'bad.test.mjs'),
      "import { test } from 'node:test'; test('fails', () => { throw new Error() })",
    )
    const { NODE_TEST_CONTEXT: _, ...outside } = env
    const run = (file: string) =>
      spawnSync(process.execPath, ['cli/run.mjs', '--test', file], { cwd: checkout, env: outside, encoding: 'utf8' })
    const good = run('good.test.mjs')
    assert.match(good.stdout, /✔ holds/)
    assert.deepEqual([good.status, run('bad.test.mjs').status], [0, 1])
  })
})
