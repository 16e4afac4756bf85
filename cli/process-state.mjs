/** State that the test files of one process share: a file puts back the parts that it changes. */
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'

/** Functions that tests replace, as they are now. */
const functions = () => ({
  Date,
  'Date.now': Date.now,
  setTimeout,
  setInterval,
  setImmediate,
  fetch,
  'console.log': console.log,
  'console.error': console.error,
  'dns.lookup': dns.lookup,
  'http.Agent': http.Agent.prototype.createConnection,
  'https.Agent': https.Agent.prototype.createConnection,
})
const EVENTS = ['uncaughtException', 'unhandledRejection']

/** @returns the state by the name of each part */
export function look() {
  const state = { ...functions(), 'the working folder': process.cwd() }
  for (const [name, value] of Object.entries(process.env)) state[`process.env.${name}`] = value
  for (const event of EVENTS) state[`listeners of ${event}`] = process.listenerCount(event)
  return state
}

/** @returns the names of parts that are not as they were */
export function differencesFrom(state) {
  const now = look()
  return [...new Set([...Object.keys(state), ...Object.keys(now)])].filter((name) => state[name] !== now[name])
}
