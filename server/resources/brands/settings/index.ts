/** Brands as the settings make and change them; the public API reads them. */
import { createBrand } from './create.ts'
import { deleteBrand } from './delete.ts'
import { updateBrand } from './update.ts'

export const brandSettings = [createBrand, updateBrand, deleteBrand]
