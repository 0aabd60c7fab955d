// The page of one repair: what it costs, where and with which papers stands above everything else, for whoever decides reads that first.
import { FactList, MatterPage, useFacts, useSay, useScreenParam } from '@houqin/web-kit'
import type { StepSheets, WireMatter } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { repair } from '../../../contract/index.ts'
import { QuoteSheet, ReceiveSheet } from '../life/step-sheets.tsx'

const sheets: StepSheets = Object.freeze({ quote: QuoteSheet, requote: QuoteSheet, receive: ReceiveSheet })
const { quoted, shop, quotation, paid } = repair.facts
const toDecide = Object.freeze({ quoted, shop, quotation, paid })

export function Screen(): ReactNode {
  const number = useScreenParam('id')
  return <MatterPage key={number} matter={repair} number={number} sheets={sheets} lead={(shown) => <AtAGlance of={shown} />} />
}

function AtAGlance({ of: { facts } }: { of: WireMatter }): ReactNode {
  const say = useSay()
  const shown = useFacts({ fields: toDecide, values: facts, owner: repair.id, filled: true })
  return shown.length === 0 ? null : <section className="hq-panel" aria-label={say('报价', 'Quote')}><FactList facts={shown} /></section>
}
