import type { WaysMessages } from './en'

export const waysZhHans: WaysMessages = {
  back: '返回',
  forward: '前进',
  backTo: (place) => `回到${place}`,
  placeAt: (section, percent) => `${section} · ${percent}%`,
  said: {
    at: (place) => `已到${place}。`,
    noBack: '没有可以返回的位置。',
    noForward: '没有可以前进的位置。',
  },
}
