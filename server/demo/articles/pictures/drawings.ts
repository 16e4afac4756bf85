/** The shapes of each picture, on a ground of 640 × 320. */
const STEEL = '#cfd3d1'
const DARK = '#2c2a28'
const BEAN = '#6b4630'
const WATER = '#7db7d6'
const WARM = '#d9822b'
const GREEN = '#2f7d5b'

const box = (x: number, y: number, width: number, height: number, fill: string, rest = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${fill}" ${rest}/>`
const line = (points: string, stroke = DARK, width = 4): string =>
  `<polyline points="${points}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`
const dot = (x: number, y: number, r: number, fill: string, rest = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${rest}/>`
const word = (x: number, y: number, text: string, rest = ''): string =>
  `<text x="${x}" y="${y}" text-anchor="middle" fill="${DARK}" ${rest}>${text}</text>`
const OUTLINE = `stroke="${DARK}" stroke-width="4"`
const arrow = (x: number, y: number, to: number): string =>
  line(`${x},${y} ${to},${y}`, GREEN, 7) +
  line(`${to - 18 * Math.sign(to - x)},${y - 16} ${to},${y} ${to - 18 * Math.sign(to - x)},${y + 16}`, GREEN, 7)

const ring = (n: number): string => {
  const angle = ((n - 5) * 26 * Math.PI) / 180
  const [x, y] = [320 + 96 * Math.sin(angle), 178 - 96 * Math.cos(angle)]
  const isNamed = n === 2 || n === 4
  return (
    (isNamed ? dot(x, y - 9, 24, n === 2 ? BEAN : WARM) : '') +
    word(x, y, String(n), isNamed ? 'style="fill:#fff"' : '')
  )
}

const burr = (x: number, y: number): string =>
  dot(x, y, 88, STEEL, OUTLINE) +
  Array.from({ length: 18 }, (_, n) => {
    const angle = (n * Math.PI) / 9
    const at = (r: number, turn = 0) => `${x + r * Math.cos(angle + turn)},${y + r * Math.sin(angle + turn)}`
    return line(`${at(36)} ${at(80, 0.28)}`, '#8b908d', 4)
  }).join('') +
  dot(x, y, 30, '#f3eee6', OUTLINE)

const valve = (x: number, isOpen: boolean): string =>
  box(x - 120, 176, 240, 30, STEEL, OUTLINE) +
  dot(x, 191, 30, '#b9bdbb', OUTLINE) +
  (isOpen ? box(x - 14, 182, 118, 18, GREEN, OUTLINE) : box(x - 9, 84, 18, 116, '#b3261e', OUTLINE)) +
  dot(x, 276, 16, isOpen ? GREEN : '#b3261e')

const carton = (x: number): string =>
  box(x - 78, 120, 156, 116, '#c79a6b', OUTLINE) + line(`${x - 78},154 ${x + 78},154`)

export const DRAWINGS: Record<string, string> = {
  tank:
    box(70, 50, 220, 230, STEEL, OUTLINE) +
    box(300, 90, 190, 190, '#eef5f8', OUTLINE) +
    `<rect x="304" y="142" width="182" height="134" fill="${WATER}"/>` +
    line('300,140 490,140', '#1d6d95', 4) +
    line('300,240 490,240', '#1d6d95', 2) +
    arrow(600, 185, 510) +
    dot(262, 84, 10, WARM),
  display:
    box(150, 50, 340, 220, DARK) +
    box(190, 86, 260, 110, '#0f1512', `stroke="${STEEL}" stroke-width="3"`) +
    `<text x="320" y="166" text-anchor="middle" fill="#ffb454" style="font-size:78px;letter-spacing:6px">E4</text>` +
    [220, 287, 354, 421].map((x) => dot(x, 234, 15, STEEL)).join(''),
  'grind-ring':
    dot(320, 170, 130, STEEL, OUTLINE) +
    dot(320, 170, 56, BEAN, OUTLINE) +
    Array.from({ length: 9 }, (_, n) => ring(n + 1)).join('') +
    `<polygon points="320,32 308,10 332,10" fill="${DARK}"/>`,
  burrs:
    burr(190, 160) + burr(450, 160) + line('320,200 320,110', GREEN, 7) + line('304,128 320,110 336,128', GREEN, 7),
  valve: valve(170, true) + valve(470, false),
  'serial-plate':
    box(120, 60, 400, 200, '#dfe3e1', OUTLINE) +
    [140, 500].flatMap((x) => [80, 240].map((y) => dot(x, y, 6, '#8b908d'))).join('') +
    `<text x="164" y="140" fill="${DARK}" style="font-size:44px;letter-spacing:2px">GR-2217</text>` +
    `<text x="166" y="190" fill="#55605c">2025-03</text>` +
    Array.from({ length: 49 }, (_, n) => n)
      .filter((n) => (n * n * 7 + n * 3) % 11 < 6)
      .map(
        (n) =>
          `<rect x="${386 + (n % 7) * 14}" y="${104 + Math.floor(n / 7) * 14}" width="14" height="14" fill="${DARK}"/>`,
      )
      .join(''),
  'water-filter':
    box(170, 50, 300, 230, '#eef5f8', OUTLINE) +
    `<rect x="174" y="100" width="292" height="176" fill="${WATER}" opacity="0.7"/>` +
    box(276, 132, 88, 120, '#fbfbf9', OUTLINE) +
    box(296, 252, 48, 26, STEEL, OUTLINE) +
    line('320,226 320,158', GREEN, 7) +
    line('304,176 320,156 336,176', GREEN, 7),
  week:
    [0, 1, 2, 3, 4, 5]
      .map((n) => {
        const isRoasting = n === 1 || n === 3
        return (
          box(46 + n * 94, 70, 80, 170, isRoasting ? BEAN : '#fbfbf9', OUTLINE) +
          word(86 + n * 94, 112, String(n + 1), isRoasting ? 'style="fill:#fff"' : '') +
          (isRoasting
            ? `<ellipse cx="${86 + n * 94}" cy="180" rx="20" ry="29" fill="#a9764f"/>` +
              `<path d="M${86 + n * 94},152 q14,28 0,56" fill="none" stroke="#fff" stroke-width="4"/>`
            : '')
        )
      })
      .join('') +
    arrow(196, 276, 262) +
    arrow(384, 276, 450),
  'two-pictures':
    box(40, 40, 260, 240, '#fbfbf9', OUTLINE) +
    box(340, 40, 260, 240, '#fbfbf9', OUTLINE) +
    carton(170) +
    box(186, 172, 46, 38, '#ffffff') +
    line('194,184 224,184', DARK, 3) +
    line('194,196 216,196', DARK, 3) +
    line('98,236 116,210 128,230 140,206', '#b3261e', 5) +
    carton(470) +
    line('392,154 366,110', DARK, 4) +
    line('548,154 574,110', DARK, 4) +
    box(430, 96, 34, 58, BEAN, OUTLINE) +
    box(474, 104, 34, 50, WARM, OUTLINE),
}
