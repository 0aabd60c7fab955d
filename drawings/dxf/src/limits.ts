// How much of a drawing is read: bounds that no plan of an office floor comes near and that keep a hostile file from holding a page.
export interface Limits {
  /** Bytes of one line; the rest of a longer one is thrown away. */
  readonly lineBytes: number
  /** Entities kept, blocks included; what follows is counted and not kept. */
  readonly entities: number
  /** Points of all kept entities together. */
  readonly points: number
  /** Lines and labels after blocks were drawn out. */
  readonly pieces: number
  /** Blocks placed, those within blocks included. */
  readonly placements: number
  /** Blocks within blocks. */
  readonly nesting: number
  /** Straight lines the wall graph takes, before they cut each other. */
  readonly walls: number
  /** Comparisons of one recognition: of lines, rings and labels that lie near each other. */
  readonly comparisons: number
  /** Crossings of walls. */
  readonly crossings: number
}

export const limits: Limits = Object.freeze({
  lineBytes: 65_536, entities: 500_000, points: 8_000_000, pieces: 1_000_000, placements: 200_000, nesting: 24, walls: 300_000, comparisons: 12_000_000, crossings: 1_000_000,
})

/** A coordinate that means something: finite, and within a million kilometres whatever the unit. */
export function isPlace(value: number): boolean {
  return value > -1e12 && value < 1e12
}
