/** The OpenAPI document of each version, made when it is first asked for. */
import { openApiDocument } from '../http/openapi.ts'
import type { JsonSchema } from '../http/openapi-schemas.ts'
import { operations } from '../resources/index.ts'
import type { Version } from '../versions/history.ts'
import { files, history } from '../versions/index.ts'
import { exampleFor } from './examples.ts'
import { groups } from './groups.ts'
import { introduction } from './introduction.ts'

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

/** Stands for the server's address, which each reader may know by another name. */
const ADDRESS = 'parley:address'
const texts = new Map<Version, string[]>()

/** The document as text. */
export function documentText(version: Version, url: string): string {
  let text = texts.get(version)
  if (!text) texts.set(version, (text = JSON.stringify(documentOf(version, ADDRESS)).split(JSON.stringify(ADDRESS))))
  return text.join(JSON.stringify(url))
}
