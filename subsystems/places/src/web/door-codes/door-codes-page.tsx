// 门牌码: choose a floor, a building or the grounds, look at the sheets, print them on A4 and cut along the lines.
import { ChipChoice, Empty, Fault, PageHead, PrintOut, ProblemError, ProblemNotice, RowPicker, rowQuery, useSay, useSite, Waiting } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { site } from '../../contract/index.ts'
import { buildingsQuery, doorsQuery, floorsQuery, readCodes } from './door-codes-query.ts'
import type { Coded, Door, Extent } from './door-codes-query.ts'
import { DoorLabel } from './door-label.tsx'
import './door-codes.css'

const layouts = Object.freeze({ '8': { perPage: 8, code: 37 }, '12': { perPage: 12, code: 30 } } as const)
type Layout = keyof typeof layouts
const grounds = 'grounds'
const whole = 'whole'

export function Screen(): ReactNode {
  const say = useSay()
  const { site: asked } = useSite()
  const { data: first } = useQuery({ ...rowQuery(site.id, asked), enabled: asked !== '' })
  const [chosenSite, setSite] = useState<Ref | null>(null)
  const [chosenBuilding, setBuilding] = useState('')
  const [chosenFloor, setFloor] = useState('')
  const [layout, setLayout] = useState<Layout>('8')
  const at = chosenSite ?? (first ? { id: first.id, name: first.name } : null)
  const { data: buildings } = useQuery(buildingsQuery(at?.id ?? ''))
  const inBuilding = chosenBuilding === '' ? (buildings?.[0]?.id ?? grounds) : chosenBuilding
  const { data: floors } = useQuery(floorsQuery(at && inBuilding !== grounds ? inBuilding : ''))
  const onFloor = chosenFloor === '' ? (floors?.find((one) => one['number'] === 1)?.id ?? floors?.[0]?.id ?? '') : chosenFloor
  const extent: Extent | null = !at || !buildings ? null : inBuilding === grounds ? { kind: 'grounds', site: at.id } : onFloor === whole ? { kind: 'building', id: inBuilding } : onFloor === '' ? null : { kind: 'floor', id: onFloor }
  const { data: doors, error, refetch } = useQuery(doorsQuery(extent))
  return (
    <div className="pl-doors">
      <PageHead title={say('门牌码', 'Door codes')} />
      <div className="hq-panel pl-doors-choice">
        <label>
          <span>{say('场所', 'Site')}</span>
          <RowPicker
            register={site.id}
            chosen={at}
            clearable={false}
            label={say('场所', 'Site')}
            onChange={(row) => {
              setSite(row)
              setBuilding('')
              setFloor('')
            }}
          />
        </label>
        {at && (
          <label>
            <span>{say('楼栋', 'Building')}</span>
            <select
              className="hq-native"
              value={inBuilding}
              onChange={({ target }) => {
                setBuilding(target.value)
                setFloor('')
              }}
            >
              {(buildings ?? []).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name.replace(`${at.name} `, '')}
                </option>
              ))}
              <option value={grounds}>{say('室外区域', 'Grounds')}</option>
            </select>
          </label>
        )}
        {at && inBuilding !== grounds && (
          <label>
            <span>{say('楼层', 'Floor')}</span>
            <select className="hq-native" value={onFloor} onChange={({ target }) => setFloor(target.value)}>
              {(floors ?? []).map((one) => (
                <option key={one.id} value={one.id}>
                  {String(one['name'])}
                </option>
              ))}
              <option value={whole}>{say('整栋楼', 'Whole building')}</option>
            </select>
          </label>
        )}
        <fieldset>
          <legend>{say('每页', 'A page')}</legend>
          <ChipChoice
            options={[
              { key: '8', label: say('8 张', '8 labels') },
              { key: '12', label: say('12 张', '12 labels') },
            ]}
            chosen={[layout]}
            onChange={([key]) => setLayout(key === '12' ? '12' : '8')}
          />
        </fieldset>
      </div>
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {!at && <Empty title={say('先选一处场所', 'Choose a site first')}>{say('选好楼栋和楼层后，这里会排出可以打印的门牌。', 'When building and floor are chosen, the sheets to print appear here.')}</Empty>}
      {at && !doors && !error && <Waiting lines={6} />}
      {doors && (doors.length === 0 ? <Empty title={say('这里还没有登记房间', 'No rooms are entered here')}>{say('在“房间”里登记后，就能打印门牌。', 'Enter them under Rooms, then print.')}</Empty> : <Sheets key={JSON.stringify(extent)} doors={doors} layout={layout} />)}
    </div>
  )
}

function Sheets({ doors, layout }: { doors: readonly Door[]; layout: Layout }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [codes, setCodes] = useState<ReadonlyMap<string, Coded>>(new Map())
  const [done, setDone] = useState(0)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [printing, setPrinting] = useState(false)
  const printed = useCallback(() => setPrinting(false), [])
  useEffect(() => {
    let left = false
    readCodes({ client, doors, told: (count) => !left && setDone(count) }).then(
      (found) => !left && setCodes(found),
      (thrown: unknown) => {
        if (!(thrown instanceof ProblemError)) throw thrown
        if (!left) setProblem(thrown)
      },
    )
    return () => {
      left = true
    }
  }, [client, doors])
  const { perPage, code } = layouts[layout]
  const pages = Array.from({ length: Math.ceil(doors.length / perPage) }, (_, page) => doors.slice(page * perPage, (page + 1) * perPage))
  const ready = codes.size === doors.length
  const sheets = pages.map((page, place) => (
    <section key={place} className="pl-sheet" data-per-page={layout} aria-label={say(`第 ${place + 1} 页`, `Page ${place + 1}`)}>
      {page.map((door) => (
        <DoorLabel key={door.id} door={door} coded={codes.get(door.id)} size={code} />
      ))}
    </section>
  ))
  return (
    <>
      <div className="hq-row pl-doors-print">
        <Button type="primary" disabled={!ready} onClick={() => setPrinting(true)}>
          {say(`打印 ${pages.length} 页`, `Print ${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`)}
        </Button>
        <output className="hq-secondary">
          {ready ? say(`${doors.length} 张门牌，编码长期有效，重印不变`, `${doors.length} labels; codes stay valid for ever`) : say(`正在准备编码 ${done} / ${doors.length}`, `Preparing codes ${done} / ${doors.length}`)}
        </output>
      </div>
      <ProblemNotice problem={problem} />
      {[...codes.values()].some(({ url }) => isOnlyHere(url)) && (
        <p className="hq-warning">
          {say('编码里的地址只有这台机器打得开。请系统管理员用 --public-url 设好对外地址，再打印张贴。', 'The address in the codes opens on this machine only. Have --public-url set before you print and put them up.')}
        </p>
      )}
      <div className="pl-sheets">{sheets}</div>
      {printing && <PrintOut onDone={printed}>{sheets}</PrintOut>}
    </>
  )
}

/** What is printed hangs on doors for years: an address nobody else can open must be noticed before. */
function isOnlyHere(url: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(url, location.href).hostname)
}
