import type { WaysMessages } from './en'

export const waysZhHant: WaysMessages = {
  back: '返回',
  forward: '前進',
  backTo: (place) => `回到${place}`,
  placeAt: (section, percent) => `${section}・${percent}%`,
  said: {
    at: (place) => `已到${place}。`,
    noBack: '沒有可以返回的地方。',
    noForward: '沒有可以前進的地方。',
  },
}
