// What the terminals' alarm bits are called 终端报警名.
import { useSay } from '@houqin/web-kit'
import { useCallback } from 'react'

const names: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  sos: ['紧急报警', 'Emergency'], overspeed: ['超速', 'Overspeed'], fatigue: ['疲劳驾驶', 'Fatigue'], danger: ['危险预警', 'Danger'], gnssFault: ['定位模块故障', 'Positioning fault'],
  antennaOpen: ['天线断开', 'Antenna open'], antennaShort: ['天线短路', 'Antenna shorted'], underVoltage: ['主电源欠压', 'Supply low'], powerCut: ['主电源断电', 'Supply cut'],
  overspeedWarning: ['超速预警', 'Overspeed warning'], fatigueWarning: ['疲劳预警', 'Fatigue warning'], drivenTooLong: ['当天累计驾驶超时', 'Driven too long'], parkedTooLong: ['超时停车', 'Parked too long'],
  area: ['进出区域', 'Area crossed'], route: ['进出路线', 'Route crossed'], offRoute: ['路线偏离', 'Off route'], fuelAbnormal: ['油量异常', 'Fuel abnormal'], stolen: ['车辆被盗', 'Stolen'],
  illegalIgnition: ['非法点火', 'Illegal ignition'], illegalMove: ['非法位移', 'Illegal move'], collision: ['碰撞', 'Collision'], rollover: ['侧翻预警', 'Rollover'], illegalDoor: ['非法开门', 'Illegal door'],
}
export function useAlarmWords(): (name: string) => string {
  const say = useSay()
  return useCallback((name) => {
    const known = names[name]
    return known ? say(known[0], known[1]) : say(`终端报警 ${name}`, name)
  }, [say])
}
