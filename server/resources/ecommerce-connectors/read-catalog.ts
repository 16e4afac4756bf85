/** Reads the file of a catalog, a JSON array of products, as it streams: no more than one batch is held. */
import { pipeline } from 'node:stream'
import Assembler from 'stream-json/assembler.js'
import { parser, type Token } from 'stream-json/parser.js'
import { exactNumber } from '../../exact-number.ts'
import { apiError } from '../../http/errors.ts'
import type { Details } from '../../bulk/request.ts'

const BATCH = 500
/** The most characters of one product, its punctuation counted roughly. */
const MOST_CHARACTERS = 1_000_000
const MOST_DEPTH = 64

const invalid = (message: string) => apiError(422, 'invalid_catalog_format', message)
const noArray = () => invalid('catalog must be a JSON array')
/** The message of the API, and which item it is about, counted from 0 as in other errors. */
const noObject = (at: number) =>
  invalid(`each item in the catalog array must be a JSON object, which catalog.${at} is not`)

/** @throws 422 invalid_catalog_format */
export async function* readCatalog(file: AsyncIterable<Buffer>): AsyncGenerator<Details[]> {
  let batch: Details[] = []
  let size = 0
  for await (const { product, characters } of readProducts(file)) {
    batch.push(product)
    size += characters
    if (batch.length < BATCH && size < MOST_CHARACTERS) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

async function* readProducts(file: AsyncIterable<Buffer>): AsyncGenerator<{ product: Details; characters: number }> {
  let depth = 0
  let began = false
  let characters = 0
  let at = -1
  let assembler: Assembler<Details> | undefined
  for await (const token of tokensOf(file)) {
    const { name } = token
    if (!began) {
      if (name !== 'startArray') throw noArray()
      began = true
      depth = 1
      continue
    }
    if (depth === 1 && name !== 'endArray') {
      at++
      if (name !== 'startObject') throw noObject(at)
      assembler = new Assembler<Details>()
      characters = 0
    }
    if (name === 'startObject' || name === 'startArray') depth++
    else if (name === 'endObject' || name === 'endArray') depth--
    characters += 2 + (name.endsWith('Chunk') ? (token as { value: string }).value.length : 0)
    if (characters > MOST_CHARACTERS || depth > MOST_DEPTH)
      throw invalid(`catalog.${at} is longer than ${MOST_CHARACTERS} characters, or nested too deep`)
    assembler?.consume(storable(token))
    if (depth !== 1 || !assembler) continue
    yield { product: assembler.current!, characters }
    assembler = undefined
  }
  if (!began) throw noArray()
}

/** PostgreSQL cannot keep NUL, nor half a surrogate pair; a number cannot hold every one that can be written. */
function storable(token: Token): Token {
  if (token.name === 'numberValue' && typeof exactNumber(token.value) === 'string')
    return { name: 'stringValue', value: token.value }
  if (token.name !== 'stringValue' && token.name !== 'keyValue') return token
  return { ...token, value: token.value.replaceAll('\0', '').toWellFormed() }
}

/** @throws 422 where the text is no JSON, or is not encoded in UTF-8 */
async function* tokensOf(file: AsyncIterable<Buffer>): AsyncGenerator<Token> {
  const tokens = parser.asStream({ packValues: true, streamValues: true })
  pipeline(textOf(file), tokens, () => {}) // the reader is told
  try {
    yield* tokens as AsyncIterable<Token>
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || message.startsWith('Parser ')) throw noArray()
    throw error
  }
}

async function* textOf(file: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of file) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}
