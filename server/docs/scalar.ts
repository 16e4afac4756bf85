/**
 * Scalar's reference as one script that needs nothing else. Scalar's Fastify plugin is the smallest of its packages
 * that contains the script. A thread takes it out when a reader first asks for it, and ends: the server neither waits
 * for the plugin nor keeps it.
 */
import { once } from 'node:events'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { fastify } from 'fastify'
import { asset, type Asset } from '../http/asset.ts'

let script: Promise<Asset> | undefined

export const scalarScript = (): Promise<Asset> =>
  (script ??= inThread().catch((error) => {
    script = undefined
    throw error
  }))

async function inThread(): Promise<Asset> {
  const [text] = await once(new Worker(new URL(import.meta.url)), 'message')
  return asset('js', text)
}

async function takeOut(): Promise<string> {
  const { default: plugin } = await import('@scalar/fastify-api-reference')
  const app = fastify()
  await app.register(plugin, { routePrefix: '/', configuration: { url: '/' } })
  const { statusCode, payload } = await app.inject('/js/scalar.js')
  if (statusCode !== 200) throw new Error(`Scalar's plugin does not have its script where it was: ${statusCode}`)
  return payload
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
if (!isMainThread) parentPort!.postMessage(await takeOut())
