// What an alarm saw, as the house wrote it down in Chinese, told in English 告警所见: subjects and first lines of inquiries. People's own words stay as they are.
import { evidenceInEnglish, unitInEnglish } from '../src/contract/index.ts'

// a console is given no examples to read these from; the test holds them against what each limit says itself
const measures: Readonly<Record<string, string>> = Object.freeze({
  车速: 'Speed', 停车不熄火: 'Standing with the engine on for', 夜间或节假日没有派车单行驶: 'Driving at night or on a day off without a slip for', 在行政区域外或禁止区域内: 'Outside the district or in a forbidden place for',
  停车期间油量下降: 'Fuel fell while it stood by', 终端没有消息: 'Nothing heard of the terminal for', 没有派车单行驶: 'Driving without a slip for', 派车单占用车辆却没有行驶: 'A slip held the car and it did not drive for',
  离批准的目的地最近: 'Never nearer to the approved destination than',
})
const advice: Readonly<Record<string, string>> = Object.freeze({
  '核实用车事由：确因工作的补办手续，没有事由的按公车私用处理': 'Ask what it was for: where work needed it file the papers afterwards, else it was private use',
  核实是否批准跨区域用车: 'Ask whether driving there was approved',
  '联系驾驶员和使用单位核实：确因工作的补派车单，没有事由的按公车私用处理': 'Ask the driver and the organ: where work needed it write the slip afterwards, else it was private use',
  '核实这一单的里程和费用，没有用车的收回派车单': 'Check kilometres and costs of the slip, and call it back where nobody drove',
  '核实是否改了行程：临时改目的地的在事项里说明，去了别处的按违规用车处理': 'Ask whether the journey was changed: say so in the matter, else it was used for something else',
  '联系使用单位核实：确因工作需要的补办手续并列入不封存车辆，没有批准的停驶并说明情况': 'Ask the organ that uses it: where work needs it let it off and file the papers afterwards, else have it stopped and explained',
})

// what was written down before the house wrote Chinese commas has narrow ones
const beyond = /^(?<measure>\D+) (?<value>[\d.]+) (?<unit>\S+?)[,，]超过 (?<limit>[\d.]+) (?<limitUnit>[^\s,，]+)(?:[,，](?<evidence>.*))?$/u
const immobilised = /^封存期间行驶(?:[,，]车速 (?<speed>[\d.]+) km\/h)?(?:[,，](?<evidence>.*))?$/u
const onHoliday = /^放假期间行驶 (?<km>[\d.]+) km[,，](?<from>[\d :-]+) 起$/u

/** `苏BJ1100 锡湖 V6 轿车：没有派车单行驶 14.0 km，超过 2.0 km，…` → `苏BJ1100 锡湖 V6 轿车: Driving without a slip for 14.0 km, above 2.0 km, …`; anything else as it is. */
export function told(zh: string): string {
  const after = /^[^,:，：。]+[:：](?!\d)/u.exec(zh)?.[0].length ?? 0 // the car, in a subject
  const [first = '', ...rest] = zh.slice(after).split('。')
  const seen = seenInEnglish(first)
  if (seen === undefined) return zh
  const [does, cite] = [rest[0] ?? '', rest[1] ?? '']
  const sentences = [
    seen, ...(does === '' ? [] : [advice[does.replaceAll(',', '，').replaceAll(':', '：')] ?? does]),
    ...(cite === '' ? [] : [cite.replace(/^依据[:：]/u, 'Source: ').replace(/ ?条号待核/u, ' (clause to be confirmed)')]),
  ]
  return `${zh.slice(0, after).replace(/[:：]$/u, ': ')}${sentences.join('. ')}${sentences.length > 1 ? '.' : ''}`
}
function seenInEnglish(first: string): string | undefined {
  const { measure = '', value = '', unit = '', limit = '', limitUnit = '', evidence } = beyond.exec(first)?.groups ?? {}
  const measured = measures[measure]
  const where = (text: string | undefined): string => (text === undefined ? '' : `, ${evidenceInEnglish(text)}`)
  if (measured !== undefined) return `${measured} ${value} ${unitInEnglish(unit)}, above ${limit} ${unitInEnglish(limitUnit)}${where(evidence)}`
  const sealed = immobilised.exec(first)?.groups
  if (sealed) return `Driving while immobilised${sealed['speed'] === undefined ? '' : `, at ${sealed['speed']} km/h`}${where(sealed['evidence'])}`
  const holiday = onHoliday.exec(first)?.groups
  return holiday && `Driving on a holiday, ${String(holiday['km'])} km, from ${String(holiday['from'])}`
}
