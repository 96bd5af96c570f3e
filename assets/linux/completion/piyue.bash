# Completion of piyue's command line, for bash.
_piyue() {
  local current previous
  current=${COMP_WORDS[COMP_CWORD]}
  previous=${COMP_WORDS[COMP_CWORD - 1]}
  case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W 'markdown html docx pdf csv json text ris bibtex csl' -- "$current") ;;
    --script) mapfile -t COMPREPLY < <(compgen -W 'hant hans tw hk written source both' -- "$current") ;;
    --export | --export-edition | --import | --open | --template | --document) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    *)
      local options='--export --format --script --template --whole-text --export-edition --import --open --list --document --all --documents --version --help --user-data-dir= --lang='
      mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
      [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace
      ;;
  esac
}
complete -o filenames -F _piyue piyue
