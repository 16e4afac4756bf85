/** Brands: the names under which one workspace talks to contacts. */
import { getBrand } from './get.ts'
import { listBrands } from './list.ts'
import { brandSettings } from './settings/index.ts'

export const brands = [listBrands, getBrand, ...brandSettings]
