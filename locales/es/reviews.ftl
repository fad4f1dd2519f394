### Revisiones: lo que espera, lo que se lee, lo que se puntúa; y lo que lee de ello el autor.

standing-title = No pública.
standing-draft = Esta ficha es un borrador. Solo la ven su organización y los responsables de las bibliotecas.
standing-submitted = Esta ficha espera una revisión. Solo la ven su organización y los responsables de las bibliotecas.
standing-withdrawn = Esta ficha se ha retirado.
standing-archived = Esta ficha está archivada.
standing-rejected = Esta ficha se ha revisado y no se ha aceptado.

desk-reviews = Pendiente de revisión
desk-reviews-lead = { $count ->
    [0] No hay nada pendiente para usted.
    [one] { $count } ficha en espera, de la más antigua a la más reciente.
    [many] { $count } de fichas en espera, de la más antigua a la más reciente.
   *[other] { $count } fichas en espera, de la más antigua a la más reciente.
}
desk-reviews-none-text = Aquí figura lo que envían empresas y embajadas hasta que se revisa; las fichas de su propia organización las revisan otras personas.
desk-revision = modificación de una ficha publicada
desk-working-days = { $count ->
    [0] desde hoy
    [one] desde hace { $count } día hábil
    [many] desde hace { $count } de días hábiles
   *[other] desde hace { $count } días hábiles
}
desk-findings = Observaciones de las comprobaciones: { $count }
desk-duplicates = Fichas publicadas que tal vez repita: { $count }

criterion-advantage_or_problem = Ventaja o problema
criterion-clarity = Claridad
criterion-cooperation = Cooperación
criterion-rules_and_language = Normas y lenguaje
criterion-hint-advantage_or_problem = ¿Indica la tecnología qué hace mejor que la alternativa? ¿Es real el problema y está expuesto?
criterion-hint-clarity = ¿Lo entiende alguien que no lo conoce?
criterion-hint-cooperation = ¿Indica qué forma de cooperación se busca?
criterion-hint-rules_and_language = ¿Respeta las normas de la biblioteca y está bien redactada?

review-published = Publicada
review-returned = Devuelta al autor
review-rejected = No aceptada
review-done-published = La ficha se ha publicado.
review-done-returned = La ficha se ha devuelto a su autor con los comentarios de usted.
review-done-rejected = La ficha no se ha aceptado.
review-changes = Qué ha cambiado desde la última publicación
review-no-changes = Nada.
review-checks = Resultado de las comprobaciones
review-unchecked = Se presentó sin pasar las comprobaciones.
review-nothing-found = Nada.
review-duplicates = Fichas publicadas que tal vez repita
review-words-only = No se ha buscado la misma ficha en otro idioma: no había ningún modelo lingüístico.
review-score = Su revisión
review-rule = De 10 a 20 puntos y ningún cero: publicada. De 5 a 9 puntos o algún cero: devuelta al autor. Menos de 5: no aceptada. El autor lee sus comentarios y no sabe quién es usted.
review-points = Puntos
review-comment = Comentario
review-comment-whole = En conjunto
review-send = Enviar la revisión
review-incomplete = Cada criterio requiere de 0 a 5 puntos, y una ficha que no se publica requiere un comentario que explique el motivo.
review-stale = La ficha ha cambiado mientras usted la leía. Examínela de nuevo; sus puntuaciones se han conservado.
review-own = Esta ficha la ha redactado usted o pertenece a su organización. Debe revisarla otra persona.

reviews-title = Lo que han dicho los revisores
reviews-heading = { $date }: { $result }, { $total } de 20 puntos
reviews-mark = { $value } de 5

column-title = Título
column-summary = Resumen
column-description = Descripción
column-requirements = Requisitos
column-operating_conditions = Condiciones de funcionamiento
column-price_min = Precio mínimo
column-price_max = Precio máximo
column-budget_min = Presupuesto mínimo
column-budget_max = Presupuesto máximo
column-currency = Moneda
column-translations = Traducciones
column-lang = Idioma
column-external_id = Número propio
standing-suspended = Esta ficha está oculta porque su organización está suspendida.
