// Said on a map whose tiles do not come 底图提示.
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'

export function BaseNote(): ReactNode {
  const say = useSay()
  return <output className="hq-map-note">{say('底图服务器没有响应,显示的是自带底图。车辆位置不受影响。', 'The base map’s server does not answer; the map shown is the one that comes with the house. Positions are not affected.')}</output>
}
