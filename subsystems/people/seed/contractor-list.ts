// The fourteen contractors 外包单位 of the invented district: business, staff on site, days until the contract ends.
import type { Contractor } from '../src/contract/index.ts'
import { plants } from './plants.ts'

export interface ContractorLine {
  readonly name: string
  readonly business: Contractor['business']
  readonly staff: number
  readonly endsIn: number
  readonly commitment: string
}
export const contractorList: readonly ContractorLine[] = [
  { name: '清溪恒洁物业服务有限公司', business: 'property', staff: 96, endsIn: 401, commitment: '公共区域每日保洁两次，卫生间每小时巡查一次' },
  { name: '江畔和信物业管理有限公司', business: 'property', staff: 58, endsIn: 219, commitment: '报修十五分钟内响应，会议室会前三十分钟备妥' },
  { name: '清溪安盾保安服务有限公司', business: 'security', staff: 74, endsIn: 334, commitment: '门岗双人双岗，每两小时巡更一次' },
  { name: '柳塘平安护卫有限公司', business: 'security', staff: 32, endsIn: 61, commitment: '夜间巡更每班不少于四次' },
  { name: '清溪味和餐饮管理有限公司', business: 'catering', staff: 48, endsIn: 152, commitment: '每餐不少于八个热菜，留样足量足时' },
  { name: '南浦家和餐饮服务有限公司', business: 'catering', staff: 22, endsIn: 24, commitment: '意见当餐回应' },
  { name: '清溪博远机电工程有限公司', business: 'maintenance', staff: 26, endsIn: 277, commitment: '紧急报修三十分钟到场，一般报修当日到场' },
  { name: '清溪迅升电梯有限公司', business: 'maintenance', staff: 9, endsIn: 93, commitment: '困人三十分钟到场解救' },
  { name: '江畔清风暖通技术有限公司', business: 'maintenance', staff: 14, endsIn: 188, commitment: '供冷供热季每周巡检一次主机' },
  { name: '清溪护消消防技术服务有限公司', business: 'maintenance', staff: 8, endsIn: 7, commitment: '每月一次全面检测，故障二十四小时内修复' },
  { name: '清溪绿野园林绿化有限公司', business: 'greening', staff: 16, endsIn: 365, commitment: '春有花、夏有荫、秋有果、冬有绿' },
  { name: '清溪联云信息技术有限公司', business: 'network', staff: 9, endsIn: 245, commitment: '网络故障一小时内恢复或给出替代办法' },
  { name: '清溪净源环境服务有限公司', business: 'waste', staff: 5, endsIn: 130, commitment: '餐厨垃圾当日处理' },
  { name: plants.contractEnded.contractor, business: 'waste', staff: 3, endsIn: -plants.contractEnded.days, commitment: '分类清运，不混装' },
]
