/** The OpenAPI document of each version, and that of the settings, made when they are first asked for. */
import { openApiDocument } from '../http/openapi.ts'
import type { JsonSchema } from '../http/openapi-schemas.ts'
import { operations, settings } from '../operations.ts'
import type { Version } from '../versions/history.ts'
import { files, history } from '../versions/index.ts'
import { exampleFor } from './examples.ts'
import { groups, settingsGroups } from './groups.ts'
import { introduction, settingsIntroduction } from './introduction.ts'

/** @param url where the server is */
export function documentOf(version: Version, url: string): JsonSchema {
  const at = history.versions.indexOf(version)
  return openApiDocument(version, operations, {
    description: introduction(version, files[at]!, files[at - 1]),
    groups,
    example: (operation) => exampleFor(version, operation),
    url,
  })
}

/** @param url where the server is */
export const settingsDocument = (url: string): JsonSchema =>
  openApiDocument(history.newest, settings, {
    description: settingsIntroduction,
    groups: settingsGroups,
    example: (operation) => exampleFor(history.newest, operation),
    url,
    unversioned: 'Parley settings API',
  })

/** Stands for the server's address, which each reader may know by another name. */
const ADDRESS = 'parley:address'
const texts = new Map<Version | 'settings', string[]>()

/** The document as text. */
export function documentText(of: Version | 'settings', url: string): string {
  let text = texts.get(of)
  if (!text) {
    const document = of === 'settings' ? settingsDocument(ADDRESS) : documentOf(of, ADDRESS)
    texts.set(of, (text = JSON.stringify(document).split(JSON.stringify(ADDRESS))))
  }
  return text.join(JSON.stringify(url))
}
