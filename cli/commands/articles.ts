import { readFile, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { loadConfig } from '../../server/config.ts'
import { numberId } from '../../server/ids.ts'
import { withWorkspace } from './database.ts'

interface Options {
  workspace?: string
  author?: string
  collection?: string
  locale?: string
  state?: 'draft' | 'published'
  base?: string
  dryRun?: true
}

export function addArticles(program: Command): void {
  const articles = program.command('articles').description('Articles of the help center.')
  articles
    .command('import')
    .argument('<files...>', 'HTML (.html, .htm) and Markdown (.md, .markdown)')
    .description('Make an article of each file, or bring it up to date; say what was taken, changed and lost.')
    .option('--workspace <app_id>', 'another workspace than the first')
    .option('--author <id>', 'the admin who is named as the author; else the first one')
    .option('--collection <id>', 'the collection that the articles are put into')
    .option('--locale <code>', 'the language; else that of the front matter, or of the help center')
    .addOption(new Option('--state <state>', 'else that of the front matter, or draft').choices(['draft', 'published']))
    .option(
      '--base <url>',
      'the page that relative addresses in the files belong to; pictures are fetched from its site',
    )
    .option('--dry-run', 'say what would be done, and write nothing')
    .action(importFiles)
}

const importFiles = async (paths: string[], options: Options) => {
  const read = await Promise.all(paths.map(readArticle))
  const files = read.filter((one) => 'bytes' in one)
  for (const one of read) if ('error' in one) console.log(`${one.path}: not imported: ${one.error}`)
  const failed = await withWorkspace('change', options.workspace, async (db, { id }) => {
    const { importArticles } = await import('../../server/resources/articles/import/import-articles.ts')
    const { reportLines } = await import('../../server/resources/articles/import/report.ts')
    const { getOwnerId } = await import('../../server/resources/tokens/access-tokens.ts')
    const { isTeammate } = await import('../../server/resources/articles/write-queries.ts')
    const { reach, publicUrl, host, port } = loadConfig()
    const author = readId('author', options.author)
    if (author !== undefined && !(await isTeammate(db, id, author))) throw new Error(`there is no admin ${author}`)
    const reports = await importArticles(
      { db, clock: systemClock, reach, addressOf: (path) => (publicUrl ?? `http://${host}:${port}`) + path },
      id,
      files,
      {
        actor: author ?? (await getOwnerId(db, id)),
        author,
        collection: readId('collection', options.collection),
        locale: options.locale,
        state: options.state,
        base: readBase(options.base),
        dryRun: options.dryRun,
      },
    )
    for (const report of reports) console.log(reportLines(report, options.dryRun).join('\n'))
    return reports.filter(({ outcome }) => outcome === 'failed').length
  })
  const lost = failed + paths.length - files.length
  if (lost > 0) throw new Error(`${lost} of ${paths.length} files ${lost === 1 ? 'was' : 'were'} not imported`)
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
}

/** A path that cannot be read is told in words, and keeps no other file back. */
async function readArticle(path: string): Promise<{ path: string; bytes: Buffer } | { path: string; error: string }> {
  try {
    return { path: await realpath(resolve(path)), bytes: await readFile(path) }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    return { path, error: REASONS[code] ?? message }
  }
}

function readId(name: string, text: string | undefined): number | undefined {
  const id = text === undefined ? undefined : numberId(text)
  if (text !== undefined && id === undefined) throw new Error(`--${name} must be an id`)
  return id
}

function readBase(text: string | undefined): string | undefined {
  const url = text === undefined ? undefined : URL.parse(text)
  if (url === null || (url && !['http:', 'https:'].includes(url.protocol)))
    throw new Error('--base must be an address that begins with http:// or https://')
  return url?.href
}
