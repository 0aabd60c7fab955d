// The 92 sites 场所 of the invented district: seven managed buildings, and where everybody else works.
import { subdistricts } from '@houqin/people/seed'
import type { SiteKind } from '../src/contract/index.ts'

/** A building of a managed site: its share of the site's area and its floors. */
export interface BuildingLine {
  readonly name: string
  readonly share: number
  readonly above: number
  readonly below: number
  readonly builtIn: number
}
export interface SiteLine {
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  /** 建筑面积 in ㎡: exact for managed sites, a weight for the others. */
  readonly area: string
  /** Short names of the organs that sit there. */
  readonly organs: readonly string[]
  readonly buildings?: readonly BuildingLine[]
}

export const managedSites: readonly SiteLine[] = [
  {
    name: '机关大院', kind: 'office', address: '清溪区县前街 1 号', area: '31216.42',
    organs: [
      '区委办', '政府办', '人大办', '政协办', '组织部', '宣传部', '统战部', '政法委', '编办', '机关工委', '巡察办', '纪委监委', '发改委', '财政局', '机关事务局',
      '后勤中心', '人大监司委', '人大财经委', '人大教科文卫委', '人大环资城建委', '人大社建委', '政协提案委', '政协经科委', '政协社法委', '政协文史委', '公车中心', '会议中心',
      '支付中心', '核算中心', '评审中心', '网信办',
    ],
    buildings: [
      { name: '1号楼', share: 0.36, above: 7, below: 1, builtIn: 1998 }, { name: '2号楼', share: 0.24, above: 6, below: 0, builtIn: 1998 },
      { name: '3号楼', share: 0.2, above: 5, below: 0, builtIn: 2003 }, { name: '4号楼', share: 0.11, above: 4, below: 0, builtIn: 1987 },
      { name: '食堂综合楼', share: 0.09, above: 2, below: 0, builtIn: 2006 },
    ],
  },
  {
    name: '南长大楼', kind: 'office', address: '清溪区南浦路 188 号', area: '20870.15',
    organs: ['教育局', '民政局', '司法局', '人社局', '审计局', '统计局', '退役军人局', '应急局', '老干部局', '信访局', '普查中心', '审计中心', '仲裁院', '劳动监察大队', '考试中心', '资助中心', '教育后勤中心', '安监大队'],
    buildings: [{ name: '主楼', share: 0.84, above: 14, below: 1, builtIn: 2001 }, { name: '附楼', share: 0.16, above: 4, below: 0, builtIn: 2001 }],
  },
  {
    name: '建设大厦', kind: 'office', address: '清溪区长堤路 66 号', area: '23455.80',
    organs: ['住建局', '城管局', '交通局', '水务局', '资规分局', '城市更新局', '人防办', '征收中心', '质安站', '保障房中心', '公路中心', '河道中心', '排水中心', '停车中心', '人防站', '投促局', '商务局'],
    buildings: [{ name: '主楼', share: 1, above: 16, below: 2, builtIn: 2009 }],
  },
  {
    name: '行政审批中心', kind: 'serviceHall', address: '清溪区文昌大道 300 号', area: '18342.66',
    organs: ['行政审批局', '数据局', '政务中心', '交易中心', '热线中心', '代办中心', '大数据中心', '采购中心', '不动产中心', '社保中心', '医保局', '医保中心'],
    buildings: [{ name: '主楼', share: 1, above: 6, below: 1, builtIn: 2014 }],
  },
  {
    name: '区委党校', kind: 'school', address: '清溪区望湖西路 9 号', area: '16508.37', organs: ['区委党校', '党教中心'],
    buildings: [
      { name: '教学楼', share: 0.34, above: 4, below: 0, builtIn: 2020 }, { name: '综合楼', share: 0.3, above: 5, below: 0, builtIn: 2020 },
      { name: '学员宿舍楼', share: 0.36, above: 6, below: 0, builtIn: 2020 },
    ],
  },
  {
    name: '文昌行政楼', kind: 'office', address: '清溪区文昌大道 88 号', area: '11730.54',
    organs: ['科技局', '工信局', '农业农村局', '文体旅局', '卫健委', '生态环境局', '民宗局', '国资办', '中小企业中心', '生产力中心', '农技中心', '文保中心'],
    buildings: [{ name: '主楼', share: 0.8, above: 8, below: 1, builtIn: 1995 }, { name: '附楼', share: 0.2, above: 3, below: 0, builtIn: 1995 }],
  },
  {
    name: '东仓办公楼', kind: 'office', address: '清溪区东仓街 21 号', area: '9865.20',
    organs: ['总工会', '团区委', '妇联', '工商联', '科协', '文联', '侨联', '残联', '红十字会', '社科联', '台联', '法学会', '计生协', '关工委办', '社工部', '人才中心', '会展中心'],
    buildings: [{ name: '主楼', share: 1, above: 6, below: 0, builtIn: 1991 }],
  },
]

