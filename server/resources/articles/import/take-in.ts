/** Takes one file in, in one transaction. */
import { idAndSlug } from '../../../content/slug.ts'
import type { Ctx } from '../../../context.ts'
import { filePath } from '../../../files/attachment.ts'
import { insertFiles, type NewFile } from '../../../files/queries.ts'
import { ApiError } from '../../../http/errors.ts'
import { actWithin } from '../../../queue/act.ts'
import { helpCenterUrl } from '../../help-centers/help-center.ts'
import { convert, type Converted } from './convert.ts'
import type { Item, Run } from './import-articles.ts'
import { findImport, upsertImport } from './queries.ts'
import { countParts } from './report.ts'
import { writeArticle } from './write-article.ts'

/** Ends the transaction of a dry run. */
class NothingIsWritten extends Error {}

/**
 * @param isAgain true for the second time, when articles that its links lead to are there
 * @returns true if links of it lead to articles that are not there yet
 */
export async function takeIn(run: Run, item: Item, isAgain = false): Promise<boolean> {
  const { deps, workspaceId, options } = run
  let isWaiting = false
  const work = async (ctx: Ctx) => {
    isWaiting = await write(ctx, run, item, isAgain)
    if (options.dryRun) throw new NothingIsWritten()
  }
  try {
    await deps.db.begin((tx) =>
      actWithin(tx, workspaceId, deps.clock.now(), work, { adminId: options.actor, addressOf: deps.addressOf }),
    )
  } catch (error) {
    if (error instanceof NothingIsWritten) return false
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    Object.assign(item.report, { outcome: 'failed', error: error.message })
  }
  return isWaiting
}

async function write(ctx: Ctx, run: Run, item: Item, isAgain: boolean): Promise<boolean> {
  const { db, workspaceId } = ctx
  const { document, target, ways, report } = item
  const digest = ways.isWhole ? item.digest : null
  const origin = { path: target.path, source_id: target.sourceId ?? null, digest, locale: target.locale }
  const known = await findImport(db, workspaceId, origin)
  if (known) target.articleId = known.article_id
  if (known && !isAgain && digest !== null && known.digest === digest) {
    Object.assign(report, { outcome: 'unchanged', articleId: known.article_id, locale: target.locale })
    return false
  }
  const { converted, isWaiting } = await settle(ctx, run, item)
  const { author, collection, state = document.state } = run.options
  const words = { converted, description: document.description, locale: target.locale, state, author, collection }
  target.articleId = await writeArticle(ctx, known?.article_id, words)
  await upsertImport(db, { ...origin, workspace_id: workspaceId, article_id: target.articleId, imported_at: ctx.now })
  const { title, html, changed, lost } = converted
  Object.assign(report, {
    outcome: isAgain ? report.outcome : known ? 'updated' : 'created',
    articleId: target.articleId,
    title,
    locale: target.locale,
    encoding: document.encoding,
    taken: countParts(html),
    changed: [...ways.changed, ...changed],
    lost: [...ways.lost, ...lost],
  })
  return isWaiting
}

/** The words with each address as it is to be; files that were found are stored. */
async function settle(ctx: Ctx, { center }: Run, { document, target, ways }: Item) {
  const files = await store(
    ctx,
    ways.by
      .values()
      .flatMap((way) => (way.to === 'file' ? [way.file] : []))
      .toArray(),
  )
  let isWaiting = false
  const converted: Converted = convert(document, (address, kind) => {
    const way = ways.by.get(`${kind} ${address}`)
    if (way?.to === 'nowhere') return null
    if (way?.to === 'address') return way.address
    if (way?.to === 'file') return files.get(way.file)
    if (way?.to !== 'article') return undefined
    const { articleId, locale, title } = way.target
    if (articleId !== undefined)
      return `${helpCenterUrl(ctx, center)}/${locale}/articles/${idAndSlug(articleId, title)}`
    isWaiting = true
    return way.before
  })
  // A loss that the way of a picture tells with its reason is not told twice.
  const told = new Set(ways.by.entries().flatMap(([key, { to }]) => (to === 'nowhere' ? [`the ${key}`] : [])))
  return { converted: { ...converted, lost: converted.lost.filter((what) => !told.has(what)) }, isWaiting, target }
}

async function store(ctx: Ctx, files: NewFile[]): Promise<Map<NewFile, string>> {
  if (files.length === 0) return new Map()
  const ids = await insertFiles(ctx.db, ctx.workspaceId, ctx.now, files)
  return new Map(
    files.map((file, at) => [file, ctx.addressOf(filePath(ctx.workspace.app_id, ids[at]!, file.secret, file.name))]),
  )
}
