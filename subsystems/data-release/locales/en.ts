// The words of data release in English.
import type { Words } from '@houqin/words'
import type { dataRelease } from '../src/contract/index.ts'

export const en = {
  title: 'Data release',
  roles: { officer: 'Data security officer' },
  registers: {},
  matters: {
    release: {
      title: 'Export request',
      form: { title: 'List', count: 'Rows', whole: 'With whole numbers', reason: 'What for', filter: 'Filters', list: 'Id of the list', organ: 'Organ' },
      facts: { until: 'To be fetched until' },
      lines: {},
      states: { asked: 'Awaiting agreement', agreed: 'To be fetched', over: 'Used', refused: 'Refused', withdrawn: 'Withdrawn' },
      steps: { agree: 'Agree', refuse: 'Refuse', finish: 'Done with it', withdraw: 'Withdraw' },
    },
  },
  standards: {},
  signals: {},
  reports: {},
  phrases: {
    '导出{title} {count} 条（完整号码）': 'Export of {title}, {count} rows, numbers whole', '导出{title} {count} 条': 'Export of {title}, {count} rows',
    '不勾选时手机号、身份号码隐去中间几位': 'Otherwise mobile and identity numbers are masked',
    下载时间已过: 'The time for downloading is over',
    不填为本人所在单位: 'Left empty: the person’s own organ',
    '同意或不同意都有提示': 'Told either way',
  },
} satisfies Words<typeof dataRelease>
