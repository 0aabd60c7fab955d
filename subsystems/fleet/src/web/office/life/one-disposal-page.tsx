// The page of one disposal: how old the car is, what it drove and cost, what the appraiser found and under which clause it goes stands above everything else, for whoever decides reads that first.
import { ConsoleLink, dayAfter, dayOf, FactList, figure, MatterPage, pathOfStandard, queryText, standardQuery, useCan, useFacts, useNow, useSay, useScreenParam } from '@houqin/web-kit'
import type { Fact, Say, StepSheets, WireMatter } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cost, disposal, disposalInOrder } from '../../../contract/index.ts'
import { accountQuery } from '../../account/account-query.ts'
import { carIn } from './car-beside.ts'
import { PayInSheet } from './step-sheets.tsx'

const sheets: StepSheets = Object.freeze({ payIn: PayInSheet })
const { usable, appraised, appraiser, worth, appraisal } = disposal.facts
const found = Object.freeze({ usable, worth, appraised, appraiser, appraisal })

export function Screen(): ReactNode {
  const number = useScreenParam('id')
  return <MatterPage key={number} matter={disposal} number={number} sheets={sheets} lead={(shown) => <AtAGlance of={shown} />} />
}

function AtAGlance({ of }: { of: WireMatter }): ReactNode {
  const say = useSay()
  const reads = useCan(cost.id)('read')
  const shown = useFacts({ fields: found, values: of.facts, owner: disposal.id, filled: true })
  const ofCar = useCarFacts(reads ? carIn(of.form) : null, of.openedAt, say)
  const facts = [...ofCar, ...shown]
  return facts.length === 0 ? null : <section className="hq-panel" aria-label={say('车况和鉴定', 'The car and its appraisal')}><FactList facts={facts} /></section>
}

/** @param since when it was asked: the account is of the twelve months before, whoever reads it when. */
function useCarFacts(car: string | null, since: string, say: Say): readonly Fact[] {
  const to = dayOf(new Date(since))
  const days = { from: dayAfter(to, -364), to }
  const today = dayOf(useNow())
  const { data } = useQuery({ ...accountQuery(car ?? '', days), enabled: car !== null })
  const { data: rule } = useQuery({ ...standardQuery(disposalInOrder.id), enabled: car !== null })
  if (!data) return []
  const { vehicle: { boughtOn, odometer }, sums } = data
  const years = rule?.parameters.find(({ parameter, from, to: until }) => parameter === 'years' && from <= today && (until === null || until >= today))
  const km = Math.round(Number(sums?.['km'] ?? 0))
  return [
    { label: say('购置和车龄', 'Bought, and its age'), value: say(`${boughtOn} 购置，用了${ageText(boughtOn, today, say)}`, `Bought on ${boughtOn}, used for ${ageText(boughtOn, today, say)}`) },
    { label: say('里程', 'Odometer'), value: odometer === null ? '—' : `${figure(odometer)} km` },
    {
      label: say('提出前一年', 'The year before it was asked'), wide: true,
      value: (
        <ConsoleLink to={`/fleet/account${queryText({ vehicle: data.vehicle.id, ...days })}`}>
          {sums === null ? say('没有里程也没有费用', 'Neither kilometres nor costs') : say(`行驶 ${figure(km)} km，费用 ¥${figure(String(sums['total'] ?? '0'))}${sums['perKm'] === null ? '' : `，每公里 ${String(sums['perKm'])} 元`}`, `${figure(km)} km driven, ¥${figure(String(sums['total'] ?? '0'))} spent${sums['perKm'] === null ? '' : `, ¥${String(sums['perKm'])} a km`}`)}
        </ConsoleLink>
      ),
    },
    ...(years ? [{
      label: say('依据', 'Source'), wide: true,
      value: <>{say(`使用超过 ${years.value} 年可以更新，还能用的继续使用`, `It may be renewed after more than ${years.value} years of use; what is still usable is kept`)} · <ConsoleLink to={pathOfStandard(disposalInOrder.id)}>{years.cite.text}</ConsoleLink></>,
    }] : []),
  ]
}

function ageText(from: string, to: string, say: Say): string {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) - (to.slice(8) < from.slice(8) ? 1 : 0)
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return rest === 0 ? say(` ${years} 年`, `${years} years`) : say(` ${years} 年 ${rest} 个月`, `${years} years and ${rest} months`)
}
