/** A product of a catalog: its form in the file, and as it is kept and shown. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { sanitiseBody } from '../../html.ts'
import { UNUSABLE_NAME } from '../../http/body.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { bodyCheck } from '../../http/validate.ts'
import { described, model, Nullable } from '../../schema/types.ts'

const text = () => Type.Optional(Nullable(Type.String()))
const amount = () => Type.Optional(Nullable(Type.Number()))
const flag = () => Type.Optional(Nullable(Type.Boolean()))
const texts = () => Type.Optional(Nullable(Type.Array(Type.String())))

const GivenVariant = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 255 }),
  title: text(),
  price: amount(),
  compare_at_price: amount(),
  in_stock: flag(),
  image_url: text(),
  selected_options: Type.Optional(Nullable(Type.Array(Type.Object({ name: Type.String(), value: Type.String() })))),
  url: text(),
})

const GivenProduct = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 255 }),
  title: Type.String({ minLength: 1 }),
  url: Type.String(),
  description: text(),
  description_html: text(),
  featured_image_url: text(),
  image_urls: texts(),
  price_min: amount(),
  price_max: amount(),
  currency: Type.Optional(Nullable(Type.String({ pattern: '^[A-Z]{3}$' }))),
  in_stock: flag(),
  category_path: Type.Optional(Nullable(Type.Union([Type.String(), Type.Array(Type.String())]))),
  collections: texts(),
  tags: texts(),
  available_options: Type.Optional(
    Nullable(Type.Array(Type.Object({ name: Type.String(), values: Type.Array(Type.String()) }))),
  ),
  additional_data: Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
  variants: Type.Optional(Nullable(Type.Array(GivenVariant))),
})
type GivenProduct = Static<typeof GivenProduct>

const Variant = Type.Object({
  id: described(Type.String(), 'The id of the variant.'),
  title: described(Nullable(Type.String()), 'Its title; null for none.'),
  price: described(Nullable(Type.Number()), 'Its price; null for none.'),
  compare_at_price: described(Nullable(Type.Number()), 'The price before a discount; null for none.'),
  in_stock: described(Type.Boolean(), 'True if it can be bought.'),
  image_url: described(Nullable(Type.String()), 'The address of its picture, or of a picture of the product.'),
  selected_options: described(
    Type.Array(
      Type.Object({
        name: described(Type.String(), 'The name of the option.'),
        value: described(Type.String(), 'Its value for this variant.'),
      }),
    ),
    'Options that make it this variant.',
  ),
  url: described(Type.String(), 'The address of its page.'),
})

/** Details besides the id. */
const details = {
  title: described(Type.String(), 'The name.'),
  url: described(Type.String(), 'The address of its page.'),
  description: described(Nullable(Type.String()), 'The description, as HTML; null for none.'),
  featured_image_url: described(Nullable(Type.String()), 'The address of its picture; null for none.'),
  image_urls: described(Type.Array(Type.String()), 'Addresses of more pictures.'),
  price_min: described(Nullable(Type.Number()), 'The lowest price; null for none.'),
  price_max: described(Nullable(Type.Number()), 'The highest price; null for none.'),
  currency: described(Type.String(), 'The currency, in three letters.'),
  in_stock: described(Type.Boolean(), 'True if it, or one of its variants, can be bought.'),
  category_path: described(Type.Array(Type.String()), 'Its category, from the widest to the narrowest.'),
  collections: described(Type.Array(Type.String()), 'Collections that it belongs to.'),
  tags: described(Type.Array(Type.String()), 'Its keywords.'),
  available_options: described(
    Type.Array(
      Type.Object({
        name: described(Type.String(), 'The name of the option.'),
        values: described(Type.Array(Type.String()), 'Values to choose from.'),
      }),
    ),
    'Options to choose from.',
  ),
  additional_data: described(Type.Record(Type.String(), Type.Unknown()), 'Attributes of the shop’s own.'),
  variants: described(Type.Array(Variant), 'Its variants.'),
}
export type ProductDetails = Static<ReturnType<typeof Type.Object<typeof details>>>

export const Product = model('ecommerce_product', {
  type: Type.Literal('ecommerce_product'),
  id: described(Type.String(), 'The id, as the catalog gives it.'),
  ...details,
})

/** @param stored in whatever order the database has them */
export const presentProduct = (id: string, stored: ProductDetails): Static<typeof Product> => ({
  type: 'ecommerce_product',
  id,
  ...(Object.fromEntries(
    Object.keys(details).map((name) => [name, stored[name as keyof ProductDetails]]),
  ) as ProductDetails),
})

const check = bodyCheck(GivenProduct, 'ignore')

/** With all that follows from its variants. @throws 400 parameter_not_found, parameter_invalid */
export function readProduct(value: unknown): { id: string; details: ProductDetails } {
  if (hasUnusableName(value)) throw parameterInvalid(`Nothing in a product can be named ${UNUSABLE_NAME}`)
  check(value)
  const product = value as GivenProduct
  const url = secureAddress('url', product.url)
  const images = (product.image_urls ?? []).filter(isAddress)
  const featured = [product.featured_image_url, ...images].find(isAddress) ?? null
  const variants = (product.variants ?? []).map((variant) => presentVariant(variant, url, featured))
  const prices = variants.flatMap(({ price }) => (price === null ? [] : [price]))
  const description = product.description_html ?? product.description
  return {
    id: product.id,
    details: {
      title: product.title,
      url,
      description: description ? sanitiseBody(description) || null : null,
      featured_image_url: featured,
      image_urls: images,
      price_min: product.price_min ?? (prices.length > 0 ? Math.min(...prices) : null),
      price_max: product.price_max ?? (prices.length > 0 ? Math.max(...prices) : null),
      currency: product.currency ?? 'USD',
      in_stock: product.in_stock ?? variants.some(({ in_stock }) => in_stock),
      category_path: categoryOf(product.category_path),
      collections: product.collections ?? [],
      tags: product.tags ?? [],
      available_options: (product.available_options ?? []).map(({ name, values }) => ({ name, values })),
      additional_data: product.additional_data ?? {},
      variants,
    },
  }
}

/** At any depth, which the reader bounds. */
const hasUnusableName = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, UNUSABLE_NAME) || Object.values(value).some(hasUnusableName))

function presentVariant(
  { id, ...variant }: Static<typeof GivenVariant>,
  productUrl: string,
  image: string | null,
): Static<typeof Variant> {
  return {
    id,
    title: variant.title ?? null,
    price: variant.price ?? null,
    compare_at_price: variant.compare_at_price ?? null,
    in_stock: variant.in_stock ?? false,
    image_url: isAddress(variant.image_url) ? variant.image_url : image,
    selected_options: (variant.selected_options ?? []).map(({ name, value }) => ({ name, value })),
    url: isAddress(variant.url) ? variant.url : variantAddress(productUrl, id),
  }
}

function variantAddress(productUrl: string, id: string): string {
  const url = new URL(productUrl)
  url.searchParams.set('variant', id)
  return url.href
}

/** `Clothing > T-Shirts` as its steps. */
const categoryOf = (path: GivenProduct['category_path']): string[] =>
  (typeof path === 'string' ? path.split('>') : (path ?? [])).map((step) => step.trim()).filter(Boolean)

const isAddress = (value: string | null | undefined): value is string =>
  typeof value === 'string' && ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '')

function secureAddress(name: string, value: string): string {
  const url = URL.parse(value.trim())
  if (url?.protocol !== 'https:') throw parameterInvalid(`${name} must be an address that begins with https://`, name)
  return url.href
}
