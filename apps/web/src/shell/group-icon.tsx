// One picture for each group of the rail, all of one family.
import {
  ApartmentOutlined, BulbOutlined, FormOutlined, HomeOutlined, IdcardOutlined, ReadOutlined, SafetyOutlined, SettingOutlined, TeamOutlined,
} from '@ant-design/icons'
import type { Group } from '@houqin/define'
import type { ComponentType, ReactNode } from 'react'

const icons: Readonly<Record<Group, ComponentType>> = {
  办事: FormOutlined,
  房车物: HomeOutlined,
  门餐停: IdcardOutlined,
  安防网络: SafetyOutlined,
  能源环境: BulbOutlined,
  工程采购: ApartmentOutlined,
  党建队伍: TeamOutlined,
  制度: ReadOutlined,
  系统: SettingOutlined,
}
export function GroupIcon({ group }: { group: Group }): ReactNode {
  const Icon = icons[group]
  return <Icon />
}
