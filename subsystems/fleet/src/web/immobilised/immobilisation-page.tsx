// 节假日封存: the days and the cars let off as any row's page, and what came of them.
import { RegisterRecord, useSay, useScreenParam } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { immobilisation } from '../../contract/index.ts'
import { VerificationTab } from './verification-tab.tsx'

export function Screen(): ReactNode {
  const say = useSay()
  const id = useScreenParam('id')
  return <RegisterRecord key={id} register={immobilisation} id={id} tabs={[{ title: say('核验', 'Verification'), Body: VerificationTab }]} />
}
