// Reports 统计: those one may read, the figures of one with what each opens, and whether an exported sheet is as it left.
import type { Report, ReportCell, ReportColumn } from '@houqin/define'

export interface ReportTitle {
  readonly id: string
  readonly title: string
  /** The subsystem it belongs to, by id and in words. */
  readonly subsystem: { readonly id: string; readonly title: string }
}
export type ReportRow = Readonly<Record<string, ReportCell>>
/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface ReportAnswer<At = string> {
  readonly id: string
  readonly title: string
  readonly from: At
  readonly to: At
  /** Of a ledger as it stands, and when. */
  readonly asOf?: Report['asOf']
  readonly columns: Readonly<Record<string, ReportColumn>>
  readonly rows: readonly ReportRow[]
  /** For each row, the path that each of its figures opens. */
  readonly opens: readonly Readonly<Record<string, string>>[]
}
/**
 * `whole`: as it left this house, at `at`. `changed`: something in it was changed, or the signature is not of the key it names.
 * `unsigned`: it bears none, as after it was saved anew. `foreign`: signed by a key that is not among those given.
 */
export interface SheetJudgement {
  readonly state: 'whole' | 'changed' | 'unsigned' | 'foreign'
  /** ISO 8601. */
  readonly at: string | null
  /** The key it names. */
  readonly kid: string | null
}
