// The assembler finds the files by the header search path that Package.swift gives this target.

.macro resource name, file
  .global sluice_\name\()_start
  .global sluice_\name\()_end
sluice_\name\()_start:
  .incbin "\file"
sluice_\name\()_end:
.endm

  .section .rodata
resource talks, "talks.yaml"
resource article, "article.yaml"
resource plain, "plain.yaml"
resource web, "web.yaml"
resource demo_page, "fixtures/smart-take.html"

  .section .note.GNU-stack,"",@progbits
