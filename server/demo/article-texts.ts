/** Collections and articles of the demo's help center. The first text is English. */

interface Group {
  parent?: 'machines' | 'orders'
  name: string
  description: string
  icon: string
  translations: Record<string, { name: string; description: string }>
}

export type CollectionKey = 'machines' | 'cleaning' | 'orders' | 'delivery' | 'account'

export const COLLECTIONS: Record<CollectionKey, Group> = {
  machines: {
    name: 'Coffee machines',
    description: 'Setting up, brewing and repairs',
    icon: 'devices-laptop',
    translations: {
      fr: { name: 'Machines à café', description: 'Installation, préparation et réparations' },
      de: { name: 'Kaffeemaschinen', description: 'Aufstellen, Brühen und Reparaturen' },
    },
  },
  cleaning: {
    parent: 'machines',
    name: 'Cleaning',
    description: 'Every day, every week and every month',
    icon: 'book-bookmark',
    translations: { fr: { name: 'Nettoyage', description: 'Tous les jours, toutes les semaines, tous les mois' } },
  },
  orders: {
    name: 'Orders',
    description: 'Beans, subscriptions and returns',
    icon: 'ecomms-cart',
    translations: { de: { name: 'Bestellungen', description: 'Bohnen, Abonnements und Rücksendungen' } },
  },
  delivery: {
    parent: 'orders',
    name: 'Delivery',
    description: 'Where your parcel is',
    icon: 'ecomms-truck',
    translations: { fr: { name: 'Livraison', description: 'Où est votre colis' } },
  },
  account: { name: 'Your account', description: 'Sign in, invoices and data', icon: 'users-user', translations: {} },
}

interface Text {
  title: string
  body: string
}

interface ArticleText extends Text {
  collection: CollectionKey
  description: string
  state?: 'draft'
  translations?: Record<string, Text>
}

export const ARTICLES: ArticleText[] = [
  {
    collection: 'cleaning',
    title: 'Descaling your machine',
    description: 'Once a month, or when the light blinks',
    body: [
      '## You need',
      '- 20 g of citric acid\n- one litre of warm water',
      '## Steps',
      '1. Empty the tank.\n2. Pour the acid into the water and fill the tank.\n3. Press **Brew** and **Steam** for five seconds.\n4. Rinse *twice* with fresh water.',
      '<div class="intercom-interblocks-callout" style="background-color:#feedaf80;border-color:#fbc91633">\n\nNever use vinegar: it harms the seals.\n\n</div>',
    ].join('\n\n'),
    translations: {
      fr: {
        title: 'Détartrer la machine',
        body: '1. Videz le réservoir.\n2. Versez l’acide citrique.\n3. Rincez deux fois.',
      },
      de: {
        title: 'Maschine entkalken',
        body: '1. Leeren Sie den Tank.\n2. Füllen Sie Zitronensäure ein.\n3. Spülen Sie zweimal.',
      },
    },
  },
  {
    collection: 'cleaning',
    title: 'Cleaning the grinder',
    description: 'Old oil makes fresh beans bitter',
    body: 'Unplug the grinder first.\n\n| Part | How often |\n| - | - |\n| Hopper | every week |\n| Burrs | every month |\n\nBrush the burrs, do not wash them.',
    translations: { fr: { title: 'Nettoyer le moulin', body: 'Débranchez d’abord le moulin. Brossez les meules.' } },
  },
  {
    collection: 'machines',
    title: 'Setting up your machine',
    description: 'From the box to the first cup',
    body: '1. Rinse the tank.\n2. Fill it up to the line.\n3. Let one litre run through without coffee.',
    translations: {
      de: { title: 'Maschine aufstellen', body: '1. Spülen Sie den Tank.\n2. Füllen Sie ihn bis zur Linie.' },
    },
  },
  {
    collection: 'machines',
    title: 'Error codes E-01 to E-04',
    description: 'Blinking lights and their remedies',
    body: '| Code | Meaning |\n| - | - |\n| E-01 | The tank is empty |\n| E-02 | The machine is too hot |\n| E-03 | The grinder is blocked |\n| E-04 | Call us |',
    translations: {
      de: { title: 'Fehlercodes E-01 bis E-04', body: 'E-01: Der Tank ist leer. E-03: Das Mahlwerk ist blockiert.' },
    },
  },
  {
    collection: 'machines',
    title: 'Dialling in your espresso',
    description: 'Grind, dose and time',
    body: 'Begin with **18 g** in and **36 g** out in 27 seconds. Too sour: grind finer. Too bitter: grind coarser.',
    translations: { fr: { title: 'Régler votre expresso', body: 'Commencez par **18 g** pour 36 g en 27 secondes.' } },
  },
  {
    collection: 'machines',
    title: 'Guarantee and repairs',
    description: 'Two years on every part',
    body: 'Write to us with the number on the back of the machine. Repairs are free for two years.',
  },
  {
    collection: 'orders',
    title: 'Changing your subscription',
    description: 'Pause, skip or swap your beans',
    body: 'Open **Subscription** in your account. Changes before Monday noon count for the same week.',
    translations: {
      fr: { title: 'Modifier votre abonnement', body: 'Ouvrez **Abonnement** dans votre compte.' },
      de: { title: 'Abonnement ändern', body: 'Öffnen Sie **Abonnement** in Ihrem Konto.' },
    },
  },
  {
    collection: 'orders',
    title: 'Returns and refunds',
    description: 'Thirty days for machines, none for opened bags',
    body: 'Send the machine back within thirty days. We refund the price when the parcel has arrived.',
    translations: {
      de: { title: 'Rücksendung und Erstattung', body: 'Senden Sie die Maschine in dreißig Tagen zurück.' },
    },
  },
  {
    collection: 'delivery',
    title: 'Delivery times and tracking',
    description: 'We roast on Tuesdays and Thursdays',
    body: 'Orders leave on the day of roasting. The number in your e-mail tells where the parcel is.',
    translations: { fr: { title: 'Délais et suivi', body: 'Les commandes partent le jour de la torréfaction.' } },
  },
  {
    collection: 'delivery',
    title: 'A parcel is damaged',
    description: 'Two pictures are enough',
    body: 'Send us a picture of the box and one of its content. You need not send anything back.',
  },
  {
    collection: 'account',
    title: 'Resetting your password',
    description: 'The link works for two hours',
    body: 'Choose **Forgot password** on the sign-in page. Look into your spam folder if no e-mail comes.',
    translations: { fr: { title: 'Réinitialiser votre mot de passe', body: 'Choisissez **Mot de passe oublié**.' } },
  },
  {
    collection: 'account',
    title: 'Gift cards',
    description: 'Not on sale yet',
    state: 'draft',
    body: 'Gift cards of 20, 50 and 100 will be on sale in December.',
  },
]
