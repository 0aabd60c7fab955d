// Makers of the demonstration's terminals 演示终端制造商: the cars drive those of the one; of the other's nobody has heard since he gave up.
export const terminalMakers = Object.freeze({ usual: '清溪通信', gone: '海川电子（已停服）' })
