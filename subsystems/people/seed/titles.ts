// What people in an organ are called 职务, from what the organ is.
import type { OrganCategory, OrganLevel, Rank } from '../src/contract/index.ts'

const headBySuffix: readonly (readonly [string, string])[] = [
  ['人民法院', '院长'], ['人民检察院', '检察长'], ['监察委员会', '书记、主任'], ['委员会', '主任'], ['党校', '常务副校长'], ['办公室', '主任'], ['公安分局', '局长'],
  ['派出所', '所长'], ['司法所', '所长'], ['街道办事处', '党工委书记'], ['大队', '大队长'], ['执法局', '局长'], ['分局', '局长'], ['总工会', '主席'],
  ['联合会', '主席'], ['联谊会', '会长'], ['协会', '主席'], ['红十字会', '常务副会长'], ['法学会', '会长'], ['宣传部', '部长'], ['组织部', '部长'], ['工作部', '部长'],
  ['局', '局长'], ['馆', '馆长'], ['站', '站长'], ['院', '院长'], ['所', '所长'], ['处', '主任'], ['宫', '主任'], ['中心', '主任'],
]
export function headTitle(organ: string): string {
  return headBySuffix.find(([suffix]) => organ.endsWith(suffix))?.[1] ?? '主任'
}
export function deputyTitle(organ: string, place: number): string {
  if (organ.endsWith('街道办事处')) return ['党工委副书记、办事处主任', '党工委副书记', '人大工委主任', '纪工委书记', '办事处副主任', '党工委委员、武装部部长'][place] ?? '办事处副主任'
  const head = headTitle(organ).split('、').at(-1) ?? '主任'
  const deputy = head.startsWith('常务') ? head.slice(2) : `副${head}`
  return place === 0 && organ.endsWith('局') ? `党组副书记、${deputy}` : deputy
}
const sections = ['办公室', '综合科', '法规科', '业务一科', '业务二科', '财务科', '人事科', '监督科', '规划科', '服务科', '信息科', '党建科', '督查科', '政策科'] as const
export function sectionTitle(place: number): string {
  const section = sections[place % sections.length] ?? '综合科'
  const chief = section === '办公室' ? '主任' : '科长'
  return `${section}${place < sections.length ? chief : `副${chief}`}`
}
export function staffTitle(kind: 'civil' | 'institution' | 'hired', rank: Rank): string {
  if (kind === 'hired') return '辅助人员'
  if (kind === 'institution') return rank === 'below' ? '工作人员' : '七级职员'
  return { countyChief: '二级巡视员', countyDeputy: '三级调研员', sectionChief: '一级主任科员', sectionDeputy: '三级主任科员', below: '科员' }[rank]
}

/** The authorised leadership posts 领导职数 by rank. */
export function leadershipOf({ category, level, short, establishment }: {
  category: OrganCategory
  level: OrganLevel
  short: string
  establishment: number
}): readonly { readonly rank: Rank; readonly count: number }[] {
  // The leaders of the district itself stand in the offices that serve them.
  if (short === '区委办' || short === '政府办' || short === '人大办' || short === '政协办')
    return [{ rank: 'countyChief', count: 1 }, { rank: 'countyDeputy', count: short === '区委办' ? 4 : 6 }, { rank: 'sectionChief', count: 2 }, { rank: 'sectionDeputy', count: 3 }]
  if (category === 'subdistrict') return [{ rank: 'sectionChief', count: 2 }, { rank: 'sectionDeputy', count: 7 }]
  if (level === 'county') return [{ rank: 'countyDeputy', count: 1 }, { rank: 'sectionChief', count: 3 }, { rank: 'sectionDeputy', count: 6 }]
  if (level === 'section') {
    if (establishment < 10) return [{ rank: 'sectionChief', count: 1 }, { rank: 'sectionDeputy', count: 1 }]
    return [{ rank: 'sectionChief', count: 1 }, { rank: 'sectionDeputy', count: establishment > 45 ? 4 : establishment > 20 ? 3 : 2 }]
  }
  if (level === 'sectionDeputy') return [{ rank: 'sectionDeputy', count: 1 }, { rank: 'below', count: 2 }]
  return [{ rank: 'below', count: establishment > 12 ? 2 : 1 }]
}
