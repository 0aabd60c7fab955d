// What neighbours may read in SQL without knowing the tables of people 供邻居查询的视图.
import type { Rank } from './ranks.ts'

/** Names of the views, schema included; they change only with a migration that keeps the old one. */
export const views = Object.freeze({ personMainPost: 'people.person_main_post' } as const)

/** A row of `people.person_main_post`: one for each span of days in which a person held a main post. */
export interface PersonMainPost {
  readonly person: string
  readonly name: string
  readonly organ: string
  readonly organ_name: string
  readonly title: string
  readonly duty: 'head' | 'deputy' | 'section' | 'staff'
  readonly rank: Rank | null
  /** `daterange`; ask `valid @> day::date`. */
  readonly valid: string
}
