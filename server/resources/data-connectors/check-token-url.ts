import type { Ctx } from '../../context.ts'
import { mayCarrySecret } from '../../outgoing/addresses.ts'
import { faultOfHost } from '../auth-tokens/fault-of-host.ts'
import { listSealedTokens } from '../auth-tokens/queries.ts'
import { invalid } from './invalid.ts'
import { fill } from './placeholders.ts'
import type { Configuration } from './queries.ts'

/**
 * Everybody on the way could read a token that is sent in the clear, and one with a domain is sent there alone.
 * @throws 422 parameter_invalid
 */
export async function checkTokenUrl(
  { db, workspaceId, reach }: Ctx,
  { url, token_ids }: Partial<Pick<Configuration, 'url' | 'token_ids'>>,
): Promise<void> {
  if (url == null || !token_ids?.length) return
  // Placeholders stand behind the host.
  const address = URL.parse(fill(url, () => 'x'))
  if (!address) return
  if (!mayCarrySecret(address, reach)) throw invalid(REFUSED[reach])
  const fault = faultOfHost(await listSealedTokens(db, workspaceId, token_ids), address.hostname)
  if (fault !== undefined) throw invalid(fault)
}

const REFUSED: Record<Ctx['reach'], string> = {
  public: 'Url must be https for a data connector that carries tokens',
  loopback: 'Url must be https, or of this machine, for a data connector that carries tokens',
  private: 'Url must be https, or of this machine or a private network, for a data connector that carries tokens',
}
