# Completion of piyue's command line, for fish.
complete -c piyue -f
complete -c piyue -l export -r -F -d 'Write the notes to a file'
complete -c piyue -l format -x -a 'markdown html docx pdf csv json text' -d 'The format of the file'
complete -c piyue -l script -x -a 'hant hans tw hk source both' -d 'The script of the quotes'
complete -c piyue -l template -r -F -d 'Write by a template instead of a format'
complete -c piyue -l export-edition -r -F -d 'Write the edition to a file, as TEI'
complete -c piyue -l import -r -F -d 'Take in the notes of a file'
complete -c piyue -l open -r -F -d 'Open a document'
complete -c piyue -l list -d 'Print the notes, one a line'
complete -c piyue -l version -d 'Print the version'
complete -c piyue -s h -l help -d 'Print a summary of the options'
complete -c piyue -l user-data-dir -x -a '(__fish_complete_directories)' -d 'Where the notes lie'
complete -c piyue -l lang -x -a 'zh-TW zh-HK zh-CN en' -d 'The language of menus and messages'
