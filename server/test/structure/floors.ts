import { isTest } from './modules.ts'

/**
 * The floors of the server, the lowest first: a module needs what stands on its own floor or on lower
 * ones. A folder or a file is on the floor that names it by the longest path.
 */
export const FLOORS: [name: string, paths: string[]][] = [
  [
    'ground',
    [
      'clock.ts',
      'context.ts',
      'email.ts',
      'emoji.ts',
      'exact-number.ts',
      'flat-text.ts',
      'folder.ts',
      'html.ts',
      'ids.ts',
      'iso-time.ts',
      'log.ts',
      'networks.ts',
      'phone.ts',
      'release.ts',
      'secrets.ts',
      'spool.ts',
      'schema',
      'hours',
      'channels/provider.ts',
    ],
  ],
  ['database', ['db', 'config.ts']],
  ['mechanisms', ['versions', 'http', 'events', 'search', 'queue', 'outgoing']],
  [
    'resources',
    ['resources', 'threads', 'bulk', 'content', 'exports', 'files', 'mail', 'channels', 'answerer', 'placeholders'],
  ],
  ['what serves a workspace', ['webhooks', 'provision', 'operations.ts', 'tasks.ts']],
  ['what shows the server', ['demo', 'docs', 'landing', 'metrics']],
  ['the server', ['app.ts', 'main.ts', 'database.ts', 'worker.ts']],
  ['tests and scripts', ['test']],
]

/** @returns the number of the floor; -1 of what stands on none */
export function floorOf(file: string): number {
  if (isTest(file)) return FLOORS.length - 1
  let best = { length: 0, floor: -1 }
  for (const [floor, [, paths]] of FLOORS.entries())
    for (const path of paths)
      if ((file === path || file.startsWith(`${path}/`)) && path.length > best.length)
        best = { length: path.length, floor }
  return best.floor
}
