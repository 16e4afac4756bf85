/** Collections of the demo's help center, in the order in which they are made; a section stands after its parent. */
interface Group {
  parent?: 'machines' | 'orders'
  name: string
  description: string
  icon: string
  translations: Record<'de' | 'ar', { name: string; description: string }>
}

export type CollectionKey =
  | 'machines'
  | 'cleaning'
  | 'repairs'
  | 'brewing'
  | 'orders'
  | 'delivery'
  | 'plans'
  | 'billing'
  | 'account'
  | 'developers'

export const COLLECTIONS: Record<CollectionKey, Group> = {
  machines: {
    name: 'Coffee machines',
    description: 'Choosing, setting up and looking after them',
    icon: 'devices-laptop',
    translations: {
      de: { name: 'Kaffeemaschinen', description: 'Auswählen, aufstellen und pflegen' },
      ar: { name: 'ماكينات القهوة', description: 'الاختيار والتركيب والعناية' },
    },
  },
  cleaning: {
    parent: 'machines',
    name: 'Cleaning',
    description: 'Every day, every week and every month',
    icon: 'book-bookmark',
    translations: {
      de: { name: 'Reinigung', description: 'Jeden Tag, jede Woche und jeden Monat' },
      ar: { name: 'التنظيف', description: 'كل يوم وكل أسبوع وكل شهر' },
    },
  },
  repairs: {
    parent: 'machines',
    name: 'Errors and repairs',
    description: 'Codes, noises, leaks and the guarantee',
    icon: 'tools-wrench',
    translations: {
      de: { name: 'Fehler und Reparaturen', description: 'Codes, Geräusche, Lecks und die Garantie' },
      ar: { name: 'الأعطال والإصلاح', description: 'الرموز والأصوات والتسرب والضمان' },
    },
  },
  brewing: {
    name: 'Coffee and brewing',
    description: 'Our coffees, and how to make the most of them',
    icon: 'food-coffee',
    translations: {
      de: { name: 'Kaffee und Zubereitung', description: 'Unsere Kaffees und wie sie am besten schmecken' },
      ar: { name: 'القهوة وتحضيرها', description: 'أنواع قهوتنا وكيف تحضّرها' },
    },
  },
  orders: {
    name: 'Orders and subscriptions',
    description: 'Ordering, changing, pausing and returning',
    icon: 'ecomms-cart',
    translations: {
      de: { name: 'Bestellungen und Abonnements', description: 'Bestellen, ändern, pausieren und zurücksenden' },
      ar: { name: 'الطلبات والاشتراكات', description: 'الطلب والتغيير والإيقاف والإرجاع' },
    },
  },
  delivery: {
    parent: 'orders',
    name: 'Delivery',
    description: 'Days, times, and where your parcel is',
    icon: 'ecomms-truck',
    translations: {
      de: { name: 'Lieferung', description: 'Tage, Zeiten und wo Ihr Paket ist' },
      ar: { name: 'التوصيل', description: 'الأيام والمواعيد ومكان طردك' },
    },
  },
  plans: {
    name: 'Plans and prices',
    description: 'Office, Office Plus and Café',
    icon: 'finance-pricetag',
    translations: {
      de: { name: 'Tarife und Preise', description: 'Office, Office Plus und Café' },
      ar: { name: 'الباقات والأسعار', description: 'Office وOffice Plus وCafé' },
    },
  },
  billing: {
    name: 'Billing',
    description: 'Invoices, cards and corrections',
    icon: 'finance-invoice',
    translations: {
      de: { name: 'Abrechnung', description: 'Rechnungen, Karten und Berichtigungen' },
      ar: { name: 'الفواتير والدفع', description: 'الفواتير والبطاقات والتصحيحات' },
    },
  },
  account: {
    name: 'Your account',
    description: 'Sign in, colleagues, e-mails and data',
    icon: 'users-user',
    translations: {
      de: { name: 'Ihr Konto', description: 'Anmeldung, Kollegen, E-Mails und Daten' },
      ar: { name: 'حسابك', description: 'الدخول والزملاء والرسائل والبيانات' },
    },
  },
  developers: {
    name: 'For developers',
    description: 'Ask for orders, and be told of them',
    icon: 'devices-code',
    translations: {
      de: { name: 'Für Entwickler', description: 'Bestellungen abfragen und sich benachrichtigen lassen' },
      ar: { name: 'للمطورين', description: 'الاستعلام عن الطلبات وتلقي الإشعارات' },
    },
  },
}
