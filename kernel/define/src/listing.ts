// An entry of the catalogue of matters 事项目录: what anybody should know before he asks.
import type { Role } from './role.ts'
import type { Mark } from './citation.ts'

export interface Listing {
  /** Who answers for it. */
  readonly owner: Role
  /** Where the deadlines of its states do not tell how long it takes. */
  readonly limit?: string
  /** How whoever asked hears of it. */
  readonly feedback: string
  /** How people say it. */
  readonly keywords: readonly string[]
  /** The clauses it rests on; none where nobody has named one. */
  readonly bases: readonly { readonly document: string; readonly clause?: string; readonly mark: Mark }[]
}
