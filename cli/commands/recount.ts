import type { Command } from 'commander'
import { withWorkspace } from './database.ts'

export function addRecount(program: Command): void {
  program
    .command('recount')
    .description('Count states and statistics of conversations and tickets anew from their parts; tell which differ.')
    .option('--workspace <app_id>', 'another workspace than the first')
    .option('--mend', 'write them as they were counted')
    .action(({ workspace, mend = false }: { workspace?: string; mend?: boolean }) => recount(workspace, mend))
}

const recount = (appId: string | undefined, mend: boolean) =>
  withWorkspace('change', appId, async (db, { id: workspaceId, app_id }) => {
    const { recountThreads } = await import('../../server/threads/recount-threads.ts')
    let [all, differing] = [0, 0]
    for await (const { id, columns } of recountThreads(db, workspaceId, mend)) {
      all++
      if (columns.length === 0) continue
      differing++
      console.log(`${id}  ${columns.join(', ')}`)
    }
    const done = mend ? 'were mended' : 'differ; --mend writes them as counted'
    console.log(`Workspace ${app_id}: ${all} counted, ${differing > 0 ? `${differing} ${done}` : 'none differs'}.`)
    if (differing > 0 && !mend) process.exitCode = 1
  })
