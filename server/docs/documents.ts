/** The OpenAPI document of each version, and that of the settings, made when they are first asked for. */
import { openApiDocument } from '../http/openapi.ts'
import type { JsonSchema } from '../http/openapi-schemas.ts'
import { operations, settings } from '../operations.ts'
import type { Version } from '../versions/history.ts'
import { files, history } from '../versions/index.ts'
import { exampleFor } from './examples.ts'
import { errorsFor } from './recorded-errors.ts'
import { groups, settingsGroups } from './groups.ts'
import { introduction, settingsIntroduction } from './introduction.ts'

/** @param url where the server is @param root the path in it that stands before its own paths */
export function documentOf(version: Version, url: string, root = ''): JsonSchema {
  const at = history.versions.indexOf(version)
  return openApiDocument(version, operations, {
    description: introduction(version, files[at]!, files[at - 1], root),
    groups,
    example: (operation) => exampleFor(version, operation),
    errors: (operation) => errorsFor(version, operation),
    url,
  })
}

/** @param url where the server is @param root the path in it that stands before its own paths */
export const settingsDocument = (url: string, root = ''): JsonSchema =>
  openApiDocument(history.newest, settings, {
    description: settingsIntroduction(root),
    groups: settingsGroups,
    example: (operation) => exampleFor(history.newest, operation),
    errors: (operation) => errorsFor(history.newest, operation),
    url,
    unversioned: 'Parley settings API',
  })

/** Where a reader finds the server. */
export interface Place {
  /** Such as `https://parley.example/support`. */
  url: string
  /** The path in it that stands before every path of the server's, such as `/support`. */
  root: string
}

/** Stand for a place's parts, which each reader may know by other names. */
const URL_MARK = 'parley:url'
const ROOT_MARK = 'parley:root'
const texts = new Map<Version | 'settings', string[]>()

/** The document as text. */
export function documentText(of: Version | 'settings', { url, root }: Place): string {
  let text = texts.get(of)
  if (!text) {
    const document = of === 'settings' ? settingsDocument(URL_MARK, ROOT_MARK) : documentOf(of, URL_MARK, ROOT_MARK)
    texts.set(of, (text = JSON.stringify(document).split(JSON.stringify(URL_MARK))))
  }
  return text.map((part) => part.replaceAll(ROOT_MARK, root)).join(JSON.stringify(url))
}
