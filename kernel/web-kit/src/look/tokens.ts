// The colours and measures of the house, once for light and once for dark; every other file takes them from here.

export interface Palette {
  readonly accent: string
  /** Accent as a ground, such as the chosen entry of the rail. */
  readonly accentSoft: string
  /** The ground of a primary button, dark enough for white words in either mood. */
  readonly solid: string
  readonly success: string
  readonly warning: string
  readonly danger: string
  readonly ink: string
  readonly secondary: string
  readonly line: string
  /** Round what can be typed in or pressed. */
  readonly edge: string
  /** Behind everything. */
  readonly ground: string
  /** Behind text: tables, cards, forms. */
  readonly paper: string
  readonly hover: string
}

export const light: Palette = Object.freeze({
  accent: '#1F5AA6',
  accentSoft: '#E8EFF8',
  solid: '#1F5AA6',
  success: '#287B4E', // also a colour of text: 4.5 to 1 on every ground
  warning: '#D48806',
  danger: '#C8321F',
  ink: '#1B1F24',
  secondary: '#5B6470',
  line: '#E4E7EB',
  edge: '#C5CCD5',
  ground: '#F6F7F9',
  paper: '#FFFFFF',
  hover: '#F0F3F7',
})

/** The same hues, lifted until they stand 4.5 : 1 on dark paper. */
export const dark: Palette = Object.freeze({
  accent: '#6CA3E8',
  accentSoft: '#1F3350',
  solid: '#2B67B5',
  success: '#5DBB87',
  warning: '#E3A93B',
  danger: '#F0806F',
  ink: '#E6E9ED',
  secondary: '#A3ACB8',
  line: '#2F363F',
  edge: '#475161',
  ground: '#14181D',
  paper: '#1B2027',
  hover: '#242B34',
})

/** Chinese first: its punctuation is the office's. */
export const fontStack = '"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif'
/** For readers of English: a Chinese face would set its quotation marks and apostrophes as wide as a character. */
export const latinStack = `"Segoe UI","Helvetica Neue",Arial,"Noto Sans",${fontStack}`
export const corner = 6
/** Pixels at which a page leaves one column. */
export const deskFrom = 768

/** Base size of text and height of controls, in pixels. */
export interface Measure {
  readonly font: number
  readonly control: number
}
/** @param phone one column and thumbs. @param large 关怀模式: 20 px base, same functions. */
export function measureFor({ phone, large }: { phone: boolean; large: boolean }): Measure {
  if (large) return { font: 20, control: 48 }
  return { font: 14, control: phone ? 44 : 32 }
}
