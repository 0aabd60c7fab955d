// The screens derived from a kind of matter: its list, asking for one, the page of one. Each can be made by hand instead.
import { auditor } from '@houqin/define'
import type { Group, Matter, Role, Screen } from '@houqin/define'
import { createElement } from 'react'
import type { ReactNode } from 'react'
import type { Inputs } from '../fields/record-form.tsx'
import { pathOfMatter } from '../parts/paths.ts'
import { useScreenParam } from '../parts/screen-param.ts'
import type { StepSheets } from './step-buttons.tsx'

export interface MatterOverrides {
  readonly group: Group
  readonly hidden?: boolean
  readonly who?: readonly Role[]
  /** Inputs of the asking made by hand, by field. */
  readonly inputs?: Inputs
  /** Dialogs of steps made by hand. */
  readonly steps?: StepSheets
  readonly actions?: ReactNode
  /** Whole pages made by hand. */
  readonly list?: Screen['load']
  readonly start?: Screen['load']
  readonly page?: Screen['load']
}

export function matterScreens(matter: Matter, { group, hidden = false, who, inputs, steps, actions, list, start, page }: MatterOverrides): readonly Screen[] {
  const path = pathOfMatter(matter.id)
  const common = { title: matter.title, group, who: who ?? [...matter.access.read, ...matter.access.start, auditor] }
  return [
    {
      ...common,
      path,
      hidden,
      load:
        list ??
        (async () => {
          const { MatterList } = await import('./matter-list.tsx')
          return { Screen: () => createElement(MatterList, { matter, ...(actions !== undefined && { actions }) }) }
        }),
    },
    {
      ...common,
      path: `${path}/new`,
      hidden: true,
      load:
        start ??
        (async () => {
          const { MatterStart } = await import('./matter-start.tsx')
          return { Screen: () => createElement(MatterStart, { matter, ...(inputs && { inputs }) }) }
        }),
    },
    {
      ...common,
      path: `${path}/$id`,
      hidden: true,
      load:
        page ??
        (async () => {
          const { MatterPage } = await import('./matter-page.tsx')
          return {
            Screen: function OneMatter() {
              const number = useScreenParam('id')
              return createElement(MatterPage, { key: number, matter, number, ...(steps && { sheets: steps }) })
            },
          }
        }),
    },
  ]
}
