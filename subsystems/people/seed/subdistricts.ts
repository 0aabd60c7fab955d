// The fourteen subdistricts 街道 of the invented district.
export const subdistricts = Object.freeze([
  '柳塘', '桥南', '文昌', '石榴巷', '望湖', '长堤', '东仓', '西仓', '南浦', '北闸', '芦庄桥', '锦绣', '新桥', '清源',
] as const)
export type Subdistrict = (typeof subdistricts)[number]
