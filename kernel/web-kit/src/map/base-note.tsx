// Said on a map about its tiles 底图提示: whose they are, or that they do not come.
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import type { MapGround } from './map-wire.ts'

export function BaseNote({ base, away }: { base: MapGround['base']; away: boolean }): ReactNode {
  const say = useSay()
  if (!base) return null
  if (!away) return base.by === '' ? null : <p className="hq-map-by">{base.by}</p>
  return <output className="hq-map-note">{say('底图没有取到（服务器没有响应，或密钥不对、已用完），显示的是自带底图。车辆位置不受影响。', 'The base map does not come: its server is away, or the key is wrong or used up. The map shown is the one that comes with the house; positions are not affected.')}</output>
}
