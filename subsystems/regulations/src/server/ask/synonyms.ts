// 说法: what people say, and how the rules put it. Curated; a question is never widened by anything else.
export const synonyms: readonly { readonly said: readonly string[]; readonly written: readonly string[] }[] = Object.freeze([
  { said: ['公车', '用车', '派车', '单位的车', '车辆'], written: ['公务用车', '车辆'] },
  { said: ['办公室多大', '办公室面积', '办公室标准', '多大的办公室', '用房面积'], written: ['办公室面积', '办公用房'] },
  { said: ['食堂', '吃饭', '餐厅'], written: ['食堂', '餐饮', '用餐'] },
  { said: ['留样'], written: ['留样'] },
  { said: ['剩菜', '剩饭', '浪费粮食', '食物浪费'], written: ['反食品浪费', '食品浪费', '餐饮浪费'] },
  { said: ['监控', '摄像头', '录像', '视频'], written: ['视频图像', '视频', '采集设备'] },
  { said: ['保存多久', '存多久', '保留多久', '保存几天', '存几天', '保存期限', '留多久'], written: ['保存期限', '保存'] },
  { said: ['刷脸', '人脸'], written: ['人脸', '生物识别'] },
  { said: ['个人信息', '隐私'], written: ['个人信息', '个人隐私'] },
  { said: ['垃圾', '分类'], written: ['生活垃圾', '垃圾分类'] },
  { said: ['节电', '省电', '用电', '能耗'], written: ['节能', '能源消费', '能耗'] },
  { said: ['能耗报告', '什么时候报能耗', '能耗上报'], written: ['能耗状况报告', '能源资源消费状况', '能源消费状况'] },
  { said: ['空调温度', '空调几度', '空调开几度', '空调多少度'], written: ['空调', '室内温度', '温度控制'] },
  { said: ['欠款', '拖欠', '付款', '付钱', '多久付', '结账'], written: ['支付款项', '付款', '款项支付', '支付中小企业款项'] },
  { said: ['小企业', '中小企业', '供应商'], written: ['中小企业'] },
  { said: ['招标', '必须招标', '招投标'], written: ['招标'] },
  { said: ['采购', '买东西', '政府采购'], written: ['采购'] },
  { said: ['保证金', '质保金', '押金'], written: ['保证金'] },
  { said: ['农民工', '工人工资'], written: ['农民工'] },
  { said: ['消防', '灭火', '防火'], written: ['消防', '防火'] },
  { said: ['电梯'], written: ['电梯'] },
  { said: ['固定资产', '资产', '报废'], written: ['国有资产', '资产', '报废'] },
  { said: ['盘点', '清点'], written: ['盘点', '盘点对账'] },
  { said: ['物业', '保洁', '后勤'], written: ['物业', '后勤服务'] },
  { said: ['出租', '租出去', '转租'], written: ['出租', '出租、出借'] },
  { said: ['调走', '调离', '退休'], written: ['调离', '退休'] },
  { said: ['培训费'], written: ['三类培训', '二类培训'] },
  { said: ['会议费', '开会'], written: ['会议费', '会议'] },
  { said: ['接待', '陪餐', '陪同吃饭'], written: ['接待', '陪餐'] },
  { said: ['泄露', '泄漏'], written: ['泄露', '泄漏'] },
])

/** What asks and tells nothing. */
export const askingWords: ReadonlySet<string> = new Set(
  '要不要 该不该 会不会 行不行 怎么办 怎么样 什么 怎么 怎样 如何 多少 多久 多长 几天 几个 哪里 哪个 哪些 谁来 可以 能不能 可不可以 是否 是不是 有没有 需要 应该 必须 规定 要求 标准 请问 一下 我们 单位 机关 时候 时间 为什么 多大 几年 最长 最低 最高 最多 至少 不能 不得 允许 一般 处理 一次'.split(' '),
)