const streets: readonly SiteLine[] = subdistricts.flatMap((name, place): SiteLine[] => [
  { name: `${name}街道办事处`, kind: 'subdistrict', address: `清溪区${name}路 ${12 + place * 7} 号`, area: String(4600 + ((place * 617) % 2300)), organs: [`${name}街道`, `${name}便民中心`, `${name}执法大队`, ...(place % 2 ? [`${name}司法所`] : [])] },
  { name: `${name}派出所`, kind: 'police', address: `清溪区${name}路 ${90 + place * 11} 号`, area: String(3000 + ((place * 431) % 1500)), organs: [`${name}派出所`, ...(place % 2 ? [] : [`${name}司法所`])] },
])
const marketBranches: readonly SiteLine[] = subdistricts.slice(0, 10).map((name, place) => ({
  name: `${name}市场监管分局办公点`, kind: 'station', address: `清溪区${name}巷 ${5 + place * 3} 号`, area: String(980 + ((place * 283) % 900)),
  organs: [`${name}市监分局`, ...(place < 4 ? [`${subdistricts[10 + place] ?? ''}市监分局`] : [])],
}))

const line = (kind: SiteKind, rows: readonly (readonly [name: string, address: string, area: number, organs: string])[]): SiteLine[] =>
  rows.map(([name, address, area, organs]) => ({ name, kind, address: `清溪区${address}`, area: String(area), organs: organs === '' ? [] : organs.split(' ') }))

export const otherSites: readonly SiteLine[] = [
  ...streets,
  ...marketBranches,
  ...line('justice', [
    ['区人民法院审判大楼', '锦绣路 1 号', 22_400, '区法院'], ['区人民检察院办案大楼', '锦绣路 9 号', 12_600, '区检察院'], ['望湖人民法庭', '望湖路 201 号', 3_100, ''],
  ]),
  ...line('police', [['公安分局大楼', '锦绣路 20 号', 29_300, '公安分局']]),
  ...line('serviceHall', [
    ['人力资源市场', '新桥路 58 号', 4_200, '人力资源中心'], ['婚姻登记中心', '石榴巷 16 号', 1_500, '婚姻登记处'], ['公共法律服务中心', '文昌大道 120 号', 2_600, '法援中心 公证处'],
    ['柳塘社会事务服务中心', '柳塘路 77 号', 3_400, ''], ['南浦社会事务服务中心', '南浦路 31 号', 3_100, ''], ['社会治理现代化指挥中心', '长堤路 12 号', 3_900, '指挥中心'],
    ['市场监管服务大厅', '北闸路 8 号', 7_200, '市监局 市监执法大队'], ['企业服务中心', '新桥路 102 号', 2_400, '价格认证中心'],
  ]),
  ...line('archive', [['综合档案馆', '文昌大道 99 号', 11_200, '档案馆'], ['城建档案库', '北闸路 45 号', 5_800, '']]),
  ...line('culture', [
    ['区图书馆', '望湖路 10 号', 11_600, '图书馆'], ['区文化馆', '望湖路 18 号', 5_900, '文化馆'], ['区博物馆', '石榴巷 2 号', 9_300, '博物馆'], ['区体育中心', '锦绣路 66 号', 14_800, '体育中心'],
    ['工人文化宫', '桥南路 40 号', 7_700, '工人文化宫'], ['青少年活动中心', '桥南路 52 号', 8_200, '青少年中心 妇儿中心'], ['科技馆', '新桥路 6 号', 7_400, '科技馆'], ['融媒体大楼', '长堤路 30 号', 8_600, '融媒体中心 展示馆'],
  ]),
  ...line('health', [
    ['疾病预防控制中心大楼', '清源路 15 号', 9_400, '疾控中心'], ['卫生监督所', '清源路 21 号', 2_700, '卫监所'], ['妇幼保健服务中心', '清源路 33 号', 7_800, '妇幼中心'],
    ['急救分站', '桥南路 3 号', 1_900, '急救分站'], ['残疾人康复中心', '芦庄桥路 19 号', 5_200, '康复中心'], ['社会福利中心', '清源路 140 号', 8_100, '福利中心 救助站'],
  ]),
  ...line('store', [
    ['应急物资储备库', '北闸路 160 号', 4_700, '储备中心 救援中心'], ['公务用车保障基地', '西仓路 70 号', 2_300, ''], ['西仓公物仓', '西仓路 72 号', 3_600, ''],
    ['环卫车辆停保场', '北闸路 210 号', 2_900, '环卫中心'], ['市政设施养护基地', '芦庄桥路 88 号', 3_100, '市政中心'], ['防汛物资仓库', '长堤路 150 号', 1_800, ''],
  ]),
  ...line('station', [
    ['城管执法大队驻地', '西仓路 18 号', 3_400, '城管执法大队'], ['环境监测站', '清源路 60 号', 3_200, '环境监测站 环境执法局'], ['检验检测中心', '新桥路 130 号', 4_600, '检测中心'],
    ['园林绿化养护站', '望湖路 90 号', 1_400, '园林中心'], ['动物卫生监督所', '芦庄桥路 41 号', 1_100, '动卫所'], ['教师发展中心', '文昌大道 210 号', 6_300, '教师发展中心'],
    ['军休所', '石榴巷 60 号', 1_600, '军休所'], ['老干部活动中心', '石榴巷 9 号', 3_300, '老干部活动中心'], ['北闸水利站', '北闸路 300 号', 800, ''], ['芦庄桥水利站', '芦庄桥路 200 号', 760, ''],
    ['望湖城管中队驻地', '望湖路 150 号', 1_050, ''], ['锦绣消防服务站', '锦绣路 130 号', 1_250, ''], ['新桥治安服务站', '新桥路 180 号', 690, ''],
  ]),
]
