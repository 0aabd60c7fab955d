// Where a row of a ledger leads 打开对象: the record it tells of, for a reader who may open it.
import { verbsOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { AnyStandard, Catalogue, SubjectRow } from '@houqin/define'

/** @returns for each row of the standard's ledger a path of the console; null where it opens none, or none to this reader. */
export function openingFor({ actor, catalogue, standard }: { actor: Actor; catalogue: Catalogue; standard: AnyStandard }): (row: Omit<SubjectRow<unknown>, 'subject'>) => string | null {
  const can = verbsOf(actor.principal, catalogue)
  return (row) => {
    // a list of standards forgets what their rows are; they came from its own ledger
    const path = standard.opens?.(row as never) ?? null
    const [, of = ''] = /^\/(?:registers|matters)\/([\w.-]+)/.exec(path ?? '') ?? []
    return can[of]?.includes('read') ? path : null
  }
}
