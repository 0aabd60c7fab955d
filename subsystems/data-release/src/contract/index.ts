// Data release 数据导出: what leaves the house as a file, and who agreed to it.
import { defineSubsystem } from '@houqin/define'
import { release } from './release.ts'
import { officer } from './roles.ts'

export { hoursOpen, release } from './release.ts'
export { officer } from './roles.ts'

export const dataRelease = defineSubsystem('data-release', '数据导出', {
  roles: { officer },
  matters: { release },
})
