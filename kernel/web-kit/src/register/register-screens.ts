// The screens derived from a register: its list, a row, entering one. Any of them can be replaced by one made by hand.
import type { Group, Register, Role, Screen } from '@houqin/define'
import { auditor } from '@houqin/define'
import { createElement } from 'react'
import type { ReactNode } from 'react'
import type { Inputs } from '../fields/record-form.tsx'
import { pathOfRegister } from '../parts/paths.ts'
import { useScreenParam } from '../parts/screen-param.ts'
import type { Cells } from './register-list.tsx'
import type { RecordTab } from './register-record.tsx'

export interface RegisterOverrides {
  readonly group: Group
  /** Found by search and links, not in the rail. */
  readonly hidden?: boolean
  readonly who?: readonly Role[]
  /** Cells of the list made by hand, by field. */
  readonly cells?: Cells
  /** Inputs of the form made by hand, by field. */
  readonly inputs?: Inputs
  /** Further tabs of a row's page. */
  readonly tabs?: readonly RecordTab[]
  /** Beside the title of the list. */
  readonly actions?: ReactNode
  /** Whole pages made by hand. */
  readonly list?: Screen['load']
  readonly record?: Screen['load']
}

export function registerScreens(register: Register, { group, hidden = false, who, cells, inputs, tabs, actions, list, record }: RegisterOverrides): readonly Screen[] {
  const path = pathOfRegister(register.id)
  const common = { title: register.title, group, who: who ?? [...register.access.read, auditor] }
  return [
    {
      ...common,
      path,
      hidden,
      load:
        list ??
        (async () => {
          const { RegisterList } = await import('./register-list.tsx')
          return { Screen: () => createElement(RegisterList, { register, ...(cells && { cells }), ...(actions !== undefined && { actions }) }) }
        }),
    },
    {
      ...common,
      path: `${path}/new`,
      hidden: true,
      load: async () => {
        const { RegisterEntry } = await import('./record-edit.tsx')
        return { Screen: () => createElement(RegisterEntry, { register, ...(inputs && { inputs }) }) }
      },
    },
    ...importScreens(register, common),
    {
      ...common,
      path: `${path}/$id`,
      hidden: true,
      load:
        record ??
        (async () => {
          const { RegisterRecord } = await import('./register-record.tsx')
          return {
            Screen: function Record() {
              const id = useScreenParam('id')
              return createElement(RegisterRecord, { key: id, register, id, ...(inputs && { inputs }), ...(tabs && { tabs }) })
            },
          }
        }),
    },
  ]
}

/** Bringing in a whole ledger, where the register is open for it. */
function importScreens(register: Register, common: Pick<Screen, 'title' | 'group'>): readonly Screen[] {
  const who = register.access.import ?? []
  if (who.length === 0) return []
  const path = `${pathOfRegister(register.id)}/import` as const
  return [
    {
      ...common, who, path, hidden: true,
      load: async () => {
        const { ImportStart } = await import('../import/import-start.tsx')
        return { Screen: () => createElement(ImportStart, { register }) }
      },
    },
    {
      ...common, who, path: `${path}/$import`, hidden: true,
      load: async () => {
        const { ImportPage } = await import('../import/import-page.tsx')
        return {
          Screen: function Import() {
            const id = useScreenParam('import')
            return createElement(ImportPage, { key: id, register, id })
          },
        }
      },
    },
    ...(Object.values(register.fields).some(({ kind }) => kind === 'files') ? [{
      ...common, who, path: `${path}/files/$import` as const, hidden: true,
      load: async () => {
        const { FileImportPage } = await import('../import/file-import-page.tsx')
        return {
          Screen: function FileImport() {
            const id = useScreenParam('import')
            return createElement(FileImportPage, { key: id, register, id })
          },
        }
      },
    }] : []),
  ]
}
