// One main post 一人一个主职: nobody holds two main posts on one day; whatever else he holds is a second post.
import { defineStandard, parameter } from '@houqin/define'
import { correction } from '../correction.ts'
import { person } from '../person.ts'
import { bureauLeader, liaison, peopleOfficer } from '../roles.ts'
import { ownRule, ownSince } from './own-rule.ts'

export interface MainPosts {
  readonly name: string
  /** 单位 and 职务 of each main post held on the day, the earliest first. */
  readonly posts: readonly string[]
}

export const oneMainPost = defineStandard<MainPosts>()('people.one-main-post', {
  title: '一人一个主职',
  explain:
    '一个人在同一天只有一个主职，其他任职登记为兼职：编制按主职计算，办公用房也只按主要任职配备。两处都登记为主职的，多半是调动后原任职没有写结束日期，或者兼职误登成了主职。',
  parameters: { atMost: parameter('同一天的主职不多于', '个') },
  values: [{ parameter: 'atMost', value: '1', from: ownSince, cite: ownRule('“主兼”栏：一人一个主职，其余为兼职') }],
  ledger: (asOf, sql) => sql`
    select p.id, p.label as name, (array_agg(t.organ order by lower(t.valid), t.id))[1] as organ, null::uuid as site,
           jsonb_build_object('name', p.name, 'posts', jsonb_agg(o.short_name || t.title order by lower(t.valid), t.id)) as subject
      from people.post t join people.person p on p.id = t.person join people.organ o on o.id = t.organ
     where t.kind = 'main' and t.valid @> ${asOf}::date and t.retired_at is null and t.merged_into is null and p.merged_into is null
     group by p.id order by p.label collate "zh-natural", p.id`,
  read: [peopleOfficer, liaison, bureauLeader],
  keep: [peopleOfficer, bureauLeader],
  check({ name, posts }, { atMost }) {
    if (posts.length <= Number(atMost)) return []
    return [{
      level: 'breach',
      says: `${name}同时登记了 ${posts.length} 个主职：${posts.join('、')}，只能有 ${atMost} 个`,
      measured: String(posts.length), limit: atMost, unit: '个', by: 'atMost',
      advice: '问清哪一个是主职，其余改为兼职；已经不在任的写上结束日期',
      en: {
        says: `${name} is entered with ${posts.length} main posts: ${posts.join(', ')}; at most ${atMost} is possible`,
        advice: 'Ask which one is the main post and make the others second posts; give those that ended their last day',
      },
    }]
  },
  mend: () => correction,
  fill: ({ id, organ }, { says, advice }) => ({ person: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${person.id}/${id}`,
  examples: [
    { says: '一个主职', given: { name: '张三', posts: ['甲局科长'] }, breach: false },
    { says: '两处都是主职', given: { name: '张三', posts: ['甲局科长', '乙中心副主任'] }, breach: true },
  ],
})
