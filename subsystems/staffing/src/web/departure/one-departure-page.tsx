// The page of one departure: the derived one, whose button 办交接 leads to the checklist on it.
import { MatterPage, useScreenParam } from '@houqin/web-kit'
import type { StepSheetProps, StepSheets } from '@houqin/web-kit'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { departure } from '../../contract/index.ts'
import { checklistId } from './items.ts'

const sheets: StepSheets = Object.freeze({ settle: ToTheList })

export function Screen(): ReactNode {
  const number = useScreenParam('id')
  return <MatterPage key={number} matter={departure} number={number} sheets={sheets} />
}

/** Nothing to fill in: each item has its own buttons. */
function ToTheList({ onClose }: StepSheetProps): ReactNode {
  useEffect(() => {
    document.getElementById(checklistId)?.scrollIntoView({ behavior: 'smooth', block: 'start' })
    onClose()
  })
  return null
}
