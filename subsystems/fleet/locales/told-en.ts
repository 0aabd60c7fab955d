// What an alarm saw, as the house wrote it down in Chinese, told in English 告警所见: subjects and first lines of inquiries. People's own words stay as they are.
import { boundsLimit, destinationLimit, evidenceInEnglish, fuelDropLimit, idlingLimit, immobilisedStandsStill, offHoursLimit, silenceLimit, speedLimit, unitInEnglish, unmovedSlipLimit, withoutSlipLimit } from '../src/contract/index.ts'

/** Each limit's own words, read off what it says of its own example. */
const measures = new Map<string, string>()
const advice = new Map<string, string>()
for (const limit of [speedLimit, idlingLimit, offHoursLimit, boundsLimit, fuelDropLimit, silenceLimit, withoutSlipLimit, unmovedSlipLimit, destinationLimit]) {
  const beyond = limit.examples.find(({ breach }) => breach)?.given
  const [found] = beyond === undefined ? [] : limit.check(beyond, { atMost: limit.values[0]?.value ?? '0' })
  if (!found || beyond === undefined) continue
  const before = (says: string): string => says.slice(0, says.indexOf(` ${beyond.measured} `))
  measures.set(before(found.says), before(found.en.says))
  advice.set(found.advice, found.en.advice)
}
for (const { given } of immobilisedStandsStill.examples)
  for (const found of immobilisedStandsStill.check(given, { atMost: immobilisedStandsStill.values[0]?.value ?? '0' })) advice.set(found.advice, found.en.advice)

const beyond = /^(?<measure>\D+) (?<value>[\d.]+) (?<unit>\S+?),超过 (?<limit>[\d.]+) (?<limitUnit>[^\s,]+)(?:,(?<evidence>.*))?$/u
const immobilised = /^封存期间行驶(?:,车速 (?<speed>[\d.]+) km\/h)?(?:,(?<evidence>.*))?$/u
const onHoliday = /^放假期间行驶 (?<km>[\d.]+) km,(?<from>[\d :-]+) 起$/u

/** `苏BJ1100 锡湖 V6 轿车:没有派车单行驶 14.0 km,超过 2.0 km,…` → `苏BJ1100 锡湖 V6 轿车: Driving without a slip for 14.0 km, above 2.0 km, …`; anything else as it is. */
export function told(zh: string): string {
  const after = /^[^,:。]+:(?!\d)/u.exec(zh)?.[0].length ?? 0 // the car, in a subject
  const [first = '', ...rest] = zh.slice(after).split('。')
  const seen = seenInEnglish(first)
  if (seen === undefined) return zh
  const [does, cite] = [rest[0] ?? '', rest[1] ?? '']
  const sentences = [
    seen, ...(does === '' ? [] : [advice.get(does) ?? does]),
    ...(cite === '' ? [] : [cite.replace(/^依据:/u, 'Source: ').replace(/ ?条号待核/u, ' (clause to be confirmed)')]),
  ]
  return `${zh.slice(0, after).replace(/:$/u, ': ')}${sentences.join('. ')}${sentences.length > 1 ? '.' : ''}`
}
function seenInEnglish(first: string): string | undefined {
  const { measure = '', value = '', unit = '', limit = '', limitUnit = '', evidence } = beyond.exec(first)?.groups ?? {}
  const measured = measures.get(measure)
  const where = (text: string | undefined): string => (text === undefined ? '' : `, ${evidenceInEnglish(text)}`)
  if (measured !== undefined) return `${measured} ${value} ${unitInEnglish(unit)}, above ${limit} ${unitInEnglish(limitUnit)}${where(evidence)}`
  const sealed = immobilised.exec(first)?.groups
  if (sealed) return `Driving while immobilised${sealed['speed'] === undefined ? '' : `, at ${sealed['speed']} km/h`}${where(sealed['evidence'])}`
  const holiday = onHoliday.exec(first)?.groups
  return holiday && `Driving on a holiday, ${String(holiday['km'])} km, from ${String(holiday['from'])}`
}
