// The organs 单位 of the invented district 清溪区, as the authorised list of departments would name them.
import type { OrganCategory, OrganLevel } from '../src/contract/index.ts'

/** Name, short name, staffing establishment. */
export type OrganLine = readonly [name: string, short: string, establishment: number]
export interface OrganGroup {
  readonly category: OrganCategory
  readonly level: OrganLevel
  readonly organs: readonly OrganLine[]
}

export const departments: readonly OrganGroup[] = [
  {
    category: 'party', level: 'section', organs: [
      ['中共清溪区委办公室', '区委办', 46], ['中共清溪区委组织部', '组织部', 52], ['中共清溪区委宣传部', '宣传部', 38],
      ['中共清溪区委统一战线工作部', '统战部', 26], ['中共清溪区委政法委员会', '政法委', 30], ['中共清溪区委网络安全和信息化委员会办公室', '网信办', 14],
      ['中共清溪区委机构编制委员会办公室', '编办', 16], ['中共清溪区委区级机关工作委员会', '机关工委', 14], ['中共清溪区委巡察工作领导小组办公室', '巡察办', 24],
      ['中共清溪区委老干部局', '老干部局', 18], ['中共清溪区委社会工作部', '社工部', 20], ['清溪区信访局', '信访局', 22],
    ],
  },
  { category: 'discipline', level: 'county', organs: [['中共清溪区纪律检查委员会清溪区监察委员会', '纪委监委', 122]] },
  {
    category: 'congress', level: 'section', organs: [
      ['清溪区人大常委会办公室', '人大办', 34], ['清溪区人大监察和司法委员会', '人大监司委', 7], ['清溪区人大财政经济委员会', '人大财经委', 8],
      ['清溪区人大教育科学文化卫生委员会', '人大教科文卫委', 7], ['清溪区人大环境资源城乡建设委员会', '人大环资城建委', 7], ['清溪区人大社会建设委员会', '人大社建委', 7],
    ],
  },
  {
    category: 'cppcc', level: 'section', organs: [
      ['政协清溪区委员会办公室', '政协办', 28], ['政协清溪区委员会提案委员会', '政协提案委', 6], ['政协清溪区委员会经济科技委员会', '政协经科委', 6],
      ['政协清溪区委员会社会法制委员会', '政协社法委', 6], ['政协清溪区委员会文化文史委员会', '政协文史委', 6],
    ],
  },
  { category: 'court', level: 'county', organs: [['清溪区人民法院', '区法院', 192]] },
  { category: 'procuratorate', level: 'county', organs: [['清溪区人民检察院', '区检察院', 112]] },
  {
    category: 'government', level: 'section', organs: [
      ['清溪区人民政府办公室', '政府办', 62], ['清溪区发展和改革委员会', '发改委', 68], ['清溪区教育局', '教育局', 60],
      ['清溪区科学技术局', '科技局', 26], ['清溪区工业和信息化局', '工信局', 44], ['清溪区民族宗教事务局', '民宗局', 16],
      ['清溪区民政局', '民政局', 30], ['清溪区司法局', '司法局', 48], ['清溪区财政局', '财政局', 72],
      ['清溪区人力资源和社会保障局', '人社局', 58], ['清溪区自然资源和规划分局', '资规分局', 46], ['清溪区生态环境局', '生态环境局', 52],
      ['清溪区住房和城乡建设局', '住建局', 70], ['清溪区城市管理局', '城管局', 64], ['清溪区交通运输局', '交通局', 40],
      ['清溪区水务局', '水务局', 36], ['清溪区农业农村局', '农业农村局', 28], ['清溪区商务局', '商务局', 36],
      ['清溪区文化体育和旅游局', '文体旅局', 42], ['清溪区卫生健康委员会', '卫健委', 48], ['清溪区退役军人事务局', '退役军人局', 26],
      ['清溪区应急管理局', '应急局', 44], ['清溪区审计局', '审计局', 40], ['清溪区市场监督管理局', '市监局', 104],
      ['清溪区统计局', '统计局', 28], ['清溪区医疗保障局', '医保局', 34], ['清溪区机关事务管理局', '机关事务局', 48],
      ['清溪区行政审批局', '行政审批局', 66], ['清溪区数据局', '数据局', 24], ['清溪区国有资产监督管理办公室', '国资办', 18],
      ['清溪区人民防空办公室', '人防办', 16], ['清溪区投资促进局', '投促局', 30], ['清溪区城市更新局', '城市更新局', 20],
    ],
  },
  { category: 'government', level: 'county', organs: [['清溪区公安分局', '公安分局', 486]] },
  {
    category: 'mass', level: 'section', organs: [
      ['清溪区总工会', '总工会', 24], ['共青团清溪区委员会', '团区委', 14], ['清溪区妇女联合会', '妇联', 14], ['清溪区工商业联合会', '工商联', 12],
      ['清溪区科学技术协会', '科协', 10], ['清溪区文学艺术界联合会', '文联', 9], ['清溪区归国华侨联合会', '侨联', 7], ['清溪区残疾人联合会', '残联', 18],
      ['清溪区红十字会', '红十字会', 9], ['清溪区社会科学界联合会', '社科联', 6], ['清溪区台湾同胞联谊会', '台联', 4], ['清溪区法学会', '法学会', 5],
      ['清溪区计划生育协会', '计生协', 6], ['清溪区关心下一代工作委员会办公室', '关工委办', 4],
    ],
  },
]

/** The families that every subdistrict has, `*` standing for its name; `under` is the superior's short name. */
export interface OrganFamily {
  readonly category: OrganCategory
  readonly level: OrganLevel
  readonly name: string
  readonly short: string
  readonly under?: string
  readonly establishment: readonly [least: number, most: number]
  /** A branch has no credit code of its own. */
  readonly branch: boolean
}
export const families: readonly OrganFamily[] = [
  { category: 'subdistrict', level: 'section', name: '清溪区*街道办事处', short: '*街道', establishment: [68, 96], branch: false },
  { category: 'government', level: 'sectionDeputy', name: '清溪区公安分局*派出所', short: '*派出所', under: '公安分局', establishment: [34, 58], branch: true },
  { category: 'government', level: 'below', name: '清溪区司法局*司法所', short: '*司法所', under: '司法局', establishment: [4, 7], branch: true },
  { category: 'government', level: 'sectionDeputy', name: '清溪区市场监督管理局*分局', short: '*市监分局', under: '市监局', establishment: [12, 20], branch: true },
  { category: 'institution', level: 'below', name: '清溪区*街道综合行政执法大队', short: '*执法大队', under: '*街道', establishment: [18, 28], branch: false },
  { category: 'institution', level: 'below', name: '清溪区*街道便民服务中心', short: '*便民中心', under: '*街道', establishment: [14, 24], branch: false },
]
