/** Variations of a dynamic content in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { readWords } from '../../content/given-words.ts'
import type { Ctx } from '../../context.ts'
import { ApiError, apiError } from '../../http/errors.ts'
import { readLocale } from '../../http/given.ts'
import { described, Nullable } from '../../schema/types.ts'
import { getBrand } from '../brands/queries.ts'

const VariationInput = Type.Object({
  locale: Type.String({ maxLength: 35, description: 'The language, such as `en`.' }),
  brand_id: Type.Optional(
    Nullable(Type.String({ maxLength: 255, description: 'The id of the brand that it is for; null for all.' })),
  ),
  text_content: Type.Optional(
    Nullable(Type.String({ maxLength: 10_000, description: 'The text of an inline content.' })),
  ),
  json_blocks: Type.Optional(Nullable(Type.Array(Type.Unknown(), { description: 'The blocks of a block content.' }))),
  intentionally_empty: Type.Optional(
    Type.Boolean({ description: 'True if nothing is to be shown, rather than another variation.' }),
  ),
})

const MOST = 500

export const VariationsInput = described(
  Type.Array(VariationInput, { minItems: 1, maxItems: MOST }),
  'Its variations, one for each language and brand. The default language needs one for all brands.',
)

export interface NewVariation {
  locale: string
  brand_id: number | null
  body: string | null
  intentionally_empty: boolean
}

export const invalid = (message: string, field?: string) => apiError(422, 'validation_error', message, field)

/** The workspace must be locked, so that brands stay. @throws 422 validation_error */
export async function readVariations(
  ctx: Ctx,
  contentType: string,
  given: Static<typeof VariationInput>[],
): Promise<NewVariation[]> {
  const variations = await Promise.all(
    given.map(async ({ locale, brand_id, ...words }) => ({
      locale: readLanguage('locale', locale),
      brand_id: await readBrand(ctx, brand_id ?? null),
      ...readBody(ctx, contentType, words),
    })),
  )
  const places = variations.map(({ locale, brand_id }) => `${locale} ${brand_id}`)
  if (new Set(places).size < places.length) throw invalid('Variations must differ in locale or brand_id')
  return variations
}

/** @throws 422 validation_error */
export function requireDefault(defaultLocale: string, variations: Pick<NewVariation, 'locale' | 'brand_id'>[]): void {
  if (!variations.some(({ locale, brand_id }) => locale === defaultLocale && brand_id === null))
    throw invalid('The default locale needs a variation for all brands')
}

/** @throws 422 validation_error */
export function readLanguage(name: string, locale: string): string {
  try {
    return readLocale(name, locale)
  } catch (error) {
    throw error instanceof ApiError ? invalid(error.message, name) : error
  }
}

async function readBrand(ctx: Ctx, id: string | null): Promise<number | null> {
  if (id === null) return null
  try {
    return (await getBrand(ctx.db, ctx.workspaceId, id, ctx.workspace)).id
  } catch (error) {
    throw error instanceof ApiError ? invalid('brand_id is not the id of a brand', 'brand_id') : error
  }
}

function readBody(
  ctx: Ctx,
  contentType: string,
  {
    text_content,
    json_blocks,
    intentionally_empty = false,
  }: Omit<Static<typeof VariationInput>, 'locale' | 'brand_id'>,
): Pick<NewVariation, 'body' | 'intentionally_empty'> {
  const [own, other] = contentType === 'inline' ? ['text_content', 'json_blocks'] : ['json_blocks', 'text_content']
  const given = { text_content: text_content ?? null, json_blocks: json_blocks ?? null } as Record<string, unknown>
  if (given[other!] !== null) throw invalid(`${other} is not for ${contentType} content`, other)
  if (intentionally_empty) return { body: null, intentionally_empty }
  if (given[own!] === null) throw invalid(`${own} is required`, own)
  const body = json_blocks ? (readWords({ json_blocks }, invalid, ctx.note) ?? null) : (text_content ?? null)
  return { body, intentionally_empty }
}
