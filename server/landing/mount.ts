/** `/`: the first page that somebody with the address and a browser sees; the same in JSON for programs. For anyone, without a token. */
import type { FastifyInstance } from 'fastify'
import type { Pool } from '../db/pool.ts'
import { findDemo } from '../demo/fill.ts'
import { pathPrefix, publicAddress } from '../http/public-address.ts'
import { RELEASE } from '../release.ts'
import { findOpenDefault } from '../resources/help-centers/queries.ts'
import { history } from '../versions/index.ts'
import { landingPage, PAGE_POLICY } from './page.ts'

/** @param publicUrl the address by which clients know the server, where the configuration names one */
export function mountLanding(app: FastifyInstance, db: Pool, publicUrl: string | undefined): void {
  app.get('/', { config: { anyAccept: true } }, async (request, reply) => {
    const url = publicAddress(publicUrl, request)
    const demo = await findDemo(db)
    const helpCenter = demo && (await findOpenDefault(db, demo.id))
    const versions = history.versions.map(({ name }) => name)
    const facts = {
      release: RELEASE,
      url,
      root: pathPrefix(publicUrl),
      versions,
      newest: history.newestStable.name,
      demo: demo !== undefined,
      helpCenter: helpCenter && `/help/${helpCenter.identifier}`,
    }
    reply.header('Vary', 'Accept')
    if (/\btext\/html\b/.test(request.headers.accept ?? ''))
      return reply
        .header('Content-Type', 'text/html; charset=utf-8')
        .header('Content-Security-Policy', PAGE_POLICY)
        .send(landingPage(facts))
    return reply.header('Content-Type', 'application/json; charset=utf-8').send(
      JSON.stringify({
        type: 'parley',
        release: RELEASE,
        api_versions: versions,
        default_version: facts.newest,
        reference: `${url}/docs`,
        openapi: versions.map((name) => `${url}/openapi/${name}.json`),
        settings: `${url}/docs/settings`,
        demo: facts.demo,
        ...(facts.helpCenter && { help_center: url + facts.helpCenter }),
      }),
    )
  })
}
