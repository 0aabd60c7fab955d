// A release 数据导出申请: one list, for one purpose, so many rows; agreed to by the organ's data security officer, fetched within three days.
import { bool, defineMatter, everyone, instant, int, longText, ref, requester, text } from '@houqin/define'
import { organ } from '@houqin/people'
import { officer } from './roles.ts'

/** How long an agreement lasts, hours. */
export const hoursOpen = 72

export const release = defineMatter('data-release.release', {
  title: '数据导出申请',
  prefix: 'DC',
  subject: (f) => `导出${f.title} ${f.count} 条${f.whole ? '（完整号码）' : ''}`,
  form: {
    title: text('清单', { max: 60 }),
    count: int('条数', { min: 1, unit: '条' }),
    whole: bool('含完整号码', { hint: '不勾选时手机号、身份号码隐去中间几位' }),
    reason: longText('用途', { max: 300, min: 2 }),
    filter: longText('筛选条件', { max: 2000, optional: true }),
    list: text('清单代码', { max: 120 }),
    organ: ref('单位', organ, { optional: true, hint: '不填为本人所在单位' }),
  },
  facts: { until: instant('下载截止') },
  states: {
    asked: { title: '待同意', tone: 'running', held: officer, due: { workingHours: 8 } },
    agreed: { title: '可下载', tone: 'running', held: requester, due: { hours: hoursOpen } },
    over: { title: '已用完', tone: 'done', final: true },
    refused: { title: '未同意', tone: 'stopped', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    agree: { label: '同意导出', from: 'asked', to: 'agreed', by: [officer], primary: true },
    refuse: { label: '不同意', from: 'asked', to: 'refused', by: [officer], comment: 'required', destructive: true },
    finish: { label: '用完了', from: 'agreed', to: 'over', by: [requester] },
    withdraw: { label: '撤回', from: 'asked', to: 'withdrawn', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [officer] },
  listed: { owner: officer, feedback: '同意或不同意都有提示', keywords: ['导出', '下载名单', '要数据'], bases: [] },
  scope: { organ: 'organ' },
})
