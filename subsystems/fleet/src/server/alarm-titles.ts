// What the house's alarms of cars are called 告警名.
import { fleet } from '../contract/index.ts'

const titles: ReadonlyMap<string, string> = new Map(
  Object.values(fleet.signals).flatMap((signal) => Object.entries(signal.alarms).map(([key, { title }]): [string, string] => [`${signal.id} ${key}`, title])),
)
/** In Chinese; of an alarm that is declared no more, its key. */
export const titleOfAlarm = (signal: string, alarm: string): string => titles.get(`${signal} ${alarm}`) ?? alarm
