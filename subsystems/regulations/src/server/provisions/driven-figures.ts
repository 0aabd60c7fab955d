// 条目与依据: which figures of which standards were taken from which provision, as the declarations say it.
import type { Catalogue } from '@houqin/define'
import type { DrivenFigure } from '../../contract/index.ts'

/** By the code of the provision. */
export function drivenFigures({ standards }: Catalogue): ReadonlyMap<string, readonly DrivenFigure[]> {
  const all = [...standards.values()].flatMap(({ id, title, parameters, values }) => values.flatMap(({ provision, parameter, value }) =>
    provision === undefined ? [] : [{ provision, standard: id, title, parameter: parameters[parameter]?.title ?? parameter, value, unit: parameters[parameter]?.unit ?? '' }]))
  return new Map([...Map.groupBy(all, ({ provision }) => provision)].map(([code, figures]) => [code, figures.map(({ provision: _, ...figure }) => figure)]))
}

/** The code of the provision behind a figure of a standard. */
export function provisionOf({ standards }: Catalogue, { standard, parameter }: { standard: string; parameter: string }): string | undefined {
  return standards.get(standard)?.values.find((value) => value.parameter === parameter && value.provision !== undefined)?.provision
}
