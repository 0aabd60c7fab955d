// What a text on a plan says: a size, a door number, a floor, the name of a room, or something else.

const square = /(?:^|[^\d.])(\d{1,5}(?:[.,]\d{1,3})?)\s*(?:㎡|m²|m2|m\^2|M2|平方米|平米|sq\.?\s?m|qm)(?![a-z\d])/i
/** `面积:23.5`, `S=23.5`, which say no unit. */
const namedArea = /(?:面积|使用面积|AREA|^S)\s*[::=]\s*(\d{1,5}(?:\.\d{1,3})?)\s*$/i

/** `23.50㎡` → `23.50`; undefined when the text says no area. */
export function saidArea(text: string): string | undefined {
  const found = (square.exec(text) ?? namedArea.exec(text))?.[1]
  return found === undefined || Number(found.replace(',', '.')) === 0 ? undefined : found.replace(',', '.')
}

/** A door number: `301`, `B102`, `3-12`, `A座501`. */
export function isDoorNumber(text: string): boolean {
  return /^(?:[A-Z]{1,2}|[A-Z]?[座区栋]|[A-Z]?[-－])?-?\d{3,4}(?:[-－]\d{1,2})?[A-Za-z]?(?:室|号)?$/i.test(text) || /^\d{1,2}[-－]\d{1,4}[A-Z]?$/i.test(text)
}

/** Measures, levels, scales, axes, door and window sizes: on every plan and never the name of a room. */
const noNames = [
  /^[\d\s.,'"`×xX*/+±:%°⌀φ=<>~-]+(mm|cm|m|ft|in)?$/i, // measures
  /^\d+'-?\s?\d*/, /^\d+[-\s]?\d*\/\d+"?/,
  /^[A-Z]{0,2}\d{0,2}[-']?$/i, // an axis
  /^(?:[MCFG]|LC|TLM|FM|JM|MLC|GC|BYC|FDM|JFM|YFM)[A-Z甲乙丙]{0,3}-?\d{2,6}/i, // door and window types
  /^\d{4}\s*(?:XO|SH|FX|DH|O\.?H\.?)?$/i, /(?:^|\s)\d{4,5}\s+(?:XO|O\.H\.|SH|FIX)/i,
  /^(?:H|h|FL|F\.L|CL|C\.H|CH|SL|BL|标高|层高|净高)\s*[.:=+±\d-]/i, /^(?:上|下|UP|DN|DOWN|上\d*|下\d*)$/i,
  /^(?:比例|SCALE|图号|图名|日期|设计|审核|校对|制图|NO\.|DATE|SHEET)/i, /^i\s*=|^\d+(?:\.\d+)?%$/, /^\p{L}{1,3}\s*[:=]\s*[+-]?\d/u, // Vn: 46 m³/h  /^(?:见|详|参|注[::]|SEE|TYP|NOTE)/i,
]

/** Whether a text can be the name of a room. */
export function isName(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const Chinese = /\p{Script=Han}/u.test(text)
  return letters >= (Chinese ? 1 : 2) && text.length <= 40 && !noNames.some((pattern) => pattern.test(text)) && floorOf(text) === undefined && saidArea(text) === undefined && !isDoorNumber(text)
}

const roomWord =
  /室|厅|房|间|库|卫|厕|走廊|走道|过道|通道|楼梯|电梯|前室|井|阳台|露台|门廊|食堂|餐|大堂|雨篷|办公|会议|档案|机要|茶水|盥洗|更衣|值班|传达|ROOM|HALL|OFFICE|KITCHEN|BATH|TOILET|\bW\.?C\b|CLOSET|GARAGE|LOBBY|CORRIDOR|STAIR|ELEV|LIFT|STORAGE|STORE|DECK|PORCH|DINING|LIVING|BED|UTIL|LAUNDRY|PANTRY|ENTRY|FOYER|MEETING|CONFERENCE|BALCONY|HABITACION|COCINA|BAÑO|SALA|COMEDOR|TERRAZA|RECEPTION|BREAK/i

/** Whether it is surely a room's name: it holds a word that rooms are called by. */
export function isRoomWord(text: string): boolean {
  return roomWord.test(text) && isName(text)
}

/** Layers that are called as what all rooms are, not as one room. */
const generic = /^房间|^房屋|^房$|轮廓|边界|面积|分隔|名称|编号|文字|家具|ROOMS?|SPACE|AREA|[$|_-]/i

/** Layers of one room each, called by what they hold: `SPACE_LOBBY`, `房间-值班室`. */
export const roomPrefix = /^(?:SPACE|ROOM|RM|房间|空间)[_-](?=.*\p{L})/iu

/** Whether a layer is called as one room is: `值班室`, `SPACE_LOBBY`. */
export function isRoomLayer(layer: string): boolean {
  const rest = layer.replace(roomPrefix, '')
  return rest !== layer ? isName(rest.replaceAll('_', ' ')) : isRoomWord(layer) && !generic.test(layer)
}
/** The room's name in the name of its layer. */
export function roomOfLayer(layer: string): string {
  const rest = layer.replace(roomPrefix, '')
  return rest === layer ? layer : rest.replaceAll('_', ' ')
}

const numerals = '零一二三四五六七八九十'
/** 十二 → 12, 3 → 3. */
function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  const [tens = '', ones = ''] = word.includes('十') ? word.split('十') : ['', word]
  const ten = word.includes('十') ? (tens === '' ? 1 : numerals.indexOf(tens)) : 0
  return ten * 10 + (ones === '' ? 0 : numerals.indexOf(ones))
}

const ordinals = ['GROUND', 'FIRST', 'SECOND', 'THIRD', 'FOURTH', 'FIFTH', 'SIXTH', 'SEVENTH', 'EIGHTH', 'NINTH', 'TENTH']

/** The floor a title names: `三层平面图` → 3, `地下一层` → -1, `B1` → -1, `首层` → 1, `SECOND FLOOR PLAN` → 2; undefined when it names none. */
export function floorOf(text: string): number | undefined {
  const below = /地下\s*([一二三四五六七八九十]+|\d{1,2})?\s*层|^(?:B|-)(\d)(?:F|层|\s|$)/i.exec(text)
  if (below) return -numberOf(below[1] ?? below[2] ?? '1')
  if (/^(?:首|底)层/.test(text)) return 1
  const storey = /^(?:第)?([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:[、~～至到-]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*)?(?:层|楼)(?:$|平面|建筑|布置|办公|房间|总|标)|^(\d{1,2})F(?:$|\s|平面)/i.exec(text)
  if (storey) return numberOf(storey[1] ?? storey[2] ?? '')
  const ordinal = new RegExp(`^(${ordinals.join('|')}|\\d{1,2}(?:ST|ND|RD|TH)|MAIN|UPPER)\\s+FLOOR`, 'i').exec(text)?.[1]?.toUpperCase()
  if (ordinal === undefined) return undefined
  if (ordinal === 'MAIN' || ordinal === 'GROUND') return 1
  if (ordinal === 'UPPER') return 2
  return /^\d/.test(ordinal) ? Number.parseInt(ordinal, 10) : ordinals.indexOf(ordinal)
}

/** Whether a text is the title of a plan. */
export function isTitle(text: string): boolean {
  return floorOf(text) !== undefined || /平面图|平面布置图|FLOOR\s*PLAN/i.test(text)
}
