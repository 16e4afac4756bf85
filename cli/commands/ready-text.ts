/** The text that `start` prints when the server is ready. */
import { join } from 'node:path'
import type { Config } from '../../server/config.ts'
import { ConnectionUrl } from '../../server/db/address.ts'
import type { RunningServer } from '../../server/main.ts'

type Server = Omit<RunningServer, 'stop'>
type Settings = Pick<Config, 'publicUrl' | 'accessToken' | 'databaseUrl'>

/** @param isTerminal false for a log, which others read too: the token is not in it */
export function readyText(server: Server, config: Settings, isTerminal: boolean): string {
  const { url, workspace, token, withoutSettings, dataDir, dataDirReason, demoElsewhere } = server
  const address = config.publicUrl ?? url
  const opened = isTerminal && token !== undefined ? `#token=${encodeURIComponent(token)}` : ''
  const lines: [string, string][] = [
    ['Address', url],
    ...(config.publicUrl === undefined ? [] : [['Public URL', config.publicUrl] as [string, string]]),
    ['Reference', `${address}/docs${opened}`],
    ['Workspace', `${workspace.name} (${workspace.app_id})`],
    ['Access token', describeToken(server, config, isTerminal)],
  ]
  if (withoutSettings !== undefined)
    lines.push(['', `(it changes no settings until you let it: npx parley token update ${withoutSettings} --settings)`])
  if (demoElsewhere !== undefined)
    lines.push(['Demo', `workspace ${demoElsewhere}; a token: npx parley token create --workspace ${demoElsewhere}`])
  lines.push(['Data', describeData(config.databaseUrl, dataDir)])
  if (dataDirReason !== undefined) lines.push(['', `(because ${dataDirReason})`])
  const text = lines.map(([name, value]) => `  ${name.padEnd(12)}  ${value}`).join('\n')
  return `\nParley is ready.\n\n${text}\n\nCtrl-C stops it.\n`
}

function describeToken({ token, dataDir }: Server, { accessToken }: Settings, isTerminal: boolean): string {
  if (token === undefined) return 'made earlier; make another with: npx parley token create'
  if (isTerminal) return token
  return accessToken === undefined ? `in ${join(dataDir, 'access-token')}` : 'that of PARLEY_ACCESS_TOKEN'
}

/** The database's address without its password. */
function describeData(databaseUrl: string | undefined, dataDir: string): string {
  if (databaseUrl === undefined) return dataDir
  return `in the database ${new ConnectionUrl(databaseUrl).shown}`
}
