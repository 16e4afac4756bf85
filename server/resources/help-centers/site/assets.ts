/**
 * Files that pages load: the stylesheet with the colours of the help center, the script of the search field, the icon.
 * Their names bear a digest of what is in them, so that browsers keep them for good.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { s as h } from 'hastscript'
import { asset, type Asset } from '../../../http/asset.ts'
import { type Palette, paletteOf, type Tokens } from '../look/tokens.ts'
import type { Site } from './place.ts'

type Kind = 'css' | 'js' | 'svg'

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'files', name), 'utf8')

const STYLE = read('site.css')
const SCRIPT = read('suggest.js')

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12)
const STYLE_DIGEST = digest(STYLE)
const SCRIPT_DIGEST = digest(SCRIPT)

/** The address of a file as it is now, without the origin. */
export const assetAddress = (site: Site, kind: Kind): string => `${site.base}/-/${assetName(site, kind)}`

function assetName({ center }: Pick<Site, 'center'>, kind: Kind): string {
  if (kind === 'js') return `site-${SCRIPT_DIGEST}.js`
  const own = digest(JSON.stringify([kind === 'css' ? STYLE_DIGEST : '', paletteOf(center), center.theme]))
  return `site-${own}.${kind}`
}

export interface NamedAsset extends Asset {
  /** True if the name is that of the file as it is now. */
  isCurrent: boolean
}

/** @returns undefined for a name that no file ever had */
export function findAsset(site: Site, name: string): NamedAsset | undefined {
  const kind = /^site-[\w-]{12}\.(css|js|svg)$/.exec(name)?.[1] as Kind | undefined
  if (!kind) return undefined
  return { ...asset(kind, textOf(site, kind)), isCurrent: name === assetName(site, kind) }
}

function textOf({ center }: Site, kind: Kind): string {
  const palette = paletteOf(center)
  if (kind === 'js') return SCRIPT
  return kind === 'css' ? `${colors(palette, center.theme)}${STYLE}` : icon(palette)
}

function colors({ light, dark }: Palette, theme: string): string {
  if (theme === 'light') return `:root{color-scheme:light;${declarations(light)}}\n`
  if (theme === 'dark') return `:root{color-scheme:dark;${declarations(dark)}}\n`
  return `:root{color-scheme:light dark;${declarations(light)}}
@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}\n`
}

const declarations = (tokens: Tokens): string =>
  Object.entries(tokens)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';')

/** A speech bubble in the accent. */
const icon = ({ light }: Palette): string =>
  toHtml(
    h('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' }, [
      h('path', {
        fill: light.accent,
        d: 'M6 4h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z',
      }),
      h('path', {
        stroke: light['on-accent'],
        'stroke-width': 2.5,
        'stroke-linecap': 'round',
        d: 'M9 11h14M9 17h9',
      }),
    ]),
    { space: 'svg' },
  )
