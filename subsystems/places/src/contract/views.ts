// What neighbours may read in SQL without knowing the tables of places 供邻居查询的视图.

/** Names of the views, schema included; they change only with a migration that keeps the old one. */
export const views = Object.freeze({ whereabouts: 'places.whereabouts', organSeat: 'places.organ_seat' } as const)

/** A row of `places.whereabouts`: every room and outdoor area that can be named as a place. */
export interface Whereabouts {
  readonly id: string
  readonly kind: 'room' | 'area'
  readonly site: string
  readonly site_name: string
  readonly name: string
}
/** A row of `places.organ_seat`: an organ's seats; `valid` is a `daterange`. */
export interface OrganSeat {
  readonly organ: string
  readonly site: string
  readonly main: boolean
  readonly valid: string
}
