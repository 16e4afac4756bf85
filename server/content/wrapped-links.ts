/**
 * Links that an editor or a mail server has put around others: a paste from Google Docs or Outlook leads its readers
 * through a page of theirs, which counts them and goes stale.
 */
interface Wrapper {
  host: RegExp
  path: RegExp
  /** Parameters that may have the target. */
  in: string[]
}

const WRAPPERS: Wrapper[] = [
  { host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/url$/, in: ['q', 'url'] },
  { host: /^[\w.-]+\.safelinks\.protection\.outlook\.com$/, path: /^\/(?:ap\/.*)?$/, in: ['url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, in: ['u'] },
  { host: /^l\.instagram\.com$/, path: /^\/$/, in: ['u'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, in: ['q'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, in: ['url'] },
]

/** One wrapper may stand in another. */
const MOST = 5
const WEB = /^https?:\/\//i

/** @returns the target of a wrapped link; other addresses, and wrappers around no address of the web, as they are */
export function unwrapped(address: string): string {
  let at = address.trim()
  for (let n = 0; n < MOST; n++) {
    const target = targetOf(at)
    if (target === undefined) break
    at = target
  }
  return at
}

function targetOf(address: string): string | undefined {
  const url = WEB.test(address) ? URL.parse(address) : null
  if (!url) return undefined
  const { hostname, pathname, searchParams } = url
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(hostname) && path.test(pathname))
  const targets = wrapper?.in.map((name) => searchParams.get(name)?.trim() ?? '') ?? []
  return targets.find((target) => WEB.test(target) && URL.canParse(target))
}
