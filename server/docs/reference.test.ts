/** The script of the reference, in a stand-in for the browser: which token the reader's pages use. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'

const SCRIPT = readFileSync(join(import.meta.dirname, 'assets/reference.js'), 'utf8')

/** A tab: its session storage outlasts its pages. */
function openTab() {
  const kept = new Map<string, string>()
  const sessionStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
  return (address: string) => {
    const url = new URL(address, 'http://127.0.0.1:4400')
    const listeners = new Map<string, () => void>()
    const element = {
      value: '',
      addEventListener: (name: string, heard: () => void) => void listeners.set(name, heard),
    }
    const reference = { dataset: { root: '/support', document: '/support/openapi/2.11.json' } }
    const page = { shownAt: url.href, assigned: '', configuration: undefined as any, field: element, listeners }
    const version = {
      value: '2.7',
      addEventListener: (_: string, heard: () => void) => void listeners.set('version', heard),
    }
    const window = {
      sessionStorage,
      location: {
        hash: url.hash,
        pathname: url.pathname,
        origin: url.origin,
        reload() {},
        assign: (to: string) => void (page.assigned = to),
      },
      history: { replaceState: (_: unknown, __: string, to: string) => void (page.shownAt = new URL(to, url).href) },
      Scalar: { createApiReference: (_: string, configuration: object) => void (page.configuration = configuration) },
    }
    const byId: Record<string, unknown> = { reference, version, token: element }
    runInContext(
      SCRIPT,
      createContext({ window, document: { getElementById: (id: string) => byId[id] }, URLSearchParams }),
    )
    return page
  }
}

const tokenOf = (page: { configuration: any }) => page.configuration.authentication.securitySchemes?.bearer.token

test('the token of the printed address stays on every page of the tab, and in no address', () => {
  const open = openTab()
  const first = open('/support/docs#token=dG9r%2BZW4-1234567')
  assert.equal(tokenOf(first), 'dG9r+ZW4-1234567')
  assert.equal(first.shownAt, 'http://127.0.0.1:4400/support/docs')
  for (const address of [
    '/support/docs',
    '/support/docs/2.7',
    '/support/docs/settings',
    '/support/docs#tag/contacts',
  ]) {
    const page = open(address)
    assert.equal(tokenOf(page), 'dG9r+ZW4-1234567', address)
    assert.equal(page.field.value, 'dG9r…4567', 'the bar shows which')
    page.listeners.get('version')!()
    assert.doesNotMatch(page.assigned, /dG9r/)
    assert.match(page.assigned, /^\/support\/docs\/2\.7/)
  }
  assert.equal(tokenOf(openTab()('/support/docs')), undefined, 'another tab has none')
})

test('a token that the reader enters, in the bar or in a request, is the one in use from then on', () => {
  const open = openTab()
  const page = open('/support/docs#token=first-token-of-all')
  page.field.value = ' entered-in-the-bar '
  page.listeners.get('change')!()
  const next = open('/support/docs')
  assert.equal(tokenOf(next), 'entered-in-the-bar')
  const request = { headers: new Headers({ Authorization: 'Bearer entered-further-down' }) }
  next.configuration.onRequestBuilt({ request })
  assert.equal(next.field.value, 'ente…down')
  assert.equal(tokenOf(open('/support/docs/settings')), 'entered-further-down')
})

test('requests go to the server under its path, and the token is kept nowhere else', () => {
  const { configuration } = openTab()('/support/docs')
  assert.equal(configuration.servers[0].url, 'http://127.0.0.1:4400/support')
  assert.equal(configuration.persistAuth, false)
})
