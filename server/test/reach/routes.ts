/** Every route that the server has, as Fastify was told of it: also of one that goes round the table of operations. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { testApp, type TestApp } from '../app.ts'

export interface Route {
  method: string
  url: string
}

/** Fastify tells this channel of an instance before it has any route. */
const CHANNEL = 'fastify.initialization'

/** @param plant adds what the product does not have */
export async function appWithRoutes(
  plant: (server: FastifyInstance) => void,
): Promise<{ home: TestApp; routes: Route[] }> {
  const routes: Route[] = []
  const begun = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url })
    })
    plant(fastify)
  }
  subscribe(CHANNEL, begun)
  try {
    return { home: await testApp({ own: true }), routes }
  } finally {
    unsubscribe(CHANNEL, begun)
  }
}
