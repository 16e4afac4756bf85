/** The shop: its catalog, and one of its wholesale arm that waits for its end. */
import { fileOf } from '../http/upload.ts'
import { createEcommerceConnector } from '../resources/ecommerce-connectors/settings/create.ts'
import { uploadCatalog } from '../resources/ecommerce-connectors/upload-catalog.ts'
import type { Act } from './act.ts'
import type { Timeline } from './timeline.ts'

export const DEMO_SHOP = 'demo-catalog'
export const DEMO_WHOLESALE = 'demo-catalog-wholesale'

const shop = 'https://shop.fernhill.example/products'
const PRODUCTS = [
  {
    id: 'harbor-espresso',
    title: 'Harbor Espresso',
    url: `${shop}/harbor-espresso`,
    description: 'Our house espresso: chocolate, hazelnut and a long finish.',
    featured_image_url: 'https://shop.fernhill.example/images/harbor-espresso.jpg',
    currency: 'EUR',
    category_path: ['Coffee', 'Beans', 'Espresso'],
    collections: ['Best sellers'],
    tags: ['espresso', 'chocolate', 'dark roast'],
    available_options: [{ name: 'Size', values: ['250 g', '1 kg'] }],
    additional_data: { roast: 'dark' },
    variants: [
      {
        id: 'harbor-250',
        title: '250 g',
        price: 9.5,
        in_stock: true,
        selected_options: [{ name: 'Size', value: '250 g' }],
      },
      {
        id: 'harbor-1000',
        title: '1 kg',
        price: 32,
        in_stock: true,
        selected_options: [{ name: 'Size', value: '1 kg' }],
      },
    ],
  },
  {
    id: 'pour-over-set',
    title: 'Pour-over set',
    url: `${shop}/pour-over-set`,
    description: 'A dripper, a server and forty filters.',
    featured_image_url: 'https://shop.fernhill.example/images/pour-over-set.jpg',
    price_min: 49,
    price_max: 49,
    currency: 'EUR',
    in_stock: false,
    category_path: ['Equipment', 'Brewing'],
    collections: ['Gifts'],
    tags: ['gift', 'filter coffee'],
    additional_data: { roast: 'none' },
  },
]
const WHOLESALE = [{ id: 'harbor-10kg', title: 'Harbor Espresso, 10 kg', url: `${shop}/harbor-10kg` }]

export function planCatalog(timeline: Timeline, act: Act): void {
  timeline.add({ days: 35 }, async (at) => {
    await act(createEcommerceConnector, at, { body: { id: DEMO_SHOP, name: 'Fernhill shop' } })
    await act(createEcommerceConnector, at, { body: { id: DEMO_WHOLESALE, name: 'Fernhill wholesale' } })
  })
  timeline.add({ days: 1 }, (at) => act(uploadCatalog, at, catalog(DEMO_SHOP, PRODUCTS)))
  timeline.add({ minutes: 50 }, (at) => act(uploadCatalog, at, catalog(DEMO_WHOLESALE, WHOLESALE, { finalize: false })))
}

const catalog = (ecommerce_connector_id: string, products: object[], more: object = {}) => ({
  params: { ecommerce_connector_id },
  body: { catalog: fileOf(JSON.stringify(products)), ...more },
})
