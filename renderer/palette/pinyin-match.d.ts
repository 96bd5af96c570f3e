declare module 'pinyin-match/es/traditional.js' {
  import pinyin from 'pinyin-match'
  export default pinyin
}
