// The page of one repair: the derived one, whose asker answers in the sheet made by hand.
import { MatterPage, useScreenParam } from '@houqin/web-kit'
import type { StepSheets } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { repair } from '../contract/index.ts'
import { ConfirmStep, NotFixedStep } from './mine/confirm-sheet.tsx'

const sheets: StepSheets = Object.freeze({ confirm: ConfirmStep, notFixed: NotFixedStep })

export function Screen(): ReactNode {
  const number = useScreenParam('id')
  return <MatterPage key={number} matter={repair} number={number} sheets={sheets} />
}
