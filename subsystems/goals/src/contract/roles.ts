// Who answers for the goals 工作成效的角色.
import { defineRole } from '@houqin/define'

/** Sends the survey out, counts it, and writes the work report (综合科). */
export const goalsOfficer = defineRole('goals.officer', { title: '成效统计员', reach: 'district' })
