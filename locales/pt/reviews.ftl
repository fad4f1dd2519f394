### Reviews: what waits, what is read, what is scored; and what an author reads of it.

standing-title = Não público.
standing-draft = Este registo é um rascunho. Só a sua organização e os responsáveis pelas bibliotecas o veem.
standing-submitted = Este registo aguarda avaliação. Só a sua organização e os responsáveis pelas bibliotecas o veem.
standing-withdrawn = Este registo foi retirado.
standing-archived = Este registo está arquivado.
standing-rejected = Este registo foi avaliado e não foi aceite.

desk-reviews = O que aguarda avaliação
desk-reviews-lead = { $count ->
    [0] Nada aguarda a sua avaliação.
    [one] { $count } registo aguarda avaliação.
    [many] { $count } de registos aguardam avaliação, os mais antigos primeiro.
   *[other] { $count } registos aguardam avaliação, os mais antigos primeiro.
}
desk-reviews-none-text = Aqui figura o que empresas e embaixadas submetem até ser avaliado; os registos da sua própria organização são avaliados por outros.
desk-revision = alteração de um registo publicado
desk-working-days = { $count ->
    [0] desde hoje
    [one] há { $count } dia útil
    [many] há { $count } de dias úteis
   *[other] há { $count } dias úteis
}
desk-findings = Observações das verificações: { $count }
desk-duplicates = Registos publicados que poderá estar a repetir: { $count }

criterion-advantage_or_problem = Vantagem ou problema
criterion-clarity = Clareza
criterion-cooperation = Cooperação
criterion-rules_and_language = Regras e linguagem
criterion-hint-advantage_or_problem = A tecnologia diz o que faz melhor do que a alternativa? O problema é real e está enunciado?
criterion-hint-clarity = Quem não conhece o assunto compreende-o?
criterion-hint-cooperation = Diz que tipo de cooperação se pretende?
criterion-hint-rules_and_language = Respeita as regras da biblioteca e está bem redigido?

review-published = Publicado
review-returned = Devolvido ao autor
review-rejected = Não aceite
review-done-published = O registo foi publicado.
review-done-returned = O registo foi devolvido ao autor, com os seus comentários.
review-done-rejected = O registo não foi aceite.
review-changes = O que mudou desde a última publicação
review-no-changes = Nada.
review-checks = O que disseram as verificações
review-unchecked = Foi apresentado sem as verificações.
review-nothing-found = Nada.
review-duplicates = Registos publicados que poderá estar a repetir
review-words-only = Não se procurou o mesmo registo noutra língua: não havia modelo linguístico.
review-score = A sua avaliação
review-rule = 10–20 pontos e nenhum zero: publicado. 5–9 pontos ou um zero: devolvido ao autor. Menos de 5: não aceite. O autor lê os seus comentários e não fica a saber quem os escreveu.
review-points = Pontos
review-comment = Comentário
review-comment-whole = No conjunto
review-send = Enviar a avaliação
review-incomplete = Cada critério precisa de 0 a 5 pontos, e um registo que não é publicado precisa de um comentário que diga porquê.
review-stale = O registo mudou enquanto o lia. Veja-o de novo; as suas pontuações continuam aqui.
review-own = Este registo foi escrito por si ou pertence à sua organização. Tem de ser outra pessoa a avaliá-lo.

reviews-title = O que disseram os avaliadores
reviews-heading = { $date }: { $result }, { $total } de 20 pontos
reviews-mark = { $value } de 5

column-title = Título
column-summary = Resumo
column-description = Descrição
column-requirements = Requisitos
column-operating_conditions = Condições de funcionamento
column-price_min = Preço mínimo
column-price_max = Preço máximo
column-budget_min = Orçamento mínimo
column-budget_max = Orçamento máximo
column-currency = Moeda
column-translations = Traduções
column-lang = Língua
column-external_id = Número próprio
standing-suspended = Este registo está oculto porque a sua organização está suspensa.
