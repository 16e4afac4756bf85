/** Banners: short words that contacts are shown until they dismiss them, each for an audience. */
import { dismissBanner } from './dismiss.ts'
import { listBannersOfContact } from './list-of-contact.ts'
import { bannerSettings } from './settings/index.ts'

export const banners = [listBannersOfContact, dismissBanner, ...bannerSettings]
