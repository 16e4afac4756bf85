/** Banners as the settings make them. */
import { createBanner } from './create.ts'
import { deleteBanner } from './delete.ts'
import { getBanner } from './get.ts'
import { listBanners } from './list.ts'
import { updateBanner } from './update.ts'

export const bannerSettings = [listBanners, getBanner, createBanner, updateBanner, deleteBanner]
