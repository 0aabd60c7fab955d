// Complaints, suggestions and praise 投诉、建议、表扬 of the demonstration, each with what came of it.
import type { businesses } from '../src/contract/index.ts'

type About = keyof typeof businesses
export interface VoiceLine {
  readonly what: string
  readonly about: About
  /** Absent: not answered yet. */
  readonly answer?: string
  readonly digest?: string
}
export const complaintList: readonly VoiceLine[] = [
  { what: '三楼女卫生间经常下午没有纸，保洁说早上放过了。', about: 'cleaning', answer: '已把下午的补充改为两次，并在门后贴了扫码报缺。', digest: '卫生间下午缺纸' },
  { what: '食堂二楼排队太久，十二点以后只剩两个菜。', about: 'meals', answer: '增开一个窗口，十二点二十前不撤菜。', digest: '食堂高峰排队、菜品不足' },
  { what: '访客车占了职工车位，转了三圈没地方停。', about: 'parking', answer: '访客车改停南侧，早高峰由保安引导。', digest: '访客占用职工车位' },
  { what: '报修空调等了三天才来，中间没有人说一声。', about: 'repair', answer: '延误属实，配件未到没有告知。今后暂缓必须写明等什么、等到哪天。', digest: '报修延误没有告知' },
  { what: '会议室预定了两点，到场时上一场还没结束。', about: 'meeting', answer: '两场会之间留出十五分钟，会务提前十分钟提醒。', digest: '会议室前后场次冲突' },
  { what: '门卫对来办事的老人态度生硬。', about: 'order', answer: '已当面道歉并调整岗位，本周组织服务礼仪培训。', digest: '门卫服务态度' },
  { what: '茶水间的消毒水味道太重，呛得咳嗽。', about: 'cleaning', answer: '已改用低味消毒剂，并在下班后作业。', digest: '消毒水气味重' },
  { what: '走廊灯早上六点就全亮着，浪费电。', about: 'office', answer: '已改为声光控，白天自动关闭。', digest: '公共照明白天长明' },
  { what: '电梯早高峰要等七八分钟。', about: 'office', answer: '早高峰单双层分流，已张贴说明。', digest: '电梯早高峰等候' },
  { what: '食堂的饭卡退款两个星期没到账。', about: 'meals', answer: '退款因姓名不符被退回，已更正并到账。', digest: '饭卡退款未到账' },
  { what: '办公室隔壁装修噪声大，没法打电话。', about: 'office' },
  { what: '停车场晚上灯太暗，走路看不清。', about: 'parking' },
  { what: '会议茶水收走太快，人还没散。', about: 'meeting' },
]
export const suggestionList: readonly (VoiceLine & { readonly verdict?: 'adopted' | 'partly' | 'planned' | 'declined' })[] = [
  { what: '卫生间门后贴上报修二维码，不用再打电话。', about: 'repair', verdict: 'adopted', answer: '已在七处大楼全部张贴。', digest: '卫生间张贴报修码' },
  { what: '食堂每周公布剩菜量，大家一起少浪费。', about: 'meals', verdict: 'adopted', answer: '每周一在食堂屏幕公布上周人均剩余。', digest: '公布每周剩余量' },
  { what: '下雨天在门口放共享雨伞。', about: 'order', verdict: 'adopted', answer: '各大楼门厅已各放二十把。', digest: '门厅共享雨伞' },
  { what: '会议室门口装显示屏，能看到下一场是谁。', about: 'meeting', verdict: 'planned', answer: '列入明年会议室改造。', digest: '会议室门口显示预定' },
  { what: '周五下午统一清理楼道杂物。', about: 'cleaning', verdict: 'adopted', answer: '每月最后一个周五统一清理。', digest: '定期清理楼道' },
  { what: '多设一些电动车充电位。', about: 'parking', verdict: 'partly', answer: '北侧先增加二十个，南侧待配电扩容。', digest: '增设电动车充电位' },
  { what: '食堂增加一个素食窗口。', about: 'meals', verdict: 'partly', answer: '每周二、四在二号窗口供应。', digest: '素食窗口' },
  { what: '办公室统一配绿植。', about: 'office', verdict: 'declined', answer: '经费所限暂不统一配置，公共区域由绿化班布置。', digest: '办公室绿植' },
  { what: '报修完工后发一张照片给报修人。', about: 'repair', verdict: 'adopted', answer: '完工照片已随工单发给报修人。', digest: '完工照片' },
  { what: '打印纸改用再生纸。', about: 'office' },
  { what: '在大院设一处快递柜。', about: 'order' },
]
export const praiseList: readonly { readonly what: string; readonly reply?: string; readonly digest?: string; readonly team?: string }[] = [
  { what: '水管爆裂当晚十分钟赶到，连夜修好，没有影响第二天开门。', reply: '已转达班组，计入本月表扬。', digest: '深夜抢修水管', team: '水暖一班' },
  { what: '电工师傅修完灯把地上的灰也扫干净了。', reply: '已转达。', digest: '修灯不留灰', team: '电工一班' },
  { what: '保洁阿姨捡到钱包，等到失主才下班。', reply: '已在晨会表扬。', digest: '拾金不昧', team: '保洁一班' },
  { what: '电梯困人，维保人员一直在对讲里安慰老人。', reply: '已转达并通报。', digest: '电梯困人耐心安抚', team: '电梯维保班' },
  { what: '会务人员发现投影坏了，自己扛来备用机。', reply: '已转达。', digest: '会务备用投影' },
  { what: '网络师傅午休时间来帮忙接会议。', reply: '已转达。', digest: '午休保障视频会', team: '网络弱电班' },
  { what: '食堂师傅记得我不吃辣。', reply: '已转达。', digest: '食堂细心服务' },
  { what: '绿化工人把被风刮倒的小树一棵棵扶正。', team: '绿化养护班' },
]
