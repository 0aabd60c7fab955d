// 数值对照表: the provisions whose figures drive code, each with unit, level, scope and dates. Whoever declares a value names its provision.
import { readFileSync } from 'node:fs'
import { decimal } from '@houqin/define'
import type { AnyStandard, Level } from '@houqin/define'
import { readingOf } from '../../contract/index.ts'
import type { Reading } from '../../contract/index.ts'
import type { ReadingRow } from './reading-rows.ts'

export interface CuratedFigure {
  /** Code of the reading row. */
  readonly provision: string
  /** As the rule gives them, in `unit`. */
  readonly figures: readonly string[]
  readonly unit: string
  readonly level: Level
  /** What the figure holds for. */
  readonly scope: string
  /** Days as YYYY-MM-DD; open where the rule names no end. */
  readonly from: string
  readonly to: string | null
}

// the file is ours, and a test reads every row of it
export const curatedFigures = JSON.parse(readFileSync(new URL('../../../data/parameters.json', import.meta.url), 'utf8')) as readonly CuratedFigure[]

const trust: readonly Reading[] = ['unconfirmed', 'secondHand', 'confirmed']

/**
 * Sentences for each declared value that does not stand to its provision: none named, none such, another number, unit, level or day, or a mark
 * that trusts it more than whoever read it. A rule the house made for itself (本局) names none.
 */
export function unboundFigures(standards: Iterable<AnyStandard>, curated: readonly CuratedFigure[], rows: readonly ReadingRow[]): readonly string[] {
  return [...standards].flatMap(({ id, parameters, values }) => values.flatMap((value) => {
    const at = `${id}: ${value.parameter}${value.key === undefined ? '' : `.${value.key}`} ${value.value}`
    const { provision, cite } = value
    if (provision === undefined) return cite.document.startsWith('本局') ? [] : [`${at}: names no provision; give the code of its reading row and bind it in data/parameters.json`]
    const bounds = curated.filter((one) => one.provision === provision)
    const bound = bounds.find((one) => one.unit === parameters[value.parameter]?.unit) ?? bounds[0]
    const row = rows.find(({ code }) => code === provision)
    if (!bound || !row) return [`${at}: names ${provision}, which ${row ? 'data/parameters.json does not bind' : 'is no reading row'}`]
    const unit = parameters[value.parameter]?.unit
    return [
      ...(bound.figures.some((figure) => decimal.compare(figure, value.value) === 0) ? [] : [`${at}: ${provision} says ${bound.figures.join(', ')}`]),
      ...(unit === bound.unit ? [] : [`${at}: is in ${unit ?? ''}, ${provision} in ${bound.unit}`]),
      ...(cite.level === bound.level ? [] : [`${at}: is of level ${cite.level}, ${provision} of ${bound.level}`]),
      ...(value.from >= bound.from && (bound.to === null || value.from <= bound.to) ? [] : [`${at}: holds from ${value.from}, ${provision} from ${bound.from}`]),
      ...(trust.indexOf(readingOf(cite.mark)) <= trust.indexOf(readingOf(row.mark)) ? [] : [`${at}: is marked ${cite.mark}, ${provision} ${row.mark}`]),
    ]
  }))
}
